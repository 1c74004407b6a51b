"""Keys of programs, as those who issue them see them. Runs in the public scope."""

import uuid

from django.db.models import QuerySet

from apps.accounts.models import ApiToken


def tokens_of_school(school_id: uuid.UUID) -> QuerySet[ApiToken]:
    """Keys to one school with who issued them, the newest first."""
    return ApiToken.objects.filter(school_id=school_id).select_related("user").order_by("-created", "pk")


def tokens_of_district(district_id: uuid.UUID) -> QuerySet[ApiToken]:
    """Keys to one district with who issued them, the newest first."""
    return ApiToken.objects.filter(district_id=district_id).select_related("user").order_by("-created", "pk")
