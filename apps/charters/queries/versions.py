"""Versions with everything their pages compare."""

from django.db.models import Q

from apps.charters.models import PolicyProfile


def with_base(pk: int, other: int | None = None) -> tuple[PolicyProfile, PolicyProfile | None] | None:
    """A version and the one it is compared with: `other`, or else the one it was begun from. Four queries, contents included."""
    wanted = Q(pk=pk)
    if other is not None:
        wanted |= Q(pk=other)
    else:
        wanted |= Q(pk__in=PolicyProfile.objects.filter(pk=pk, based_on__isnull=False).values("based_on_id"))
    rows = {
        row.pk: row for row in PolicyProfile.objects.filter(wanted).prefetch_related("modules", "values", "choices")
    }
    profile = rows.pop(pk, None)
    return None if profile is None else (profile, next(iter(rows.values()), None))
