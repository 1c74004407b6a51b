"""Choices of people and subjects for forms, in the language of the reader."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.people.enums import Subject
from apps.people.models import Person
from apps.rulebook.codes import Code
from apps.web.findings.present import reader_language

Choices = list[tuple[str, str]]


def code_choices(codes: Iterable[Code], *, blank: str | None = None) -> Choices:
    """Members of a list of codes; with `blank` an empty choice before them."""
    words = [(code.value, code.label.in_(reader_language())) for code in codes]
    return words if blank is None else [("", blank), *words]


def people_choices(people: Iterable[Person]) -> Choices:
    """People to choose from, with an empty choice."""
    return [("", "—"), *((str(person.pk), person.full_name) for person in people)]


def subject_words(codes: Iterable[str]) -> str:
    """Subjects in words; a code of the school's own stands as it is."""
    known = {subject.value: subject.label.in_(reader_language()) for subject in Subject}
    return ", ".join(known.get(code, code) for code in codes)


class SubjectsField(forms.MultipleChoiceField):
    """Subjects to tick; codes of the school's own stay what they are."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.CheckboxSelectMultiple())
        options.setdefault("required", False)
        super().__init__(**options)

    def offer(self, kept: Iterable[str] = ()) -> None:
        """Offer the known subjects and whatever the record holds already."""
        known = code_choices(Subject)
        codes = {code for code, _words in known}
        self.choices = [*known, *((code, code) for code in kept if code not in codes)]


class PersonField(forms.ChoiceField):
    """One of the staff; becomes the person."""

    default_error_messages = {"invalid_choice": _("Choose a person of the list.")}

    def offer(self, people: Iterable[Person]) -> None:
        """Offer these people."""
        self.people = {str(person.pk): person for person in people}
        self.choices = people_choices(self.people.values())

    def clean(self, value: Any) -> Any:
        """The person, or None where nobody has to be chosen."""
        return self.people.get(super().clean(value))
