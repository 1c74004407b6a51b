"""What stands in a calendar feed: the sittings a person belongs to, those of one body, and the person's own resolutions."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from apps.bodies.models import Body, Membership
from apps.core.ranges import valid_at
from apps.people.models import Person
from apps.rulebook.enums import AttendanceKind
from apps.sittings.models import Invitation, Resolution, Sitting

BACK = timedelta(days=365)


def reader_of(person_id: int, today: date) -> Person | None:
    """The person whose feed it is, while they work here and have one."""
    here = Q(left_on__isnull=True) | Q(left_on__gt=today)
    return Person.objects.filter(here, pk=person_id).exclude(feed_key="").first()


def bodies_of(person_id: int, today: date) -> list[Body]:
    """Bodies the person sits in on the day."""
    seats = valid_at(Membership.objects.filter(person_id=person_id, body=OuterRef("pk")), today)
    return list(Body.objects.filter(Exists(seats)))


def sittings_for(person_id: int, today: date, body_id: int | None = None) -> QuerySet[Sitting]:
    """Sittings of the last year and all coming ones that the person was or is called to, those of one body with `body_id`.

    Membership counts on the day of the sitting: whoever leaves a body keeps its past and loses its future.
    """
    rows = Sitting.objects.annotate(day_on=Coalesce("held_on", "planned_on")).filter(day_on__gte=today - BACK)
    if body_id is not None:
        rows = rows.filter(body_id=body_id)
    seats = Membership.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gt=OuterRef("day_on")),
        person_id=person_id,
        body=OuterRef("body_id"),
        valid_from__lte=OuterRef("day_on"),
    )
    asked = Invitation.objects.filter(sitting=OuterRef("pk"), person_id=person_id).exclude(kind=AttendanceKind.MEMBER)
    return rows.filter(Exists(seats) | Exists(asked)).select_related("body").order_by("day_on", "pk")


def resolutions_for(person_id: int, today: date) -> QuerySet[Resolution]:
    """Resolutions of the person with a day in the last year or later."""
    rows = Resolution.objects.filter(responsible_id=person_id, due_on__gte=today - BACK)
    return rows.select_related("sitting__body").order_by("due_on", "pk")
