"""Whether an approval still holds for what it was given for, and what has changed since."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from apps.acts.enums import STANDING
from apps.acts.models import Act
from apps.rulebook.enums import ActKind

APPROVING = frozenset({ActKind.APPROVAL, ActKind.DECISION, ActKind.ADOPTION})


@dataclass(frozen=True, slots=True)
class Change:
    """One place of a content that is not what was approved; None where it was or is not there."""

    place: str
    before: Any
    now: Any


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the approval of a content stands.

    Attributes:
        act: the newest paper that approved it, in any form.
        valid: the approval is for exactly what stands there now. An approval on paper binds no content and counts as it stands.
        changes: what differs from the approved content.
    """

    act: Act | None = None
    valid: bool = False
    changes: tuple[Change, ...] = ()

    @property
    def needed_again(self) -> bool:
        """Approved once, but not in this form."""
        return self.act is not None and not self.valid


def fingerprint_of(content: Any) -> str:
    """The hash of JSON values, whatever the order of their names."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def standing_of(acts: Iterable[Act], content: Any, *, kinds: frozenset[ActKind] = APPROVING) -> Standing:
    """Where the approval stands among `acts`, oldest first."""
    rows = [act for act in acts if act.kind in kinds and act.state in STANDING and act.revoked_on is None]
    if not rows:
        return Standing()
    newest = rows[-1]
    if not newest.fingerprint or newest.fingerprint == fingerprint_of(content):
        return Standing(newest, valid=True)
    return Standing(newest, changes=tuple(changes_between(newest.data.get("bound"), content)))


def changes_between(before: Any, now: Any, place: str = "") -> Iterator[Change]:
    """Every place where two JSON contents differ, deepest first."""
    if isinstance(before, dict) and isinstance(now, dict):
        for name in [*before, *(name for name in now if name not in before)]:
            inner = f"{place}.{name}" if place else str(name)
            yield from changes_between(before.get(name), now.get(name), inner)
    elif isinstance(before, list) and isinstance(now, list):
        for number in range(max(len(before), len(now))):
            old = before[number] if number < len(before) else None
            new = now[number] if number < len(now) else None
            yield from changes_between(old, new, f"{place}.{number + 1}" if place else str(number + 1))
    elif before != now:
        yield Change(place, before, now)


def acts_about(subject_type: str, subject_id: int) -> list[Act]:
    """Papers about a record, oldest first. One query."""
    return list(
        Act.objects.filter(subject_type=subject_type, subject_id=subject_id)
        .select_related("signed_by")
        .order_by("act_date", "id")
    )
