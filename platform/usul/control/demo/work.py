"""What associations and councils of the demonstration did in a year: invented work, complete or with gaps by the school's habit."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from apps.activities.domain.mentoring import add_pair, add_report, order_pair
from apps.activities.enums import RECORDED_APART, Side, WorkKind
from apps.activities.models import Activity
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.core.actor import Actor
from apps.people.models import Person
from apps.plans.enums import EntryState, LessonKind, PlanItemState
from apps.plans.models import LessonSchedule, MonthlyItem, MonthlyPlan, PlanItem, ScheduleEntry, WorkPlan
from apps.rulebook.catalogues import COUNCIL_ACTIVITIES, ActivityKind, SeminarKind
from apps.rulebook.dates import months_touched
from usul.control.demo.schools import Habit

# how many of the ten parts of a year's work an association leaves unfinished; none of the numbers is a rule
GAPS = {Habit.EXEMPLARY: 0, Habit.STEADY: 0, Habit.SLIPPING: 3, Habit.LATE: 6, Habit.SILENT: 4}
TOPICS = (
    "Окуучулардын функционалдык сабаттуулугун өнүктүрүү",
    "Калыптандыруучу баалоонун ыкмалары",
    "Сабакта санарип каражаттарды колдонуу",
    "Топтук иштин натыйжалуу түрлөрү",
    "Окуп түшүнүү көндүмдөрүн калыптандыруу",
    "Начар жетишкен окуучулар менен иштөө",
)
LESSONS = (
    ((10, 20), LessonKind.OPEN_LESSON, "Ачык сабак: топтук иштин түрлөрү"),
    ((11, 18), LessonKind.OPEN_LESSON, "Ачык сабак: функционалдык сабаттуулук"),
    ((11, 19), LessonKind.EVENT, "Билимдүүлөр күнү: класстар арасындагы мелдеш"),
    ((2, 12), LessonKind.OPEN_LESSON, "Ачык сабак: санарип каражаттар"),
    ((3, 18), LessonKind.OPEN_LESSON, "Ачык сабак: калыптандыруучу баалоо"),
    ((4, 16), LessonKind.EVENT, "Предметтик кече"),
)
VISITS = ((10, 6), (11, 10), (2, 17), (4, 7))
FIRST_WORK = tuple(kind for kind in ActivityKind if kind not in RECORDED_APART | COUNCIL_ACTIVITIES)


@dataclass(frozen=True, slots=True)
class Year:
    """One year of one body: who writes, who works, which parts stay unfinished."""

    by: Actor
    body: Body
    year: AcademicYear
    starts_on: date
    ends_on: date
    members: list[Person]
    director: Person
    chance: random.Random
    gaps: frozenset[str] = field(default_factory=frozenset)

    def day(self, month: int, day: int) -> date:
        """A day of this academic year."""
        return date(self.starts_on.year + (month < 8), month, day)

    def past(self, month: int, day: int) -> date | None:
        """The same when it lies behind us."""
        found = self.day(month, day)
        return found if found <= self.by.today else None

    def work(self, kind: WorkKind, day: date, **values: object) -> Activity:
        """A record that is still to be stored."""
        return Activity(body=self.body, year=self.year, kind=kind, day=day, **values)


def year_of_work(habit: Habit, year: Year) -> None:
    """Write down an association's year: what was planned month by month, shown, visited, given, reported."""
    told = replace(year, gaps=frozenset(year.chance.sample(PARTS, GAPS[habit])))
    for part in TOLD:
        part(told)


def work_of_council(habit: Habit, year: Year) -> None:
    """What a council's charter prescribes without a number."""
    kinds = sorted({*COUNCIL_ACTIVITIES, *FIRST_WORK} if not GAPS[habit] else COUNCIL_ACTIVITIES)
    _store(year, _spread(year, tuple(kinds)[GAPS[habit] :]))


def _store(year: Year, rows: Iterator[Activity]) -> list[Activity]:
    return Activity.objects.bulk_create([row for row in rows if row.day <= year.by.today])


def _spread(year: Year, kinds: tuple[ActivityKind, ...]) -> Iterator[Activity]:
    """Each kind once, over the months of the year."""
    for number, kind in enumerate(kinds):
        month = (9, 10, 11, 12, 1, 2, 3, 4)[number % 8]
        yield year.work(WorkKind.ACTIVITY, year.day(month, 16 + number % 9), what=kind)


def _months(year: Year) -> None:
    months = [month for month in months_touched(year.starts_on, year.ends_on) if month <= year.by.today]
    if "months" in year.gaps:
        months = months[1::2]
    plans = MonthlyPlan.objects.bulk_create(
        MonthlyPlan(body=year.body, year=year.year, month=month, made_on=min(month + timedelta(2), year.by.today))
        for month in months
    )
    newest = WorkPlan.objects.filter(body=year.body, year=year.year).order_by("-version").first()
    items = PlanItem.objects.filter(plan=newest, due_on__isnull=False).exclude(state=PlanItemState.WAIVED)
    due: dict[tuple[int, int], list[PlanItem]] = {}
    for item in items:
        if item.due_on is not None:
            due.setdefault((item.due_on.year, item.due_on.month), []).append(item)
    MonthlyItem.objects.bulk_create(
        MonthlyItem(
            plan=plan,
            position=position,
            template_key=item.template_key,
            text=item.text,
            responsible_id=item.responsible_id,
            due_on=item.due_on,
            done_on=item.done_on,
            source=item,
        )
        for plan in plans
        for position, item in enumerate(due.get((plan.month.year, plan.month.month), ()), start=1)
    )


