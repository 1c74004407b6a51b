"""Pages of bodies, papers and staff: what they show, whom they let act, and what they refuse with which words."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook, load_workbook

from apps.acts.models import Act
from apps.bodies.models import Body, Candidacy, Directions, Membership
from apps.people.models import Person
from tenants.context import in_school
from tenants.routing import directory
from tests import cast

MOST_QUERIES, MOST_BYTES = 12, 50_000
PAGES = (
    "/bodies/",
    "/bodies/1/",
    "/bodies/1/people/",
    "/bodies/1/offices/",
    "/bodies/1/directions/",
    "/acts/",
    "/acts/1/",
    "/acts/new/",
    "/people/",
    "/people/5/",
)


def rows(model: type, **wanted: object) -> int:
    """How many rows of school A there are."""
    school = directory.school(cast.SCHOOL_A_ID)
    assert school is not None
    with in_school(school, readonly=True):
        return model.objects.filter(**wanted).count()  # type: ignore[attr-defined,no-any-return]


def words(response: object) -> str:
    """The text of a page without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_little_and_weighs_little(bakyt: Client, path: str) -> None:
    bakyt.get("/charter/")
    with CaptureQueriesContext(connection) as seen:
        answer = bakyt.get(path)
    asked = [row["sql"] for row in seen if not row["sql"].startswith(("SAVEPOINT", "RELEASE", "SET LOCAL", "ROLLBACK"))]
    assert answer.status_code == 200
    assert len(asked) <= MOST_QUERIES, "\n".join(asked)
    assert len(answer.content) <= MOST_BYTES


def test_the_sheet_of_papers_is_what_the_screen_shows(bakyt: Client) -> None:
    book = load_workbook(BytesIO(bakyt.get("/acts.xlsx?kind=order").content), read_only=True)
    rows = [[cell for cell in row if cell is not None] for row in book.worksheets[0].iter_rows(values_only=True)]
    page = words(bakyt.get("/acts/?kind=order"))
    papers = [str(row[0]).split(" · ") for row in rows[4:]]
    assert ["Буйрук №11", "түзүү", "Математика жана физика"] in papers
    assert all(part in page for paper in papers for part in paper)


def test_late_minutes_call_for_a_person(bakyt: Client) -> None:
    assert "Протоколго кол коюла элек: №2 отурум" in words(bakyt.get("/bodies/"))


