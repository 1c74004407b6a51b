"""What people are told when something happens to a sitting or a resolution."""

from apps.bodies.enums import MembershipRole
from apps.bodies.models import Membership
from apps.bodies.queries.members import members_on
from apps.core.ranges import valid_at
from apps.notices.domain.tell import Data, tell, withdraw
from apps.notices.enums import NoticeKind
from apps.notices.models import Notice
from apps.rulebook.enums import AttendanceKind
from apps.sittings.enums import OPEN_RESOLUTIONS
from apps.sittings.models import AgendaItem, Announcement, Invitation, Resolution, Sitting

SITTING, RESOLUTION = "sitting", "resolution"
LEADING = (MembershipRole.HEAD, MembershipRole.CHAIR)
SIGNING = (*LEADING, MembershipRole.SECRETARY)
ABOUT_RESOLUTIONS = (
    NoticeKind.RESOLUTION_GIVEN,
    NoticeKind.RESOLUTION_MOVED,
    NoticeKind.RESOLUTION_DUE,
    NoticeKind.RESOLUTION_OVERDUE,
)


def called_to(sitting: Sitting) -> set[int]:
    """Members of the body on the day of the sitting, and everyone else who was asked to come."""
    day = sitting.day
    members = {row.person_id for row in members_on(sitting.body, day)} if day else set()
    guests = Invitation.objects.filter(sitting=sitting).exclude(kind=AttendanceKind.MEMBER)
    return members | set(guests.values_list("person_id", flat=True))


def signers_of(sitting: Sitting) -> set[int]:
    """Chair or head, and secretary, of the body on the day of the sitting."""
    if sitting.day is None:
        return set()
    rows = valid_at(Membership.objects.filter(body_id=sitting.body_id, role__in=SIGNING), sitting.day)
    named = {sitting.chair_id, sitting.secretary_id} - {None}
    return {int(number) for number in named if number} or set(rows.values_list("person_id", flat=True))


def sitting_data(sitting: Sitting) -> Data:
    """Values for the words about a sitting."""
    return {
        "body": sitting.body.name,
        "number": sitting.number,
        "day": sitting.day.isoformat() if sitting.day else None,
        "at": f"{sitting.starts_at:%H:%M}" if sitting.starts_at else None,
        "place": sitting.place,
    }


def resolution_data(row: Resolution) -> Data:
    """Values for the words about a resolution."""
    return {
        "body": row.sitting.body.name,
        "number": row.number,
        "text": row.text,
        "due": row.due_on.isoformat() if row.due_on else None,
        "person": row.responsible.short_name if row.responsible else None,
    }


def tell_announced(sitting: Sitting) -> None:
    """The agenda is announced; when it was announced for another day before, the sitting is moved."""
    latest, *before = Announcement.objects.filter(sitting=sitting).order_by("-pk")[:2]
    known = Notice.objects.filter(
        subject_type=SITTING, subject_id=sitting.pk, key__startswith=f"postponed-{sitting.pk}-"
    )
    moved = bool(before) and before[0].for_day != latest.for_day and not known.exists()
    data = sitting_data(sitting)
    if moved:
        data["before"] = before[0].for_day.isoformat()
    kind = NoticeKind.SITTING_MOVED if moved else NoticeKind.SITTING_ANNOUNCED
    tell(called_to(sitting), kind=kind, key=f"announced-{latest.pk}", subject=(SITTING, sitting.pk), data=data)


def tell_postponed(sitting: Sitting, before: str | None) -> None:
    """The sitting takes place on another day, of which it will be announced anew; of a mere plan nobody was told."""
    withdraw((SITTING, sitting.pk), NoticeKind.SITTING_SOON)
    if Announcement.objects.filter(sitting=sitting).exists():
        tell(
            called_to(sitting),
            kind=NoticeKind.SITTING_MOVED,
            key=f"postponed-{sitting.pk}-{sitting.row_version}",
            subject=(SITTING, sitting.pk),
            data=sitting_data(sitting) | {"before": before},
        )


def tell_added(item: AgendaItem) -> None:
    """A question was added after the agenda had been announced."""
    tell(
        called_to(item.sitting),
        kind=NoticeKind.ITEM_ADDED,
        key=f"added-{item.pk}",
        subject=(SITTING, item.sitting_id),
        data=sitting_data(item.sitting) | {"question": item.text},
    )


def tell_cancelled(sitting: Sitting) -> None:
    """The sitting does not take place: whoever was called to it is told; of a mere plan nobody was."""
    withdraw((SITTING, sitting.pk), NoticeKind.SITTING_SOON)
    if not Announcement.objects.filter(sitting=sitting).exists():
        return
    data = sitting_data(sitting) | {"reason": sitting.state_reason}
    tell(
        called_to(sitting),
        kind=NoticeKind.SITTING_CANCELLED,
        key=f"cancelled-{sitting.pk}-{sitting.row_version}",
        subject=(SITTING, sitting.pk),
        data=data,
    )


def tell_held(sitting: Sitting) -> None:
    """The sitting was held: its minutes want signatures, its resolutions their owners."""
    withdraw((SITTING, sitting.pk), NoticeKind.SITTING_SOON)
    minutes = getattr(sitting, "minutes", None)
    if minutes is None or minutes.signed_on is None:
        tell(
            signers_of(sitting),
            kind=NoticeKind.MINUTES_TO_SIGN,
            key=f"sign-{sitting.pk}",
            subject=(SITTING, sitting.pk),
            data=sitting_data(sitting),
        )
    rows = Resolution.objects.filter(sitting=sitting, responsible__isnull=False, state__in=OPEN_RESOLUTIONS)
    for row in rows.select_related("sitting__body", "responsible"):
        tell_given(row)


def tell_given(row: Resolution) -> None:
    """Somebody has to carry a resolution out."""
    if row.responsible_id is not None:
        tell(
            [row.responsible_id],
            kind=NoticeKind.RESOLUTION_GIVEN,
            key=f"given-{row.pk}",
            subject=(RESOLUTION, row.pk),
            data=resolution_data(row),
        )


def tell_moved(row: Resolution, before: str | None, reason: str) -> None:
    """A resolution has another day."""
    withdraw((RESOLUTION, row.pk), NoticeKind.RESOLUTION_DUE, NoticeKind.RESOLUTION_OVERDUE)
    if row.responsible_id is not None:
        tell(
            [row.responsible_id],
            kind=NoticeKind.RESOLUTION_MOVED,
            key=f"moved-{row.pk}-{row.row_version}",
            subject=(RESOLUTION, row.pk),
            data=resolution_data(row) | {"before": before, "reason": reason},
        )


def tell_closed(resolution_id: int) -> None:
    """Nobody has to be reminded of it any more."""
    withdraw((RESOLUTION, resolution_id), *ABOUT_RESOLUTIONS)


def tell_signed(sitting_id: int) -> None:
    """Nobody has to be asked for a signature any more."""
    withdraw((SITTING, sitting_id), NoticeKind.MINUTES_TO_SIGN, NoticeKind.MINUTES_LATE)
