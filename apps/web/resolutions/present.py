"""Resolutions as the register, its sheet and the page of one show them: the same words in all three."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.audit.models import Event
from apps.core.actor import Actor
from apps.documents.models import StoredFile
from apps.documents.sheet import Cell
from apps.sittings.domain.resolutions import may_follow
from apps.sittings.enums import OPEN_RESOLUTIONS
from apps.sittings.models import Resolution
from apps.sittings.queries.resolutions import Standing, standing_of
from apps.web.blocks.dates import clock, day_and_month, long_date
from apps.web.blocks.papers import Document, Entry
from apps.web.blocks.tables import Column
from apps.web.findings.present import reader_language
from apps.web.resolutions.forms import DoneForm, done_form

MEGABYTE = 1_000_000
NO_BREAK = "\N{NON-BREAKING HYPHEN}"


@dataclass(frozen=True, slots=True)
class Line:
    """A resolution on one line. `form` is there for whoever may note it as done."""

    row: Resolution
    number: str
    standing: Standing
    form: DoneForm | None
    files: int

    @property
    def late(self) -> bool:
        """Whether its day has passed and it is open."""
        return self.standing is Standing.OVERDUE


def number_of(row: Resolution) -> str:
    """`3-2`: the second resolution of the third sitting of its body."""
    return f"{row.sitting.number}-{row.number}"


def line_of(row: Resolution, actor: Actor, files: Mapping[int, Sequence[StoredFile]]) -> Line:
    """One line of the register."""
    may = row.state in OPEN_RESOLUTIONS and may_follow(actor, row)
    return Line(
        row=row,
        number=number_of(row).replace("-", NO_BREAK),
        standing=standing_of(row, actor.today),
        form=done_form(row, actor) if may else None,
        files=len(files.get(row.pk, ())),
    )


def columns() -> dict[str, Column]:
    """Heads of the register, on the screen and in the sheet."""
    return {
        "number": Column(_("No.")),
        "text": Column(_("Resolution")),
        "body": Column(_("Body")),
        "owner": Column(_("Responsible")),
        "due": Column(_("Due")),
        "state": Column(_("State")),
        "result": Column(_("Result")),
    }


def cells(row: Resolution, today: date) -> list[Cell]:
    """The same line as the screen shows, for a sheet: days stay days."""
    return [
        number_of(row),
        row.text,
        row.sitting.body.name,
        row.responsible.short_name if row.responsible else "",
        row.due_on,
        standing_of(row, today).label.in_(reader_language()),
        result_of(row),
    ]


def result_of(row: Resolution) -> str:
    """`29-сентябры: Аткарылды`; empty while it is open."""
    on = day_and_month(row.done_on, reader_language()) if row.done_on else ""
    return ": ".join(part for part in (on, row.result) if part)


def papers_of(row: Resolution, files: Iterable[StoredFile]) -> list[Document]:
    """The proofs of one resolution."""
    return [
        Document(
            title=file.name,
            url=reverse("resolution_file", args=[row.pk, file.pk]),
            form=file.kind.value.upper(),
            size=_("%(number)s MB") % {"number": f"{file.size / MEGABYTE:.1f}".replace(".", ",")},
            sha256=file.sha256,
        )
        for file in files
    ]


DEEDS: dict[str, tuple[Promise, str]] = {
    "resolution.done": (gettext_lazy("Resolution carried out"), "check"),
    "resolution.moved": (gettext_lazy("Moved to another day"), "calendar"),
    "resolution.cancelled": (gettext_lazy("Dropped"), "close"),
    "file.added": (gettext_lazy("Proof attached"), "document"),
}


def history_of(events: Iterable[Event]) -> list[Entry]:
    """What was done to one resolution, with the days and reasons given."""
    language = reader_language()
    entries = []
    for event in events:
        words, icon = DEEDS.get(event.action, (gettext_lazy("Changed"), "history"))
        at = timezone.localtime(event.at)
        text = ". ".join(part for part in (str(words), _details(event.data, language)) if part)
        entries.append(Entry(at.date(), text, icon, who=event.actor_name, time=clock(at, language)))
    return entries


def _details(data: dict[str, Any], language: str) -> str:
    days = [long_date(date.fromisoformat(data[name]), language) for name in ("from", "to") if data.get(name)]
    return ". ".join(part for part in (" → ".join(days), str(data.get("reason", ""))) if part)