def test_the_list_of_bodies_asks_the_same_for_two_and_for_four(bakyt: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert bakyt.get("/bodies/").status_code == 200
        return len(seen)

    two = asked()
    for number in (1, 2):
        new = {"kind": "commission", "name": f"Комиссия {number}", "created_on": "2026-10-01"}
        assert bakyt.post("/bodies/new/", new).status_code == 302
    assert asked() == two
    page = words(bakyt.get("/bodies/?kind=commission"))
    assert "Комиссия 1" in page
    assert "Математика жана физика" not in page.split("Тандалган")[-1]


def test_members_as_of_a_day_and_the_whole_history(bakyt: Client) -> None:
    seat = {"valid_until": "2026-10-10", "reason": "Башка мектепке которулду"}
    assert bakyt.post("/memberships/1/end/", seat).status_code == 302
    earlier = bakyt.get("/bodies/1/people/?on=2026-10-09").content.decode()
    later = bakyt.get("/bodies/1/people/?on=2026-10-10").content.decode()
    name = "Токтосунов Эркин Болотович"
    assert name in earlier.split('id="members"')[1].split("</section>")[0]
    assert name not in later.split('id="members"')[1].split("</section>")[0]
    assert name in later
    assert "Башка мектепке которулду" in later


def test_a_mistake_stands_beside_its_field_and_nothing_is_stored(bakyt: Client) -> None:
    before = rows(Membership)
    answer = bakyt.post("/bodies/1/members/add/", {"person": "6", "role": "head", "valid_from": "2026-11-01"})
    assert answer.status_code == 422
    assert "Кадырова Н. Т." in words(answer)
    assert rows(Membership) == before
    empty = bakyt.post("/bodies/new/", {"kind": "creative_group", "name": "Топ", "created_on": "2026-11-01"})
    assert (empty.status_code, "эмне үчүн түзүлгөнүн" in words(empty)) == (422, True)
    stale = bakyt.post("/bodies/1/change/", {"name": "Жаңы", "version": "7"})
    assert (stale.status_code, "өзгөртүп койду" in words(stale)) == (422, True)


def test_a_teacher_sees_no_way_to_change_and_is_refused_with_the_reason(erkin: Client) -> None:
    for path in ("/bodies/1/people/", "/bodies/1/offices/", "/bodies/1/directions/", "/acts/1/", "/people/5/"):
        page = erkin.get(path).content.decode()
        assert 'method="post"' not in page.split("<main")[1].split("</main>")[0], path
    for path, data in (
        ("/bodies/new/", {"kind": "commission", "name": "X"}),
        ("/bodies/1/members/add/", {"person": "3", "role": "member", "valid_from": "2026-11-01"}),
        ("/candidacies/1/elect/", {"elected_on": "2026-11-17"}),
        ("/acts/record/", {"kind": "order", "act_date": "2026-11-17"}),
        ("/acts/1/do/revoke/", {"revoked_on": "2026-11-17"}),
        ("/people/5/do/office/", {"role": "director", "valid_from": "2026-11-17"}),
        ("/people/5/do/leave/", {"left_on": "2026-11-17"}),
    ):
        answer = erkin.post(path, data)
        assert (answer.status_code, "укугу жок" in words(answer)) == (403, True), path


def test_a_candidate_on_the_page_from_nomination_to_the_order(bakyt: Client) -> None:
    page = words(bakyt.get("/bodies/1/offices/"))
    assert "Исаева Жылдыз" in page
    assert "Көрсөтүлдү" in page
    steps = (
        ("elect", {"elected_on": "2026-11-17", "yes": "5", "no": "0", "abstained": "0"}),
        ("approve", {"council": "2", "approved_on": "2026-11-18"}),
        ("paper", {"order_date": "2026-11-19", "number": "61", "signed_by": "1", "valid_from": "2026-11-20"}),
    )
    early = bakyt.post("/candidacies/1/approve/", steps[1][1])
    assert early.status_code == 422
    for version, (name, data) in enumerate(steps, start=1):
        assert bakyt.post(f"/candidacies/1/{name}/", data | {"version": str(version)}).status_code == 302, name
    assert rows(Candidacy, state="appointed", pk=1) == 1
    assert "Исаева Жылдыз" in words(bakyt.get("/bodies/1/offices/")).split("Бүгүн кызматта")[1]
    assert bakyt.post("/candidacies/1/nothing/").status_code == 404


def test_directions_changed_after_the_approval_show_the_difference(bakyt: Client) -> None:
    assert bakyt.post("/directions/1/approve/", {"council": "2", "approved_on": "2026-11-18"}).status_code == 302
    assert "Ушул түрүндө бекитилген" in words(bakyt.get("/bodies/1/directions/"))
    assert bakyt.post("/bodies/1/directions/", {"themes": "Окуу сабаттуулугу", "version": "1"}).status_code == 302
    page = bakyt.get("/bodies/1/directions/").content.decode()
    assert "Кайра бекитүү керек" in page
    assert "<del>" in page
    assert rows(Directions, row_version=2) == 1


def test_a_paper_is_drafted_from_a_ready_wording_and_printed(bakyt: Client) -> None:
    page = bakyt.get("/acts/new/?kind=order&purpose=members&body=2").content.decode()
    assert "«Методикалык кеңеш» курамы төмөнкүдөй бекитилсин" in page
    draft = {
        "kind": "order",
        "purpose": "members",
        "body": "2",
        "language": "ky",
        "act_date": "2026-11-19",
        "title": "Курамды бекитүү жөнүндө",
        "text": "БУЙРУК КЫЛАМ:\n1. Курамы бекитилсин.",
        "persons": ["5", "6"],
    }
    made = bakyt.post("/acts/new/", draft)
    assert made.status_code == 302
    path = made["Location"]
    shown = words(bakyt.get(path))
    assert "долбоор" in shown
    assert "Буйрукка кол коюу" not in shown  # a deputy does not sign orders
    refused = bakyt.post(f"{path}do/sign/", {"act_date": "2026-11-19"})
    assert refused.status_code == 403
    paper = bakyt.get(f"{path}file/pdf/")
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    word = bakyt.get(f"{path}file/docx/")
    assert word.content[:2] == b"PK"
    assert bakyt.get(f"{path}file/exe/").status_code == 404
    removed = bakyt.post(f"{path}do/discard/", {"version": "1"})
    assert (removed.status_code, rows(Act, title="Курамды бекитүү жөнүндө")) == (302, 0)


def test_a_paper_in_use_is_not_removed_and_a_number_is_not_reused(bakyt: Client) -> None:
    used = bakyt.post("/acts/3/do/remove/", {})
    assert (used.status_code, "жазуу таянат" in words(used)) == (422, True)
    again = bakyt.post("/acts/record/", {"kind": "order", "number": "12", "act_date": "2026-10-02"})
    assert (again.status_code, "катталган" in words(again)) == (422, True)
    fresh = bakyt.post("/acts/record/", {"kind": "order", "number": "99", "act_date": "2026-10-02"})
    assert fresh.status_code == 302
    assert bakyt.post(f"{fresh['Location']}do/remove/", {}).status_code == 302
    assert rows(Act, number="99") == 0
    revoked = bakyt.post("/acts/3/do/revoke/", {"revoked_on": "2026-11-19", "reason": "Жаңы курам"})
    assert revoked.status_code == 302
    assert "Жаңы курам" in words(bakyt.get("/acts/3/"))
    assert words(bakyt.get("/acts/?state=revoked")).count("№12") == 1


def sheet(*lines: tuple[object, ...]) -> SimpleUploadedFile:
    """An XLSX file with these lines."""
    book = Workbook()
    for line in lines:
        book.active.append(line)
    target = BytesIO()
    book.save(target)
    return SimpleUploadedFile("Кызматкерлер.xlsx", target.getvalue())


def test_staff_comes_in_from_a_sheet_after_it_was_shown(bakyt: Client) -> None:
    before = rows(Person)
    lines = (
        ("№33 мектеп", None, None, None, None, None, None),
        ("Фамилия", "Аты", "Атасынын аты", "Билими", "Предмети", "Кабыл алынган", "Стаж"),
        ("Абдыраева", "Назгүл", "Эркиновна", "жогорку", "физика, матем", date(2020, 8, 20), "01.09.2015"),
        ("Кадырова", "Нургүл", "Таалайбековна", "Высшее", "", "", ""),
        ("", "Белгисиз", "", "", "", "", ""),
        ("Мамбетов", "Айбек", "", "академик", "алхимия", "кечээ", ""),
    )
    shown = bakyt.post("/people/intake/", {"file": sheet(*lines)})
    page = words(shown)
    assert (shown.status_code, rows(Person)) == (200, before)
    assert "Абдыраева Назгүл Эркиновна" in page
    assert "академик, алхимия, кечээ" in page
    packed = re.search(r'name="rows" value="([^"]+)"', shown.content.decode())
    assert packed is not None
    assert len(shown.content) < MOST_BYTES
    kept = bakyt.post("/people/intake/", {"rows": packed.group(1)})
    assert (kept.status_code, rows(Person)) == (302, before + 2)
    assert rows(Person, family_name="Абдыраева", subjects=["mathematics", "physics"], education="higher") == 1
    assert rows(Person, family_name="Кадырова", education="higher", subjects=["mathematics"]) == 1
    again = bakyt.post("/people/intake/", {"rows": packed.group(1)})
    assert (again.status_code, rows(Person)) == (302, before + 2)
    forged = bakyt.post("/people/intake/", {"rows": packed.group(1)[:-2] + "xx"})
    assert forged.status_code == 409


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("кызматкерлер.xlsx", b"not a sheet", "таанылган жок"),
        ("кызматкерлер.pdf", b"%PDF-1.7 ...", "XLSX"),
        ("virus.xlsx.exe", b"MZ....", "программа"),
    ],
)
def test_what_is_no_sheet_is_refused(bakyt: Client, name: str, content: bytes, said: str) -> None:
    answer = bakyt.post("/people/intake/", {"file": SimpleUploadedFile(name, content)})
    assert (answer.status_code, said in words(answer)) == (422, True), words(answer)[-900:]
    heads = bakyt.post("/people/intake/", {"file": sheet(("Телефон", "Дарек"), ("1", "2"))})
    assert (heads.status_code, "«Фамилия»" in words(heads)) == (422, True)


