"""The log of the district layer."""

import uuid
from typing import Any

from apps.core.actor import Actor
from apps.district.models import DistrictEvent


def note(*, by: Actor, district_id: uuid.UUID, action: str, subject: uuid.UUID, **data: Any) -> None:
    """Add one deed, in the transaction of the deed itself. Values are plain."""
    DistrictEvent.objects.create(
        district_id=district_id,
        action=action,
        subject=subject,
        actor_id=by.user_id,
        actor_name=by.name,
        door=by.door.value,
        data=data,
    )
