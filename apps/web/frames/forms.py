"""Forms of a district's frame and of a change of its calendar."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from apps.calendars.domain.shift import CalendarChange
from apps.calendars.domain.years import PeriodDates
from apps.district import errors
from apps.district.domain.frames import RuleInput
from apps.rulebook.enums import PeriodUnit
from apps.rulebook.parameters import Kind, Parameter
from apps.rulebook.policy import Bound
from apps.rulebook.policy.layers import ORDERED_KINDS
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm, day_field, text_field

LINE = re.compile(r"^\s*(\S+)\s+(\d{1,2})\s*:\s*(\d{4}-\d{2}-\d{2})\s*[-–—]\s*(\d{4}-\d{2}-\d{2})\s*$")
MOST_PERIODS = 40


def bounds_for(parameter: Parameter[Any]) -> list[tuple[str, str]]:
    """Bounds that make sense for the values of a parameter."""
    fitting = [bound for bound in Bound if parameter.kind in ORDERED_KINDS or bound in (Bound.DEFAULT, Bound.LOCK)]
    return [(bound.value, bound.label.in_(reader_language())) for bound in fitting]


def value_field(parameter: Parameter[Any]) -> forms.Field:
    """The field in which a value of this parameter is written."""
    language = reader_language()
    help_text = parameter.help.in_(language)
    labels = [(code, words.in_(language)) for code, words in parameter.allowed.items()]
    label = _t("Value")
    match parameter.kind:
        case Kind.WHOLE:
            return forms.IntegerField(label=label, help_text=help_text)
        case Kind.FLAG:
            return forms.ChoiceField(label=label, help_text=help_text, choices=[("yes", _t("yes")), ("no", _t("no"))])
        case Kind.CHOICE:
            return forms.ChoiceField(label=label, help_text=help_text, choices=labels)
        case Kind.CHOICES:
            boxes = forms.CheckboxSelectMultiple()
            return forms.MultipleChoiceField(
                label=label, help_text=help_text, choices=labels, widget=boxes, required=False
            )
        case _:
            return text_field(label, most=200, help_text=help_text)


def plain_of(parameter: Parameter[Any], words: Any) -> Any:
    """What a person wrote as plain data for the parameter to read."""
    match parameter.kind:
        case Kind.FLAG:
            return words == "yes"
        case Kind.NUMBERS:
            return [
                int(word) if word.isascii() and word.isdigit() else word for word in re.split(r"[,;\s]+", words) if word
            ]
        case Kind.STEPS:
            return [word for word in re.split(r"[,;\s]+", words) if word]
        case _:
            return words


def shown_of(parameter: Parameter[Any], value: Any) -> Any:
    """A stored value as the field shows it."""
    if parameter.kind is Kind.FLAG:
        return "yes" if value else "no"
    if parameter.kind in (Kind.NUMBERS, Kind.STEPS):
        return ", ".join(str(one) for one in value or ())
    return value


class RuleForm(PageForm):
    """One rule of the frame for the parameter chosen before."""

    bound = forms.ChoiceField(label=_("What the rule does"))
    valid_from = day_field(_("In force from"))
    valid_until = day_field(
        _("Until"), required=False, help_text=_("The first day without it; leave empty for no end.")
    )
    grace_until = day_field(
        _("Grace until"), required=False, help_text=_("Before this day a school outside keeps its own value.")
    )
    act = text_field(_("Act"), most=200, required=False, help_text=_("Name and number; needed before it is published."))
    article = text_field(_("Article"), most=80, required=False)
    url = forms.URLField(label=_("Link to the act"), required=False, max_length=300, assume_scheme="https")
    published_on = day_field(_("Day of the act"), required=False)

    def __init__(self, *args: Any, parameter: Parameter[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parameter = parameter
        self.fields["bound"].choices = bounds_for(parameter)  # type: ignore[attr-defined]
        self.fields = {"bound": self.fields.pop("bound"), "value": value_field(parameter), **self.fields}

    def rule(self) -> RuleInput:
        """What the verb takes."""
        data = self.cleaned_data
        return RuleInput(
            bound=Bound.of(data["bound"]),
            key=self.parameter.key,
            value=plain_of(self.parameter, data["value"]),
            **{
                name: data[name]
                for name in ("valid_from", "valid_until", "grace_until", "act", "article", "url", "published_on")
            },
        )


class EndForm(PageForm):
    """The end of a published rule."""

    valid_until = day_field(_("First day without the rule"))


class DatesForm(PageForm):
    """Other dates of a year."""

    ends_on = day_field(_("New last day of lessons"), required=False)
    close_on = day_field(_("New day on which the papers close"), required=False)
    periods = text_field(
        _("Periods that move"),
        most=2000,
        required=False,
        rows=4,
        help_text=_(
            "One on each line: quarter 3: 2026-01-12 – 2026-02-28. Periods you do not name stay as each school has them."
        ),
    )

    def change(self) -> CalendarChange:
        """What the verb takes.

        Raises:
            Fault: a line that cannot be read.
        """
        data = self.cleaned_data
        return CalendarChange(data["ends_on"], data["close_on"], tuple(periods_of(data["periods"])))


class ShiftForm(DatesForm):
    """A change of a year's dates for every school."""

    start_year = forms.TypedChoiceField(label=_("School year"), coerce=int)
    act = text_field(_("Act"), most=200)
    published_on = day_field(_("Day of the act"))
    field_order = ("start_year", "ends_on", "close_on", "periods", "act", "published_on")

    def __init__(self, *args: Any, years: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start_year"].choices = list(years)  # type: ignore[attr-defined]


def periods_of(words: str) -> list[PeriodDates]:
    """Periods written one on a line.

    Raises:
        Fault: `shift.unreadable` with the number of the line.
    """
    found = []
    lines = [line for line in words.splitlines() if line.strip()]
    for number, line in enumerate(lines[:MOST_PERIODS], start=1):
        match = LINE.match(line)
        unit = unit_named(match[1]) if match else None
        try:
            if match is None or unit is None:
                raise ValueError
            found.append(PeriodDates(unit, int(match[2]), date.fromisoformat(match[3]), date.fromisoformat(match[4])))
        except ValueError:
            raise errors.SHIFT_UNREADABLE(field="periods", line=number, words=line.strip()) from None
    return found


def unit_named(word: str) -> PeriodUnit | None:
    """Quarter or trimester in any of the three languages."""
    folded = word.casefold()
    for unit in (PeriodUnit.QUARTER, PeriodUnit.TRIMESTER):
        if folded in {name.casefold() for name in (unit.value, *unit.label)}:
            return unit
    return None
