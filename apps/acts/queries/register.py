"""The register of papers."""

from django.db.models import QuerySet

from apps.acts.models import Act


def register() -> QuerySet[Act]:
    """Every paper with its signer, the newest first."""
    return Act.objects.select_related("signed_by").order_by("-act_date", "-pk")


def years_of_register() -> list[int]:
    """Calendar years in which there are papers, the newest first. One query."""
    days = Act.objects.dates("act_date", "year", order="DESC")
    return [day.year for day in days]
