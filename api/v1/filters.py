"""List filters that know their names: an unknown parameter is an error that lists the known ones."""

from datetime import MINYEAR, UTC, date, datetime, timedelta
from typing import Any

import django_filters
from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.request import Request

from api.v1 import faults

OVERLAP = timedelta(minutes=2)
COMMON = ("limit", "cursor", "format")


class StrictFilterBackend(DjangoFilterBackend):
    """django-filter, strict about names and values."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: Any) -> QuerySet[Any]:
        """The rows the parameters ask for.

        Raises:
            Fault: `api.parameter_unknown` or `api.parameter_invalid`.
        """
        filterset = self.get_filterset(request, queryset, view)
        known = set(COMMON) | (set(filterset.filters) if filterset is not None else set())
        for name in request.query_params:
            if name not in known:
                raise faults.PARAMETER_UNKNOWN(name=name, known=", ".join(sorted(known)))
            if "\x00" in request.query_params[name]:
                raise faults.PARAMETER_INVALID(name=name, reason="U+0000")
        if filterset is None:
            return queryset
        if not filterset.is_valid():
            name, errors = next(iter(filterset.errors.items()))
            raise faults.PARAMETER_INVALID(name=name, reason=" ".join(str(error) for error in errors))
        return filterset.qs


def asked_day(request: Request, name: str = "on") -> date | None:
    """The day a parameter names; None without it.

    Raises:
        Fault: `api.parameter_invalid` for anything but `YYYY-MM-DD`.
    """
    raw = request.query_params.get(name)
    if raw is None:
        return None
    try:
        if len(raw) != 10:
            raise ValueError
        return date.fromisoformat(raw)
    except ValueError:
        raise faults.PARAMETER_INVALID(name=name, reason="YYYY-MM-DD") from None


class SinceFilter(django_filters.IsoDateTimeFilter):
    """Rows changed since a moment. A row that was being stored when an earlier caller asked is not lost: two minutes more are given."""

    def filter(self, qs: QuerySet[Any], value: datetime | None) -> QuerySet[Any]:
        """The rows, some of which the caller may have had before."""
        if value is None:
            return super().filter(qs, value)
        try:
            return super().filter(qs, value.astimezone(UTC) - OVERLAP)
        except OverflowError:  # the first or the last day of the calendar
            return qs if value.year == MINYEAR else qs.none()

    def __init__(self, **options: Any) -> None:
        super().__init__(lookup_expr="gte", **options)
