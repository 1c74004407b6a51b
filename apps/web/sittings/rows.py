"""The parts of the record sheet: its head, one form for each kind of row, the signatures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.people.models import Person
from apps.rulebook.enums import ItemKind
from apps.sittings.domain.inputs import ItemInput, ResolutionInput, SignatureInput, VoteInput
from apps.web.blocks.forms import Stepper, TimeInput
from apps.web.forms import PageForm, day_field, text_field
from apps.web.sittings.forms import Choices, kinds_of_items, kinds_of_sittings

MOST_VOTES = 999
ADOPTED = {"": None, "yes": True, "no": False}


@dataclass(frozen=True)
class People:
    """The staff by number, and those who are offered first: members of the body and people in office."""

    known: Mapping[int, Person]
    near: frozenset[int]

    def knows(self, raw: str | None) -> bool:
        """Whether this is the number of someone on the staff."""
        return raw is not None and raw.isascii() and raw.isdigit() and len(raw) < 18 and int(raw) in self.known

    def person(self, raw: str) -> Person | None:
        """The person chosen; None for an empty choice."""
        return self.known.get(int(raw)) if raw else None


class PersonField(forms.ChoiceField):
    """Anyone on the staff may be sent; those near the body, and whoever is chosen already, are offered."""

    def __init__(self, people: People, *, label: Any, required: bool = False, everyone: bool = False) -> None:
        self.people = people
        offered = people.known if everyone else people.near
        super().__init__(label=label, required=required, choices=_offered(people, offered))

    def valid_value(self, value: object) -> bool:
        return self.people.knows(str(value))

    def offer(self, raw: object) -> None:
        """Make sure that the present choice can be seen."""
        shown = {code for code, _name in self.widget.choices}
        if raw and str(raw) not in shown and self.people.knows(str(raw)):
            extra = (str(raw), self.people.known[int(str(raw))].full_name)
            self.widget.choices = [*self.widget.choices, extra]


def _offered(people: People, wanted: Iterable[int]) -> Choices:
    chosen = set(wanted)
    return [("", "—"), *((str(pk), person.full_name) for pk, person in people.known.items() if pk in chosen)]


class HeadForm(PageForm):
    """When, where, and what was announced."""

    held_on = day_field(gettext_lazy("Day of the sitting"))
    announced_on = day_field(gettext_lazy("Agenda announced on"), required=False)
    starts_at = forms.TimeField(label=gettext_lazy("Time"), required=False, widget=TimeInput())
    place = text_field(gettext_lazy("Place"), most=120, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of sitting"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds_of_sittings()  # type: ignore[attr-defined]


class RowForm(PageForm):
    """A row of the sheet; `number` counts from 1 within its part. Bound when made with `values`."""

    part = ""

    def __init__(
        self, number: int, *, initial: Mapping[str, Any] | None = None, values: Mapping[str, str] | None = None
    ) -> None:
        self.number = number
        prefix = f"{self.part}-{number}"
        data = None if values is None else {f"{prefix}-{name}": value for name, value in values.items()}
        super().__init__(data, initial=dict(initial or {}), prefix=prefix)

    def _offer_chosen(self, *names: str) -> None:
        for name in names:
            self.fields[name].offer(self[name].value())  # type: ignore[attr-defined]

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was typed into the row."""
        return not any(str(self[name].value() or "").strip() for name in self.telling)

    telling: tuple[str, ...] = ()


