"""Drafts of a charter: begun, changed, thrown away. What is in force is never changed; the next version replaces it.

Every verb that changes a draft takes `seen`: the `row_version` the caller has looked at. A newer one refuses the change.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.charters import errors
from apps.charters.domain.inputs import ModuleInput, refuse_unknown_modules
from apps.charters.enums import ProfileState
from apps.charters.models import ConflictChoice, PolicyProfile, ProfileModule, ProfileValue
from apps.core.actor import Actor, require
from apps.core.errors import CHANGED_MEANWHILE
from apps.core.locks import take_turn
from apps.core.permissions import Permission
from apps.rulebook.module_files import all_modules

LANGUAGES = ("ky", "ru", "en")
COPIED = ("language", "clauses", "own_clauses")


@transaction.atomic
def start_draft(
    *,
    by: Actor,
    valid_from: date,
    based_on: PolicyProfile | None = None,
    chosen: Iterable[ModuleInput] = (),
    language: str = "",
    note: str = "",
) -> PolicyProfile:
    """Begin the next version: as a copy of another one, or from charter modules.

    Args:
        valid_from: the day it is meant to come into force; approval and coming into force settle it.

    Raises:
        Fault or Faults: not permitted, unknown module or language, a module twice.
    """
    require(by, Permission.CHARTER_EDIT)
    chosen = tuple(chosen)
    refuse_unknown_modules(chosen)
    take_turn("charters")
    number = max(PolicyProfile.objects.values_list("number", flat=True), default=0) + 1
    profile = PolicyProfile(
        number=number,
        state=ProfileState.DRAFT,
        valid_from=valid_from,
        note=note.strip(),
        based_on=based_on,
        prepared_by=by.name,
    )
    for name in COPIED if based_on else ():
        setattr(profile, name, getattr(based_on, name))
    if language:
        profile.language = _language(language)
    profile.save(force_insert=True)
    if based_on is not None:
        _copy_rows(based_on, profile)
    if chosen:
        _put_modules(profile, chosen)
    _record(by, profile, "charter.drafted", {"based_on": based_on.number if based_on else None})
    return profile


@transaction.atomic
def change_draft(
    *,
    by: Actor,
    profile: PolicyProfile,
    seen: int | None = None,
    valid_from: date | None = None,
    chosen: Iterable[ModuleInput] | None = None,
    language: str | None = None,
    note: str | None = None,
) -> PolicyProfile:
    """Change what a draft is made of; what is left out stays. Words, values and choices of a module that goes, go with it.

    Raises:
        Fault or Faults: not permitted, no draft, changed meanwhile, unknown module or language, a module twice.
    """
    require(by, Permission.CHARTER_EDIT)
    profile = draft_to_change(profile, seen)
    fields = []
    if valid_from is not None:
        profile.valid_from = valid_from
        fields.append("valid_from")
    if language is not None:
        profile.language = _language(language)
        fields.append("language")
    if note is not None:
        profile.note = note.strip()
        fields.append("note")
    if chosen is not None:
        rows = tuple(chosen)
        refuse_unknown_modules(rows)
        _put_modules(profile, rows)
        _forget_modules(profile, {row.module for row in rows})
        fields += ["clauses", "own_clauses"]
    profile.store(*fields)
    _record(by, profile, "charter.changed", {"fields": fields})
    return profile


@transaction.atomic
def discard_draft(*, by: Actor, profile: PolicyProfile, seen: int | None = None) -> None:
    """Throw a draft away. A version that has been in force stays for good.

    Raises:
        Fault: not permitted, no draft, changed meanwhile.
    """
    require(by, Permission.CHARTER_EDIT)
    profile = draft_to_change(profile, seen)
    _record(by, profile, "charter.discarded", {"number": profile.number})
    profile.delete()


def draft_to_change(profile: PolicyProfile, seen: int | None) -> PolicyProfile:
    """The draft as it stands now, locked until the transaction ends.

    Raises:
        Fault: `charter.not_a_draft`, `core.changed_meanwhile`.
    """
    fresh = PolicyProfile.objects.select_for_update(of=("self",)).filter(pk=profile.pk).first()
    if fresh is None or fresh.state is not ProfileState.DRAFT:
        raise errors.NOT_A_DRAFT(number=profile.number)
    if seen is not None and seen != fresh.row_version:
        raise CHANGED_MEANWHILE(seen=seen, now=fresh.row_version)
    return fresh


def _language(code: str) -> str:
    if code not in LANGUAGES:
        raise errors.LANGUAGE_UNKNOWN(field="language", language=code, known=", ".join(LANGUAGES))
    return code


def _put_modules(profile: PolicyProfile, rows: tuple[ModuleInput, ...]) -> None:
    profile.modules.all().delete()
    ProfileModule.objects.bulk_create(
        ProfileModule(profile=profile, module=row.module, council_kind=row.council_kind, position=position)
        for position, row in enumerate(rows, start=1)
    )


def _forget_modules(profile: PolicyProfile, kept: set[str]) -> None:
    """Take away what was said about modules that are no longer part of the draft."""
    known = all_modules()
    keys = {clause.key for code in kept for clause in known[code].clauses}
    profile.clauses = {key: said for key, said in profile.clauses.items() if key in keys}
    profile.own_clauses = [row for row in profile.own_clauses if row["module"] in kept]
    profile.choices.exclude(module__in=kept).delete()


def _copy_rows(old: PolicyProfile, new: PolicyProfile) -> None:
    for model in (ProfileModule, ProfileValue, ConflictChoice):
        rows: list[Any] = list(model.objects.filter(profile=old))
        for row in rows:
            row.pk, row.profile = None, new
        model.objects.bulk_create(rows)


def _record(by: Actor, profile: PolicyProfile, action: str, data: dict[str, Any]) -> None:
    record_event(by=by, action=action, subject=("charter", profile.pk), data={"version": profile.number, **data})
