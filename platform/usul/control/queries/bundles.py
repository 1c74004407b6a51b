"""Bundles that can be fetched or loaded. Runs in the public scope."""

from django.db.models import QuerySet
from django.utils import timezone

from usul.control.models import Bundle


def kept(rows: QuerySet[Bundle]) -> QuerySet[Bundle]:
    """Those that are written and whose days are not over."""
    return rows.filter(size__gt=0, kept_until__gt=timezone.now())
