"""The control room in the web: the funnel, one school, a list of schools, deeds over a school, the operators' board."""

import io
import uuid
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import Access, School
from tests import cast, doors
from tests.control.conftest import NOW
from usul.control.enums import JobKind, JobState
from usul.control.models import Closing, Job

DESK = "/districts/sverdlov/onboarding/"
SCHOOL = f"{DESK}schools/school-a/"


@pytest.fixture
def district(db: None, today: date) -> Client:
    return doors.signed_in("cholpon", cast.DISTRICT_HOST)


@pytest.fixture
def operator(db: None, today: date) -> Client:
    return doors.signed_in(cast.OPERATOR, cast.DISTRICT_HOST)


def text_of(client: Client, path: str, language: str = "en", status: int = 200) -> str:
    client.cookies["usul_language"] = language
    response = client.get(path)
    assert response.status_code == status, response.content.decode()[:400]
    return response.content.decode()


def post(client: Client, path: str, **values: object) -> tuple[int, str, str]:
    client.cookies["usul_language"] = "en"
    response = client.post(path, values)
    return response.status_code, response.get("Location", ""), response.content.decode()


def state_of(slug: str) -> tuple[str, str]:
    with public_scope(readonly=True):
        school = School.objects.get(slug=slug)
        return school.status, school.status_reason


def failed_job(slug: str = "school-a", **values: object) -> Job:
    with public_scope():
        return Job.objects.create(
            **{
                "kind": JobKind.ONBOARD,
                "school": School.objects.get(slug=slug),
                "state": JobState.FAILED,
                "requested_by": "Осмонова Чолпон",
                "requested_at": NOW,
                "error_code": "control.disk_full",
                "error": "No space left on device",
                **values,
            }
        )


# --- who may ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [DESK, f"{DESK}new/", f"{DESK}list/", SCHOOL, f"{SCHOOL}suspend/", "/fleet/"])
def test_a_reader_of_the_district_gets_nowhere(db: None, today: date, path: str) -> None:
    client = doors.signed_in("elmira", cast.DISTRICT_HOST)
    assert client.get(path).status_code == 403
    assert client.post(path, {"name_ky": "№9", "slug": "school-9", "reason": "…"}).status_code in (403, 405)
    with public_scope(readonly=True):
        assert not School.objects.filter(slug="school-9").exists()


def test_a_district_does_not_close_schools_and_sees_no_fleet(district: Client) -> None:
    assert district.get("/fleet/").status_code == 403
    assert post(district, f"{SCHOOL}close/", reason="…")[0] == 404
    assert state_of("school-a")[0] == SchoolStatus.READY
    page = text_of(district, SCHOOL)
    assert "Suspend the school" in page
    assert "Close the school" not in page


# --- the way of schools ----------------------------------------------------------------------------------------------------------


def test_the_funnel_counts_each_step_and_names_the_next(district: Client) -> None:
    page = text_of(district, DESK)
    assert "School No. 1" in page
    assert "First sitting" in page
    with public_scope():
        school = School.objects.create(
            slug="school-z", name_ky="№26", district_id=cast.DISTRICT_ID, status=SchoolStatus.READY, status_since=NOW
        )
    assert [name in text_of(district, f"{DESK}?stage=ready") for name in ("№26", "School No. 1")] == [True, False]
    with public_scope():
        user = Access.objects.filter(level="school_admin").values_list("user_id", flat=True)[0]
        Access.objects.create(school=school, user_id=user, level="school_member", valid_from=NOW, entered_on=NOW)
    assert [name in text_of(district, f"{DESK}?stage=entered") for name in ("№26", "School No. 1")] == [True, False]


