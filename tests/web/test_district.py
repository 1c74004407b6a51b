"""The district's pages: light, the same number of queries however many schools, and the same on the screen and in the workbook."""

import uuid
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from apps.district.models import SchoolStanding, StandingCell
from apps.web.district import matrix
from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import School
from tests import cast, doors

OVERVIEW = "/districts/sverdlov/"
OBLIGATIONS = "/districts/sverdlov/obligations/"
SHEET = "/districts/sverdlov/report.xlsx"
FRAME = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET LOCAL")
LIGHT = 50_000


@pytest.fixture
def cholpon(db: None, today: date) -> Client:
    """The officer of the district, reading Kyrgyz: its letters weigh twice."""
    return doors.signed_in("cholpon", cast.DISTRICT_HOST)


def more_schools(count: int) -> None:
    """So many schools that report what school A reports."""
    with public_scope():
        like = School.objects.get(pk=cast.SCHOOL_A_ID)
        told = SchoolStanding.objects.get(school=like, year=2026)
        cells = list(StandingCell.objects.filter(standing=told))
        for number in range(count):
            row = School(
                district=like.district,
                slug=f"more-{number}",
                name_ky=f"№{number} жалпы билим берүүчү орто мектеп",
                status=SchoolStatus.READY,
                status_since=cast.OPENED,
            )
            row.save()
            told.pk, told.school = uuid.uuid4(), row
            told.save(force_insert=True)
            for cell in cells:
                cell.pk, cell.standing = uuid.uuid4(), told
            StandingCell.objects.bulk_create(cells)


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as sent:
        assert client.get(path).status_code == 200
    return sum(not query["sql"].startswith(FRAME) for query in sent.captured_queries)


@pytest.mark.parametrize("more", [0, 28])
@pytest.mark.parametrize(
    ("path", "asked"),
    [(OVERVIEW, 7), (OBLIGATIONS, 6), (OVERVIEW + "schools/school-a/", 7), (OBLIGATIONS + "CN-7/", 7), (SHEET, 6)],
)
def test_pages_ask_the_same_and_stay_light_however_many_schools(
    cholpon: Client, path: str, asked: int, more: int
) -> None:
    more_schools(more)
    cholpon.get(path)
    assert queries(cholpon, path) == asked
    assert len(cholpon.get(path).content) < LIGHT


def test_the_four_figures_say_what_has_changed_since_last_week(cholpon: Client) -> None:
    more_schools(2)
    with public_scope():
        SchoolStanding.objects.filter(school__slug="more-0").update(rhythm="late", rhythm_before="slipping")
        SchoolStanding.objects.filter(school__slug="more-1").update(rhythm="late", rhythm_before="")
    html = cholpon.get(OVERVIEW).content.decode()
    assert html.count("өткөн жумадан бери") == 2, "a school that is new on record has not moved"
    assert '<span class="stat__delta stat__delta--bad">өткөн жумадан бери +1</span>' in html
    assert '<span class="stat__delta stat__delta--good">өткөн жумадан бери −1</span>' in html


def test_the_most_pressing_school_is_one_step_away(cholpon: Client) -> None:
    html = cholpon.get(OVERVIEW, headers={"accept-language": "ky"}).content.decode()
    first = html.split('class="button button--primary" href="')[1].split('"')[0]
    assert first.startswith(f"{OVERVIEW}schools/")
    assert html.count(f'href="{first}"') == 2, "the button and the first line of the list lead to the same argument"
    assert cholpon.get(first).status_code == 200


def rows_of(client: Client, query: str = "") -> list[list[object]]:
    answer = client.get(SHEET + query)
    assert answer["Content-Disposition"].startswith('attachment; filename="sverdlov-')
    return [list(row) for row in load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)]


def test_the_workbook_holds_what_is_on_the_screen(cholpon: Client) -> None:
    rows = rows_of(cholpon)
    head = next(row for row in rows if row[0] == "Мектеп")
    schools = rows[rows.index(head) + 1 :]
    assert [row[0] for row in schools] == ["№1 орто мектеп", "№2 орто мектеп"]
    council = rows_of(cholpon, "?area=councils&sort=name")
    head = next(row for row in council if row[0] == "Мектеп")
    assert [name for name in head if str(name).startswith("CN-")] == head[2:-4]
    assert [row[0] for row in council[council.index(head) + 1 :]] == ["№1 орто мектеп", "№2 орто мектеп"]
    assert any("Бөлүгү: Кеңештер" in str(row[0]) for row in council[: council.index(head)]), "its filters are named"


def test_a_filter_that_fits_no_school_says_so(cholpon: Client) -> None:
    html = cholpon.get(OVERVIEW + "?rhythm=slipping&verdict=LOST").content.decode()
    assert 'class="empty' in html
    assert '<table class="matrix' not in html


def test_obligations_narrow_to_an_area(cholpon: Client) -> None:
    html = cholpon.get(OBLIGATIONS + "?area=plans").content.decode()
    assert 'href="PL-1/"' in html
    assert 'href="CN-7/"' not in html


class TestColumns:
    checks = tuple(f"CN-{number}" for number in range(1, 18)) + tuple(f"PL-{number}" for number in range(1, 10))

    def test_all_of_them_while_they_fit(self) -> None:
        assert matrix.columns_of([], self.checks[:12], "") == list(self.checks[:12])

    def test_never_more_than_fit(self) -> None:
        assert len(matrix.columns_of([], self.checks, "")) == matrix.MOST_COLUMNS

    def test_an_area_is_shown_whole_when_it_fits(self) -> None:
        assert matrix.columns_of([], self.checks, "plans") == [f"PL-{number}" for number in range(1, 10)]

    @pytest.mark.parametrize(("columns", "rows"), [(0, 25), (3, 20), (10, 6), (12, 5)])
    def test_more_columns_leave_room_for_fewer_schools(self, columns: int, rows: int) -> None:
        assert matrix.rows_that_fit(columns) == rows


@pytest.mark.parametrize(
    ("language", "words", "name"),
    [
        ("ky", "Колдонуучу аты", "№1 орто мектеп"),
        ("ru", "Имя пользователя", "Средняя школа № 1"),
        ("en", "User name or e-mail", "School No. 1"),
    ],
)
def test_the_sign_in_page_says_where_one_is_and_what_to_type(db: None, language: str, words: str, name: str) -> None:
    stranger = doors.stranger(cast.HOST_A)
    stranger.cookies["usul_language"] = language
    html = stranger.get("/account/login/").content.decode()
    assert words in html
    assert f"<h1>{name}</h1>" in html
    assert html.count('href="/account/password/reset/"') == 1


def test_pages_travel_compressed_and_answers_of_the_api_do_not(cholpon: Client) -> None:
    page = cholpon.get(OVERVIEW, headers={"accept-encoding": "gzip"})
    assert page["Content-Encoding"] == "gzip"
    assert len(page.content) < LIGHT / 4
    answer = cholpon.get("/api/v1/districts/sverdlov/standings/", headers={"accept-encoding": "gzip"})
    assert "Content-Encoding" not in answer
