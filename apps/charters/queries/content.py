"""The exact content of a version, as an approval binds it: every word in the language of the charter, every value, every choice."""

from typing import Any

from apps.charters.models import PolicyProfile
from apps.charters.queries.clauses import ClauseLine, documents_of

Content = dict[str, Any]


def content_of(profile: PolicyProfile) -> Content:
    """The content as JSON values. The day of coming into force is no part of it. Three queries, none for `with_base`."""
    modules = list(profile.modules.all())
    language = profile.language
    documents = documents_of(profile, [row.module for row in modules])
    lines = [line for document in documents for line in document.lines if not line.left_out]
    return {
        "language": language,
        "documents": {
            row.module: {
                "position": row.position,
                "council": row.council_kind.value if row.council_kind else None,
                "title": document.module.title.in_(language),
                "clauses": {line.key: _clause(line, language) for line in document.lines if not line.left_out},
            }
            for row, document in zip(modules, documents, strict=True)
        },
        "translations": _translations(profile, {line.key for line in lines}),
        "values": {
            _key(row.key, row.council_kind): {"value": row.value, "clause": row.clause, "reason": row.reason}
            for row in profile.values.all()
        },
        "choices": {
            _key(row.key, row.council_kind): {"module": row.module, "reason": row.reason}
            for row in profile.choices.all()
        },
    }


def _clause(line: ClauseLine, language: str) -> dict[str, Any]:
    said: dict[str, Any] = {"number": line.number, "text": line.in_(language)}
    return {**said, "ordinal": line.clause.ordinal} if line.clause else {**said, "after": line.after}


def _key(key: str, council: Any) -> str:
    return f"{key}@{council.value}" if council else key


def _translations(profile: PolicyProfile, kept: set[str]) -> dict[str, dict[str, str]]:
    """Words of the school in the other languages."""
    written = {key: said.get("text", {}) for key, said in profile.clauses.items()}
    written.update({row["id"]: row["text"] for row in profile.own_clauses})
    found: dict[str, dict[str, str]] = {}
    for key, words in written.items():
        for code, text in words.items():
            if key in kept and code != profile.language:
                found.setdefault(code, {})[key] = text
    return found
