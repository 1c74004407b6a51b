"""Names under which schools are found. Shared by forms, commands and verbs; no decision is made here."""

import re
from collections.abc import Iterable

LONGEST_SLUG = 40
SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
HOST = re.compile(r"(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*")
# first labels that mean something else than a school, now or one day
_WORDS = """
admin api app assets auth autoconfig beta blog cdn control dashboard demo dev district docs file files ftp git help imap internal
login mail media metrics monitor mx ns ns1 ns2 operator ops pop portal private public root school smtp staging static status support
test tests usul vpn webmail www
"""
RESERVED = frozenset(_WORDS.split())
LETTERS = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
SOUNDS = "a b v g d e yo j z i y k l m n ng o o p r s t u u f h ts ch sh shch . y . e yu ya"
LATIN = dict(zip(LETTERS, SOUNDS.split(), strict=True))


def has_cyrillic(text: str) -> bool:
    """Whether any letter is Cyrillic."""
    return any("Ѐ" <= letter <= "ӿ" for letter in text)


def slug_of(text: str) -> str:
    """A usable slug that sounds like `text`, in Latin letters; empty when nothing of it can be used.

    `№33 Ж. Бөкөнбаев атындагы мектеп` gives `33-j-bokonbaev-atyndagy-mektep`.
    """
    latin = "".join(
        LATIN.get(letter, letter).replace(".", "") if letter in LATIN else letter for letter in text.lower()
    )
    parts = re.findall(r"[a-z0-9]+", latin)
    slug = "-".join(parts)[:LONGEST_SLUG].strip("-")
    return f"{slug}-mektep"[:LONGEST_SLUG] if slug in RESERVED else slug


def free_slug(text: str, taken: Iterable[str]) -> str:
    """`slug_of(text)`, with a number when that is taken."""
    used = set(taken)
    base = slug_of(text) or "mektep"
    number, slug = 1, base
    while slug in used:
        number += 1
        tail = f"-{number}"
        slug = base[: LONGEST_SLUG - len(tail)].rstrip("-") + tail
    return slug


def is_host(text: str) -> bool:
    """Whether it is a host name as browsers send it: lower case, Latin (or already encoded), no port."""
    return HOST.fullmatch(text) is not None
