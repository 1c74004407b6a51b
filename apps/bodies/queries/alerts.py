"""What is about to break, or has broken, in the bodies: vacant offices, terms that end, people who left, too few teachers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from apps.bodies.enums import AlertKind, BodyKind, MembershipRole
from apps.bodies.models import Body, Membership
from apps.bodies.queries.eligibility import below_minimum
from apps.people.models import Person
from apps.rulebook.enums import Verdict
from apps.rulebook.findings import Finding

# how long before its last day a term is spoken of; a courtesy of the page, no rule
AHEAD = timedelta(days=45)
LEADING = {
    BodyKind.ASSOCIATION: (MembershipRole.HEAD,),
    BodyKind.COUNCIL: (MembershipRole.CHAIR, MembershipRole.SECRETARY),
    BodyKind.PEDAGOGICAL_COUNCIL: (MembershipRole.CHAIR, MembershipRole.SECRETARY),
    BodyKind.CREATIVE_GROUP: (MembershipRole.HEAD,),
    BodyKind.COMMISSION: (MembershipRole.CHAIR,),
}


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing that calls for a person.

    Attributes:
        on: the day it happens or happened, where there is one.
        finding: the argument of the rulebook, for too few teachers.
    """

    kind: AlertKind
    body: Body
    office: MembershipRole | None = None
    person: Person | None = None
    on: date | None = None
    finding: Finding | None = None


def alerts_of(bodies: Iterable[Body], *, on: date) -> list[Alert]:
    """Everything that calls for a person on the day, the bodies in their order. Four queries, whatever their number."""
    working = [body for body in bodies if body.exists_on(on)]
    rows = Membership.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gt=on), body__in=working, valid_from__lte=on
    )
    serving: dict[int, list[Membership]] = {}
    for row in rows.select_related("person").order_by("pk"):
        serving.setdefault(row.body_id, []).append(row)
    few = {
        finding.subject.id: finding
        for finding in below_minimum(working, on=on)
        if finding.verdict in (Verdict.WARN, Verdict.FAIL)
    }
    found: list[Alert] = []
    for body in working:
        found += _vacancies(body, serving.get(body.pk, []))
        found += _people(body, serving.get(body.pk, []), on)
        if str(body.pk) in few:
            found.append(Alert(AlertKind.TOO_FEW, body, finding=few[str(body.pk)]))
        if body.works_until is not None and body.works_until <= on + AHEAD:
            found.append(Alert(AlertKind.TASK_ENDS, body, on=body.works_until))
    return found


def _vacancies(body: Body, rows: list[Membership]) -> list[Alert]:
    held = {row.role for row in rows}
    return [Alert(AlertKind.VACANT, body, office=office) for office in LEADING.get(body.kind, ()) if office not in held]


def _people(body: Body, rows: list[Membership], on: date) -> list[Alert]:
    found = []
    for row in rows:
        office = None if row.role is MembershipRole.MEMBER else row.role
        left = row.person.left_on
        if left is not None and left <= on + AHEAD:
            found.append(Alert(AlertKind.LEAVING, body, office, row.person, left))
        elif row.valid_until is not None and row.valid_until <= on + AHEAD:
            found.append(Alert(AlertKind.TERM_ENDS, body, office, row.person, row.valid_until))
    return found