def test_leaving_says_what_breaks_before_it_is_kept(bakyt: Client) -> None:
    page = words(bakyt.get("/people/5/do/leave/"))
    assert "«Математика жана физика»: жетекчи" in page
    assert "кызмат орду бош калат" in page
    assert bakyt.post("/people/5/do/leave/", {"left_on": "2026-11-20", "reason": "которулду"}).status_code == 302
    listed = words(bakyt.get("/bodies/"))
    assert "Кызмат орду бош: жетекчи" in listed
    assert "Кадырова" not in words(bakyt.get("/people/"))
    assert "Кадырова" in words(bakyt.get("/people/?state=left"))
    assert rows(Body, pk=1, dissolved_on__isnull=True) == 1


def test_the_register_finds_by_office_subject_and_name(bakyt: Client) -> None:
    def found(query: str) -> set[str]:
        page = bakyt.get(f"/people/?{query}").content.decode()
        return set(re.findall(r'/people/(\d+)/"', page.split('id="staff"')[1]))

    assert found("office=deputy_oti") == {"2"}
    assert found("subject=mathematics") == {"4", "5", "6", "7", "8"}
    assert found("name=Кад") == {"5"}
    assert found("name=%00%27") == set()
    assert "оорусу боюнча" in bakyt.get("/people/").content.decode()