def test_the_first_sign_in_at_a_school_is_noted_once(db: None, today: date) -> None:
    def noted() -> list[date | None]:
        with public_scope(readonly=True):
            return list(Access.objects.filter(user__username="aida").values_list("entered_on", flat=True))

    assert noted() == [None]
    client = doors.stranger(cast.HOST_A)
    signed = client.post("/account/login/", {"login": "aida", "password": cast.PASSWORD})
    assert signed.status_code == 302
    assert noted() == [today]
    with public_scope():
        Access.objects.filter(user__username="aida").update(entered_on=date(2026, 9, 1))
    doors.stranger(cast.HOST_A).post("/account/login/", {"login": "aida", "password": cast.PASSWORD})
    assert noted() == [date(2026, 9, 1)]


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_a_failure_is_told_with_its_reason_and_one_button(district: Client, language: str) -> None:
    job = failed_job()
    reason = {"ky": "диски толгон", "ru": "Диск базы данных заполнен", "en": "The disk of the database is full"}
    page = text_of(district, DESK, language)
    assert reason[language] in page
    assert page.count(f'action="{DESK}jobs/{job.pk}/retry/"') == 1
    status, to, _page = post(district, f"{DESK}jobs/{job.pk}/retry/")
    assert (status, to) == (302, SCHOOL)
    with public_scope(readonly=True):
        assert Job.objects.get(pk=job.pk).state == JobState.QUEUED
    assert post(district, f"{DESK}jobs/{job.pk}/retry/")[0] == 409


def test_a_failed_deletion_is_tried_again_by_those_who_may_delete(district: Client, operator: Client) -> None:
    job = failed_job(kind=JobKind.DELETE)
    button = f'action="{DESK}jobs/{job.pk}/retry/"'
    assert [button in text_of(client, path) for client in (district, operator) for path in (DESK, SCHOOL)] == [
        False,
        False,
        True,
        True,
    ]
    assert post(district, f"{DESK}jobs/{job.pk}/retry/")[0] == 403
    assert post(operator, f"{DESK}jobs/{job.pk}/retry/")[0] == 302


@pytest.mark.parametrize("count", [1, 3])
def test_lists_cost_the_same_for_one_and_for_three(district: Client, operator: Client, count: int) -> None:
    batch = uuid.UUID(int=7)
    with public_scope():
        rows = [
            School.objects.create(slug=f"new-{n}", name_ky=f"№{n}", district_id=cast.DISTRICT_ID, status_since=NOW)
            for n in range(count)
        ]
    for row in rows:
        failed_job(row.slug, batch=batch)
    for client, path, questions in (
        (district, DESK, 6),
        (district, f"{DESK}lists/{batch}/", 5),
        (district, SCHOOL, 10),
        (operator, "/fleet/", 8),
    ):
        with CaptureQueriesContext(connection) as seen:
            page = client.get(path).content
        assert sum(query["sql"].startswith("SELECT") for query in seen) == questions, path
        assert len(page) < 50_000


# --- one school ------------------------------------------------------------------------------------------------------------------


def test_a_school_is_asked_for_and_its_address_made_from_the_name(district: Client) -> None:
    status, to, _page = post(district, f"{DESK}new/", name_ky="№9 Ж. Бөкөнбаев атындагы мектеп")
    assert (status, to) == (302, f"{DESK}schools/9-j-bokonbaev-atyndagy-mektep/")
    assert state_of("9-j-bokonbaev-atyndagy-mektep")[0] == SchoolStatus.REQUESTED
    page = text_of(district, to)
    assert "waiting" in page
    assert f'hx-get="{to}"' in page


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"name_ky": ""}, "required"),
        ({"name_ky": "Мектеп", "slug": "school-b"}, "The name “school-b” is not free"),
        ({"name_ky": "Мектеп", "slug": "admin"}, "reserved for the system"),
        ({"name_ky": "Мектеп", "slug": "Mektep"}, "Write “mektep”"),
        ({"name_ky": "Мектеп", "slug": "мектеп-5"}, "Yours would be “mektep-5”"),
        ({"name_ky": "Мектеп", "slug": "x" * 41}, "has 41 characters"),
        ({"name_ky": "Мектеп", "slug": "mektep-5", "host": cast.HOST_B}, "cannot be a host"),
        ({"name_ky": "ж" * 201}, "200"),
    ],
)
def test_what_cannot_be_is_told_beside_the_field(district: Client, values: dict[str, str], told: str) -> None:
    with public_scope(readonly=True):
        before = School.objects.count()
    status, _to, page = post(district, f"{DESK}new/", **values)
    assert status == 422
    assert told in page
    with public_scope(readonly=True):
        assert School.objects.count() == before


# --- a list ------------------------------------------------------------------------------------------------------------------------

