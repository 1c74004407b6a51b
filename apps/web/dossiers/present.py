"""What a dossier looks like: its lines, the one next step, the places where its papers are to be found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.bodies.models import Body
from apps.dossiers.queries import held as records
from apps.dossiers.queries.contents import Content, Contents
from apps.dossiers.queries.held import Held
from apps.rulebook.catalogues import DossierItem
from apps.web.blocks.tables import Column, Tab
from apps.web.findings.present import reader_language, source_of

SHOWN_NAMES = 4
PAGES = {
    records.ACT: "act_page",
    records.SITTING: "sitting_page",
    records.WORK: "work_page",
    records.PAPER: "paper_page",
    records.PERSON: "person_page",
    records.BOOK: "control_book",
}
LISTS = {
    records.DIRECTIONS: "body_directions",
    records.CARDS: "body_cards",
    records.MONTHS: "month_list",
    records.SCHEDULE: "lesson_list",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One paper as a row. `held_url` leads to the record that is the paper; `file_url` to the form that files one."""

    number: str
    label: str
    row: Content
    held_url: str = ""
    held_words: str = ""
    file_url: str = ""
    clause: str = ""
    sub: bool = False

    @property
    def missing(self) -> bool:
        return not self.row.on_file and not self.row.optional and not self.row.waits

    @property
    def since(self) -> date | None:
        return self.row.since


def record_url(held: Held, body: Body | None, query: str) -> str:
    """The page of the record that is the paper; of several records, their list."""
    kind, number = held.record
    place = body.pk if body is not None else number
    if kind == records.CHARTER:
        return reverse("charter")
    if held.item == DossierItem.MINUTES.value:
        return f"{reverse('sitting_list')}?body={place}"
    if kind in PAGES:
        return reverse(PAGES[kind], args=[number])
    address = reverse(LISTS.get(kind, "body_page"), args=[place]) + query
    return f"{address}#plan" if kind == records.PLAN else address


def _held_words(held: Held) -> str:
    words = {
        records.ACT: _("order on record"),
        records.CHARTER: _("charter in force"),
        records.SITTING: _("minutes on record"),
        records.DIRECTIONS: _("directions of the year"),
        records.PLAN: _("work plan"),
        records.SCHEDULE: _("schedule on record"),
        records.MONTHS: _("monthly plans on record"),
        records.WORK: _("on record"),
        records.PAPER: _("on record"),
        records.CARDS: _("data bank"),
        records.PERSON: _("order on the staff record"),
        records.BOOK: _("control book"),
    }
    return words[held.record[0]]


def lines_of(found: Contents, body: Body | None, *, query: str, may_keep: bool) -> list[Line]:
    """Rows of the list, parts below the paper they belong to."""
    lines = []
    for number, row in enumerate(found.rows, start=1):
        lines.append(_line(str(number), row, body, query, may_keep=may_keep))
        lines += [
            _line(f"{number}.{place}", part, body, query, may_keep=may_keep, sub=True)
            for place, part in enumerate(row.parts, start=1)
        ]
    return lines


def _line(number: str, row: Content, body: Body | None, query: str, *, may_keep: bool, sub: bool = False) -> Line:
    label = row.label.in_(reader_language())
    source = source_of(row.sources) if row.sources else None
    return Line(
        number=number,
        label=label[:1].upper() + label[1:],
        row=row,
        held_url=record_url(row.held, body, query) if row.held else "",
        held_words=_held_words(row.held) if row.held else "",
        file_url=file_url(row, body, query) if may_keep and _may_be_filed(row) else "",
        clause=source.clause if source and body is not None else "",
        sub=sub,
    )


def _may_be_filed(row: Content) -> bool:
    """What Usul holds is not asked for again, and a report is not written before its time."""
    return row.filed is not None or not (row.parts or row.held or row.waits)


def file_url(row: Content, body: Body | None, query: str) -> str:
    """The form that files this paper."""
    name, args = ("dossier_paper", [body.pk, row.item]) if body is not None else ("studies_paper", [row.item])
    address = reverse(name, args=args) + query
    if not row.part:
        return address
    return f"{address}{'&' if query else '?'}part={row.part}"


def step_of(found: Contents) -> str:
    """`3 of 18 missing: …`; empty when nothing is."""
    missing = found.missing
    if not missing:
        return ""
    language = reader_language()
    names = "; ".join(row.label.in_(language) for row in missing[:SHOWN_NAMES])
    count = {"missing": len(missing), "all": len(found.wanted)}
    words = ngettext("%(missing)d of %(all)d missing", "%(missing)d of %(all)d missing", len(missing)) % count
    return f"{words}: {names}{'…' if len(missing) > SHOWN_NAMES else ''}"


def columns() -> dict[str, Column]:
    """Columns of the list of papers."""
    return {
        "paper": Column(_("Paper")),
        "state": Column(_("State")),
        "where": Column(_("Where it is")),
        "do": Column(_("File it"), hide_label=True),
    }


def section_tabs(current: str) -> Sequence[Tab]:
    """Pages of the section: dossiers of associations, papers of the head of studies, the archive."""
    pages = (
        ("dossier_list", _("Associations")),
        ("studies", _("Head of studies")),
        ("archive", _("Archive")),
    )
    return [Tab(label, reverse(name), current=name == current) for name, label in pages]
