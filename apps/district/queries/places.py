"""Schools a person may enter. Runs in the public scope."""

from apps.accounts.identity import Identity
from tenants.enums import SchoolStatus
from tenants.models import School

ENTERED = (SchoolStatus.READY, SchoolStatus.SUSPENDED_READONLY)


def schools_open_to(identity: Identity) -> list[School]:
    """Schools of the identity that are at work, by slug. One query; none when no school is open."""
    wanted = [school for school, _level in identity.schools]
    return list(School.objects.filter(id__in=wanted, status__in=ENTERED).order_by("slug")) if wanted else []
