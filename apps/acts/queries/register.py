"""The register of papers."""

from django.db.models import Q, QuerySet

from apps.acts.enums import ActState
from apps.acts.models import Act
from apps.rulebook.enums import ActKind


def register() -> QuerySet[Act]:
    """Every paper with its signer, the newest first."""
    return Act.objects.select_related("signed_by").order_by("-act_date", "-pk")


def years_of_register() -> list[int]:
    """Calendar years in which there are papers, the newest first. One query."""
    days = Act.objects.dates("act_date", "year", order="DESC")
    return [day.year for day in days]


def waiting_for_the_director() -> list[Act]:
    """Submissions without an answer and orders without a signature, the oldest first. One query."""
    rows = Act.objects.filter(
        Q(state=ActState.SUBMITTED, kind=ActKind.SUBMISSION) | Q(state=ActState.DRAFT, kind=ActKind.ORDER),
        revoked_on__isnull=True,
    )
    return list(rows.select_related("signed_by").order_by("act_date", "pk"))
