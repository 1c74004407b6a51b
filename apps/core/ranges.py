"""Dates that hold from a day until another: `[valid_from, valid_until)`, open at the end when there is no until."""

from datetime import date
from typing import TypeVar

from django.db import models
from django.db.models import F, Q

R = TypeVar("R", bound="Ranged")


class Ranged(models.Model):
    """A row that holds from a day until another, that day excluded."""

    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ends_after_start",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
            ),
        )

    def holds_on(self, day: date) -> bool:
        """Whether the row holds on `day`."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


def valid_at(rows: models.QuerySet[R], day: date) -> models.QuerySet[R]:
    """The rows that hold on `day`."""
    return rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=day), valid_from__lte=day)


def overlapping(rows: models.QuerySet[R], valid_from: date, valid_until: date | None) -> models.QuerySet[R]:
    """The rows that share at least one day with the range."""
    rows = rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=valid_from))
    return rows if valid_until is None else rows.filter(valid_from__lt=valid_until)
