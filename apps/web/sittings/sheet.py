"""The form on which a secretary records a held sitting: one sheet of parts and rows.

The rows are told by the names that arrive, such as `items-1-text`; there is no counter that could disagree with them. A sheet is made in
three ways: `blank` to begin with, `again` from what was typed so far (a row added or removed, another day) without complaining about it,
and `sent` for a sheet that is to be stored.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from apps.bodies.models import Membership
from apps.core.errors import NOT_PERMITTED, Fault, Faults, all_faults
from apps.rulebook.enums import AttendanceKind
from apps.sittings.domain.inputs import AttendanceInput, HeldInput, ItemInput
from apps.web.findings.present import reader_language
from apps.web.sittings.rows import (
    GuestForm,
    HeadForm,
    ItemForm,
    MemberForm,
    People,
    ResolutionForm,
    RowForm,
    SignatureForm,
)

HEAD, ITEMS, MEMBERS, GUESTS, RESOLUTIONS, SIGNATURE = "head", "items", "members", "guests", "resolutions", "minutes"
MOST_ROWS = 60
Raw = Mapping[str, str]
Row = TypeVar("Row", bound=RowForm)
_ROW = re.compile(r"^(items|members|guests|resolutions)-(\d{1,3})-(\w+)$")


@dataclass
class Sheet:
    """All parts of one record.

    Attributes:
        strangers: whether someone was sent who is not on the staff.
        kept_items, kept_resolutions: rows that say something, in the order in which the verb gets them.
    """

    head: HeadForm
    items: list[ItemForm]
    members: list[MemberForm]
    guests: list[GuestForm]
    resolutions: list[ResolutionForm]
    signature: SignatureForm | None
    strangers: bool = False
    kept_items: list[ItemForm] = field(default_factory=list)
    kept_resolutions: list[ResolutionForm] = field(default_factory=list)

    # --- what the summary of errors asks of a form ---------------------------------------------------------------

    @property
    def parts(self) -> list[forms.Form]:
        """Every form of the sheet in reading order."""
        signature = [self.signature] if self.signature is not None else []
        return [self.head, *self.members, *self.guests, *self.items, *self.resolutions, *signature]

    @property
    def errors(self) -> bool:
        """Whether anything needs correcting."""
        return any(part.is_bound and part.errors for part in self.parts)

    def non_field_errors(self) -> list[str]:
        """Sentences that belong to no single field."""
        return [str(text) for part in self.parts if part.is_bound for text in part.non_field_errors()]

    def __iter__(self) -> Iterator[BoundField]:
        for part in self.parts:
            yield from part

    # --- what the verb takes -------------------------------------------------------------------------------------

    def is_valid(self) -> bool:
        """Whether every part can be read; rows that say nothing are left out. The first question must say something."""
        self.kept_items = [row for row in self.items if row.is_bound]
        self.kept_resolutions = [row for row in self.resolutions if row.is_bound]
        checked: list[forms.Form] = [part for part in self.parts if part.is_bound]
        fine = all([part.is_valid() for part in checked])
        if self.strangers:
            self.head.add_error(
                None, _("Someone on the list is not on the staff of this school. Draw the list up anew.")
            )
        return fine and not self.strangers

    def held(self, people: People) -> HeldInput:
        """The record as the verb takes it; only after `is_valid`."""
        head = self.head.cleaned_data
        return HeldInput(
            held_on=head["held_on"],
            announced_on=head["announced_on"],
            starts_at=head["starts_at"],
            place=head["place"].strip(),
            items=tuple(row.item(people) for row in self.kept_items),
            attendance=tuple(self._attendance(people)),
            resolutions=tuple(row.resolution(people, self._position(row)) for row in self.kept_resolutions),
            signature=self.signature.signature(people) if self.signature is not None else None,
        )

    def _attendance(self, people: People) -> Iterator[AttendanceInput]:
        for row in self.members:
            yield AttendanceInput(people.known[row.person_id], row.cleaned_data["present"], reason=row.noted_reason)
        for guest in self.guests:
            if guest.is_bound:
                yield AttendanceInput(people.known[int(guest.cleaned_data["person"])], kind=AttendanceKind.INVITED)

    def _position(self, row: ResolutionForm) -> int | None:
        """The number of its agenda item among the items that are kept; a row that was left blank has none."""
        chosen = row.cleaned_data["item"]
        if not chosen:
            return None
        numbers = [item.number for item in self.kept_items]
        return numbers.index(int(chosen)) + 1 if int(chosen) in numbers else len(numbers) + 1

    # --- faults of the verb at their fields ----------------------------------------------------------------------

    def put(self, error: Fault | Faults) -> None:
        """Show each fault where it belongs.

        Raises:
            Fault: a missing right is no mistake of the sheet.
        """
        for fault in all_faults(error):
            if fault.kind is NOT_PERMITTED:
                raise error
            form, name = self._place(fault.field or "")
            form.add_error(name if name in form.fields else NON_FIELD_ERRORS, fault.message(reader_language()))

    def _place(self, path: str) -> tuple[forms.Form, str]:
        part, _dot, rest = path.partition(".")
        number, _dot, name = rest.partition(".")
        row = int(number) if number.isdigit() else None
        if part == "attendance" and row is not None:
            seats: Sequence[RowForm] = [*self.members, *(guest for guest in self.guests if guest.is_bound)]
            if row < len(seats):
                return seats[row], "present" if isinstance(seats[row], MemberForm) else "person"
        if part == "items":
            return self._row(self.kept_items, row or 0), name or "text"
        if part == "resolutions" and row is not None:
            return self._row(self.kept_resolutions, row), name or "text"
        if part == "signed_on" and self.signature is not None:
            return self.signature, part
        return self.head, part

    def _row(self, rows: Sequence[RowForm], number: int) -> forms.Form:
        return rows[number] if number < len(rows) else self.head


# --- making a sheet -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Filled:
    """What a blank sheet starts from."""

    head: Mapping[str, Any]
    items: Sequence[ItemInput] = ()
    signature: Mapping[str, Any] = field(default_factory=dict)


def blank(filled: Filled, members: Iterable[Membership], people: People, *, may_sign: bool) -> Sheet:
    """A sheet to begin with: everyone is present, one empty question and one empty resolution at least."""
    items = [{"text": item.text, "kind": item.kind.value} for item in filled.items] or [{}]
    return Sheet(
        head=HeadForm(initial=dict(filled.head), prefix=HEAD),
        items=[ItemForm(n, people, initial=row) for n, row in enumerate(items, start=1)],
        members=[MemberForm(n, row.person, initial={"present": True}) for n, row in enumerate(members, start=1)],
        guests=[],
        resolutions=[ResolutionForm(1, people, len(items), initial={})],
        signature=SignatureForm(people, initial=dict(filled.signature), prefix=SIGNATURE) if may_sign else None,
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What a button of the sheet asks for: `add-items`, `remove-items-2`, `members` (another day), or nothing."""

    kind: str = ""
    part: str = ""
    number: int = 0

    @classmethod
    def asked(cls, raw: str) -> "Change":
        """From the value of the button; an unknown one changes nothing."""
        kind, _dash, rest = raw.partition("-")
        part, _dash, number = rest.partition("-")
        if kind == "add" and part in (ITEMS, GUESTS, RESOLUTIONS):
            return cls(kind, part)
        if kind == "remove" and part in (ITEMS, GUESTS, RESOLUTIONS) and number.isdigit() and len(number) < 4:
            return cls(kind, part, int(number))
        return cls(raw) if raw == MEMBERS else cls()