PASTED = (
    "Мектептин аталышы\tДарек\tОрусча\n№11 орто мектеп\t\tШкола 11\n№12 орто мектеп\tschool-b\t\n\n"
    "№13 орто мектеп\tmektep-13\t\n№14 орто мектеп\tmektep-13\t\n\tmektep-15\t"
)


def test_a_list_is_looked_through_and_only_then_set_up(district: Client) -> None:
    status, _to, page = post(district, f"{DESK}list/", text=PASTED)
    assert status == 200
    assert "2 schools can be set up. 3 lines have to be mended first" in " ".join(page.split())
    assert "The name “school-b” is not free" in page
    assert "The name “mektep-13” is not free" in page
    assert "The school&#x27;s name in Kyrgyz is needed." in page
    with public_scope(readonly=True):
        assert not Job.objects.exists()
    confirmed = "№11 орто мектеп\t11-orto-mektep\tШкола 11\n№13 орто мектеп\tmektep-13"
    assert confirmed in page
    status, to, _page = post(district, f"{DESK}list/", text=confirmed, confirm="1")
    assert status == 302
    with public_scope(readonly=True):
        jobs = list(Job.objects.select_related("school").order_by("school__slug"))
    assert [(job.school.slug, job.school.name_ru) for job in jobs] == [
        ("11-orto-mektep", "Школа 11"),
        ("mektep-13", ""),
    ]
    assert to == f"{DESK}lists/{jobs[0].batch}/"
    page = text_of(district, to)
    assert "hx-trigger" in page
    assert to in text_of(district, DESK)
    with public_scope():
        Job.objects.filter(pk=jobs[0].pk).update(state=JobState.DONE)
        Job.objects.filter(pk=jobs[1].pk).update(state=JobState.FAILED, error_code="control.disk_full")
    page = text_of(district, to)
    assert "hx-trigger" not in page
    assert "1 set up, 1 failed" in page
    assert f"{DESK}jobs/{jobs[1].pk}/retry/" in page


def test_what_was_taken_meanwhile_stops_the_whole_list(district: Client) -> None:
    text = "№11 орто мектеп\tschool-11\n№12 орто мектеп\tschool-b"
    assert post(district, f"{DESK}list/", text=text, confirm="1")[0] == 302  # the faulty row is left out, as was told
    with public_scope(readonly=True):
        assert Job.objects.count() == 1
    status, _to, page = post(district, f"{DESK}list/", text=text, confirm="1")
    assert status == 422
    assert "No school of the list is without fault" in page


def sheet(*rows: tuple[object, ...]) -> bytes:
    book, target = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("schools.xlsx", sheet(("Название", "Мектеп", "slug"), ("Школа 11", "№11 орто мектеп", None))),
        ("schools.csv", "мектеп;slug;ru\n№11 орто мектеп;;Школа 11\n".encode("utf-8-sig")),
        ("schools.csv", "школа,адрес,название\n№11 орто мектеп,,Школа 11\n".encode("cp1251")),
    ],
)
def test_files_are_read_by_their_heads(district: Client, name: str, content: bytes) -> None:
    status, _to, page = post(district, f"{DESK}list/", file=SimpleUploadedFile(name, content))
    assert status == 200
    assert "№11 орто мектеп\t11-orto-mektep\tШкола 11" in page


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"text": "  \n\t\n"}, "There is no school in the list"),
        ({"text": "мектеп\tдарек"}, "There is no school in the list"),
        ({"text": "\n".join(f"№{n}\tschool-{n}" for n in range(400))}, "at most 300 schools"),
        ({"text": 'a;"b'}, "cannot be read"),
        ({"file": ("schools.xlsx", b"PK\x03\x04 broken")}, "schools.xlsx"),
        ({"file": ("schools.csv", b"\x00\x01\x02")}, "cannot be read"),
        ({"file": ("schools.csv", b"x" * 1_000_001)}, "larger than 1 MB"),
        ({"file": ("schools.exe", b"MZ")}, "exe"),
    ],
)
def test_a_list_that_cannot_be_read_says_why(district: Client, values: dict[str, object], told: str) -> None:
    sent = {key: SimpleUploadedFile(*value) if isinstance(value, tuple) else value for key, value in values.items()}
    status, _to, page = post(district, f"{DESK}list/", **sent)
    assert status == 422
    assert told in page


