"""What is told because a day comes near or has passed. Every reminder has a key of its own, so that a second run tells nothing twice."""

from collections.abc import Callable
from datetime import date, timedelta

from django.conf import settings

from apps.bodies.enums import MembershipRole
from apps.bodies.models import Membership
from apps.core.ranges import valid_at
from apps.notices.domain.sittings import (
    LEADING,
    RESOLUTION,
    SITTING,
    called_to,
    resolution_data,
    signers_of,
    sitting_data,
    tell_given,
)
from apps.notices.domain.tell import tell
from apps.notices.domain.vacancies import tell_vacant
from apps.notices.enums import NoticeKind
from apps.people.models import RoleHolding
from apps.people.queries.holders import holders
from apps.rulebook.enums import Role
from apps.sittings.enums import OPEN_RESOLUTIONS, SittingState
from apps.sittings.models import Resolution, Sitting

WEEK = 7
ABOVE_A_BODY = (Role.DEPUTY_METHODICAL, Role.DEPUTY_SCI_METHODICAL, Role.DEPUTY_OTI, Role.DIRECTOR)


def remind(*, today: date) -> int:
    """Everything that has to be told at a school this morning; returns how many notices were asked for."""
    return sum(part(today) for part in PARTS)


def _sittings_soon(today: date) -> int:
    day = today + timedelta(days=settings.NOTICES_DAYS["sitting_soon"])
    rows = Sitting.objects.filter(state__in=(SittingState.ANNOUNCED, SittingState.POSTPONED), planned_on=day)
    return sum(
        tell(
            called_to(row),
            kind=NoticeKind.SITTING_SOON,
            key=f"soon-{row.pk}-{day}",
            subject=(SITTING, row.pk),
            data=sitting_data(row),
        )
        for row in rows.select_related("body")
    )


def _minutes_late(today: date) -> int:
    """Held long enough ago and not signed: the signers are told once a week until they are."""
    limit = today - timedelta(days=settings.NOTICES_DAYS["minutes_late"])
    rows = Sitting.objects.filter(state=SittingState.HELD, held_on__lte=limit, minutes__signed_on__isnull=True)
    rows = rows.filter(held_on__gt=today - timedelta(days=settings.NOTICES_DAYS["told_until"]))
    return sum(
        tell(
            signers_of(row),
            kind=NoticeKind.MINUTES_LATE,
            key=f"late-{row.pk}-{_weeks(row.held_on, today)}",
            subject=(SITTING, row.pk),
            data=sitting_data(row),
        )
        for row in rows.select_related("body")
        if row.held_on is not None
    )


def _resolutions(today: date) -> int:
    """Resolutions whose day is near, and those whose day has passed: owner and superior, once a week until they are done."""
    soon = today + timedelta(days=settings.NOTICES_DAYS["resolution_due"])
    rows = Resolution.objects.filter(state__in=OPEN_RESOLUTIONS, due_on__lte=soon, responsible__isnull=False)
    rows = rows.filter(due_on__gt=today - timedelta(days=settings.NOTICES_DAYS["told_until"]))
    told = 0
    for row in rows.select_related("sitting__body", "responsible"):
        if row.due_on is not None and row.responsible_id is not None:
            told += _due(row, row.responsible_id, row.due_on) if row.due_on >= today else _overdue(row, today)
    return told


def _due(row: Resolution, owner: int, due_on: date) -> int:
    key = f"due-{row.pk}-{due_on}"
    subject = (RESOLUTION, row.pk)
    return tell([owner], kind=NoticeKind.RESOLUTION_DUE, key=key, subject=subject, data=resolution_data(row))


def _overdue(row: Resolution, today: date) -> int:
    owner = row.responsible_id
    people = {owner, *superiors(row.sitting.body_id, owner, today)} - {None}
    return tell(
        [number for number in people if number],
        kind=NoticeKind.RESOLUTION_OVERDUE,
        key=f"overdue-{row.pk}-{row.due_on}-{_weeks(row.due_on, today)}",
        subject=(RESOLUTION, row.pk),
        data=resolution_data(row),
    )


def superiors(body_id: int, owner: int | None, today: date) -> set[int]:
    """Who is told besides the owner: the head or chair of the body; for their own resolutions the deputy above, else the director."""
    leading = valid_at(Membership.objects.filter(body_id=body_id, role__in=LEADING), today)
    people = set(leading.values_list("person_id", flat=True)) - {owner}
    if people:
        return people
    for role in ABOVE_A_BODY:
        above = {person.pk for person in holders(role, on=today)} - {owner}
        if above:
            return above
    return set()


def _given(today: date) -> int:
    """Resolutions of the last weeks whose owners were not told yet, whatever way they came onto the record."""
    since = today - timedelta(days=settings.NOTICES_DAYS["told_until"])
    rows = Resolution.objects.filter(state__in=OPEN_RESOLUTIONS, responsible__isnull=False, sitting__held_on__gte=since)
    found = list(rows.select_related("sitting__body", "responsible"))
    for row in found:
        tell_given(row)
    return len(found)


def _terms(today: date) -> int:
    """Parts in bodies and offices that end soon: whoever holds them and whoever has to find the next holder."""
    until = today + timedelta(days=settings.NOTICES_DAYS["term_ending"])
    parts = Membership.objects.filter(valid_until__gt=today, valid_until__lte=until)
    above = {person.pk for role in (Role.DIRECTOR, Role.DEPUTY_OTI) for person in holders(role, on=today)}
    told = 0
    for row in parts.exclude(role=MembershipRole.MEMBER).select_related("person", "body"):
        told += _term(row, row.person_id, above, row.role.value, row.body.name, ("body", row.body_id))
    offices = RoleHolding.objects.filter(valid_until__gt=today, valid_until__lte=until).select_related("person")
    for office in offices:
        told += _term(office, office.person_id, above, office.role.value, "", ("person", office.person_id))
    return told


def _term(
    row: Membership | RoleHolding, person: int, above: set[int], office: str, body: str, subject: tuple[str, int]
) -> int:
    last = row.valid_until - timedelta(days=1) if row.valid_until else None
    data = {"person": row.person.short_name, "office": office, "body": body, "day": last.isoformat() if last else None}
    key = f"term-{type(row).__name__.lower()}-{row.pk}-{row.valid_until}"
    return tell({person, *above}, kind=NoticeKind.TERM_ENDING, key=key, subject=subject, data=data)


def _weeks(since: date | None, today: date) -> int:
    return (today - since).days // WEEK if since else 0


PARTS: tuple[Callable[[date], int], ...] = (_sittings_soon, _minutes_late, _given, _resolutions, _terms, tell_vacant)
