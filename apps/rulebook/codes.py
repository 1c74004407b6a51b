"""The base of every list of codes: a code for machines, a label in three languages for people."""

from enum import StrEnum
from typing import Any, Self

from apps.rulebook.text import Text


class Code(StrEnum):
    """A closed list of codes. Declare a member as `NAME = "code", "кыргызча", "по-русски", "in English"`."""

    label: Text
    __hash__ = str.__hash__  # a code equals its string, so it must share its hash; the one of Enum differs

    def __new__(cls, code: str, ky: str, ru: str, en: str) -> Self:
        """Keep the label beside the code; the value of the member is the bare code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = Text(ky, ru, en)
        return member

    @classmethod
    def of(cls, code: str) -> Self:
        """The member with this code; `KeyError` when there is none."""
        member: Any = cls._value2member_map_[code]
        found: Self = member
        return found

    @classmethod
    def codes(cls) -> tuple[str, ...]:
        """Every code of the list, in its order."""
        return tuple(member.value for member in cls)
