"""Widgets of the house and the text of a choice with an explanation."""

from typing import Any

from django import forms


class Option(str):
    """A choice label with a second line: `Option("Жумуш күндөрү", "Дем алыш күндөрү эсептелбейт")`."""

    __slots__ = ("note",)
    note: str

    def __new__(cls, label: str, note: str = "") -> "Option":
        option = super().__new__(cls, label)
        option.note = note
        return option


class DateInput(forms.DateInput):
    """The date field of the browser; the value travels as an ISO date whatever the language is."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class Stepper(forms.NumberInput):
    """A whole number with buttons for less and more."""


class RadioCards(forms.RadioSelect):
    """Few weighty choices, each with an explanation: labels may be `Option`."""
