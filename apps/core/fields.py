"""Column types shared by the school applications."""

from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models


class CodeField(models.CharField):  # type: ignore[type-arg]
    """A column that holds the code of an enumeration and gives back its member. An unknown code in the database is an error."""

    def __init__(self, enum: type[Enum] | None = None, **options: Any) -> None:
        self.enum = enum
        options.setdefault("max_length", 40)
        super().__init__(**options)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """In migrations a plain text column: adding a member needs no migration."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.CharField", list(args), options

    def from_db_value(self, value: str | None, _expression: Any, _connection: Any) -> Any:
        """The enumeration's member."""
        return None if value is None or value == "" else self._member(value)

    def to_python(self, value: Any) -> Any:
        """The enumeration's member for a member or a code."""
        return None if value in (None, "") else self._member(value)

    def get_prep_value(self, value: Any) -> Any:
        """The code as text."""
        if value is None or value == "":
            return None if self.null else ""
        return str(self._member(value).value)

    def _member(self, value: Any) -> Any:
        if self.enum is None:
            return value
        try:
            return self.enum(value)
        except ValueError:
            message = f"{value!r} is no {self.enum.__name__}."
            raise ValidationError(message) from None
