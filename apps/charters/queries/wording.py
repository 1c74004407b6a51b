"""The school's own words: where its charter departs from what its modules say."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Q

from apps.charters.models import PolicyProfile
from apps.charters.queries.clauses import LANGUAGES, ClauseLine, lines_of
from apps.charters.queries.policy import DRAFT
from apps.rulebook.comparison import Side, Worded, contents, overruled, side_of_view
from apps.rulebook.enums import CouncilKind
from apps.rulebook.module import Module
from apps.rulebook.policy import CharterVersion, Policy

# language, clauses and clauses of the school's own, as `PolicyProfile` has them
Wording = Mapping[str, Any]
PARTS = ("language", "clauses", "own_clauses")
NO_RULES: Mapping[str, Side] = {}
NO_WORDS: Wording = {"language": LANGUAGES[0], "clauses": {}, "own_clauses": []}
MOST_TOLD = 100_000  # characters of words that a school tells its district


def wording_in_force(on: date) -> Wording:
    """Of the charter in force on a day, as plain data, as far as a district keeps it; no words where there is none. One query."""
    rows = PolicyProfile.objects.exclude(state=DRAFT).filter(valid_from__lte=on)
    return bounded(_first(rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=on)).order_by("-valid_from")))


def clauses_of_version(policy: Policy, version: CharterVersion) -> list[Worded]:
    """The clauses of one version of the school's charter as it is written and as it holds on its first day. One query."""
    wording = _first(PolicyProfile.objects.filter(pk=version.id))
    kinds = {"": None} | {kind.value: kind for kind in CouncilKind}
    rules = {name: side_of_view(policy.at(version.valid_from, kind)) for name, kind in kinds.items()}
    return worded([use.module for use in version.modules], wording, side=version.id, rules=rules)


def worded(
    modules: Iterable[Module], wording: Wording = NO_WORDS, *, side: str = "", rules: Mapping[str, Side] = NO_RULES
) -> list[Worded]:
    """Clauses of documents as the regulations have them, or as a school has written them, for putting side by side. No query.

    Args:
        side: tells the clauses of this school's own from those of another school, which are about something else.
        rules: what holds in the school, by kind of council; `""` for associations and the school.
    """
    return [
        _worded(module, line, wording, side, rules)
        for module in modules
        for line in lines_of(module, module.clauses, wording["clauses"], wording["own_clauses"])
    ]


def _worded(module: Module, line: ClauseLine, wording: Wording, side: str, rules: Mapping[str, Side]) -> Worded:
    """A clause that was written anew says so in every language: where a translation lacks, in the language of the charter."""
    if line.clause is None:
        return Worded(line.module, line.key, line.number, line.text, (f"{side}:{line.key}",), line.changed)
    bare = Worded(line.module, line.key, line.number, line.text, tuple(dict.fromkeys(contents(line.clause))))
    if line.left_out:
        return replace(bare, left_out=True)
    if not line.changed:
        return replace(bare, instead=overruled(module, line.clause, rules))
    words = wording["clauses"][line.key]["text"]
    text = {code: words.get(code) or words.get(wording["language"]) or line.text.get(code, "") for code in LANGUAGES}
    return replace(bare, text=text, own=True)


def bounded(wording: Wording, most: int = MOST_TOLD) -> Wording:
    """As many words as fit: a text that does not fit ends in `…` where the room ends, and those behind it have no more than that."""
    left = most

    def fit(row: Mapping[str, Any]) -> dict[str, Any]:
        nonlocal left
        texts = {}
        for code, text in row.get("text", {}).items():
            texts[code] = text if len(text) <= left else f"{text[:left]}…"
            left = max(left - len(text), 0)
        return {**row, "text": texts} if texts else dict(row)

    return {
        **wording,
        "clauses": {key: fit(row) for key, row in wording["clauses"].items()},
        "own_clauses": [fit(row) for row in wording["own_clauses"]],
    }


def _first(rows: Any) -> Wording:
    found: Wording | None = rows.values(*PARTS).first()
    return NO_WORDS if found is None else found
