"""What the charter asks of a sitting of a body on a day: who counts, the quorum, the majority, the days of notice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Q

from apps.bodies.enums import BodyKind
from apps.bodies.models import Body, Membership
from apps.charters.queries.policy import school_policy
from apps.core.ranges import valid_at
from apps.rulebook.checks.decisions import least_present
from apps.rulebook.enums import ActKind, Purpose
from apps.rulebook.parameters.councils import (
    AGENDA_NOTICE_DAYS,
    COUNCIL_MEMBERS_ACT,
    MAJORITY_FRACTION,
    QUORUM_FRACTION,
)
from apps.rulebook.parameters.settings import MAJORITY_BASE, QUORUM_MEMBERS
from apps.rulebook.policy.resolved import Resolved
from apps.rulebook.text import Text

BY_ORDER, ON_ORDER = "director_order", "on_order"


@dataclass(frozen=True, slots=True)
class Share:
    """A share with the place it is written in; `value` is None where nothing regulates it or the text is lost."""

    value: Fraction | None = None
    document: Text | None = None
    clause: str = ""

    def as_json(self) -> dict[str, Any]:
        """For the record of the sitting."""
        names = [self.document.ky, self.document.ru, self.document.en] if self.document else None
        share = [self.value.numerator, self.value.denominator] if self.value is not None else None
        return {"share": share, "document": names, "clause": self.clause}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Share":
        """What `as_json` gave."""
        return cls(
            Fraction(*data["share"]) if data.get("share") else None,
            Text(*data["document"]) if data.get("document") else None,
            str(data.get("clause", "")),
        )


@dataclass(frozen=True, slots=True)
class SittingRules:
    """Rules of one sitting.

    Attributes:
        members: numbers of the persons who count.
        quorum: share of `members` that must be present; exactly that share is enough.
        majority: share of the base that must be exceeded; base: what the share is taken of, a code of `council.majority_base`.
        notice_days: days between announcement and sitting; None where the charter is silent.
    """

    members: frozenset[int]
    quorum: Share
    majority: Share
    base: str
    notice_days: int | None = None

    @property
    def least(self) -> int | None:
        """Members that must be present; None where no quorum is asked for."""
        return least_present(len(self.members), self.quorum.value) if self.quorum.value is not None else None

    @property
    def base_label(self) -> Text:
        """What the majority is counted of, in words."""
        return MAJORITY_BASE.show(self.base)

    def as_json(self) -> dict[str, Any]:
        """For the record of the sitting."""
        return {
            "members": sorted(self.members),
            "quorum": self.quorum.as_json(),
            "majority": self.majority.as_json(),
            "base": self.base,
            "notice_days": self.notice_days,
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "SittingRules":
        """What `as_json` gave."""
        return cls(
            frozenset(data["members"]),
            Share.of(data["quorum"]),
            Share.of(data["majority"]),
            data["base"],
            data.get("notice_days"),
        )


def rules_for(body: Body, day: date) -> SittingRules:
    """The rules of the charter in force on `day`. Four queries at the most."""
    view = school_policy().at(day, body.council_kind)
    by_order = (
        body.kind is BodyKind.COUNCIL
        and view.get(COUNCIL_MEMBERS_ACT).value == BY_ORDER
        and view.get(QUORUM_MEMBERS).value == ON_ORDER
    )
    return SittingRules(
        members=(_on_orders(body, day) if by_order else frozenset()) or _serving(body, day),
        quorum=_share(view.get(QUORUM_FRACTION)),
        majority=_share(view.get(MAJORITY_FRACTION)),
        base=str(view.get(MAJORITY_BASE).value),
        notice_days=view.get(AGENDA_NOTICE_DAYS).value,
    )


def _serving(body: Body, day: date) -> frozenset[int]:
    return frozenset(valid_at(Membership.objects.filter(body=body), day).values_list("person_id", flat=True))


def _on_orders(body: Body, day: date) -> frozenset[int]:
    in_force = Q(act__revoked_on__isnull=True) | Q(act__revoked_on__gt=day)
    rows = Membership.objects.filter(
        in_force, body=body, act__kind=ActKind.ORDER, act__purpose=Purpose.MEMBERS, act__act_date__lte=day
    )
    return frozenset(rows.values_list("person_id", flat=True))


def _share(answer: Resolved[Fraction]) -> Share:
    source = next(iter(answer.sources), None)
    if source is None:
        return Share(answer.value)
    return Share(answer.value, source.document or source.layer.label, source.printed)
