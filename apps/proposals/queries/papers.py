"""Lists of papers."""

from datetime import date

from django.db.models import QuerySet

from apps.bodies.enums import DECIDING, BodyKind
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.proposals.enums import FAMILY, Family, PaperState
from apps.proposals.models import Paper
from apps.proposals.queries.way import Step, Way, ways_of

ORDER = {PaperState.WAITING: 0, PaperState.FINISHED: 1, PaperState.WITHDRAWN: 2}


def papers_of(year: AcademicYear | None) -> QuerySet[Paper]:
    """Papers of a year with what a line about them needs, the newest first."""
    rows = Paper.objects.select_related("body", "person", "year").order_by("-pk")
    return rows.filter(year=year) if year else rows


def of_family(rows: QuerySet[Paper], family: Family | None) -> QuerySet[Paper]:
    """Only papers that go one way."""
    if family is None:
        return rows
    return rows.filter(kind__in=[kind.value for kind, one in FAMILY.items() if one is family])


def waits_for(step: Step, body: Body) -> bool:
    """Whether a step is the body's to take: a question before it, or one that nobody has put before such a body yet."""
    if step.decision is not None and step.decision.body is not None:
        return step.decision.body.pk == body.pk
    return step.body is not None and step.body is DECIDING.get(body.kind)


def concerns(way: Way, body: Body) -> bool:
    """Whether a paper is the body's own or waits for it. What no body was asked yet waits for councils, not for other associations."""
    if way.paper.body_id == body.pk:
        return True
    step = way.next
    if step is None or not waits_for(step, body):
        return False
    return step.decision is not None or body.kind is not BodyKind.ASSOCIATION


def waiting_for(body: Body, year: AcademicYear, *, today: date) -> list[Way]:
    """Papers of a year that wait for the body or for its own next step, the newest first. Six queries."""
    ways = ways_of(papers_of(year), today=today)
    return [way for way in sorted_ways(ways) if way.state is PaperState.WAITING and concerns(way, body)]


def sorted_ways(ways: list[Way]) -> list[Way]:
    """What waits first, the rest after it; the newest first in each."""
    return sorted(ways, key=lambda way: (ORDER[way.state], -way.paper.pk))
