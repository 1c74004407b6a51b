"""Offices of bodies that nobody holds: told once to whoever has to find somebody, and taken back when somebody has been found."""

from datetime import date

from django.db.models import Max

from apps.bodies.enums import AlertKind, MembershipRole
from apps.bodies.models import Body, Membership
from apps.bodies.queries.alerts import Alert, alerts_of
from apps.notices.domain.tell import tell, withdraw
from apps.notices.enums import NoticeKind
from apps.people.queries.holders import holders
from apps.rulebook.enums import Role

BODY = "body"
FINDERS = (Role.DIRECTOR, Role.DEPUTY_OTI)
OFFICES = frozenset({role.value for role in MembershipRole} - {MembershipRole.MEMBER.value})


def tell_vacant(today: date) -> int:
    """Every vacant office of a body at work, once for each time it falls vacant. Returns how many notices were asked for."""
    vacant = [row for row in alerts_of(Body.objects.all(), on=today) if row.kind is AlertKind.VACANT]
    if not vacant:
        return 0
    people = {person.pk for role in FINDERS for person in holders(role, on=today)}
    held = Membership.objects.filter(body__in=[row.body for row in vacant], role__in=OFFICES).order_by()
    ended = {(body, office): day for body, office, day in held.values_list("body", "role").annotate(Max("valid_until"))}
    return sum(_tell(row, ended.get((row.body.pk, row.office)), people) for row in vacant)


def _tell(alert: Alert, since: date | None, people: set[int]) -> int:
    office = alert.office.value if alert.office else ""
    return tell(
        people,
        kind=NoticeKind.OFFICE_VACANT,
        key=f"vacant-{alert.body.pk}-{office}-{since or 'ever'}",
        subject=(BODY, alert.body.pk),
        data={"body": alert.body.name, "body_id": alert.body.pk, "office": office},
    )


def tell_filled(body_id: int, role: str) -> None:
    """Somebody serves in an office: what was told of vacancies in this body is taken back; one that is left is told anew."""
    if role in OFFICES:
        withdraw((BODY, body_id), NoticeKind.OFFICE_VACANT)
