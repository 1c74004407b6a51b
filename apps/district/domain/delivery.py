"""Bringing the frame to schools, and what schools tell of their rules. Each function opens a public scope of its own."""

import uuid
from datetime import date, datetime
from typing import Any

from apps.charters.queries.wording import Wording
from apps.district.models import FrameDelivery, SchoolRules
from apps.district.queries.frames import as_data, print_of, published_above
from tenants.context import public_scope


def frame_for(district_id: uuid.UUID) -> tuple[str, list[dict[str, Any]]]:
    """Fingerprint and rules of the frame that holds in a district."""
    with public_scope(readonly=True):
        frame = published_above(district_id)
    return print_of(frame), as_data(frame)


def note_delivery(school_id: uuid.UUID, *, fingerprint: str, outside: list[dict[str, Any]], now: datetime) -> None:
    """Note that a school has received a frame."""
    with public_scope():
        FrameDelivery.objects.update_or_create(
            school_id=school_id, defaults={"fingerprint": fingerprint, "outside": outside, "delivered_at": now}
        )


def delivered_prints() -> dict[uuid.UUID, str]:
    """What every school has received so far."""
    with public_scope(readonly=True):
        return dict(FrameDelivery.objects.values_list("school_id", "fingerprint"))


def accept_rules(
    school_id: uuid.UUID, *, as_of: date, fingerprint: str, values: dict[str, Any], wording: Wording
) -> bool:
    """Keep what a school tells of the rules it lives by: values, and the words of its own. Returns whether anything changed."""
    told = {"fingerprint": fingerprint, "values": values, "wording": dict(wording)}
    with public_scope():
        row = SchoolRules.objects.select_for_update().filter(school_id=school_id).first()
        if row is not None and all(getattr(row, name) == value for name, value in told.items()):
            return False
        SchoolRules.objects.update_or_create(school_id=school_id, defaults={"as_of": as_of, **told})
        return True
