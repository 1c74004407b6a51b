"""Dossiers, cards and archive folders of a demonstration school: what Usul does not hold by itself, as carefully as the school is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from apps.bodies.models import Body
from apps.calendars.models import Period
from apps.calendars.queries.years import YearInForce, years_in_force
from apps.core.actor import Actor
from apps.dossiers.domain.archive import destroy_folder, hand_over, open_folders, prepare_folder
from apps.dossiers.domain.control import follow_up, open_book, write_entry
from apps.dossiers.domain.inputs import FolderInput, PaperInput
from apps.dossiers.domain.papers import describe_dossier, file_papers
from apps.dossiers.enums import BOOKS
from apps.dossiers.models import ArchiveFolder, TeacherCard
from apps.dossiers.queries.contents import Content, contents_of, studies_of
from apps.people.models import Person
from apps.rulebook.catalogues import CardField, HosItem, PaperKind
from apps.rulebook.enums import PeriodUnit
from usul.control.demo.schools import Habit, Story
from usul.control.demo.staff import CAREFUL, Cast

SPECIALITIES = {
    "mathematics": "математика мугалими",
    "physics": "физика мугалими",
    "informatics": "информатика мугалими",
    "kyrgyz": "кыргыз тили жана адабияты мугалими",
    "primary": "башталгыч класстардын мугалими",
    "english": "англис тили мугалими",
    "russian": "орус тили мугалими",
}
CATEGORIES = ("жогорку категория", "биринчи категория", "экинчи категория", "")
AWARDS = ("«Билим берүүнүн отличниги»", "Райондук билим берүү бөлүмүнүн ардак грамотасы", "", "")
FINDINGS = (
    ("Баалар өз убагында коюлган, 8-а классында үч сабактын темасы жазылган эмес.", "Темаларды толуктоо"),
    ("Дептерлер аптасына бир текшерилген, каталардын үстүндө иш жүргүзүлгөн.", ""),
    ("Пландагы эки сабак кийинкиге калган.", "Пландын тактоосун көрсөтүү"),
)
SHELF, REPORT_TO = "Усулдук кабинет, 2-шкаф", "Мектептин директору"
# how much of the papers that have to be entered by hand a school leaves out; none of these numbers is a rule
LEFT_OUT = {Habit.EXEMPLARY: 0, Habit.STEADY: 0, Habit.SLIPPING: 2, Habit.LATE: 5}
WITH_CARD_FAULTS = {Habit.SLIPPING: 1, Habit.LATE: 4}
REPORT_AFTER = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who tells of which school."""

    by: Actor
    story: Story
    chance: Random

    @property
    def careful(self) -> bool:
        return self.story.habit in CAREFUL

    def day(self, wanted: date) -> date:
        """The day, or today when it has not come yet."""
        return min(wanted, self.by.today)


def tell_dossiers(*, by: Actor, story: Story, cast: Cast, chance: Random) -> None:
    """File the papers of both years, fill the cards, send older folders to the archive. A silent school has none of it."""
    if story.habit is Habit.SILENT:
        return
    keeper = Keeper(by, story, chance)
    _cards(keeper, [person for _body, members in cast.associations for person in members])
    for item in years_in_force():
        for body, _members in cast.associations:
            _dossier(keeper, body, item)
        if "S33H" in story.modules.get("association", ()):
            _studies(keeper, cast, item)
    _folders(keeper, [body for body, _members in cast.associations])


def _cards(keeper: Keeper, people: list[Person]) -> None:
    """Cards of everybody; in less careful schools some lack the telephone number, as papers do."""
    chance, without = keeper.chance, WITH_CARD_FAULTS.get(keeper.story.habit, 0)
    TeacherCard.objects.bulk_create(
        [
            _card(person, chance, keeper.by.today, phone=number >= without)
            for number, person in enumerate(people)
            if number >= without or number % 2
        ]
    )


def _card(person: Person, chance: Random, today: date, *, phone: bool) -> TeacherCard:
    category, award = chance.choice(CATEGORIES), chance.choice(AWARDS)
    joined = person.joined_on or today
    none = {CardField.CATEGORY: category, CardField.AWARDS: award, CardField.TITLE: ""}
    subject = person.subjects[0] if person.subjects else ""
    return TeacherCard(
        person=person,
        birth_date=date(joined.year - chance.randint(22, 30), chance.randint(1, 12), chance.randint(1, 28)),
        speciality=SPECIALITIES.get(subject, "мугалим"),
        category=category,
        awards=award,
        phone=f"+996 555 {chance.randint(100, 999)} {chance.randint(100, 999)}" if phone else "",
        none_of=sorted(field.value for field, value in none.items() if not value),
        revised_on=today - timedelta(days=chance.randint(5, 70)),
    )


def _dossier(keeper: Keeper, body: Body, item: YearInForce) -> None:
    """What is missing is filed, up to what the school leaves out; last year's dossier of a careful school is in store."""
    begun = item.revision.starts_on
    missing = contents_of(body, item, today=keeper.by.today).missing
    wanted = missing[: len(missing) - LEFT_OUT[keeper.story.habit]] if missing else []
    papers = [PaperInput(row.item, keeper.day(begun + timedelta(days=9)), place=SHELF) for row in wanted]
    file_papers(by=keeper.by, body=body, year=item, papers=papers)
    over = item.revision.ends_on + timedelta(days=10)
    if keeper.careful and over <= keeper.by.today:
        describe_dossier(by=keeper.by, body=body, year=item, place=SHELF, stored_on=over)


