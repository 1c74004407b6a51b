"""Proving the chains: every link is recomputed, and what was sealed is compared with what stands in the record."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from apps.audit.domain.once import digest_of
from apps.core.errors import NOT_FOUND
from apps.rulebook.text import Text
from apps.sittings.enums import SealKind
from apps.sittings.models import AgendaItem, Attendance, Minutes, Resolution, Seal
from apps.sittings.queries.content import record_of

BROKEN_LINK = Text("шилтеме бузулган", "звено нарушено", "the link is broken")
BROKEN_ORDER = Text("шилтеме жетишпейт", "не хватает звена", "a link is missing")
CHANGED_CONTENT = Text("мазмуну өзгөргөн", "содержание изменено", "the sealed content was changed")
CHANGED_RECORD = Text(
    "жазуу кол коюлгандан кийин өзгөргөн", "запись изменена после подписания", "the record was changed after signing"
)
UNSEALED = Text("кол коюлган, бирок мөөрсүз", "подписан, но не запечатан", "signed without a seal")


@dataclass(frozen=True, slots=True)
class Break:
    """Something that does not hold: whose chain, which minutes, why. `body` and `number` are numbers, no names."""

    body: int
    number: int
    reason: Text


def link_hash(link: Seal) -> str:
    """The hash of a link over its place, its content and the link before."""
    return digest_of(
        {
            "body": link.body_id,
            "position": link.position,
            "kind": link.kind.value,
            "minutes": link.minutes_id,
            "content": link.content_hash,
            "previous": link.previous,
            "on": link.sealed_on.isoformat(),
        }
    )


def links_of(minutes: Minutes) -> list[Seal]:
    """The seal of the minutes and the notes to it, in order. One query."""
    return list(Seal.objects.filter(minutes=minutes).order_by("position"))


def minutes_by_code(code: str) -> Minutes:
    """The signed minutes whose paper bears this code.

    Raises:
        Fault: `core.not_found`; also for a draft, which proves nothing yet.
    """
    rows = Minutes.objects.select_related("sitting__body", "sitting__year")
    row = rows.filter(code=code, signed_on__isnull=False).exclude(code="").first()
    if row is None:
        raise NOT_FOUND()
    return row


def holds(links: list[Seal]) -> bool:
    """Whether the links are as they were sealed. No query."""
    return all(digest_of(link.content) == link.content_hash and link_hash(link) == link.hash for link in links)


def check_chains() -> tuple[int, list[Break]]:
    """How many links there are, and everything that does not hold. Five queries, whatever their number."""
    links = list(Seal.objects.select_related("minutes").order_by("body", "position"))
    broken: list[Break] = []
    before: dict[int, Seal] = {}
    for link in links:
        broken += [
            Break(link.body_id, link.minutes.number, reason) for reason in _faults(link, before.get(link.body_id))
        ]
        before[link.body_id] = link
    sealed = {link.minutes_id: link for link in links if link.kind is SealKind.MINUTES}
    broken += _changed_records(sealed)
    unsealed = Minutes.objects.filter(signed_on__isnull=False).exclude(pk__in=sealed).select_related("sitting")
    broken += [Break(row.sitting.body_id, row.number, UNSEALED) for row in unsealed]
    return len(links), broken


def _faults(link: Seal, before: Seal | None) -> list[Text]:
    faults = []
    if digest_of(link.content) != link.content_hash:
        faults.append(CHANGED_CONTENT)
    if link_hash(link) != link.hash:
        faults.append(BROKEN_LINK)
    expected = (before.position + 1, before.hash) if before else (1, "")
    if (link.position, link.previous) != expected:
        faults.append(BROKEN_ORDER)
    return faults


def _changed_records(sealed: dict[int, Seal]) -> list[Break]:
    sittings = {link.minutes.sitting_id: link for link in sealed.values()}
    items, people, decisions = _by_sitting(sittings)
    return [
        Break(link.body_id, link.minutes.number, CHANGED_RECORD)
        for pk, link in sittings.items()
        if record_of(items[pk], people[pk], decisions[pk]) != link.content.get("record")
    ]


def _by_sitting(sittings: dict[int, Seal]) -> tuple[Any, Any, Any]:
    found: tuple[Any, Any, Any] = (defaultdict(list), defaultdict(list), defaultdict(list))
    rows: tuple[Any, ...] = (
        AgendaItem.objects.filter(sitting__in=sittings).select_related("vote").order_by("sitting", "position"),
        Attendance.objects.filter(sitting__in=sittings),
        Resolution.objects.filter(sitting__in=sittings),
    )
    for place, part in zip(found, rows, strict=True):
        for row in part:
            place[row.sitting_id].append(row)
    return found