# --- deeds -----------------------------------------------------------------------------------------------------------------------


def test_a_district_suspends_resumes_and_renames(district: Client) -> None:
    assert post(district, f"{SCHOOL}suspend/", sure="1")[0] == 422
    assert state_of("school-a")[0] == SchoolStatus.READY
    assert post(district, f"{SCHOOL}suspend/", reason="Оңдоо", readonly="on")[:2] == (302, SCHOOL)
    assert state_of("school-a") == (SchoolStatus.SUSPENDED_READONLY, "Оңдоо")
    page = text_of(district, SCHOOL)
    assert "Resume the school" in page
    assert "Оңдоо" in page
    assert post(district, f"{SCHOOL}resume/", sure="1")[0] == 302
    assert post(district, f"{SCHOOL}resume/", sure="1")[0] == 422
    status, _to, page = post(district, f"{SCHOOL}rename/", slug="school-b")
    assert (status, "is not free" in page) == (422, True)
    assert post(district, f"{SCHOOL}rename/", slug="mektep-1")[:2] == (302, f"{DESK}schools/mektep-1/")
    assert "school-a.localhost" in text_of(district, f"{DESK}schools/mektep-1/")
    path = f"{DESK}schools/mektep-1/"
    assert post(district, f"{path}add-host/", host="mektep1.kg")[0] == 302
    assert "mektep1.kg" in text_of(district, f"{path}remove-host/")
    assert post(district, f"{path}remove-host/", host="mektep1.kg")[0] == 302


def test_an_operator_closes_holds_releases_and_reopens(operator: Client) -> None:
    assert post(operator, f"{SCHOOL}close/", reason="Жаңы имарат")[0] == 302
    with public_scope(readonly=True):
        assert Closing.objects.get(school__slug="school-a").reason == "Жаңы имарат"
    status, _to, page = post(operator, f"{SCHOOL}delete/", sure="1")
    assert (status, "are kept until" in page) == (422, True)
    assert post(operator, f"{SCHOOL}hold/", reason="Сот")[0] == 302
    page = text_of(operator, SCHOOL)
    assert "Allow deletion again" in page
    assert "Delete the school" not in page
    assert post(operator, f"{SCHOOL}release/", sure="1")[0] == 302
    assert post(operator, f"{SCHOOL}reopen/", sure="1")[0] == 302
    assert state_of("school-a")[0] == SchoolStatus.READY


def test_an_operator_merges_and_splits(operator: Client) -> None:
    status, to, _page = post(operator, f"{SCHOOL}split/", name_ky="№1-а орто мектеп", slug="school-1-a")
    assert (status, to) == (302, f"{DESK}schools/school-1-a/")
    with public_scope(readonly=True):
        assert Job.objects.get(school__slug="school-1-a").kind == JobKind.SPLIT
        other = School.objects.get(slug="school-b").pk
    assert post(operator, f"{SCHOOL}merge/", into=uuid.UUID(int=7), reason="…")[0] == 422
    assert post(operator, f"{SCHOOL}merge/", into=other, reason="Бириктирүү")[0] == 302
    assert "School No. 2" in text_of(operator, SCHOOL)


@pytest.mark.parametrize("path", [f"{SCHOOL}explode/", f"{DESK}schools/nowhere/", f"{DESK}lists/{uuid.UUID(int=7)}/"])
def test_what_does_not_exist_is_not_found(district: Client, path: str) -> None:
    assert district.get(path).status_code == 404


# --- the board -------------------------------------------------------------------------------------------------------------------


def test_the_board_shows_schools_versions_and_failures(operator: Client) -> None:
    job = failed_job("school-b")
    page = text_of(operator, "/fleet/")
    assert "School No. 1" in page
    assert "At version" in page
    assert "No space left on device" in page
    assert [
        "School No. 1" in text_of(operator, f"/fleet/?{query}") for query in ("q=school-a", "q=zzz", "state=closed")
    ] == [
        True,
        False,
        False,
    ]
    assert post(operator, f"/fleet/jobs/{job.pk}/retry/")[:2] == (302, "/fleet/")
    with public_scope(readonly=True):
        assert Job.objects.get(pk=job.pk).state == JobState.QUEUED
