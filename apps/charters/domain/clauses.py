"""Words of a draft: clauses written anew, left out, and added, in three languages."""

import re
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.charters import errors
from apps.charters.domain.drafts import draft_to_change
from apps.charters.models import PolicyProfile
from apps.charters.queries.clauses import LANGUAGES, ClauseLine, documents_of, given_words, line_of
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.rulebook.module import tidy

NUMBER = re.compile(r"^\d{1,3}(\.\d{1,3}){0,3}$")
LONGEST = 4000
SHOWN = 60


@transaction.atomic
def write_clause(
    *, by: Actor, profile: PolicyProfile, key: str, text: Mapping[str, str], seen: int | None = None
) -> PolicyProfile:
    """Write a clause in the school's own words, in the languages given. An empty text brings the module's words back.

    Raises:
        Fault: not permitted, no draft, changed meanwhile, no such clause, too long; a clause of the school's own without words in the
            language of the charter.
    """
    require(by, Permission.CHARTER_EDIT)
    profile = draft_to_change(profile, seen)
    line = _line(profile, key)
    words = _words(text)
    if line.is_own:
        row = _own(profile, key)
        row["text"] = _merged(row["text"], words)
        _ask_for_words(profile, row["text"])
        profile.store("own_clauses")
    else:
        said = profile.clauses.get(key, {})
        merged = _merged(said.get("text", {}), words)
        # words that are the module's own are no change of the school's
        given = given_words(line.clause) if line.clause else {}
        kept = {code: written for code, written in merged.items() if written != given.get(code)}
        _keep(profile, key, {**said, "text": kept})
        profile.store("clauses")
    _record(by, profile, "charter.clause_written", {"clause": key, "languages": sorted(words)})
    return profile


@transaction.atomic
def leave_out_clause(
    *, by: Actor, profile: PolicyProfile, key: str, left_out: bool, seen: int | None = None
) -> PolicyProfile:
    """Leave a clause of a module out of the school's document, or take it back in. Values it gives stay until they are changed.

    Raises:
        Fault: not permitted, no draft, changed meanwhile, no such clause, its number has been given to another.
    """
    require(by, Permission.CHARTER_EDIT)
    profile = draft_to_change(profile, seen)
    line = _line(profile, key)
    if line.is_own:
        raise errors.CLAUSE_UNKNOWN(field="key", clause=key)
    if not left_out:
        _refuse_taken(profile, line.module, line.number, among_own=True)
    _keep(profile, key, {**profile.clauses.get(key, {}), "left_out": left_out})
    profile.store("clauses")
    _record(by, profile, "charter.clause_left_out" if left_out else "charter.clause_taken_in", {"clause": key})
    return profile


@transaction.atomic
def add_clause(
    *,
    by: Actor,
    profile: PolicyProfile,
    module: str,
    number: str,
    text: Mapping[str, str],
    after: str = "",
    seen: int | None = None,
) -> PolicyProfile:
    """Add a clause of the school's own to one of its documents, behind the clause `after` or at the end.

    Raises:
        Fault: not permitted, no draft, changed meanwhile, no such document or clause, a number that is none or is there already, no words
            in the language of the charter, too long.
    """
    require(by, Permission.CHARTER_EDIT)
    profile = draft_to_change(profile, seen)
    codes = _modules(profile)
    if module not in codes:
        raise errors.MODULE_UNKNOWN(field="module", module=module, known=", ".join(codes))
    if after:
        _line(profile, after, field="after")
    words = _words(text)
    _ask_for_words(profile, words)
    wanted = _number(number)
    _refuse_taken(profile, module, wanted)
    taken = [int(row["id"].partition("-")[2]) for row in profile.own_clauses]
    row = {
        "id": f"own-{max(taken, default=0) + 1}",
        "module": module,
        "number": wanted,
        "after": after,
        "text": {code: said for code, said in words.items() if said},
    }
    profile.own_clauses = [*profile.own_clauses, row]
    profile.store("own_clauses")
    _record(by, profile, "charter.clause_added", {"clause": row["id"], "number": wanted})
    return profile


