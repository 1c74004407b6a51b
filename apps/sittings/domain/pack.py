"""One paper for the members: agenda, last minutes, what is unfinished, and every enclosed file, numbered through."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.documents.domain.files import keep, take_in
from apps.documents.enums import FileKind
from apps.documents.models import StoredFile
from apps.documents.pages import Enclosure, pdf_pages
from apps.documents.paper import Block, Grid, Head, Listing, Pairs, Paper, Stamp, Title
from apps.documents.queries.files import content_of as bytes_of
from apps.documents.typeset import pack, pdf
from apps.rulebook.text import Text, format_date
from apps.sittings import live_errors
from apps.sittings.domain.agenda import changeable
from apps.sittings.domain.paper import Letterhead, minutes_paper
from apps.sittings.enums import ItemState
from apps.sittings.models import AgendaItem, Minutes, Sitting
from apps.sittings.queries.content import content_of

OF_SITTING, OF_ITEM, OF_PACK = "sitting", "item", "pack"
ENCLOSED = (FileKind.PDF, FileKind.PNG, FileKind.JPEG)
TITLE = Text("ОТУРУМДУН ТОПТОМУ", "МАТЕРИАЛЫ ЗАСЕДАНИЯ", "PAPERS OF THE SITTING")
AGENDA = Text("Күн тартиби", "Повестка дня", "Agenda")
CONTENTS = Text("Тиркемелер", "Приложения", "Enclosures")
PAGE = Text("Бет", "Стр.", "Page")
NAME = Text("Документ", "Документ", "Paper")
LATE = Text("кошумча", "дополнение", "supplement")
MINUTES = Text("№{number} протокол", "Протокол № {number}", "Minutes No. {number}")
WHEN = Text("Өтөт:", "Состоится:", "Takes place:")


@dataclass(frozen=True, slots=True)
class Part:
    """Something enclosed: `key` tells it from others and stays the same when the pack is built again."""

    key: str
    name: str
    late: bool
    enclosure: Enclosure


@transaction.atomic
def build_pack(*, by: Actor, sitting: Sitting, school: str, on: date) -> StoredFile:
    """Build the pack and keep it. Built again it keeps the page numbers it had: what is new comes behind, marked as a supplement.

    Args:
        school: name of the school in the actor's language.

    Raises:
        Fault: not permitted, the sitting is over.
    """
    require(by, Permission.SITTING_PLAN, body_id=sitting.body_id)
    sitting = changeable(sitting)
    language = "ru" if by.language == "ru" else "ky"
    parts = _parts(sitting, language)
    before = [part["key"] for part in sitting.pack.get("parts", ())]
    items = list(AgendaItem.objects.filter(sitting=sitting).exclude(state=ItemState.DROPPED).select_related("speaker"))
    first = len(before)
    ordered = sorted(parts, key=lambda part: before.index(part.key) if part.key in before else first)
    marked = [Part(part.key, part.name, bool(before) and part.key not in before, part.enclosure) for part in ordered]
    cover = pdf_pages(pdf(_cover(sitting, items, marked, school, language, 0))) or 1
    content = pack(_cover(sitting, items, marked, school, language, cover), [part.enclosure for part in marked])
    row = keep(
        name="pack.pdf",
        kind=FileKind.PDF,
        content=content,
        subject=(OF_PACK, sitting.pk),
        pages=cover + sum(part.enclosure.pages for part in marked),
        dated=on,
        stored_by=by.name,
    )
    sitting.pack = {
        "file": row.pk,
        "pages": row.pages,
        "on": on.isoformat(),
        "parts": [{"key": part.key, "name": part.name, "pages": part.enclosure.pages} for part in marked],
    }
    sitting.store("pack")
    record_event(by=by, action="pack.built", subject=("sitting", sitting.pk), act_date=on, data={"pages": row.pages})
    return row


def _parts(sitting: Sitting, language: str) -> list[Part]:
    """The minutes that wait for approval, the papers of the sitting as they came in, the papers of each question under its number."""
    found = []
    rows = Minutes.objects.filter(approving_items__sitting=sitting).select_related(
        "sitting__body", "sitting__year", "chair", "secretary"
    )
    for minutes in rows:
        name = MINUTES.in_(language).format(number=minutes.number)
        made = pdf(minutes_paper(content_of(minutes.sitting, minutes), Letterhead("")))
        pages = pdf_pages(made) or 1
        found.append(Part(f"minutes-{minutes.pk}", name, False, Enclosure(FileKind.PDF, made, pages, name)))
    items = {row.pk: row for row in AgendaItem.objects.filter(sitting=sitting).exclude(state=ItemState.DROPPED)}
    for row in papers_of(sitting, items.values()):
        if row.kind in ENCLOSED:
            item = items.get(row.subject_id or 0) if row.subject_type == OF_ITEM else None
            name = f"{item.position}. {row.name}" if item else row.name
            found.append(Part(f"file-{row.pk}", name, False, Enclosure(row.kind, bytes_of(row), row.pages or 1, name)))
    return found


def papers_of(sitting: Sitting, items: Iterable[AgendaItem]) -> list[StoredFile]:
    """Papers of the sitting itself, then those of its questions in the order of the agenda. One query."""
    places = {item.pk: item.position for item in items}
    rows = StoredFile.objects.filter(
        Q(subject_type=OF_SITTING, subject_id=sitting.pk) | Q(subject_type=OF_ITEM, subject_id__in=places)
    )
    return sorted(rows, key=lambda row: places[row.subject_id] if row.subject_type == OF_ITEM and row.subject_id else 0)


@transaction.atomic
def attach_paper(
    *, by: Actor, sitting: Sitting, name: str, content: bytes, item: AgendaItem | None = None
) -> StoredFile:
    """Take in a paper for the members, of the sitting or of one question. What it is is told by its content.

    Raises:
        Fault: not permitted, the question is of another sitting, the file is empty, too large, not what it says or unsafe.
    """
    require(by, Permission.FILE_ADD, body_id=sitting.body_id)
    if item is not None and item.sitting_id != sitting.pk:
        raise live_errors.ITEM_MISSING(field="item")
    subject = (OF_ITEM, item.pk) if item is not None else (OF_SITTING, sitting.pk)
    return take_in(by=by, name=name, content=content, subject=subject, body_id=sitting.body_id)


def _cover(
    sitting: Sitting, items: list[AgendaItem], parts: list[Part], school: str, language: str, cover: int
) -> Paper:
    """The first pages; `cover` is how many they are, so that the contents can name the page of each part."""
    day = sitting.planned_on
    when = ", ".join(
        part
        for part in (
            format_date(day, language) if day else "",
            sitting.starts_at.strftime("%H:%M") if sitting.starts_at else "",
            sitting.place,
        )
        if part
    )
    rows, page = [], cover + 1
    for part in parts:
        name = f"{part.name} ({LATE.in_(language)})" if part.late else part.name
        rows.append((name, str(page)))
        page += part.enclosure.pages
    lines = tuple(" — ".join(filter(None, (row.text, row.speaker.short_name if row.speaker else ""))) for row in items)
    blocks: list[Block] = [
        Stamp((school,)),
        Title(TITLE.in_(language), sitting.body.name),
        Pairs(((WHEN.in_(language), when),)),
        Head(AGENDA.in_(language)),
        Listing(lines),
    ]
    if rows:
        blocks += [Head(CONTENTS.in_(language)), Grid((NAME.in_(language), PAGE.in_(language)), tuple(rows), (8, 1))]
    return Paper(
        title=f"{TITLE.in_(language).capitalize()}: {sitting.body.name}",
        language=language,
        author=school,
        dated=day or date.min,
        blocks=tuple(blocks),
    )
