"""One sitting with everything that was recorded of it."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from apps.core.errors import NOT_FOUND
from apps.sittings.models import AgendaItem, Attendance, Invitation, Motion, Resolution, Sitting
from apps.sittings.queries.lists import with_announcement


@dataclass(frozen=True, slots=True)
class SittingDetail:
    """`sitting` comes with body, year, minutes, the one it repeats and `announced_on`; items with speaker, vote and `last_result`."""

    sitting: Sitting
    items: list[AgendaItem]
    attendance: list[Attendance]
    resolutions: list[Resolution]
    invitations: list[Invitation]


def sitting_detail(pk: int) -> SittingDetail:
    """The sitting of this number. Five queries.

    Raises:
        Fault: `core.not_found`.
    """
    rows = Sitting.objects.select_related(
        "body", "year", "minutes__chair", "minutes__secretary", "chair", "secretary", "repeats"
    )
    sitting = with_announcement(rows).filter(pk=pk).first()
    if sitting is None:
        raise NOT_FOUND()
    begun = sitting.held_on is not None or sitting.opened_at is not None
    attendance = Attendance.objects.filter(sitting=sitting).select_related("person")
    resolutions = Resolution.objects.filter(sitting=sitting).select_related("responsible", "item")
    invitations = Invitation.objects.filter(sitting=sitting).select_related("person")
    votes = Motion.objects.filter(item=OuterRef("pk"), result__isnull=False).order_by("-number")
    items = AgendaItem.objects.filter(sitting=sitting).annotate(last_result=Subquery(votes.values("result")[:1]))
    return SittingDetail(
        sitting,
        list(items.select_related("speaker", "vote").order_by("position")),
        list(attendance.order_by("kind", "person__family_name", "person__given_name", "pk")) if begun else [],
        list(resolutions.order_by("number")) if begun else [],
        list(invitations.order_by("person__family_name", "pk")),
    )
