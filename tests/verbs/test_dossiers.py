"""Verbs of dossiers, cards, folders and control books: what they keep and what they refuse."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from apps.audit.models import Event
from apps.audit.queries.events import deletions
from apps.bodies.models import Body
from apps.calendars.queries.years import YearInForce, years_in_force
from apps.charters.domain.inputs import ModuleInput
from apps.charters.domain.profiles import adopt_profile
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.core.permissions import Permission
from apps.documents.models import StoredFile
from apps.documents.queries.files import files_of
from apps.dossiers.domain.archive import destroy_folder, hand_over, open_folders, prepare_folder
from apps.dossiers.domain.cards import fill_card
from apps.dossiers.domain.control import close_book, follow_up, open_book, write_entry
from apps.dossiers.domain.inputs import CardInput, FileInput, FolderInput, PaperInput
from apps.dossiers.domain.papers import describe_dossier, file_papers, take_off
from apps.dossiers.enums import DossierState, FolderState
from apps.dossiers.models import ArchiveFolder, ControlBook, ControlEntry, FiledPaper, TeacherCard
from apps.dossiers.queries.cards import reach_of, years_now
from apps.dossiers.queries.contents import contents_of
from apps.dossiers.queries.retention import proposed_folders
from apps.people.models import Person
from apps.rulebook.catalogues import CardField, HosItem, PaperKind
from tests import cast, stage
from tests.verbs.conftest import without

pytestmark = pytest.mark.usefixtures("school")
DAY = date(2026, 11, 10)


def year() -> YearInForce:
    [item] = years_in_force()
    return item


def association() -> Body:
    return Body.objects.get(pk=1)


def refused(deed: Callable[[], Any]) -> tuple[str, str | None]:
    with pytest.raises(Fault) as caught:
        deed()
    assert all("{" not in caught.value.message(language) for language in ("ky", "ru", "en"))
    return caught.value.code, caught.value.field


@pytest.mark.parametrize(
    ("paper", "fault"),
    [
        (PaperInput("17_reports", DAY, place="x"), ("dossier.item_unknown", "item")),
        (PaperInput("ktp", DAY, part="1", place="x"), ("dossier.part_unknown", "part")),
        (PaperInput("ktp", date(2026, 11, 21), place="x"), ("dossier.filed_in_future", "filed_on")),
        (PaperInput("internal_control", DAY, place="  "), ("dossier.nothing_to_show", "place")),
        (PaperInput("internal_control", DAY, file=FileInput("план.exe", b"MZ")), ("file.name_unsafe", None)),
    ],
    ids=["other-list", "no-parts", "future", "nowhere", "program"],
)
def test_a_paper_that_cannot_be_filed(by: Actor, paper: PaperInput, fault: tuple[str, str | None]) -> None:
    before = FiledPaper.objects.count(), Event.objects.count()
    assert refused(lambda: file_papers(by=by, body=association(), year=year(), papers=[paper])) == fault
    assert (FiledPaper.objects.count(), Event.objects.count()) == before


def test_a_paper_is_filed_written_anew_and_taken_off(by: Actor) -> None:
    scan = FileInput("көзөмөл.png", stage.SCAN)
    [paper] = file_papers(
        by=by, body=association(), year=year(), papers=[PaperInput("internal_control", DAY, file=scan)]
    )
    [same] = file_papers(by=by, body=association(), year=year(), papers=[PaperInput("internal_control", DAY)], seen=1)
    assert (same.pk, same.row_version, len(files_of("filed_paper", [paper.pk])[paper.pk])) == (paper.pk, 2, 1)
    again = [PaperInput("internal_control", DAY)]
    changed = refused(lambda: file_papers(by=by, body=association(), year=year(), papers=again, seen=1))
    assert changed == ("core.changed_meanwhile", None)
    assert refused(lambda: take_off(by=by, paper=same, reason=" ")) == ("dossier.why_taken_off", "reason")
    take_off(by=by, paper=same, reason="жаңылыш")
    assert (
        FiledPaper.objects.filter(item="internal_control").count(),
        StoredFile.objects.filter(name=scan.name).count(),
    ) == (0, 1)
    assert [(row.subject_type, row.subject_id) for row in deletions()][-1:] == [("filed_paper", paper.pk)]


def test_a_report_of_the_head_of_studies_needs_its_part(by: Actor) -> None:
    bare = PaperInput("17_reports", DAY, place="x")
    assert refused(lambda: file_papers(by=by, body=None, year=year(), papers=[bare])) == (
        "dossier.part_unknown",
        "part",
    )
    fifth = replace(bare, item="18_quarter_report", part="5")
    assert refused(lambda: file_papers(by=by, body=None, year=year(), papers=[fifth])) == (
        "dossier.part_unknown",
        "part",
    )
    weak = without(by, Permission.STUDIES_KEEP)
    assert refused(lambda: file_papers(by=weak, body=None, year=year(), papers=[]))[0] == "core.not_permitted"


def test_a_dossier_is_stored_after_the_year(by: Actor) -> None:
    early = refused(lambda: describe_dossier(by=by, body=association(), year=year(), stored_on=DAY))
    assert early == ("dossier.stored_before_end", "stored_on")
    council = Body.objects.get(pk=2)
    assert refused(lambda: describe_dossier(by=by, body=council, year=year())) == ("dossier.not_an_association", "body")
    later = replace(by, today=date(2027, 6, 20))
    describe_dossier(by=later, body=association(), year=year(), place="2-шкаф", stored_on=date(2027, 6, 14))
    assert contents_of(association(), year(), today=later.today).state is DossierState.STORED


@pytest.mark.parametrize(
    ("card", "fault"),
    [
        (CardInput(awards="грамота", none_of=frozenset({CardField.AWARDS})), ("card.none_and_value", "awards")),
        (CardInput(none_of=frozenset({CardField.PHONE})), ("card.none_not_allowed", "none_of")),
        (CardInput(birth_date=cast.TODAY), ("card.born_later", "birth_date")),
        (CardInput(phone="жок"), ("card.phone_unclear", "phone")),
        (CardInput(total_years=3, pedagogical_years=4), ("card.years_reversed", "pedagogical_years")),
    ],
    ids=["none-and-value", "always-something", "born-today", "phone", "years"],
)
def test_a_card_that_cannot_be(by: Actor, card: CardInput, fault: tuple[str, str]) -> None:
    before = Event.objects.count()
    assert refused(lambda: fill_card(by=by, person=Person.objects.get(pk=6), card=card)) == fault
    assert (Event.objects.count(), TeacherCard.objects.filter(person=6).exists()) == (before, False)


def test_the_teacher_fills_their_own_card_and_the_trail_tells_no_personal_data(by: Actor) -> None:
    person = Person.objects.get(pk=6)
    own = replace(without(by, Permission.CARD_EDIT, Permission.CARD_READ), person_id=6)
    other = replace(own, person_id=7)
    card = CardInput(birth_date=date(1990, 2, 3), phone="0700 111 222", total_years=10)
    assert refused(lambda: fill_card(by=other, person=person, card=card))[0] == "core.not_permitted"
    row = fill_card(by=own, person=person, card=card)
    event = Event.objects.filter(action="card.filled").latest("pk")
    assert event.data == {"fields": ["birth_date", "phone", "total_years"]}
    assert [years_now(row, 10, today=date(2027, 11, day)) for day in (19, 20)] == [10, 11]
    head = replace(other, body_permissions={1: frozenset({Permission.CARD_READ})})
    reach = {who: reach_of(actor, person) for who, actor in (("own", own), ("other", other), ("head", head))}
    assert {who: (one.read, one.change) for who, one in reach.items()} == {
        "own": (True, True),
        "other": (False, False),
        "head": (True, False),
    }
    gone = reach_of(head, Person.objects.get(pk=2))
    assert (gone.read, gone.change) == (False, False)


def test_a_folder_goes_its_way_by_acts(by: Actor) -> None:
    adopt_profile(by=by, valid_from=date(2026, 9, 1), chosen=[ModuleInput("S33U")])
    old = FolderInput(PaperKind.MINUTES, 2021, date(2022, 6, 8), body=association())
    [folder] = open_folders(by=by, wanted=[old])
    assert refused(lambda: open_folders(by=by, wanted=[old])) == ("folder.there", "kind")
    coming = replace(old, start_year=2026, year_end=date(2027, 5, 25))
    assert refused(lambda: open_folders(by=by, wanted=[coming])) == ("folder.year_not_over", "year_end")
    unarchived = refused(lambda: destroy_folder(by=by, folder=folder, destroyed_on=DAY, act_number="1"))
    assert unarchived == ("folder.not_archived", "destroyed_on")
    prepare_folder(by=by, folder=folder, prepared_on=DAY, contents="протоколдор №1–5", sheets=42)
    given: dict[str, Any] = {"by": by, "folders": [folder], "handed_on": DAY}
    assert refused(lambda: hand_over(**given, receiver="", act_number="4")) == ("folder.receiver_missing", "receiver")
    assert refused(lambda: hand_over(**given, receiver="Архив", act_number="")) == ("folder.act_missing", "act_number")
    [row] = hand_over(**given, receiver="Райархив", act_number="4")
    assert (row.state, row.receiver) == (FolderState.HANDED_OVER, "Райархив")
    again = refused(lambda: hand_over(**given, receiver="Архив", act_number="5"))
    assert again == ("folder.moved", None)
    early = refused(lambda: destroy_folder(by=by, folder=row, destroyed_on=cast.TODAY, act_number="6"))
    assert early == ("folder.too_early", "destroyed_on")


def test_papers_leave_early_only_with_a_reason_and_endless_ones_stay(by: Actor) -> None:
    adopt_profile(by=by, valid_from=date(2026, 9, 1), chosen=[ModuleInput("VARU")])
    young = FolderInput(PaperKind.PLANS, 2025, date(2026, 5, 25), body=association())
    [folder] = open_folders(by=by, wanted=[young])
    given: dict[str, Any] = {"by": by, "folders": [folder], "handed_on": DAY, "receiver": "Архив", "act_number": "4"}
    assert refused(lambda: hand_over(**given)) == ("folder.too_early", "handed_on")
    [row] = hand_over(**given, happened="мектеп көчкөн")
    assert row.early_reason == "мектеп көчкөн"
    endless = refused(lambda: destroy_folder(by=by, folder=row, destroyed_on=cast.TODAY, act_number="6"))
    assert endless == ("folder.never_ends", "destroyed_on")


def test_folders_are_proposed_from_the_ends_of_years(by: Actor) -> None:
    assert proposed_folders(today=cast.TODAY) == []
    due = proposed_folders(today=date(2027, 6, 1))
    assert [(row.kind, row.year.start_year) for row in due] == [(PaperKind.MINUTES, 2026), (PaperKind.PLANS, 2026)]
    later = replace(by, today=date(2027, 6, 1))
    wanted = [FolderInput(row.kind, row.year.start_year, row.year_end, association()) for row in due[:1]]
    open_folders(by=later, wanted=wanted)
    assert [row.kind for row in proposed_folders(today=later.today)] == [PaperKind.PLANS]
    assert ArchiveFolder.objects.count() == 3


def test_a_control_book_is_written_followed_up_and_closed(by: Actor) -> None:
    book = ControlBook.objects.get(pk=1)
    wrong = refused(lambda: open_book(by=by, year=year().year, kind=HosItem.DUTIES, opened_on=DAY))
    assert wrong == ("control.not_a_book", "kind")
    assert open_book(by=by, year=year().year, kind=HosItem.JOURNAL_CONTROL, opened_on=DAY) == book
    assert refused(lambda: write_entry(by=by, book=book, on=DAY, finding=" ")) == ("control.finding_missing", "finding")
    before = date(2026, 8, 1)
    assert refused(lambda: write_entry(by=by, book=book, on=before, finding="x")) == ("control.day_outside", "on")
    entry = ControlEntry.objects.get(pk=1)
    follow_up(by=by, entry=entry, done_on=DAY)
    assert refused(lambda: follow_up(by=by, entry=entry, done_on=DAY))[0] == "control.followed_already"
    close_book(by=by, book=book, closed_on=cast.TODAY)
    assert refused(lambda: write_entry(by=by, book=book, on=cast.TODAY, finding="x"))[0] == "control.book_closed"
