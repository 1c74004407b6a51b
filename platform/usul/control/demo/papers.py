"""Papers on their way in a demonstration school: teachers' plans, year reports, a contest, an award, a programme."""

from datetime import date, timedelta

from apps.acts.domain.papers import record_act
from apps.bodies.models import Body
from apps.calendars.domain.years import YearDates
from apps.calendars.models import AcademicYear
from apps.core.actor import Actor
from apps.people.models import Person
from apps.proposals.domain.inputs import PaperInput
from apps.proposals.domain.papers import enter_paper, hand_in
from apps.proposals.domain.passages import link_act, link_item
from apps.proposals.enums import Level, PaperKind
from apps.proposals.models import Paper, Passage
from apps.rulebook.catalogues import Contest
from apps.rulebook.enums import ActKind, ReportForm, Role
from apps.sittings.models import AgendaItem
from usul.control.demo.schools import Habit, Story
from usul.control.demo.staff import Cast

CAREFUL = frozenset({Habit.EXEMPLARY, Habit.STEADY})
PLANNING = 3
TOPICS = (
    "Окуучулардын өз алдынча иши",
    "Формативдүү баалоо",
    "Долбоордук окутуу",
    "Санариптик куралдар",
    "Функционалдык сабаттуулук",
)


def tell_papers(*, by: Actor, story: Story, cast: Cast, year: AcademicYear, dates: YearDates) -> None:
    """The year's papers up to today. Plans and reports are many and alike, so they are stored at once."""
    items = _decided(year)
    _plans(by, story, cast, year, dates, items)
    _reports(by, story, cast, year, dates)
    _contest(by, story, cast, year, dates, items)
    if cast.council is not None:
        _award(by, story, cast, year, dates, items)
        _programme(by, story, cast, year, dates, items)


def _decided(year: AcademicYear) -> dict[int, list[AgendaItem]]:
    """Questions that were decided for, by body, the earliest first."""
    rows = AgendaItem.objects.filter(sitting__year=year, adopted=True, sitting__held_on__isnull=False)
    found: dict[int, list[AgendaItem]] = {}
    for row in rows.select_related("sitting__body").order_by("sitting__held_on", "position"):
        found.setdefault(row.sitting.body_id, []).append(row)
    return found


def _plans(
    by: Actor, story: Story, cast: Cast, year: AcademicYear, dates: YearDates, items: dict[int, list[AgendaItem]]
) -> None:
    """A plan for each of some teachers; careful associations approve them before they are used."""
    made, links = [], []
    for (body, members), topic in zip(cast.associations, TOPICS, strict=False):
        rows = items.get(body.pk, [])
        used_from = dates.starts_on + timedelta(days=14)
        if rows and rows[0].sitting.held_on:
            used_from = max(used_from, rows[0].sitting.held_on)
        for number, person in enumerate(members[1 : 1 + PLANNING]):
            paper = Paper(
                kind=PaperKind.INDIVIDUAL_PLAN,
                body=body,
                year=year,
                title=f"Жекече иш план: {topic.lower()}",
                person=person,
                used_from=used_from,
                entered_on=min(dates.starts_on, by.today),
            )
            made.append(paper)
            if rows and (story.habit in CAREFUL or number == 0):
                links.append((paper, rows[0]))
            elif rows and story.habit is Habit.SLIPPING:
                links.append((paper, rows[-1]))
    Paper.objects.bulk_create(made)
    Passage.objects.bulk_create(Passage(paper=paper, item=item, kind=ActKind.APPROVAL) for paper, item in links)


def _reports(by: Actor, story: Story, cast: Cast, year: AcademicYear, dates: YearDates) -> None:
    """The head's report to the deputy and that of the work plan to the leadership; a late school leaves one out."""
    handed = dates.ends_on + timedelta(days=3 if story.habit in CAREFUL else 20)
    if handed > by.today:
        return
    bodies = [body for body, _members in cast.associations]
    if story.habit is Habit.LATE:
        bodies = bodies[1:]
    Paper.objects.bulk_create(
        Paper(
            kind=PaperKind.YEAR_REPORT,
            body=body,
            year=year,
            title="Бирикменин жылдык иши жөнүндө отчёт",
            recipient=recipient,
            form=ReportForm.WRITTEN,
            handed_on=handed,
            received_on=handed + timedelta(days=1) if story.habit in CAREFUL else None,
            entered_on=handed,
        )
        for body in bodies
        for recipient in (Role.DEPUTY_OTI, Role.LEADERSHIP)
    )