def _studies(keeper: Keeper, cast: Cast, item: YearInForce) -> None:
    """Books with entries, plans and reports as far as they are due, then the rest of the list."""
    people = [members[number % len(members)] for number, (_body, members) in enumerate(cast.associations)]
    books = BOOKS if keeper.careful else BOOKS[:2]
    _books(keeper, people, item, books)
    due = {**_report_days(item), **_quarter_days(item)}
    papers = []
    for row in studies_of(item, today=keeper.by.today).missing:
        if row.is_book or (not keeper.careful and row.item in (HosItem.EXCURSIONS, HosItem.CIRCLES)):
            continue
        for part in [one for one in row.parts if not one.on_file] or [row]:
            on = due.get((row.item, part.part), item.revision.starts_on + timedelta(days=12))
            if on <= keeper.by.today and _gives(keeper, part):
                to = REPORT_TO if (row.item, part.part) in due else ""
                papers.append(PaperInput(row.item, on, part=part.part, place=SHELF, recipient=to))
    file_papers(by=keeper.by, body=None, year=item, papers=papers)


def _gives(keeper: Keeper, part: Content) -> bool:
    """A late school gives no January report and no report of the first quarter."""
    return keeper.story.habit is not Habit.LATE or part.part not in ("january", "1", "day")


def _report_days(item: YearInForce) -> dict[tuple[str, str], date]:
    begun = item.revision.starts_on
    return {
        (HosItem.REPORTS.value, "august"): date(begun.year, 8, 27),
        (HosItem.REPORTS.value, "january"): date(begun.year + 1, 1, 20),
        (HosItem.REPORTS.value, "may"): date(begun.year + 1, 5, 24),
    }


def _quarter_days(item: YearInForce) -> dict[tuple[str, str], date]:
    quarters = Period.objects.filter(revision=item.revision, unit=PeriodUnit.QUARTER)
    return {(HosItem.QUARTER_REPORT.value, str(row.number)): row.ends_on + REPORT_AFTER for row in quarters}


def _books(keeper: Keeper, people: list[Person], item: YearInForce, books: Iterable[HosItem]) -> None:
    opened = item.revision.starts_on + timedelta(days=3)
    if opened > keeper.by.today:
        return
    for number, kind in enumerate(books):
        book = open_book(by=keeper.by, year=item.year, kind=kind, opened_on=opened)
        for place, (finding, follows) in enumerate(FINDINGS[: 1 + number % len(FINDINGS)]):
            on = keeper.day(opened + timedelta(days=14 + 9 * place))
            entry = write_entry(
                by=keeper.by,
                book=book,
                on=on,
                finding=finding,
                person=people[place % len(people)],
                follow_up=follows,
                due_on=on + timedelta(days=10) if follows else None,
            )
            if follows and on + timedelta(days=9) <= keeper.by.today and keeper.careful:
                follow_up(by=keeper.by, entry=entry, done_on=on + timedelta(days=9))


def _folders(keeper: Keeper, bodies: list[Body]) -> None:
    """Papers from before Usul: one year long in the archive, one whose three years ended this spring, one still kept."""
    newest = years_in_force()[-1].year.start_year
    kinds = (PaperKind.MINUTES, PaperKind.PLANS, PaperKind.ANALYSES)
    made = {
        back: _opened(keeper, bodies[:2], newest - back, (*kinds, PaperKind.CREATIVE_REPORTS) if back == 5 else kinds)
        for back in (5, 4, 2)
    }
    old, due = made[5], made[4]
    archived = [row for row in old if row.kind is not PaperKind.CREATIVE_REPORTS]
    _hand(keeper, archived, date(newest - 1, 9, 12), "1")
    if keeper.careful:
        for number, row in enumerate(row for row in old if row.kind is PaperKind.CREATIVE_REPORTS):
            on = date(newest - 1, 9, 20)
            destroy_folder(
                by=keeper.by, folder=row, destroyed_on=on, act_number=f"Ж-{number + 1}", reason="мөөнөтү бүттү"
            )
        for row in due:
            prepare_folder(
                by=keeper.by, folder=row, prepared_on=keeper.day(date(newest, 9, 4)), place=SHELF,
                contents="тиркемелери менен, тизмеленген", sheets=keeper.chance.randint(24, 96),
            )  # fmt: skip
        _hand(keeper, due, keeper.day(date(newest, 9, 10)), "2")
    elif keeper.story.habit is Habit.LATE:
        _hand(keeper, due[:2], date(newest, 5, 12), "2", happened="мектепте орун жок болчу")


def _opened(keeper: Keeper, bodies: list[Body], start_year: int, kinds: Iterable[PaperKind]) -> list[ArchiveFolder]:
    ended = date(start_year + 1, 5, 25)
    wanted = [FolderInput(kind, start_year, ended, body=body, place=SHELF) for body in bodies for kind in kinds]
    return open_folders(by=keeper.by, wanted=wanted)


def _hand(keeper: Keeper, rows: list[ArchiveFolder], on: date, act: str, *, happened: str = "") -> None:
    hand_over(
        by=keeper.by,
        folders=rows,
        handed_on=on,
        receiver="Мектептин архиви, архивчи",
        act_number=act,
        happened=happened,
    )
