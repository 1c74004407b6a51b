"""The school's findings as its own pages read them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Case, IntegerField, Model, Q, QuerySet, Value, When

from apps.bodies.models import Body
from apps.calendars.models import AcademicYear, YearRevision
from apps.calendars.queries.years import YearInForce
from apps.compliance.models import Finding
from apps.plans.models import WorkPlan
from apps.proposals.models import Paper
from apps.rulebook.enums import WORST_FIRST, SubjectKind, Verdict
from apps.sittings.models import AgendaItem, Sitting

Row = TypeVar("Row", bound=Model)
OF_PAPERS = (SubjectKind.MATERIAL, SubjectKind.PROGRAMME, SubjectKind.NOMINATION)
# verdicts that call for a person, today
CALLING = (Verdict.FAIL, Verdict.CFG, Verdict.REVIEW, Verdict.WARN)


@dataclass(frozen=True, slots=True)
class JudgedYear(YearInForce):
    """An academic year with the moment of its latest evaluation; None while it has never been judged."""

    evaluated_at: datetime | None = None


def judged_years() -> list[JudgedYear]:
    """Every year with its newest revision and its evaluation, oldest first. One query."""
    revisions = YearRevision.objects.select_related("year__evaluation").order_by("year_id", "-version")
    found = [
        JudgedYear(
            row.year, row, evaluation.evaluated_at if (evaluation := getattr(row.year, "evaluation", None)) else None
        )
        for row in revisions.distinct("year_id")
    ]
    return sorted(found, key=lambda item: item.revision.starts_on)


def rank() -> Case:
    """Place in the worst-of order as a column; 0 is the worst."""
    return Case(
        *(
            When(Q(verdict=verdict) & (Q(severity=severity) if severity else Q()), then=Value(place))
            for place, (verdict, severity) in enumerate(WORST_FIRST)
        ),
        default=Value(len(WORST_FIRST)),
        output_field=IntegerField(),
    )


def current(year: AcademicYear) -> QuerySet[Finding]:
    """Findings that hold now, worst first."""
    return _worst_first(Finding.objects.filter(year=year, superseded_on__isnull=True))


def replaced(year: AcademicYear) -> QuerySet[Finding]:
    """Findings that a later one has replaced, the last replaced first."""
    return Finding.objects.filter(year=year, superseded_on__isnull=False).order_by("-superseded_on", "-pk")


def of_body(year: AcademicYear, body: Body) -> QuerySet[Finding]:
    """Findings that hold now about a body and everything that belongs to it, worst first."""
    return current(year).filter(body_number=body.pk)


def of_sitting(year: AcademicYear, sitting: Sitting, items: Iterable[int]) -> QuerySet[Finding]:
    """Findings that hold now about a sitting and its items, and those that say of its body that a point is not regulated."""
    about = (
        Q(subject_type=SubjectKind.SITTING.value, subject_id=sitting.pk)
        | Q(subject_type=SubjectKind.ITEM.value, subject_id__in=list(items))
        | Q(subject_type__in=(SubjectKind.ASSOCIATION.value, SubjectKind.COUNCIL.value), subject_id=sitting.body_id)
    )
    return current(year).filter(about)


def history_of(finding: Finding) -> QuerySet[Finding]:
    """Verdicts of the same check on the same record, newest first, the one that holds included."""
    same = Finding.objects.filter(year_id=finding.year_id, check_id=finding.check_id, subject_key=finding.subject_key)
    return same.order_by("-pk")


def worst_of_sittings(sittings: Iterable[Sitting]) -> dict[int, Finding]:
    """The worst finding about each sitting itself. One query."""
    rows = _worst_first(
        Finding.objects.filter(
            superseded_on__isnull=True,
            subject_type=SubjectKind.SITTING.value,
            subject_id__in=[sitting.pk for sitting in sittings],
        )
    )
    found: dict[int, Finding] = {}
    for row in rows:
        if row.subject_id is not None:
            found.setdefault(row.subject_id, row)
    return found


def _worst_first(rows: QuerySet[Finding]) -> QuerySet[Finding]:
    return rows.annotate(rank=rank()).order_by("rank", "-starred", "check_id", "subject_key", "-pk")


def tally(findings: Iterable[Finding]) -> Counter[str]:
    """How many findings of each verdict. No query."""
    return Counter(row.verdict.value for row in findings)


@dataclass(frozen=True, slots=True)
class Subjects:
    """What findings are about, by number.

    Attributes:
        bodies: names.
        sittings: number, day and body.
        items: sitting and position.
        plans: body.
        papers: kind and title of papers on their way.
    """

    bodies: dict[int, str]
    sittings: dict[int, Sitting]
    items: dict[int, AgendaItem]
    plans: dict[int, int]
    papers: dict[int, Paper]


def subjects_of(
    findings: Iterable[Finding],
    *,
    bodies: Iterable[Body] = (),
    sittings: Iterable[Sitting] = (),
    plans: Iterable[WorkPlan] = (),
) -> Subjects:
    """Bodies, sittings, items, plans and papers the findings are about. As many queries as there are kinds of them, five at most.

    Args:
        bodies, sittings, plans: rows at hand, which are not asked for again.
    """
    rows = list(findings)
    items = _numbered(AgendaItem.objects.only("pk", "sitting_id", "position"), _ids(rows, SubjectKind.ITEM))
    wanted = _ids(rows, SubjectKind.SITTING) | {item.sitting_id for item in items.values()}
    found_sittings = _numbered(
        Sitting.objects.only("pk", "number", "held_on", "planned_on", "body_id"), wanted, sittings
    )
    found_plans = _numbered(WorkPlan.objects.only("pk", "body_id"), _ids(rows, SubjectKind.PLAN), plans)
    on_their_way = set[int]().union(*(_ids(rows, kind) for kind in OF_PAPERS))
    numbers = {row.body_number for row in rows if row.body_number is not None}
    return Subjects(
        bodies={pk: body.name for pk, body in _numbered(Body.objects.only("pk", "name"), numbers, bodies).items()},
        sittings=found_sittings,
        items=items,
        plans={pk: plan.body_id for pk, plan in found_plans.items()},
        papers=_numbered(Paper.objects.only("pk", "kind", "title"), on_their_way),
    )


def _ids(rows: Iterable[Finding], kind: SubjectKind) -> set[int]:
    return {row.subject_id for row in rows if row.subject_type == kind.value and row.subject_id is not None}


def _numbered(rows: QuerySet[Row], wanted: set[int], at_hand: Iterable[Row] = ()) -> dict[int, Row]:
    known = {row.pk: row for row in at_hand if row.pk in wanted}
    missing = wanted - known.keys()
    return known | (rows.in_bulk(missing) if missing else {})