def _contest(
    by: Actor, story: Story, cast: Cast, year: AcademicYear, dates: YearDates, items: dict[int, list[AgendaItem]]
) -> None:
    body, members = cast.associations[0]
    content = PaperInput(
        title="«Жыл мугалими» сынагына талапкер",
        person=members[2],
        contest=Contest.TEACHER_OF_THE_YEAR,
        level=Level.DISTRICT,
    )
    rows = [row for row in items.get(body.pk, []) if row.sitting.held_on and row.sitting.held_on >= dates.starts_on]
    paper = enter_paper(by=by, kind=PaperKind.CONTEST, body=body, year=year, content=content)
    if not rows:
        return
    link_item(by=by, paper=paper, item=rows[0], kind=ActKind.DECISION)
    decided_on = rows[0].sitting.held_on or dates.starts_on
    _sent(by, paper, decided_on + timedelta(days=5 if story.habit in CAREFUL else -5))


def _award(
    by: Actor, story: Story, cast: Cast, year: AcademicYear, dates: YearDates, items: dict[int, list[AgendaItem]]
) -> None:
    """A certificate of honour: recommended by the council in spring; last year's has gone out, this year's waits."""
    council = cast.council[0] if cast.council else None
    body, members = cast.associations[1]
    content = PaperInput(title="Билим берүүнүн отличниги төш белгиси", person=members[0], level=Level.REPUBLIC)
    paper = enter_paper(by=by, kind=PaperKind.AWARD, body=body, year=year, content=content)
    rows = [row for row in items.get(council.pk if council else 0, []) if _spring(row, dates)]
    if not rows:
        return
    link_item(by=by, paper=paper, item=rows[-1], kind=ActKind.RECOMMENDATION)
    decided_on = rows[-1].sitting.held_on or dates.ends_on
    _sent(by, paper, decided_on + timedelta(days=7 if story.habit in CAREFUL else -7))


def _spring(row: AgendaItem, dates: YearDates) -> bool:
    """Whether it was decided in the second half of the year, before the last sitting."""
    held_on = row.sitting.held_on
    return held_on is not None and date(dates.ends_on.year, 2, 1) <= held_on <= date(dates.ends_on.year, 4, 30)


def _programme(
    by: Actor, story: Story, cast: Cast, year: AcademicYear, dates: YearDates, items: dict[int, list[AgendaItem]]
) -> None:
    """An experimental programme: seen by the council, approved by the pedagogical council where the school is careful."""
    council = cast.council[0] if cast.council else None
    author: Person = cast.associations[0][1][1]
    own: Body = cast.associations[0][0]
    content = PaperInput(title="STEM боюнча эксперименттик программа", person=author)
    paper = enter_paper(by=by, kind=PaperKind.EXPERIMENTAL, body=own, year=year, content=content)
    rows = [row for row in items.get(council.pk if council else 0, []) if _spring(row, dates)]
    if not rows:
        return
    careful = story.habit in CAREFUL
    link_item(by=by, paper=paper, item=rows[0], kind=ActKind.RECOMMENDATION if careful else ActKind.APPROVAL)
    decided_on = (rows[0].sitting.held_on or dates.ends_on) + timedelta(days=14)
    if not careful or decided_on > by.today:
        return
    act = record_act(
        by=by,
        kind=ActKind.DECISION,
        act_date=decided_on,
        number=f"{year.start_year % 100}/5",
        title="Эксперименттик программаны бекитүү жөнүндө",
    )
    link_act(by=by, paper=paper, act=act)


def _sent(by: Actor, paper: Paper, on: date) -> None:
    if on <= by.today:
        hand_in(by=by, paper=paper, on=on)
