"""One deed of the live page as it arrives: typed into a form, or kept on a phone and sent later."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.dateparse import parse_datetime

from apps.core.errors import NOT_FOUND
from apps.people.models import Person
from apps.rulebook.codes import Code
from apps.rulebook.enums import ItemKind
from apps.sittings.domain.deeds import Deed
from apps.sittings.domain.motions import Totals
from apps.sittings.enums import BallotKind, Choice, LiveDeed, Presence
from apps.sittings.models import AgendaItem, Motion, Sitting
from apps.web.forms import DAY_FORMATS, PageForm

MOST = 9999
LARGEST = 2**62
ADOPTED = {"yes": True, "no": False}


def _number(most: int = LARGEST, least: int = 1) -> forms.IntegerField:
    return forms.IntegerField(required=False, min_value=least, max_value=most)


def _code(kind: type[Code]) -> forms.ChoiceField:
    return forms.ChoiceField(required=False, choices=[(one.value, one.value) for one in kind])


class DeedForm(PageForm):
    """A deed by name with its values. `note` is `person:state:seen` of the presence buttons."""

    deed = forms.ChoiceField(choices=[(one.value, one.value) for one in LiveDeed])
    key = forms.RegexField(r"^[A-Za-z0-9._:-]{8,80}$")
    at = forms.CharField(required=False, max_length=40)
    note = forms.RegexField(r"^\d{1,18}:[a-z]{1,12}:\d{1,5}$", required=False)
    person = _number()
    secretary = _number()
    item = _number()
    motion = _number()
    state = _code(Presence)
    ballot = _code(BallotKind)
    choice = _code(Choice)
    kind = _code(ItemKind)
    text = forms.CharField(required=False, max_length=2000)
    yes = _number(MOST, 0)
    no = _number(MOST, 0)
    abstained = _number(MOST, 0)
    invited = _number(MOST, 0)
    adopted = forms.CharField(required=False, max_length=5)
    due_on = forms.DateField(required=False, input_formats=DAY_FORMATS)
    seen = _number(LARGEST, 0)

    def clean(self) -> dict[str, Any]:
        """The presence buttons carry three values in one."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("note"):
            person, state, seen = data["note"].split(":")
            data |= {"person": int(person), "state": state, "seen": int(seen)}
            if state not in {one.value for one in Presence}:
                self.add_error("note", forms.ValidationError("—"))
        return data

    def deed_at(self, sitting: Sitting) -> Deed:
        """What the verb takes.

        Raises:
            Fault: `core.not_found` for a number that is not of this sitting or school.
        """
        data = self.cleaned_data
        counts = [data[name] for name in ("yes", "no", "abstained")]
        return Deed(
            name=LiveDeed.of(data["deed"]),
            person=_row(Person.objects.all(), data["person"]),
            secretary=_row(Person.objects.all(), data["secretary"]),
            item=_row(AgendaItem.objects.filter(sitting=sitting).select_related("sitting__body"), data["item"]),
            motion=_row(
                Motion.objects.filter(item__sitting=sitting).select_related("item__sitting__body"), data["motion"]
            ),
            state=Presence.of(data["state"]) if data["state"] else None,
            ballot=BallotKind.of(data["ballot"]) if data["ballot"] else BallotKind.OPEN,
            choice=Choice.of(data["choice"]) if data["choice"] else None,
            kind=ItemKind.of(data["kind"]) if data["kind"] else ItemKind.OTHER,
            text=data["text"],
            totals=None
            if all(count is None for count in counts)
            else Totals(counts[0] or 0, counts[1] or 0, counts[2] or 0, data["invited"] or 0),
            adopted=ADOPTED.get(data["adopted"]),
            due_on=data["due_on"],
            seen=data["seen"],
        )

    def moment(self, now: datetime) -> datetime:
        """When it was done: as the phone noted it, never later than now."""
        try:
            found = parse_datetime(self.cleaned_data["at"]) if self.cleaned_data["at"] else None
        except ValueError:
            found = None
        return min(found, now) if found is not None and found.tzinfo is not None else now

    def asked(self) -> dict[str, Any]:
        """What a repeated request has to be equal to."""
        return {name: str(self.data.get(name, "")) for name in sorted(self.fields) if name not in ("key", "at")}


def _row(rows: Any, number: int | None) -> Any:
    if number is None:
        return None
    row = rows.filter(pk=number).first()
    if row is None:
        raise NOT_FOUND()
    return row
