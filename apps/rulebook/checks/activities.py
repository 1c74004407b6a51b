"""Rules of the association's year: seminars, attendance, uncounted activities, nominations, materials."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from apps.rulebook.catalogues import (
    Accompaniment,
    ActivityKind,
    MaterialKind,
    SeminarKind,
)
from apps.rulebook.checks import targets
from apps.rulebook.checks.base import (
    GATES,
    Due,
    Gate,
    Measure,
    Outcome,
    any_of,
    found,
    major,
    minor,
    not_applicable,
    passed,
    pending,
    review,
    rule,
    warned,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.enums import ActKind, Body, State, SubjectKind
from apps.rulebook.facts import Act, Association, Council, EntryKind, EntryState, Material, Nomination, Seminar
from apps.rulebook.parameters.associations import SEMINAR_MUST_INCLUDE, SEMINARS_MIN_PER_YEAR
from apps.rulebook.parameters.members import (
    EXAM_MATERIAL_APPROVER,
    INDIVIDUAL_PLAN_APPROVER,
    MEMBER_ATTENDANCE,
    NOMINATION_BY,
    NOMINATION_CONTESTS,
)
from apps.rulebook.parameters.papers import ACTIVITY
from apps.rulebook.parameters.settings import ACTIVITIES_MIN, ATTENDANCE_WARNING
from apps.rulebook.policy import View

SHOWN_APART = (ActivityKind.OLYMPIAD_STAGE1, ActivityKind.SUBJECT_WEEK, ActivityKind.DECADE)
DECISIONS = (ActKind.DECISION, ActKind.APPROVAL, ActKind.ADOPTION, ActKind.RECOMMENDATION)
OF_SCHEDULE = {EntryKind.OPEN_LESSON: ActivityKind.OPEN_LESSONS, EntryKind.EVENT: ActivityKind.EXTRACURRICULAR}


class Seminars(Outcome):
    """ST-4."""

    HELD = passed()
    NOT_ACCOMPANIED = major(Next.HOLD_SEMINAR)
    TOO_FEW = major(Next.HOLD_SEMINAR)
    OPEN = pending(Next.HOLD_SEMINAR)


@rule(
    "ST-4",
    per=targets.associations,
    table=Seminars,
    clauses=("S33U 5.6", "VARU 5.6"),
    due=Due.YEAR_END,
    subject=SubjectKind.ASSOCIATION,
    needs=(SEMINARS_MIN_PER_YEAR,),
)
def seminars(case: Case, association: Association) -> Measure:
    """At least so many practical seminars, each with open lessons and out-of-class events."""
    least, end = case.value(SEMINARS_MIN_PER_YEAR), case.index.settled_end
    wanted = case.codes(SEMINAR_MUST_INCLUDE, Accompaniment)
    held = [row for row in association.seminars if row.kind is SeminarKind.PRACTICAL and in_lessons(case, row.held_on)]
    whole = [row for row in held if wanted <= accompaniment(row)]
    if len(whole) >= least:
        outcome = Seminars.HELD
    elif case.open_until(end):
        outcome = Seminars.OPEN
    else:
        outcome = Seminars.NOT_ACCOMPANIED if len(held) >= least else Seminars.TOO_FEW
    facts, names = sorted(row.id for row in held), tuple(sorted(Accompaniment.of(code) for code in wanted))
    return found(
        outcome, limit=least, facts=facts, count=len(held), whole=len(whole), least=least, end=end, wanted=names
    )


def accompaniment(seminar: Seminar) -> frozenset[Accompaniment]:
    """What went with a seminar."""
    there = {Accompaniment.OPEN_LESSONS: seminar.open_lessons, Accompaniment.EXTRACURRICULAR_EVENTS: seminar.events}
    return frozenset(kind for kind, count in there.items() if count > 0)


def in_lessons(case: Case, day: date | None) -> bool:
    """True for a day by now between the year's first and last day."""
    return day is not None and case.calendar.start <= day <= min(case.index.settled_end, case.as_of)


class Attendance(Outcome):
    """ST-6."""

    ATTENDED = passed()
    NEVER_CAME = warned(Next.ATTEND_SITTINGS)
    OPEN = pending()
    NOT_RECORDED_YET = pending(Next.RECORD_ATTENDANCE)
    NOT_RECORDED = review(Next.RECORD_ATTENDANCE)
    NO_SITTINGS = not_applicable()


