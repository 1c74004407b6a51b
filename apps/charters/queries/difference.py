"""Where two contents of a charter differ: documents, clauses, values, settled conflicts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from apps.charters.queries.content import Content
from apps.rulebook.codes import Code


class Part(Code):
    """What differs."""

    LANGUAGE = "language", "тили", "язык", "language"
    DOCUMENT = "document", "жобо", "положение", "document"
    CLAUSE = "clause", "пункт", "пункт", "clause"
    TRANSLATION = "translation", "котормо", "перевод", "translation"
    VALUE = "value", "маани", "значение", "value"
    CHOICE = "choice", "тандоо", "выбор", "choice"


@dataclass(frozen=True, slots=True)
class Difference:
    """One place.

    Attributes:
        module: the document of a clause; key: of the clause, parameter or document.
        number: of the clause, as it is printed now or was before it went.
        before, now: words of a clause or value as plain data; None where it was or is not there.
    """

    part: Part
    key: str
    before: Any
    now: Any
    module: str = ""
    number: str = ""


def difference(before: Content, now: Content) -> list[Difference]:
    """Every place where `now` departs from `before`, in the order of the documents."""
    return list(_differences(before, now))


def _differences(before: Content, now: Content) -> Iterator[Difference]:
    if before["language"] != now["language"]:
        yield Difference(Part.LANGUAGE, "language", before["language"], now["language"])
    old, new = before["documents"], now["documents"]
    for code in sorted({*old, *new}, key=lambda code: (new.get(code) or old[code])["position"]):
        if code not in old or code not in new:
            yield Difference(
                Part.DOCUMENT, code, (old.get(code) or {}).get("title"), (new.get(code) or {}).get("title")
            )
        else:
            yield from _clauses(code, old[code]["clauses"], new[code]["clauses"])
    languages = sorted({*before["translations"], *now["translations"]})
    for code in languages:
        was, is_now = before["translations"].get(code, {}), now["translations"].get(code, {})
        for key in sorted({*was, *is_now}):
            if was.get(key) != is_now.get(key):
                yield Difference(Part.TRANSLATION, key, was.get(key), is_now.get(key), number=code)
    for part, name in ((Part.VALUE, "values"), (Part.CHOICE, "choices")):
        for key in sorted({*before[name], *now[name]}):
            if before[name].get(key) != now[name].get(key):
                yield Difference(part, key, before[name].get(key), now[name].get(key))


def _clauses(code: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Difference]:
    for key in in_order(new, old):
        was, is_now = old.get(key), new.get(key)
        if was == is_now:
            continue
        yield Difference(
            Part.CLAUSE,
            key,
            was and numbered(was),
            is_now and numbered(is_now),
            module=code,
            number=(is_now or was or {})["number"],
        )


def numbered(clause: dict[str, Any]) -> str:
    """`7.5 The agenda …`."""
    return f"{clause['number']} {clause['text']}".strip()


def in_order(*clauses: dict[str, Any]) -> list[str]:
    """Keys of the clauses of a document as it is read: the module's by their place, the school's own behind those they follow."""
    united: dict[str, Any] = {}
    for row in reversed(clauses):
        united.update(row)
    printed = sorted((key for key in united if "ordinal" in united[key]), key=lambda key: (united[key]["ordinal"], key))
    own = sorted((key for key in united if "ordinal" not in united[key]), key=lambda key: int(key.partition("-")[2]))
    keys: list[str] = []
    for key in printed:
        keys.append(key)
        keys.extend(one for one in own if united[one]["after"] == key)
    return [*keys, *(one for one in own if one not in keys)]