def _lessons(year: Year) -> None:
    made = year.past(9, 25)
    if made is None:
        return
    schedule = LessonSchedule.objects.create(body=year.body, year=year.year, made_on=made)
    entries = []
    for number, (day, kind, topic) in enumerate(LESSONS):
        on = year.day(*day)
        held = on < year.by.today and not ("lessons" in year.gaps and number % 2)
        entries.append(
            ScheduleEntry(
                schedule=schedule,
                kind=kind,
                day=on,
                topic=topic,
                class_name=f"{5 + number}-а",
                teacher=year.members[number % len(year.members)],
                state=EntryState.HELD if held else EntryState.PLANNED,
            )
        )
    ScheduleEntry.objects.bulk_create(entries)
    _seminar(year, entries)


def _seminar(year: Year, entries: list[ScheduleEntry]) -> None:
    day = year.past(11, 19)
    if day is None:
        return
    [row] = _store(
        year,
        iter(
            [
                year.work(
                    WorkKind.SEMINAR, day, seminar_kind=SeminarKind.PRACTICAL, title=TOPICS[0], person=year.members[0]
                )
            ]
        ),
    )
    if "seminar" not in year.gaps:
        row.lessons.set([entry for entry in entries if entry.day <= day and entry.state is EntryState.HELD])


def _visits(year: Year) -> None:
    def rows() -> Iterator[Activity]:
        for number, day in enumerate(VISITS):
            late = "visits" in year.gaps and number == 0
            values = {
                "person": year.members[0 if number % 2 == 0 else 2],
                "teacher": year.members[(number + 3) % len(year.members)],
            }
            yield year.work(WorkKind.VISIT, year.day(*day), class_name=f"{6 + number}-б", entered_late=late, **values)

    _store(year, rows())


def _of_members(
    year: Year, part: str, kind: WorkKind, day: tuple[int, int], handed: tuple[int, int] | None = None
) -> None:
    """One record of every member; where the part has a gap, of the first three only."""
    on, later = year.past(*day), year.past(*handed) if handed else None
    if on is None:
        return
    people = year.members[:3] if part in year.gaps else year.members
    values = {"handed_on": later} if handed else {}
    _store(
        year,
        (year.work(kind, on, person=one, title=title, **values) for one, title in zip(people, TOPICS, strict=False)),
    )


def _topics(year: Year) -> None:
    _of_members(year, "topics", WorkKind.TOPIC, (9, 14))


def _reports(year: Year) -> None:
    _of_members(year, "reports", WorkKind.CREATIVE_REPORT, (5, 12), (5, 20))


def _pairs(year: Year) -> None:
    proposed = year.past(10, 14)
    if proposed is None:
        return
    gap = "pairs" in year.gaps
    plans = None if gap else year.past(10, 28)
    pair = add_pair(
        by=year.by,
        body=year.body,
        year=year.year,
        mentor=year.members[1],
        young=year.members[-1],
        proposed_on=proposed,
        mentor_plan_on=plans,
        young_plan_on=plans,
    )
    ordered, reported = year.past(10, 20), year.past(5, 15)
    if ordered is not None:
        order_pair(by=year.by, pair=pair, act_date=ordered, number=f"{year.body.pk}-Н", signed_by=year.director)
    if reported is not None and not gap:
        add_report(by=year.by, pair=pair, given_by=Side.MENTOR, day=reported)


def _courses(year: Year) -> None:
    person = year.members[2]
    begins = year.day(11, 3)
    checked = {"pre_checked_on": year.day(10, 27)}
    if "courses" not in year.gaps:
        checked["post_checked_on"] = year.day(11, 20)
    told = {name: day for name, day in checked.items() if day <= year.by.today}
    _store(
        year, iter([year.work(WorkKind.COURSE, begins, person=person, title="Квалификация жогорулатуу курсу", **told)])
    )


def _participation(year: Year) -> None:
    analysed = None if "participation" in year.gaps else year.past(5, 22)
    made = year.work(
        WorkKind.PARTICIPATION, year.day(10, 14), own_commission="participation" not in year.gaps, analysed_on=analysed
    )
    _store(year, iter([made]))


def _activities(year: Year) -> None:
    _store(year, _spread(year, FIRST_WORK[::2] if "activities" in year.gaps else FIRST_WORK))


# parts that an association may leave unfinished, and who writes them down
PARTS = (
    "months",
    "lessons",
    "seminar",
    "visits",
    "topics",
    "reports",
    "pairs",
    "courses",
    "participation",
    "activities",
)
TOLD: tuple[Callable[[Year], None], ...] = (
    _months,
    _lessons,
    _visits,
    _topics,
    _reports,
    _pairs,
    _courses,
    _participation,
    _activities,
)