class ItemForm(RowForm):
    """A question of the agenda with its vote."""

    part = "items"
    telling = ("text", "speaker", "yes", "no", "abstained", "adopted")

    text = text_field("", most=500, rows=2)
    kind = forms.ChoiceField(label=gettext_lazy("What it is for"), required=False)
    adopted = forms.ChoiceField(label=gettext_lazy("Decision"), required=False)
    announced_on = day_field(gettext_lazy("Added to the agenda on"), required=False)
    analysis_on_file = forms.BooleanField(label=gettext_lazy("The written analysis is in the folder"), required=False)

    def __init__(self, number: int, people: People, **kwargs: Any) -> None:
        super().__init__(number, **kwargs)
        self.fields["text"].label = _("Question %(number)d") % {"number": number}
        self.fields["kind"].choices = kinds_of_items()  # type: ignore[attr-defined]
        self.fields["adopted"].choices = [  # type: ignore[attr-defined]
            ("", _("nothing decided")), ("yes", _("adopted")), ("no", _("not adopted")),
        ]  # fmt: skip
        self.fields["announced_on"].help_text = _("Only when it was added after the announcement.")
        self.fields["speaker"] = PersonField(people, label=_("Speaker"))
        for name, label in (("yes", _("For")), ("no", _("Against")), ("abstained", _("Abstained"))):
            self.fields[name] = forms.IntegerField(
                label=label,
                required=False,
                min_value=0,
                max_value=MOST_VOTES,
                widget=Stepper(attrs={"inputmode": "numeric"}),
            )
        self._offer_chosen("speaker")

    def item(self, people: People) -> ItemInput:
        """What the verb takes."""
        data = self.cleaned_data
        votes = (data["yes"], data["no"], data["abstained"])
        return ItemInput(
            text=data["text"].strip(),
            kind=ItemKind.of(data["kind"]) if data["kind"] else ItemKind.OTHER,
            speaker=people.person(data["speaker"]),
            announced_on=data["announced_on"],
            adopted=ADOPTED[data["adopted"]],
            analysis_on_file=data["analysis_on_file"],
            vote=None
            if all(count is None for count in votes)
            else VoteInput(yes=data["yes"] or 0, no=data["no"] or 0, abstained=data["abstained"] or 0),
        )


class MemberForm(RowForm):
    """A member of the body on that day: here, or absent with or without a reason."""

    part = "members"
    telling = ("person",)

    present = forms.BooleanField(required=False)
    reason = text_field(gettext_lazy("Reason of absence"), most=200, required=False)
    person = forms.CharField(widget=forms.HiddenInput())

    def __init__(self, number: int, person: Person, **kwargs: Any) -> None:
        super().__init__(number, **kwargs)
        self.person_id = person.pk
        self.fields["present"].label = person.full_name
        self.fields["reason"].widget.attrs["placeholder"] = self.fields["reason"].label
        self.initial["person"] = str(person.pk)

    @property
    def noted_reason(self) -> str:
        """Why the person was absent; empty for someone who was there."""
        return "" if self.cleaned_data["present"] else str(self.cleaned_data["reason"]).strip()


class GuestForm(RowForm):
    """Someone of the staff who was invited. Guests are counted neither for the quorum nor in a vote."""

    part = "guests"
    telling = ("person",)

    def __init__(self, number: int, people: People, **kwargs: Any) -> None:
        super().__init__(number, **kwargs)
        label = _("Guest %(number)d") % {"number": number}
        self.fields["person"] = PersonField(people, label=label, required=True, everyone=True)


class ResolutionForm(RowForm):
    """What was decided, who does it, until when."""

    part = "resolutions"
    telling = ("text", "responsible", "due_on")

    text = text_field("", most=1000, rows=2)
    item = forms.ChoiceField(label=gettext_lazy("On question"), required=False)
    due_on = day_field(gettext_lazy("Until"), required=False)

    def __init__(self, number: int, people: People, items: int, **kwargs: Any) -> None:
        super().__init__(number, **kwargs)
        self.fields["text"].label = _("Resolution %(number)d") % {"number": number}
        self.fields["item"].choices = [("", "—"), *((str(n), str(n)) for n in range(1, items + 1))]  # type: ignore[attr-defined]
        self.fields["responsible"] = PersonField(people, label=_("Who does it"))
        self._offer_chosen("responsible")

    def resolution(self, people: People, position: int | None) -> ResolutionInput:
        """What the verb takes; `position` is the number of its item among those that are kept."""
        data = self.cleaned_data
        return ResolutionInput(
            text=data["text"].strip(),
            item=position,
            responsible=people.person(data["responsible"]),
            due_on=data["due_on"],
        )


class SignatureForm(PageForm):
    """The minutes, when they are signed already."""

    signed_on = day_field(
        gettext_lazy("Minutes signed on"),
        required=False,
        help_text=gettext_lazy("Leave empty while they are not signed. Signed minutes are closed."),
    )

    def __init__(self, people: People, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chair"] = PersonField(people, label=_("Chair"))
        self.fields["secretary"] = PersonField(people, label=_("Secretary"))
        for name in ("chair", "secretary"):
            self.fields[name].offer(self[name].value())  # type: ignore[attr-defined]

    def signature(self, people: People) -> SignatureInput | None:
        """What the verb takes; None while the minutes are not signed."""
        data = self.cleaned_data
        if data["signed_on"] is None:
            return None
        return SignatureInput(
            signed_on=data["signed_on"], chair=people.person(data["chair"]), secretary=people.person(data["secretary"])
        )
