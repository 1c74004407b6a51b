"""Where the people of a school can be reached by mail. Runs in the public scope."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from apps.accounts.models import User
from tenants.models import Access


@dataclass(frozen=True, slots=True)
class Address:
    """A mail address and the language its owner reads."""

    email: str
    name: str
    language: str


def addresses_at(school_id: uuid.UUID, accounts: Collection[uuid.UUID], *, on: date) -> dict[uuid.UUID, Address]:
    """Addresses by account, of those who may enter the school on the day and have one. Two queries."""
    open_today = Q(valid_until__isnull=True) | Q(valid_until__gt=on)
    inside = Access.objects.filter(open_today, school_id=school_id, user_id__in=accounts, valid_from__lte=on)
    allowed = set(inside.values_list("user_id", flat=True))
    rows = User.objects.filter(pk__in=allowed, is_active=True).exclude(email="")
    return {row.pk: Address(row.email, row.get_full_name(), row.language) for row in rows}
