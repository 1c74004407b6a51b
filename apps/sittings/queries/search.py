"""Searching what a school has on record, over all years and bodies, in one query."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, DateField, F, IntegerField, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, Left

from apps.acts.enums import STANDING
from apps.acts.models import Act
from apps.bodies.models import Body
from apps.core.search import Folded, Matches, query_of, words_of
from apps.people.models import Person
from apps.rulebook.codes import Code
from apps.sittings.models import AgendaItem, Minutes, Resolution, Sitting

SHOWN = 20_000
BLANK = Value(" ")


class FoundKind(Code):
    """What kind of record was found."""

    ITEM = "item", "күн тартибинин маселеси", "вопрос повестки", "agenda item"
    RESOLUTION = "resolution", "токтом", "решение", "resolution"
    MINUTES = "minutes", "протокол", "протокол", "minutes"
    SITTING = "sitting", "отурум", "заседание", "sitting"
    ACT = "act", "буйрук же башка акт", "приказ или другой акт", "order or other act"
    BODY = "body", "бирикме же кеңеш", "объединение или совет", "association or council"
    PERSON = "person", "кызматкер", "сотрудник", "member of the staff"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody searches for; None means everywhere.

    Attributes:
        since, until: days of the record, both included; records without a day are then left out.
        drafts: also papers that are not in force, for those who keep them.
    """

    text: str
    kind: FoundKind | None = None
    body: int | None = None
    since: date | None = None
    until: date | None = None
    drafts: bool = False

    @property
    def words(self) -> list[str]:
        """The words, folded; empty when there is nothing to search for."""
        return words_of(self.text)


@dataclass(frozen=True, slots=True)
class Found:
    """One record. `ref` is the number of the page it stands on: the sitting of an item, the record itself of everything else."""

    kind: FoundKind
    ref: int
    text: str
    about: str
    day: date | None


def search(asked: Asked, *, start: int, stop: int) -> tuple[list[Found], int]:
    """Records that hold all the words, the newest first; and how many there are. Two queries, one when nothing is asked."""
    if not asked.words:
        return [], 0
    query = query_of(asked.words)
    wanted = [part for kind, part in PARTS.items() if asked.kind in (None, kind)]
    parts = [part(asked, query) for part in wanted]
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    total = rows.count()
    shown = rows.order_by(F("found_day").desc(nulls_last=True), "found_kind", "-found_ref")[start:stop]
    return [
        Found(FoundKind.of(kind), ref, text.strip(), about.strip(), day) for kind, ref, text, about, day in shown
    ], total


def _part(rows: QuerySet[Any], kind: FoundKind, asked: Asked, query: str, **columns: Any) -> QuerySet[Any]:
    """One kind of records as columns that every kind has."""
    rows = rows.filter(Matches(Folded(columns.pop("folded")), query)).order_by()
    rows = rows.annotate(
        found_kind=Value(kind.value, output_field=CharField()),
        found_ref=Cast(columns["ref"], IntegerField()),
        found_text=Cast(Left(Cast(columns["text"], TextField()), SHOWN), TextField()),
        found_about=Cast(columns["about"], TextField()),
        found_day=Cast(columns["day"], DateField()),
    )
    if asked.since is not None:
        rows = rows.filter(found_day__gte=asked.since)
    if asked.until is not None:
        rows = rows.filter(found_day__lte=asked.until)
    return rows.values_list(*(f"found_{name}" for name in ("kind", "ref", "text", "about", "day")))


NO_DAY = Value(None, output_field=DateField())
NOTHING = Value("", output_field=TextField())
OF_SITTING = Coalesce("sitting__held_on", "sitting__planned_on")


def _items(asked: Asked, query: str) -> QuerySet[Any]:
    rows = AgendaItem.objects.all() if asked.body is None else AgendaItem.objects.filter(sitting__body_id=asked.body)
    columns = {"ref": F("sitting_id"), "text": F("text"), "about": F("sitting__body__name"), "day": OF_SITTING}
    return _part(rows, FoundKind.ITEM, asked, query, folded=F("text"), **columns)


def _resolutions(asked: Asked, query: str) -> QuerySet[Any]:
    rows = Resolution.objects.all() if asked.body is None else Resolution.objects.filter(sitting__body_id=asked.body)
    folded = Concat("text", BLANK, "result")
    columns = {"ref": F("id"), "text": folded, "about": F("sitting__body__name"), "day": OF_SITTING}
    return _part(rows, FoundKind.RESOLUTION, asked, query, folded=folded, **columns)


def _minutes(asked: Asked, query: str) -> QuerySet[Any]:
    """Signed minutes only: a draft is not on record yet."""
    rows = Minutes.objects.filter(signed_on__isnull=False)
    rows = rows if asked.body is None else rows.filter(sitting__body_id=asked.body)
    columns = {"ref": F("sitting_id"), "text": F("text"), "about": F("sitting__body__name"), "day": OF_SITTING}
    return _part(rows, FoundKind.MINUTES, asked, query, folded=F("text"), **columns)


def _sittings(asked: Asked, query: str) -> QuerySet[Any]:
    rows = Sitting.objects.all() if asked.body is None else Sitting.objects.filter(body_id=asked.body)
    folded = Concat("place", BLANK, "state_reason")
    day = Coalesce("held_on", "planned_on")
    return _part(
        rows, FoundKind.SITTING, asked, query, folded=folded, ref=F("id"), text=folded, about=F("body__name"), day=day
    )


def _acts(asked: Asked, query: str) -> QuerySet[Any]:
    rows = Act.objects.all() if asked.drafts else Act.objects.filter(state__in=STANDING)
    if asked.body is not None:
        rows = rows.filter(Q(subject_type="body", subject_id=asked.body) | Q(body_id=asked.body))
    folded = Concat("number", BLANK, "title", BLANK, "text", output_field=TextField())
    columns = {"ref": F("id"), "text": folded, "about": NOTHING, "day": F("act_date")}
    return _part(rows, FoundKind.ACT, asked, query, folded=folded, **columns)


def _bodies(asked: Asked, query: str) -> QuerySet[Any]:
    rows = Body.objects.all() if asked.body is None else Body.objects.filter(pk=asked.body)
    folded = Concat("name", BLANK, "purpose")
    columns = {"ref": F("id"), "text": folded, "about": NOTHING, "day": F("created_on")}
    return _part(rows, FoundKind.BODY, asked, query, folded=folded, **columns)


def _people(asked: Asked, query: str) -> QuerySet[Any]:
    rows = Person.objects.all()
    if asked.body is not None:
        rows = rows.filter(memberships__body_id=asked.body).distinct()
    folded = Concat("family_name", BLANK, "given_name", BLANK, "patronymic")
    return _part(
        rows, FoundKind.PERSON, asked, query, folded=folded, ref=F("id"), text=folded, about=NOTHING, day=NO_DAY
    )


PARTS = {
    FoundKind.ITEM: _items,
    FoundKind.RESOLUTION: _resolutions,
    FoundKind.MINUTES: _minutes,
    FoundKind.SITTING: _sittings,
    FoundKind.ACT: _acts,
    FoundKind.BODY: _bodies,
    FoundKind.PERSON: _people,
}