def again(data: Any, members: Iterable[Membership], people: People, change: Change, *, may_sign: bool) -> Sheet:
    """The sheet as it was typed, after a change. Nothing is judged, nothing is lost.

    For another day the list of members is drawn up anew; whoever is on both lists keeps what was noted.
    """
    rows = rows_of(data)
    if change.kind == "remove":
        rows[change.part] = [row for number, row in enumerate(rows[change.part], start=1) if number != change.number]
    if change.kind == "add" and len(rows[change.part]) < MOST_ROWS:
        rows[change.part].append({})
    noted = {row.get("person", ""): row for row in rows[MEMBERS]}
    items = rows[ITEMS] or [{}]
    sheet = Sheet(
        head=HeadForm(initial=_part(data, HEAD), prefix=HEAD),
        items=[ItemForm(n, people, initial=row) for n, row in enumerate(items, start=1)],
        members=[
            MemberForm(n, row.person, initial=noted.get(str(row.person_id), {"present": True}))
            for n, row in enumerate(members, start=1)
        ],
        guests=[GuestForm(n, people, initial=row) for n, row in enumerate(rows[GUESTS], start=1)],
        resolutions=[
            ResolutionForm(n, people, len(items), initial=row) for n, row in enumerate(rows[RESOLUTIONS], start=1)
        ],
        signature=SignatureForm(people, initial=_part(data, SIGNATURE), prefix=SIGNATURE) if may_sign else None,
    )
    if change.kind == "add":
        _focus(sheet, change.part)
    return sheet


