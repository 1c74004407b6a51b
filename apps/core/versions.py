"""Rows that count their changes, so that nobody overwrites what they have not seen and a program can ask for what is new."""

from typing import TypeVar

from django.db import models
from django.db.models.functions import Now

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
