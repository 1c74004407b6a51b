"""Searching texts as people type them: Kyrgyz letters without their marks, Latin and Kazakh look-alikes, word endings.

The same folding runs here and in the database, where an index keeps its result: a change of `PAIRS` needs new indexes. What is stored and
shown is never folded.
"""

import re
import unicodedata
from typing import Any

from django.db.models import BooleanField, Func, TextField, Value

# letters that are folded, and what they become; all in lower case
PAIRS = {
    "ө": "о", "ү": "у", "ң": "н", "ё": "е",
    # Kazakh and Tatar letters that come with keyboards and recognition
    "ә": "а", "ғ": "г", "қ": "к", "ұ": "у", "һ": "х", "і": "и", "ї": "и",
    # Latin letters that look or sound like them
    "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "i": "и", "k": "к", "m": "м", "o": "о", "p": "р", "t": "т",
    "x": "х", "y": "у", "u": "у", "r": "р", "z": "з", "s": "с", "n": "н", "l": "л", "d": "д", "g": "г", "f": "ф",
    # signs that the parser of the database would take for parts of numbers, addresses and file names
    "-": " ", "/": " ", ".": " ", "_": " ", "@": " ", ":": " ", ",": " ", "'": " ", "&": " ", "+": " ", "№": " ",
}  # fmt: skip
BEFORE, AFTER = "".join(PAIRS), "".join(PAIRS.values())
_TABLE = str.maketrans(PAIRS)
_WORD = re.compile(r"\w+")
MOST_WORDS = 8
LONGEST = 40
SHORTEST_STEM = 4
CHANGING = frozenset("кгпб")
# endings that a searched word may lose, folded, the longest first
_ENDINGS_IN_USE = """
лардын лердин дардын дердин тардын тердин лордун дордун тордун ларды лерди дарды дерди тарды терди
ларга лерге дарга дерге тарга терге ларда лерде ларынын леринин лары лери дары дери тары тери
лар лер дар дер тар тер лор дор тор дын дин дун нын нин нун тын тин тун ды ди ду ны ни ну ты ти ту
ынын инин унун ында инде унда ынан инен унан ына ине уна ын ин ун
га ге го ка ке ко да де до та те то дан ден дон тан тен тон сы си су
ями ами ого его ому ему ыми ими ов ев ей ий ый ой ая яя ое ее ые ие ых их ам ям ах ях ом ем ью
а я ы и у ю е о
"""
_ENDINGS = tuple(sorted(_ENDINGS_IN_USE.split(), key=len, reverse=True))


def fold(text: str) -> str:
    """The text as it is compared; as long as the text itself, letter by letter."""
    return "".join(letter.lower()[0] for letter in text).translate(_TABLE)


def words_of(text: str) -> list[str]:
    """The words somebody searches for, folded, at most eight."""
    composed = unicodedata.normalize("NFC", text)
    return [word[:LONGEST] for word in _WORD.findall(fold(composed))][:MOST_WORDS]


def stem(word: str) -> str:
    """A searched word without its ending, and without a last consonant that changes before vowels (график, графиги; мектеп, мектеби)."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if word[-1] in CHANGING and len(word) > SHORTEST_STEM else word


def query_of(words: list[str]) -> str:
    """The words as PostgreSQL searches for them: all of them, each as the beginning of a word; numbers whole."""
    return " & ".join(word if word.isdigit() else f"{stem(word)}:*" for word in words)


class Folded(Func):
    """The searchable words of a text, in the database; immutable, so that an index can keep it."""

    output_field = TextField()
    template = "to_tsvector('simple', translate(lower(%(expressions)s), %(before)s, %(after)s))"
    arity = 1

    def __init__(self, expression: Any, **extra: Any) -> None:
        quoted: dict[str, Any] = {"before": _quoted(BEFORE), "after": _quoted(AFTER)}
        super().__init__(expression, **(quoted | extra))

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """For migrations: the letters stand in this module."""
        return ("apps.core.search.Folded", (self.source_expressions[0],), {})


class Matches(Func):
    """Whether searchable words hold a query of `query_of`."""

    output_field = BooleanField()
    template = "%(expressions)s"
    arg_joiner = " @@ "
    conditional = True

    def __init__(self, folded: Folded, query: str) -> None:
        super().__init__(
            folded, Func(Value(query), function="to_tsquery", template="%(function)s('simple', %(expressions)s)")
        )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def pieces(text: str, words: list[str], *, around: int = 90) -> list[tuple[str, bool]]:
    """A part of the text around the first find, as (piece, whether it was searched for)."""
    folded = fold(text)
    starts = [stem(word) for word in words]
    hits = [
        (found.start(), found.end())
        for found in _WORD.finditer(folded)
        if any(found[0].startswith(start) for start in starts)
    ]
    if not hits:
        return [(text[: 2 * around] + ("…" if len(text) > 2 * around else ""), False)]
    first, last = max(hits[0][0] - around, 0), min(hits[0][1] + around, len(text))
    found_pieces: list[tuple[str, bool]] = [("…", False)] if first else []
    at = first
    for start, end in (hit for hit in hits if hit[1] <= last):
        if start > at:
            found_pieces.append((text[at:start], False))
        found_pieces.append((text[start:end], True))
        at = end
    found_pieces.append((text[at:last] + ("…" if last < len(text) else ""), False))
    return [piece for piece in found_pieces if piece[0]]