def sent(data: Any, people: People, *, may_sign: bool) -> Sheet:
    """A sheet that is to be stored, with exactly the rows that were sent. Rows that say nothing are shown again and not judged."""
    rows = rows_of(data)
    items = rows[ITEMS] or [{}]
    members = [row for row in rows[MEMBERS] if people.knows(row.get("person"))]
    return Sheet(
        head=HeadForm(data, prefix=HEAD),
        items=[_bound(partial(ItemForm, n, people), row, judged=n == 1) for n, row in enumerate(items, start=1)],
        members=[MemberForm(n, people.known[int(row["person"])], values=row) for n, row in enumerate(members, start=1)],
        guests=[_bound(partial(GuestForm, n, people), row) for n, row in enumerate(rows[GUESTS], start=1)],
        resolutions=[
            _bound(partial(ResolutionForm, n, people, len(items)), row)
            for n, row in enumerate(rows[RESOLUTIONS], start=1)
        ],
        signature=SignatureForm(people, data, prefix=SIGNATURE) if may_sign else None,
        strangers=len(members) < len(rows[MEMBERS]),
    )


def _bound(form: Callable[..., Row], values: Mapping[str, str], *, judged: bool = False) -> Row:
    """A row with what was typed: bound when it says something (or must), else only shown again."""
    row = form(values=values)
    return row if judged or not row.says_nothing else form(initial=values)


def day_of(data: Raw) -> date | None:
    """The day typed so far, if it is one."""
    form = HeadForm(data, prefix=HEAD)
    form.is_valid()
    found: date | None = form.cleaned_data.get("held_on")
    return found


def rows_of(data: Raw) -> dict[str, list[dict[str, str]]]:
    """Rows of each part in the order of their numbers, each a mapping of field to what was typed."""
    found: dict[str, dict[int, dict[str, str]]] = {ITEMS: {}, MEMBERS: {}, GUESTS: {}, RESOLUTIONS: {}}
    for name, value in data.items():
        place = _ROW.match(name)
        if place:
            part, number, column = place.groups()
            found[part].setdefault(int(number), {})[column] = value
    return {part: [rows[number] for number in sorted(rows)][:MOST_ROWS] for part, rows in found.items()}


def _part(data: Raw, prefix: str) -> dict[str, str]:
    start = f"{prefix}-"
    return {name.removeprefix(start): value for name, value in data.items() if name.startswith(start)}


def _focus(sheet: Sheet, part: str) -> None:
    """The first field of a row that was just added takes the focus."""
    rows: Mapping[str, Sequence[RowForm]] = {
        ITEMS: sheet.items, GUESTS: sheet.guests, RESOLUTIONS: sheet.resolutions,
    }  # fmt: skip
    first = next(iter(rows[part][-1].fields.values()))
    first.widget.attrs["autofocus"] = True


def office_holders(members: Iterable[Membership]) -> dict[str, str]:
    """Chair (or head) and secretary of the body as first choices for the signatures."""
    found: dict[str, str] = {}
    for row in members:
        if row.role.value in ("head", "chair"):
            found.setdefault("chair", str(row.person_id))
        if row.role.value == "secretary":
            found.setdefault("secretary", str(row.person_id))
    return found
