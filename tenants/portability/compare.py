"""Two schools side by side, table by table: what a bundle held beside what the living school has now."""

import hashlib
from dataclasses import dataclass

from tenants.portability.export import snapshot
from tenants.portability.tables import tables_of
from tenants.scope import SchoolRef


@dataclass(frozen=True, slots=True)
class Compared:
    """A table: rows in the one and in the other, and whether these are the same to the last byte."""

    table: str
    one: int
    other: int
    same: bool


class Digest:
    """A sink that only takes the digest."""

    def __init__(self) -> None:
        self.sha = hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Take a piece."""
        self.sha.update(data)
        return len(data)


def compare_schools(one: SchoolRef, other: SchoolRef) -> list[Compared]:
    """Every table that both have, under one snapshot. Both must be at the same version."""
    with snapshot() as cursor:
        found: list[dict[str, tuple[int, str]]] = []
        for school in (one, other):
            rows: dict[str, tuple[int, str]] = {}
            for table in tables_of(cursor, school.schema):
                sink = Digest()
                count = table.copy_out(cursor, sink)
                rows[table.name] = (count, sink.sha.hexdigest())
            found.append(rows)
    left, right = found
    return [
        Compared(name, left[name][0], right[name][0], left[name] == right[name])
        for name in sorted(left.keys() & right.keys())
    ]