@rule(
    "ST-6",
    per=targets.associations,
    table=Attendance,
    clauses=("S33U 8.2", "VARU 8.2"),
    due=Due.YEAR_END,
    subject=SubjectKind.ASSOCIATION,
    needs=(MEMBER_ATTENDANCE,),
)
def attendance(case: Case, association: Association) -> Measure:
    """The text sets no threshold: only a member who came to no sitting of the year is shown."""
    held = case.index.held_in_year(association)
    rows = [row for row in held if row.attendance]
    least, end = case.setting(ATTENDANCE_WARNING), case.calendar.end
    if not held:
        return found(Attendance.NO_SITTINGS)
    if not rows:
        outcome = Attendance.NOT_RECORDED_YET if case.open_until(end) else Attendance.NOT_RECORDED
        return found(outcome, limit=least, facts=[row.id for row in held], sittings=len(held))
    counts = Counter(chain.from_iterable(case.index.present(row) for row in rows))
    away = [person for person in case.index.members_of_year(association) if counts[person] < least]
    outcome = Attendance.ATTENDED
    if away:
        outcome = Attendance.OPEN if case.open_until(end) else Attendance.NEVER_CAME
    return found(outcome, limit=least, facts=away, count=len(away), sittings=len(rows), least=least)


class FirstStage(Outcome):
    """MT-6."""

    HELD = passed()
    MISSING = warned(Next.HOLD_ACTIVITY)
    OPEN = pending(Next.HOLD_ACTIVITY)


@rule(
    "MT-6",
    per=targets.associations,
    table=FirstStage,
    clauses=("S33U 3.13", "VARU 3.13"),
    due=Due.CLOSE,
    subject=SubjectKind.ASSOCIATION,
    needs=tuple(ACTIVITY[kind] for kind in SHOWN_APART),
    gate=any_of(*(ACTIVITY[kind] for kind in SHOWN_APART)),
)
def first_stage(case: Case, association: Association) -> Measure:
    """Olympiads' first stage, subject weeks and, where the charter names them, decades: at least one of each."""
    wanted = [kind for kind in SHOWN_APART if case.maybe(ACTIVITY[kind]) is not None]
    return activities_held(case, association, wanted, FirstStage.HELD, FirstStage.MISSING, FirstStage.OPEN)


def activities_held(
    case: Case,
    body: Association | Council,
    wanted: Sequence[ActivityKind],
    held: Outcome,
    missing: Outcome,
    still: Outcome,
) -> Measure:
    """Whether each of the activities was done often enough this year."""
    least, limit = case.setting(ACTIVITIES_MIN), case.calendar.close_date
    counts = activity_counts(case, body)
    lacking = tuple(kind for kind in wanted if counts[kind] < least)
    outcome = held if not lacking else still if case.open_until(limit) else missing
    return found(outcome, limit=limit, lacking=lacking, count=len(wanted) - len(lacking), least=least)


def activity_counts(case: Case, body: Association | Council) -> Counter[ActivityKind]:
    """Activities of the year by kind, with those that have records of their own."""
    return case.index.once(("activities", id(body)), lambda: counted_activities(case, body))


def counted_activities(case: Case, body: Association | Council) -> Counter[ActivityKind]:
    """The same, worked out."""
    after, last = case.index.opened_after, min(case.as_of, case.calendar.close_date)
    counts = Counter([row.kind for row in body.activities if after < row.on <= last])
    for kind, day in recorded_apart(body) if isinstance(body, Association) else ():
        counts[kind] += after < day <= last
    return counts


def recorded_apart(association: Association) -> Iterator[tuple[ActivityKind, date]]:
    """Activities that have records of their own."""
    yield from ((ActivityKind.MUTUAL_VISITS, row.on) for row in association.visits)
    yield from ((ActivityKind.COURSE_ATTENDANCE, row.starts_on) for row in association.courses)
    yield from ((ActivityKind.MENTORING, row.order.on) for row in association.pairs if row.order is not None)
    entries = (entry for row in association.schedules for entry in row.entries)
    yield from ((OF_SCHEDULE[row.kind], row.on) for row in entries if row.state is EntryState.HELD)


def uncounted(view: View) -> tuple[ActivityKind, ...]:
    """Activities the body's charters prescribe without a number and no other check shows."""
    kept: tuple[ActivityKind, ...] | None = view.memo.get("uncounted")
    if kept is None:
        kept = tuple(kind for kind in ActivityKind if kind not in SHOWN_APART and view.get(ACTIVITY[kind]).given)
        view.memo["uncounted"] = kept
    return kept


def activity_gate(view: View) -> Gate:
    """Regulated when the body's charters prescribe any such activity."""
    if view.version is None:
        return Gate(*GATES[State.MISSING])
    kinds = uncounted(view)
    if not kinds:
        return Gate(*GATES[State.SILENT])
    return Gate(None, "", tuple(row for kind in kinds for row in view.get(ACTIVITY[kind]).sources))


