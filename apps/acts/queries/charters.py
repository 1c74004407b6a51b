"""How far a version of the charter has come: considered, approved, in force, replaced, and what has changed since it was approved."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.acts.models import Act
from apps.acts.queries.standing import Standing, standing_of
from apps.charters.enums import CharterStage, ProfileState
from apps.charters.models import PolicyProfile
from apps.charters.queries.content import Content, content_of
from apps.rulebook.enums import ActKind

OF_CHARTER = "charter"
CONSIDERING = frozenset({ActKind.CONSIDERATION})
APPROVING = frozenset({ActKind.ORDER})


@dataclass(frozen=True, slots=True)
class Route:
    """The papers of a version and where they leave it.

    Attributes:
        content: what stands in the version now; what was approved, once it is in force.
        considered: by the pedagogical council; approved: by the director's order.
    """

    profile: PolicyProfile
    content: Content
    considered: Standing
    approved: Standing
    stage: CharterStage

    @property
    def stale(self) -> Standing | None:
        """The paper that no longer covers the content, the approval before the consideration; None when all do."""
        return next((one for one in (self.approved, self.considered) if one.needed_again), None)


def route_of(profile: PolicyProfile, *, on: date, acts: Iterable[Act] | None = None) -> Route:
    """The route of one version. Four queries for a draft, one otherwise."""
    papers = list(papers_of([profile])[profile.pk]) if acts is None else list(acts)
    if profile.state is not ProfileState.DRAFT:
        bound = next(
            (act.data["bound"] for act in reversed(papers) if act.kind is ActKind.ORDER and act.fingerprint), None
        )
        content: Content = bound if bound is not None else content_of(profile)
    else:
        content = content_of(profile)
    considered = standing_of(papers, content, kinds=CONSIDERING)
    approved = standing_of(papers, content, kinds=APPROVING)
    return Route(profile, content, considered, approved, stage_of(profile, considered, approved, on))


def stage_of(profile: PolicyProfile, considered: Standing, approved: Standing, on: date) -> CharterStage:
    """The stage on a day."""
    if profile.state is not ProfileState.DRAFT:
        if on < profile.valid_from:
            return CharterStage.COMING
        ended = profile.valid_until is not None and profile.valid_until <= on
        return CharterStage.REPLACED if ended else CharterStage.IN_FORCE
    if approved.valid and considered.valid:
        return CharterStage.APPROVED
    if approved.needed_again or considered.needed_again:
        return CharterStage.NEEDS_AGAIN
    return CharterStage.CONSIDERED if considered.valid else CharterStage.DRAFT


def papers_of(profiles: Iterable[PolicyProfile]) -> dict[int, list[Act]]:
    """Papers about versions, oldest first. One query."""
    found: dict[int, list[Act]] = defaultdict(list)
    rows: Any = Act.objects.filter(subject_type=OF_CHARTER, subject_id__in=[profile.pk for profile in profiles])
    for act in rows.select_related("signed_by").order_by("act_date", "id"):
        found[act.subject_id or 0].append(act)
    return found
