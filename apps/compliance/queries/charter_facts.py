"""Charters as papers: the acts on their headers and who has signed for having read them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from apps.charters.enums import ProfileState
from apps.charters.models import Acknowledgement, PolicyProfile
from apps.rulebook import facts
from apps.rulebook.enums import ActKind, Body, Role
from apps.rulebook.module import Module, ModuleKind
from apps.rulebook.module_files import all_modules
from apps.rulebook.parameters.papers import CHARTER_ADOPTED_BY

OF_CHARTER = "charter"
Acts = Mapping[tuple[str, int], list[facts.Act]]


def charters(acts: Acts, *, since: date) -> tuple[facts.CharterPaper, ...]:
    """One paper for each charter of every version that has held on some day since then. Three queries."""
    signed = defaultdict(list)
    for row in Acknowledgement.objects.all():
        signed[row.profile_id].append(
            facts.Acknowledgement(id=str(row.pk), person=str(row.person_id), signed_on=row.signed_on)
        )
    rows = PolicyProfile.objects.exclude(state=ProfileState.DRAFT).defer("clauses", "own_clauses")
    known = all_modules()
    return tuple(
        facts.CharterPaper(
            id=paper_id(profile.pk, use.module),
            module=use.module,
            in_force_on=profile.valid_from,
            until=profile.valid_until,
            acts=tuple(_header(profile, known[use.module], acts)),
            acknowledgements=tuple(signed.get(profile.pk, ())),
        )
        for profile in rows.prefetch_related("modules")
        if profile.valid_until is None or profile.valid_until > since
        for use in profile.modules.all()
        if known[use.module].kind is not ModuleKind.REGISTER
    )


def paper_id(profile_id: int, module: str) -> str:
    """Identity of one charter of a version in facts and findings."""
    return f"{profile_id}:{module}"


def _header(profile: PolicyProfile, module: Module, acts: Acts) -> list[facts.Act]:
    """Acts as the header of this document shows them.

    The director's order stands there as the approval it is, the council's protocol as consideration or, where the document's stamp asks for
    adoption, as adoption. A version entered with its act only cited has no more than that.
    """
    found = []
    for act in acts.get((OF_CHARTER, profile.pk), ()):
        if act.kind is ActKind.ORDER:
            found.append(replace(act, kind=ActKind.APPROVAL))
        elif act.kind is ActKind.CONSIDERATION:
            kind = ActKind.ADOPTION if CHARTER_ADOPTED_BY in module.gives else ActKind.CONSIDERATION
            found.append(replace(act, kind=kind, body=Body.PEDAGOGICAL_COUNCIL))
    if not found and profile.act and profile.adopted_on:
        cited = f"cited:{profile.pk}"
        found.append(facts.Act(id=cited, kind=ActKind.APPROVAL, on=profile.adopted_on, role=Role.DIRECTOR))
    return found
