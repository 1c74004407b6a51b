"""Dossiers, cards, folders and control books of the two schools of the cast."""

import base64
from datetime import date

from apps.bodies.models import Body
from apps.calendars.queries.years import years_in_force
from apps.core.actor import Actor
from apps.dossiers.domain.archive import hand_over, open_folders
from apps.dossiers.domain.cards import fill_card
from apps.dossiers.domain.control import open_book, write_entry
from apps.dossiers.domain.inputs import CardInput, FileInput, FolderInput, PaperInput
from apps.dossiers.domain.papers import file_papers
from apps.people.models import Person
from apps.rulebook.catalogues import HosItem, PaperKind

HEAD = 5
PHONE = "+996 555 010 203"
SCAN = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")


def file_dossiers(by: Actor, association: Body, people: dict[int, Person]) -> None:
    """What schools file beside their records; the numbers stand in `tests.stage`."""
    [item] = years_in_force()
    shelf = PaperInput("ktp", date(2026, 9, 15), place="2-шкаф")
    file_papers(by=by, body=association, year=item, papers=[shelf])
    report = PaperInput("17_reports", date(2026, 8, 27), part="august", place="2-шкаф")
    file_papers(by=by, body=None, year=item, papers=[report])
    duties = PaperInput("job_duties", date(2026, 9, 15), file=FileInput("милдеттер.png", SCAN))
    file_papers(by=by, body=association, year=item, papers=[duties])
    card = CardInput(birth_date=date(1985, 3, 14), speciality="математика", phone=PHONE)
    fill_card(by=by, person=people[HEAD], card=card)
    folder = FolderInput(PaperKind.MINUTES, 2022, date(2023, 5, 25), body=association)
    older = FolderInput(PaperKind.PLANS, 2021, date(2022, 6, 8), body=association)
    _here, gone = open_folders(by=by, wanted=[folder, older])
    hand_over(by=by, folders=[gone], handed_on=date(2026, 9, 10), receiver=f"{association.name}: архив", act_number="7")
    book = open_book(by=by, year=item.year, kind=HosItem.JOURNAL_CONTROL, opened_on=date(2026, 9, 1))
    write_entry(by=by, book=book, on=date(2026, 10, 5), finding="Журнал текшерилди", person=people[HEAD])