class UncountedActivities(Outcome):
    """AC-1."""

    ALL_SEEN = passed()
    NOT_SEEN = warned(Next.HOLD_ACTIVITY)
    OPEN = pending(Next.HOLD_ACTIVITY)


@rule(
    "AC-1",
    per=targets.bodies,
    table=UncountedActivities,
    clauses=("S33U 3", "VARU 3", "ABDH 3", "S33C 2.2", "MK 3.1", "IMK 2.3"),
    due=Due.CLOSE,
    subject=SubjectKind.ASSOCIATION,
    needs=tuple(ACTIVITY.values()),
    gate=activity_gate,
)
def uncounted_activities(case: Case, body: Association | Council) -> Measure:
    """What the charter prescribes without a number should be seen at least once a year."""
    table = UncountedActivities
    return activities_held(case, body, uncounted(case.view), table.ALL_SEEN, table.NOT_SEEN, table.OPEN)


class ContestNomination(Outcome):
    """MT-7."""

    BY_ASSOCIATION = passed()
    NOT_DECIDED = minor(Next.NOMINATE_AT_SITTING)
    DECIDED_LATE = minor(Next.NOMINATE_AT_SITTING)
    OTHER_CONTEST = not_applicable()


@rule(
    "MT-7",
    per=targets.contest_nominations,
    table=ContestNomination,
    clauses=("S33U 7.8", "VARU 7.8"),
    due=Due.ACT,
    subject=SubjectKind.NOMINATION,
    needs=(NOMINATION_CONTESTS, NOMINATION_BY),
)
def contest_nomination(case: Case, nomination: Nomination) -> Measure:
    """Nominations to the contests the charter names come from the association's decision."""
    body, contest = Body.of(case.value(NOMINATION_BY)), nomination.contest
    if contest is None or contest.value not in case.value(NOMINATION_CONTESTS):
        return found(ContestNomination.OTHER_CONTEST, facts=[nomination.id])
    act = decision_of(case, nomination.acts, body)
    table = ContestNomination
    outcome = decided_before(act, nomination.on, table.BY_ASSOCIATION, table.NOT_DECIDED, table.DECIDED_LATE)
    facts = [nomination.id, *([act.id] if act else [])]
    return found(outcome, limit=nomination.on, facts=facts, contest=contest, on=nomination.on, body=body)


def decision_of(case: Case, acts: tuple[Act, ...], body: Body) -> Act | None:
    """The first decision of a body made by now."""
    return next((act for act in case.index.acts(acts) if act.body is body and act.kind in DECISIONS), None)


def decided_before(act: Act | None, limit: date, good: Outcome, missing: Outcome, late: Outcome) -> Outcome:
    """Whether a decision was taken in time."""
    if act is None:
        return missing
    return good if act.on <= limit else late


class MaterialApproval(Outcome):
    """AP-1."""

    APPROVED = passed()
    NOT_APPROVED = minor(Next.APPROVE_MATERIAL)
    APPROVED_LATE = minor(Next.APPROVE_MATERIAL)
    OPEN = pending(Next.APPROVE_MATERIAL)
    NOT_REGULATED = not_applicable()


@rule(
    "AP-1",
    per=targets.materials,
    table=MaterialApproval,
    clauses=("S33U 3.4", "S33U 3.5", "VARU 3.4", "VARU 3.5"),
    due=Due.USE,
    subject=SubjectKind.MATERIAL,
    needs=(INDIVIDUAL_PLAN_APPROVER, EXAM_MATERIAL_APPROVER),
    gate=any_of(INDIVIDUAL_PLAN_APPROVER, EXAM_MATERIAL_APPROVER),
)
def material_approval(case: Case, material: Material) -> Measure:
    """Individual plans and exam material are approved by the association before they are used."""
    individual = material.kind is MaterialKind.INDIVIDUAL_PLAN
    approver = case.maybe(INDIVIDUAL_PLAN_APPROVER if individual else EXAM_MATERIAL_APPROVER)
    if approver is None:
        return found(MaterialApproval.NOT_REGULATED, facts=[material.id], kind=material.kind)
    body, limit = Body.of(approver), material.used_from or case.calendar.close_date
    act = decision_of(case, material.acts, body)
    table = MaterialApproval
    missing = table.OPEN if case.open_until(limit) else table.NOT_APPROVED
    outcome = decided_before(act, limit, table.APPROVED, missing, table.APPROVED_LATE)
    facts = [material.id, *([act.id] if act else [])]
    return found(outcome, limit=limit, facts=facts, kind=material.kind, body=body, on=act.on if act else None)
