"""Sittings and resolutions as lists show them."""

from datetime import date

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.rulebook.enums import AttendanceKind
from apps.sittings.enums import OPEN_RESOLUTIONS, SittingState
from apps.sittings.models import Announcement, Attendance, Resolution, Sitting

COMING = (SittingState.PLANNED, SittingState.ANNOUNCED, SittingState.POSTPONED)


def sittings_of(year: AcademicYear) -> QuerySet[Sitting]:
    """Sittings of a year with body and minutes, newest day first; `day_on` is the day held, else the day planned."""
    rows = Sitting.objects.filter(year=year).select_related("body", "minutes")
    return rows.annotate(day_on=Coalesce("held_on", "planned_on")).order_by("-day_on", "-pk")


def with_presence(rows: QuerySet[Sitting]) -> QuerySet[Sitting]:
    """The same with `members_present` and `members_listed`, counted from the attendance."""
    listed = Attendance.objects.filter(sitting=OuterRef("pk"), kind=AttendanceKind.MEMBER).order_by()
    counts = listed.values("sitting").annotate(listed=Count("pk"), here=Count("pk", filter=Q(present=True)))
    return rows.annotate(
        members_listed=Coalesce(Subquery(counts.values("listed")), 0),
        members_present=Coalesce(Subquery(counts.values("here")), 0),
    )


def with_announcement(rows: QuerySet[Sitting]) -> QuerySet[Sitting]:
    """The same with `announced_on`: the latest announcement for the day of the sitting."""
    latest = Announcement.objects.filter(
        sitting=OuterRef("pk"), for_day=Coalesce(OuterRef("held_on"), OuterRef("planned_on"))
    )
    return rows.annotate(announced_on=Subquery(latest.order_by("-announced_on", "-pk").values("announced_on")[:1]))


def bodies_with_resolutions(today: date, *, dissolved: bool = False) -> QuerySet[Body]:
    """Every body at work (or every dissolved one) with `open_resolutions` and `overdue_resolutions` over all years."""
    waiting = Resolution.objects.filter(sitting__body=OuterRef("pk"), state__in=OPEN_RESOLUTIONS).order_by()
    counts = waiting.values("sitting__body").annotate(waiting=Count("pk"), late=Count("pk", filter=Q(due_on__lt=today)))
    return Body.objects.filter(dissolved_on__isnull=not dissolved).annotate(
        open_resolutions=Coalesce(Subquery(counts.values("waiting")), 0),
        overdue_resolutions=Coalesce(Subquery(counts.values("late")), 0),
    )


def open_resolutions(body: Body) -> QuerySet[Resolution]:
    """What the body has decided and nobody has reported done, the earliest deadline first."""
    rows = Resolution.objects.filter(sitting__body=body, state__in=OPEN_RESOLUTIONS)
    return rows.select_related("sitting", "responsible").order_by(
        F("due_on").asc(nulls_last=True), "sitting_id", "number"
    )
