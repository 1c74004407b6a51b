"""Rows that count their changes, so that nobody overwrites what they have not seen and a program can ask for what is new."""

from typing import TypeVar

from django.db import models
from django.db.models.functions import Now

from apps.core.errors import CHANGED_MEANWHILE

V = TypeVar("V", bound="Versioned")


class Versioned(models.Model):
    """A row with a version that grows at every change."""

    row_version = models.PositiveIntegerField(default=1, db_default=1)
    updated_at = models.DateTimeField(auto_now=True, db_default=Now())

    class Meta:
        abstract = True

    def store(self, *fields: str) -> None:
        """Save these fields as the next version."""
        self.row_version += 1
        self.save(update_fields=[*fields, "row_version", "updated_at"])


def locked(row: V, *, seen: int | None = None) -> V:
    """The row as it stands now, held until the transaction ends. `seen` is the version the caller has looked at.

    Raises:
        Fault: `core.changed_meanwhile` when that is not the version any more.
    """
    fresh = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    if seen is not None and fresh.row_version != seen:
        raise CHANGED_MEANWHILE(seen=seen, now=fresh.row_version)
    return fresh
