"""The log of what was done with whole schools."""

from typing import Any

from apps.core.actor import Actor
from tenants.models import School
from usul.control.models import Deed


def note(*, by: Actor, school: School, action: str, **data: Any) -> None:
    """Add one deed, in the transaction of the deed itself. Values are plain."""
    Deed.objects.create(
        action=action, school=school, actor_id=by.user_id, actor_name=by.name, door=by.door.value, data=data
    )
