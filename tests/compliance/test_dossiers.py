"""Papers on file, cards, folders and the head of studies' papers, from rows to verdicts. The values follow worked example W10."""

from datetime import date, timedelta

import pytest

from apps.bodies.models import Body
from apps.calendars.queries.years import YearInForce, years_in_force
from apps.charters.domain.inputs import ModuleInput
from apps.charters.domain.profiles import adopt_profile
from apps.charters.queries.policy import school_policy
from apps.compliance.queries.facts import facts_of
from apps.core.actor import Actor
from apps.dossiers.domain.archive import destroy_folder, hand_over, open_folders
from apps.dossiers.domain.cards import fill_card
from apps.dossiers.domain.control import open_book, write_entry
from apps.dossiers.domain.inputs import CardInput, FolderInput, PaperInput
from apps.dossiers.domain.papers import file_papers
from apps.dossiers.enums import BOOKS
from apps.dossiers.models import ArchiveFolder
from apps.dossiers.queries.contents import contents_of, studies_of
from apps.people.models import Person, ServiceSpell
from apps.rulebook.catalogues import CardField, PaperKind
from apps.rulebook.engine import evaluate
from apps.rulebook.enums import Education
from tenants.scope import SchoolRef
from tests import cast, stage

pytestmark = pytest.mark.usefixtures("school")
CLOSED = date(2027, 9, 1)
FILED = cast.TODAY - timedelta(days=3)


@pytest.fixture
def s33(school: SchoolRef, by: Actor) -> None:
    """From 1 September on the school works under the charter of school 33 and its register."""
    adopt_profile(by=by, valid_from=date(2026, 9, 1), chosen=[ModuleInput("S33U"), ModuleInput("S33H")])


def year() -> YearInForce:
    [item] = years_in_force()
    return item


def association() -> Body:
    return Body.objects.get(pk=1)


def shown(check: str, as_of: date = cast.TODAY) -> list[str]:
    found = evaluate(facts_of(year()), school_policy(), as_of, only=frozenset({check}))
    return sorted(finding.shown for finding in found)


def folder(by: Actor, kind: PaperKind) -> ArchiveFolder:
    [row] = open_folders(by=by, wanted=[FolderInput(kind, 2021, date(2022, 6, 8), body=association())])
    return row


def lying(*items: str, part: str = "") -> list[PaperInput]:
    return [PaperInput(item, FILED, part=part, place="2-шкаф") for item in items]


@pytest.mark.usefixtures("s33")
def test_a_dossier_is_complete_once_what_usul_does_not_hold_has_been_filed(by: Actor) -> None:
    found = contents_of(association(), year(), today=cast.TODAY)
    by_itself = {row.item for row in found.rows if row.held}
    of_the_year = {"monthly_plans", "open_lesson_schedule", "self_education"}
    assert by_itself == {"order_create", "regulation", "theme_and_tasks", "year_plan", "minutes", *of_the_year}
    assert [row.item for row in found.rows if row.optional] == ["week_plan"]
    missing = [row.item for row in found.missing]
    assert (len(found.wanted), "ktp" in missing, shown("DS-1")) == (17, False, ["PENDING"])
    file_papers(by=by, body=association(), year=year(), papers=lying(*missing[:-1]))
    assert shown("DS-1", CLOSED) == ["FAIL"]
    file_papers(by=by, body=association(), year=year(), papers=lying(missing[-1]))
    assert (shown("DS-1"), shown("DS-1", CLOSED)) == (["PASS"], ["PASS"])


@pytest.mark.usefixtures("s33")
def test_cards_are_complete_once_every_member_has_answered_every_field(by: Actor) -> None:
    Person.objects.update(education=Education.HIGHER)
    for person in Person.objects.filter(pk__gte=stage.TEACHER):
        ServiceSpell.objects.create(person=person, valid_from=date(2015, 8, 20))
        none = frozenset({CardField.AWARDS, CardField.TITLE, CardField.CATEGORY})
        card = CardInput(birth_date=date(1988, 1, 1), speciality="математика", none_of=none)
        fill_card(by=by, person=person, card=card)
    assert (shown("DS-2"), shown("DS-2", CLOSED)) == (["PENDING"], ["FAIL"])
    for person in Person.objects.filter(pk__gte=stage.TEACHER):
        fill_card(by=by, person=person, card=CardInput(date(1988, 1, 1), "математика", phone="0555 1234", none_of=none))
    assert shown("DS-2") == ["PASS"]


@pytest.mark.usefixtures("s33")
def test_folders_are_judged_by_the_days_they_moved_on(by: Actor) -> None:
    assert shown("AR-2") == ["PASS", "WARN"]  # the folder of 2022/23 has waited since 25 May
    minutes, reports = folder(by, PaperKind.MINUTES), folder(by, PaperKind.CREATIVE_REPORTS)
    hand_over(by=by, folders=[minutes], handed_on=date(2026, 10, 20), receiver="Архив", act_number="1")
    destroy_folder(by=by, folder=reports, destroyed_on=date(2026, 10, 21), act_number="2")
    assert (shown("AR-1"), shown("AR-2")) == (["NA", "PASS", "PASS", "PASS"], ["NA", "PASS", "PASS", "WARN"])
    assert shown("AR-3") == ["NA", "NA", "NA", "PASS"]
    late = destroy_folder(
        by=by, folder=minutes, destroyed_on=date(2026, 11, 2), act_number="3", happened="суу басып кеткен"
    )
    assert (late.early_reason, shown("AR-3")) == ("суу басып кеткен", ["FAIL", "NA", "NA", "PASS"])


@pytest.mark.usefixtures("s33")
def test_papers_reports_and_plans_of_the_head_of_studies(by: Actor) -> None:
    assert (shown("HS-1"), shown("HS-1", CLOSED)) == (["PENDING"], ["WARN"])
    assert (shown("HS-2"), shown("HS-2", CLOSED)) == (["PENDING"], ["FAIL"])
    assert (shown("HS-3"), shown("HS-4")) == (["FAIL"], ["PENDING"])
    file_papers(by=by, body=None, year=year(), papers=[PaperInput("18_quarter_report", date(2026, 11, 3), "1", "шкаф")])
    assert shown("HS-3") == ["PENDING"]
    for kind in BOOKS:
        book = open_book(by=by, year=year().year, kind=kind, opened_on=date(2026, 9, 2))
        write_entry(by=by, book=book, on=FILED, finding="Текшерилди")
    found = studies_of(year(), today=cast.TODAY)
    ahead = [row.item for row in found.rows if row.waits]
    assert ahead == ["17_reports", "18_quarter_report"]  # what is missing of them lies ahead: no step of today
    for row in found.rows:
        parts = [part.part for part in row.parts if not part.on_file] or ([] if row.on_file else [""])
        for part in parts:
            file_papers(by=by, body=None, year=year(), papers=lying(row.item, part=part))
    assert (studies_of(year(), today=cast.TODAY).missing, shown("HS-1"), shown("HS-4")) == ([], ["PASS"], ["PASS"])
