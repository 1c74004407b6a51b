"""The year's work as facts, by body. Four queries."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from apps.activities.domain.mentoring import SUBJECT as OF_PAIR
from apps.activities.enums import WorkKind
from apps.activities.models import Activity, MentoringPair, MentoringReport
from apps.calendars.queries.years import YearInForce
from apps.compliance.queries.act_facts import Acts
from apps.compliance.queries.grouping import grouped
from apps.plans.enums import EntryState, LessonKind
from apps.rulebook import facts
from apps.rulebook.catalogues import ActivityKind
from apps.rulebook.enums import ActKind, Body, Purpose

# what the association heard of it counts as a hearing
HEARD = {WorkKind.TOPIC: ActivityKind.HEARING_SELF_EDUCATION, WorkKind.COURSE: ActivityKind.HEARING_COURSES}


@dataclass(slots=True)
class Work:
    """The work of one body in one year, under the names the facts of a body give it."""

    activities: list[facts.Activity] = field(default_factory=list)
    seminars: list[facts.Seminar] = field(default_factory=list)
    visits: list[facts.Visit] = field(default_factory=list)
    topics: list[facts.Topic] = field(default_factory=list)
    creative_reports: list[facts.CreativeReport] = field(default_factory=list)
    courses: list[facts.Course] = field(default_factory=list)
    participation: list[facts.Participation] = field(default_factory=list)
    pairs: list[facts.MentoringPair] = field(default_factory=list)

    def of_association(self) -> dict[str, Any]:
        """All of it."""
        return {name: tuple(getattr(self, name)) for name in self.__slots__}


def by_body(item: YearInForce, acts: Acts) -> dict[int, Work]:
    """Work of the year under its body."""
    found: dict[int, Work] = defaultdict(Work)
    lessons = _lessons(item)
    for row in Activity.objects.filter(year=item.year):
        work = found[row.body_id]
        if row.kind is WorkKind.SEMINAR:
            work.seminars.append(_seminar(row, lessons.get(row.pk, [])))
        else:
            place, fact = OF_KIND[row.kind](row)
            getattr(work, place).append(fact)
        if row.heard_on is not None and row.kind in HEARD:
            heard = facts.Activity(id=f"{row.pk}-heard", kind=HEARD[row.kind], on=row.heard_on)
            work.activities.append(heard)
    _pairs(item, acts, found)
    return found


def _lessons(item: YearInForce) -> dict[int, list[LessonKind]]:
    """Kinds of the held lessons that went with each seminar."""
    links = Activity.lessons.through.objects.filter(
        activity__year=item.year, scheduleentry__state=EntryState.HELD.value
    ).values_list("activity_id", "scheduleentry__kind")
    found: dict[int, list[LessonKind]] = defaultdict(list)
    for activity, kind in links:
        found[activity].append(LessonKind.of(kind))
    return found


def _seminar(row: Activity, kinds: list[LessonKind]) -> facts.Seminar:
    return facts.Seminar(
        id=str(row.pk),
        kind=row.seminar_kind,
        held_on=row.day,
        open_lessons=kinds.count(LessonKind.OPEN_LESSON),
        events=kinds.count(LessonKind.EVENT),
    )


def _visit(row: Activity) -> tuple[str, facts.Visit]:
    return "visits", facts.Visit(
        id=str(row.pk),
        visitor=str(row.person_id),
        on=row.day,
        entered_late=row.entered_late,
        necessary=bool(row.necessity),
        criticised=row.criticised,
    )


def _topic(row: Activity) -> tuple[str, facts.Topic]:
    return "topics", facts.Topic(id=str(row.pk), person=str(row.person_id), set_on=row.day)


def _report(row: Activity) -> tuple[str, facts.CreativeReport]:
    fact = facts.CreativeReport(id=str(row.pk), person=str(row.person_id), given_on=row.day, handed_on=row.handed_on)
    return "creative_reports", fact


def _course(row: Activity) -> tuple[str, facts.Course]:
    return "courses", facts.Course(
        id=str(row.pk),
        person=str(row.person_id),
        starts_on=row.day,
        pre_checked_on=row.pre_checked_on,
        post_checked_on=row.post_checked_on,
        essay_on=row.essay_on,
    )


def _participation(row: Activity) -> tuple[str, facts.Participation]:
    return "participation", facts.Participation(
        id=str(row.pk),
        created_by=Body.ASSOCIATION if row.own_commission else None,
        created_on=row.day,
        analysed_on=row.analysed_on,
    )


def _activity(row: Activity) -> tuple[str, facts.Activity]:
    return "activities", facts.Activity(id=str(row.pk), kind=row.what, on=row.day)


OF_KIND: dict[WorkKind, Callable[[Activity], tuple[str, Any]]] = {
    WorkKind.ACTIVITY: _activity,
    WorkKind.VISIT: _visit,
    WorkKind.TOPIC: _topic,
    WorkKind.CREATIVE_REPORT: _report,
    WorkKind.COURSE: _course,
    WorkKind.PARTICIPATION: _participation,
}


def _pairs(item: YearInForce, acts: Acts, found: dict[int, Work]) -> None:
    reports = grouped(MentoringReport.objects.filter(pair__year=item.year), lambda row: row.pair_id)
    for row in MentoringPair.objects.filter(year=item.year):
        orders = [
            act
            for act in acts.get((OF_PAIR, row.pk), ())
            if act.kind is ActKind.ORDER and act.purpose is Purpose.MENTORING and act.until is None
        ]
        found[row.body_id].pairs.append(
            facts.MentoringPair(
                id=str(row.pk),
                proposed_on=row.proposed_on,
                order=min(orders, key=lambda act: (act.on, act.id)) if orders else None,
                mentor_plan_approved_on=row.mentor_plan_on,
                young_plan_approved_on=row.young_plan_on,
                reports=tuple(report.day for report in reports.get(row.pk, [])),
            )
        )