@transaction.atomic
def renumber_clause(
    *, by: Actor, profile: PolicyProfile, key: str, number: str, seen: int | None = None
) -> PolicyProfile:
    """Give a clause of the school's own another number.

    Raises:
        Fault: not permitted, no draft, changed meanwhile, no such clause of the school's own, a number that is none or is there already.
    """
    require(by, Permission.CHARTER_EDIT)
    profile = draft_to_change(profile, seen)
    row = _own(profile, key)
    wanted = _number(number)
    _refuse_taken(profile, row["module"], wanted, but=key)
    row["number"] = wanted
    profile.store("own_clauses")
    _record(by, profile, "charter.clause_renumbered", {"clause": key, "number": wanted})
    return profile


@transaction.atomic
def remove_clause(*, by: Actor, profile: PolicyProfile, key: str, seen: int | None = None) -> PolicyProfile:
    """Take a clause of the school's own out of the draft.

    Raises:
        Fault: not permitted, no draft, changed meanwhile, no such clause of the school's own.
    """
    require(by, Permission.CHARTER_EDIT)
    profile = draft_to_change(profile, seen)
    gone = _own(profile, key)
    profile.own_clauses = [row for row in profile.own_clauses if row is not gone]
    profile.store("own_clauses")
    _record(by, profile, "charter.clause_removed", {"clause": key, "number": gone["number"]})
    return profile


def _modules(profile: PolicyProfile) -> list[str]:
    return list(profile.modules.order_by("position").values_list("module", flat=True))


def _line(profile: PolicyProfile, key: str, *, field: str = "key") -> ClauseLine:
    line = line_of(profile, _modules(profile), key)
    if line is None:
        raise errors.CLAUSE_UNKNOWN(field=field, clause=key)
    return line


def _own(profile: PolicyProfile, key: str) -> dict[str, Any]:
    for row in profile.own_clauses:
        if row["id"] == key:
            found: dict[str, Any] = row
            return found
    raise errors.CLAUSE_UNKNOWN(field="key", clause=key)


def _words(text: Mapping[str, str]) -> dict[str, str]:
    for code, said in text.items():
        if code not in LANGUAGES:
            raise errors.LANGUAGE_UNKNOWN(field="text", language=code, known=", ".join(LANGUAGES))
        if len(said) > LONGEST:
            raise errors.TEXT_TOO_LONG(field="text", size=len(said), most=LONGEST)
    return {code: said.strip() for code, said in text.items()}


def _merged(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    return {code: said for code, said in {**old, **new}.items() if said}


def _ask_for_words(profile: PolicyProfile, words: Mapping[str, str]) -> None:
    if not words.get(profile.language):
        raise errors.TEXT_MISSING(field="text", language=profile.language)


def _keep(profile: PolicyProfile, key: str, said: dict[str, Any]) -> None:
    """Store only what departs from the module."""
    kept = {name: value for name, value in said.items() if value}
    clauses = {name: value for name, value in profile.clauses.items() if name != key}
    profile.clauses = {**clauses, key: kept} if kept else clauses


def _number(number: str) -> str:
    wanted = tidy(number)
    if not NUMBER.match(wanted):
        raise errors.NUMBER_UNUSABLE(field="number", number=number.strip())
    return wanted


def _refuse_taken(profile: PolicyProfile, module: str, number: str, *, but: str = "", among_own: bool = False) -> None:
    """Numbers that a module's own print repeats are its history; only the school's own clauses may not repeat one."""
    for document in documents_of(profile, [module]):
        for line in document.lines:
            taken = line.number == number and line.key != but and not line.left_out
            if taken and number and (line.is_own or not among_own):
                text = line.in_(profile.language)
                short = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
                raise errors.NUMBER_TWICE(field="number", module=module, number=number, text=short)


def _record(by: Actor, profile: PolicyProfile, action: str, data: dict[str, Any]) -> None:
    record_event(by=by, action=action, subject=("charter", profile.pk), data={"version": profile.number, **data})
