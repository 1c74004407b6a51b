"""What lies on the desk of whoever leads a body or keeps its papers, and what a member of the staff is asked for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from apps.bodies.models import Body, Membership
from apps.core.ranges import valid_at
from apps.people.models import Person
from apps.rulebook.enums import AttendanceKind
from apps.sittings.enums import ENDED, OPEN_RESOLUTIONS, ProposalState, SittingState
from apps.sittings.models import AgendaItem, Announcement, Attendance, Invitation, Proposal, Resolution, Sitting
from apps.sittings.queries.lists import with_announcement

# the list of bodies looks back for one year and shows so many lines
LOOKED_BACK, MOST_LATE = timedelta(days=365), 12


def seats_of(person_id: int, today: date) -> list[Membership]:
    """The parts a person plays in bodies on the day, with the bodies. One query."""
    return list(valid_at(Membership.objects.filter(person_id=person_id), today).select_related("body"))


def coming_for(person_id: int, bodies: Collection[int]) -> QuerySet[Sitting]:
    """Sittings of these bodies, or to which the person was asked, that have not ended; the nearest first."""
    asked = Invitation.objects.filter(sitting=OuterRef("pk"), person_id=person_id).exclude(kind=AttendanceKind.MEMBER)
    rows = Sitting.objects.exclude(state__in=ENDED).filter(Q(body_id__in=bodies) | Exists(asked))
    return rows.select_related("body").order_by(F("planned_on").asc(nulls_last=True), "pk")


def tasks_of(person_id: int) -> QuerySet[Resolution]:
    """Open resolutions of a person, the earliest day first."""
    rows = Resolution.objects.filter(responsible_id=person_id, state__in=OPEN_RESOLUTIONS)
    return rows.select_related("sitting__body").order_by(F("due_on").asc(nulls_last=True), "pk")


def sittings_at_desk(body: Body) -> list[Sitting]:
    """Sittings of the body that have not ended, and held ones whose minutes are not signed; with announcement, number of questions
    and of those that came after it."""
    unsigned = Q(state=SittingState.HELD) & (Q(minutes__isnull=True) | Q(minutes__signed_on__isnull=True))
    rows = Sitting.objects.filter(~Q(state__in=ENDED) | unsigned, body=body).select_related("year", "minutes")
    rows = _with_supplements(with_announcement(rows.annotate(questions=Count("items"))))
    return list(rows.order_by(Coalesce("held_on", "planned_on"), "pk"))


def _with_supplements(rows: QuerySet[Sitting]) -> QuerySet[Sitting]:
    """The same with `supplements`: how many questions came after the first announcement for that day."""
    told = Announcement.objects.filter(
        sitting=OuterRef("sitting"), for_day=Coalesce(OuterRef("sitting__held_on"), OuterRef("sitting__planned_on"))
    )
    first = Subquery(told.order_by("announced_on", "pk").values("announced_on")[:1])
    later = AgendaItem.objects.filter(sitting=OuterRef("pk")).annotate(first=first).order_by()
    later = later.filter(announced_on__gt=F("first"))
    count = later.values("sitting").annotate(number=Count("pk")).values("number")
    return rows.annotate(supplements=Coalesce(Subquery(count), 0))


def late_minutes(until: date) -> list[Sitting]:
    """Sittings of a year, held on that day or earlier, whose minutes are not signed; the oldest first. One query."""
    unsigned = Q(minutes__isnull=True) | Q(minutes__signed_on__isnull=True)
    rows = Sitting.objects.filter(
        unsigned, state=SittingState.HELD, held_on__lte=until, held_on__gt=until - LOOKED_BACK
    )
    return list(rows.select_related("body").order_by("held_on", "pk")[:MOST_LATE])


def last_protocols(body: Body, most: int) -> list[Sitting]:
    """The last signed protocols. One query."""
    rows = Sitting.objects.filter(body=body, minutes__signed_on__isnull=False).select_related("minutes", "body")
    return list(rows.order_by("-held_on", "-pk")[:most])


def proposals_at_desk(body: Body) -> tuple[list[Proposal], list[Proposal]]:
    """Questions that wait to be admitted, and answered ones of other bodies that owe an excerpt; the oldest first. One query."""
    waiting = Q(state__in=(ProposalState.OFFERED, ProposalState.DEFERRED))
    answered = Q(state=ProposalState.ANSWERED, asker__isnull=False)
    rows = Proposal.objects.filter(waiting | answered, body=body).select_related("offered_by", "asker")
    found = list(rows.order_by("offered_on", "pk"))
    return [row for row in found if row.state is not ProposalState.ANSWERED], [
        row for row in found if row.state is ProposalState.ANSWERED
    ]


@dataclass(frozen=True, slots=True)
class MemberGlance:
    """A member as the head looks at them.

    Attributes:
        came: whether they were at the last sitting; None when nothing is noted.
        absent_twice: missing from the last two sittings.
        since, until: when they joined and when they leave, where that is on record.
    """

    person: Person
    came: bool | None
    absent_twice: bool
    since: date
    until: date | None


def members_at_a_glance(body: Body, today: date) -> list[MemberGlance]:
    """Members of the body on the day with their attendance at the last two held sittings. Two queries."""
    rows = valid_at(Membership.objects.filter(body=body), today).select_related("person")
    kept: dict[int, Membership] = {}
    for row in rows.order_by("-valid_from"):
        kept[row.person_id] = row
    last = Sitting.objects.filter(body=body, state=SittingState.HELD).order_by("-held_on", "-pk").values("pk")[:2]
    noted: dict[int, list[bool]] = {}
    marks = Attendance.objects.filter(sitting__in=last, kind=AttendanceKind.MEMBER).order_by(
        "-sitting__held_on", "-sitting_id"
    )
    for person, present in marks.values_list("person_id", "present"):
        noted.setdefault(person, []).append(present)
    return [
        MemberGlance(
            person=row.person,
            came=seen[0] if (seen := noted.get(row.person_id, [])) else None,
            absent_twice=seen == [False, False],
            since=row.valid_from,
            until=row.valid_until,
        )
        for row in sorted(kept.values(), key=lambda row: (row.person.family_name, row.person.given_name))
    ]
