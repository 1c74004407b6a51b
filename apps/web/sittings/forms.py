"""Forms of a sitting before and after it is held."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.people.models import Person
from apps.rulebook.enums import ItemKind
from apps.sittings.domain.inputs import ItemInput, SignatureInput
from apps.sittings.enums import SittingKind
from apps.sittings.models import Series
from apps.web.blocks.forms import TimeInput
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm, day_field, text_field

LONGEST_ITEM = 500
Choices = list[tuple[str, str]]


def kinds_of_sittings() -> Choices:
    """Kinds of sittings in the language of the reader."""
    return [(kind.value, kind.label.in_(reader_language())) for kind in SittingKind]


def kinds_of_items() -> Choices:
    """Kinds of agenda items in the language of the reader, the plain one first."""
    ordered = sorted(ItemKind, key=lambda kind: kind is not ItemKind.OTHER)
    return [(kind.value, kind.label.in_(reader_language())) for kind in ordered]


def people_choices(people: Iterable[Person]) -> Choices:
    """People to choose from, with an empty choice."""
    return [("", "—"), *((str(person.pk), person.full_name) for person in people)]


class AnnounceForm(PageForm):
    """The agenda was made known to the members."""

    announced_on = day_field(_("Announced on"))
    for_day = day_field(_("For the sitting on"), help_text=_("Another day moves the sitting."))


class CancelForm(PageForm):
    """The sitting will not take place."""

    reason = text_field(_("Why will it not take place?"), most=300)


class SignForm(PageForm):
    """The minutes were signed on paper."""

    signed_on = day_field(_("Signed on"))
    chair = forms.ChoiceField(label=_("Chair"), required=False)
    secretary = forms.ChoiceField(label=_("Secretary"), required=False)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        for name in ("chair", "secretary"):
            self.fields[name].choices = people_choices(self.people.values())  # type: ignore[attr-defined]

    def signature(self) -> SignatureInput:
        """What the verb takes."""
        data = self.cleaned_data
        return SignatureInput(
            signed_on=data["signed_on"],
            chair=self.people.get(data["chair"]),
            secretary=self.people.get(data["secretary"]),
        )


class PlanForm(PageForm):
    """A sitting is put on the calendar of its body."""

    planned_on = day_field(_("Day of the sitting"))
    starts_at = forms.TimeField(label=_("Time"), required=False, widget=TimeInput())
    place = text_field(_("Place"), most=120, required=False)
    kind = forms.ChoiceField(label=_("Kind of sitting"))
    agenda = text_field(
        _("Agenda"),
        most=20_000,
        required=False,
        rows=5,
        help_text=_("One question on each line. It can be completed when the sitting is recorded."),
    )
    series = forms.ChoiceField(
        label=_("Agenda to start from"),
        required=False,
        help_text=_("Its questions come onto the agenda by themselves."),
    )

    def __init__(self, *args: Any, series: Iterable[Series] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.skeletons = {str(row.pk): row for row in series}
        self.fields["kind"].choices = kinds_of_sittings()  # type: ignore[attr-defined]
        if self.skeletons:
            choices = [("", "—"), *((pk, row.name) for pk, row in self.skeletons.items())]
            self.fields["series"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["series"]

    def clean_agenda(self) -> list[str]:
        """Questions, one for each line that says something."""
        lines = [line.strip() for line in self.cleaned_data["agenda"].splitlines() if line.strip()]
        for line in lines:
            if len(line) > LONGEST_ITEM:
                raise forms.ValidationError(
                    _("A question may have %(most)d characters at most: “%(start)s…”"),
                    params={"most": LONGEST_ITEM, "start": line[:40]},
                )
        return lines

    def planned(self) -> dict[str, Any]:
        """What the verb takes, besides who does it and for which body."""
        data = self.cleaned_data
        return {
            "planned_on": data["planned_on"],
            "starts_at": data["starts_at"],
            "place": data["place"].strip(),
            "kind": SittingKind.of(data["kind"]),
            "items": [ItemInput(text=text) for text in data["agenda"]],
            "series": self.skeletons.get(data.get("series", "")),
        }
