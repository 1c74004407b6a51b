"""What Citus refuses when every school's schema is a shard of its own (releases 12 to 14), asked of plain PostgreSQL.

`faults_of_schema` reads the catalog of a school, `faults_of_statement` one statement that was sent in a school's scope.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

CATALOG = {
    "a foreign key that leaves the schema": """
        SELECT conname FROM pg_constraint k JOIN pg_class t ON t.oid = k.confrelid
        WHERE contype = 'f' AND k.connamespace = %(place)s::regnamespace AND t.relnamespace <> k.connamespace""",
    "a foreign key from outside": """
        SELECT conname FROM pg_constraint k JOIN pg_class t ON t.oid = k.confrelid
        WHERE contype = 'f' AND t.relnamespace = %(place)s::regnamespace AND k.connamespace <> t.relnamespace""",
    "a trigger": """
        SELECT tgname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
        WHERE NOT tgisinternal AND relnamespace = %(place)s::regnamespace""",
    "inheritance or a partition": """
        SELECT relname FROM pg_inherits JOIN pg_class c ON c.oid IN (inhrelid, inhparent)
        WHERE relnamespace = %(place)s::regnamespace AND relkind NOT IN ('i', 'I')""",
    "a typed, foreign or unlogged table": """
        SELECT relname FROM pg_class WHERE relnamespace = %(place)s::regnamespace
        AND (relkind = 'f' OR (relkind IN ('r', 'p') AND (reloftype <> 0 OR relpersistence <> 'p')))""",
    "a number of rows narrower than bigint": """
        SELECT relname || '.' || attname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
        LEFT JOIN pg_attrdef d ON d.adrelid = attrelid AND d.adnum = attnum
        WHERE relnamespace = %(place)s::regnamespace AND relkind = 'r' AND atttypid IN ('int2'::regtype, 'int4'::regtype)
        AND (attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%%')""",
    "a type or function of an extension": """
        SELECT c.relname || '.' || attname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
        JOIN pg_depend x ON x.deptype = 'e' AND x.classid = 'pg_type'::regclass AND x.objid = atttypid
        WHERE relnamespace = %(place)s::regnamespace""",
    "an extension in the schema": "SELECT extname FROM pg_extension WHERE extnamespace = %(place)s::regnamespace",
    "a view, function or rule": """
        SELECT relname FROM pg_class WHERE relnamespace = %(place)s::regnamespace AND relkind IN ('v', 'm')
        UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = %(place)s::regnamespace
        UNION ALL SELECT rulename FROM pg_rewrite JOIN pg_class c ON c.oid = ev_class
          WHERE relnamespace = %(place)s::regnamespace AND rulename <> '_RETURN'""",
    "an exclusion constraint": """
        SELECT conname FROM pg_constraint WHERE contype = 'x' AND connamespace = %(place)s::regnamespace""",
}
SCHOOL = re.compile(r"\bs_[a-z2-7]{26}\b")
CALL = re.compile(r"(?<![\w.\"])([a-z_][a-z0-9_]*)\s*\(", re.IGNORECASE)
NO_CALLS = frozenset(
    {"all", "any", "as", "cast", "coalesce", "exists", "filter", "greatest", "in", "least", "over", "values"}
)
TEXT = re.compile(r"'(?:[^']|'')*'")
TABLES = re.compile(r'\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:ONLY\s+)?"?([a-z_0-9]+)"?', re.IGNORECASE)
SESSION = re.compile(
    r"\bCREATE\s+TEMP|\bLISTEN\b|\bNOTIFY\b|\bDECLARE\b|pg_advisory_lock\b|pg_advisory_lock\(|\bSET\s+(?!LOCAL|CONSTRAINTS)\w+\s*=|"
    r"\bPREPARE\b|\bDISCARD\b|\bWITH\s+HOLD\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Names:
    """What a statement is compared with: volatility by function name, and the tables of schema public."""

    volatility: dict[str, str]
    public: frozenset[str]
    appended: frozenset[str]

    @classmethod
    def of(cls, cursor: Any, *, appended: frozenset[str]) -> "Names":
        """Read from the catalog; `appended` are the public tables a school may insert into."""
        cursor.execute("SELECT proname, max(provolatile::text) FROM pg_proc GROUP BY 1")  # i < s < v
        volatility = dict(cursor.fetchall())
        cursor.execute("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'")
        return cls(volatility, frozenset(row[0] for row in cursor.fetchall()), appended)


def faults_of_schema(cursor: Any, schema: str) -> Iterator[str]:
    """What stands in the catalog of `schema` that Citus refuses."""
    for rule, question in CATALOG.items():
        cursor.execute(question, {"place": f'"{schema}"'})
        yield from (f"{rule}: {row[0]}" for row in cursor.fetchall())


def faults_of_statement(text: str, names: Names) -> Iterator[str]:
    """What a statement of a school's scope does that Citus refuses or that leads out of the school."""
    plain = TEXT.sub("''", text)
    verb = plain.lstrip(" (").split(None, 1)[0].upper() if plain.strip() else ""
    if len(set(SCHOOL.findall(plain))) > 1:
        yield "two schools in one statement"
    elif SCHOOL.search(plain):
        yield "a school named by its schema"
    if SESSION.search(plain):
        yield "state of the session"
    met = {name.lower() for name in TABLES.findall(plain)} & names.public
    if met and not (verb == "INSERT" and met <= names.appended):
        yield f"a table of schema public: {', '.join(sorted(met))}"
    if verb == "INSERT" and re.search(r"\bVALUES\b.*\(\s*\(?\s*SELECT\b", plain, re.IGNORECASE | re.DOTALL):
        yield "a query among the values of an INSERT"
    if verb in ("UPDATE", "DELETE"):
        yield from (f"a volatile function in {verb}: {name}" for name in _calls(plain, names, "v"))
    if verb in ("INSERT", "UPDATE", "DELETE") and (returned := re.search(r"\bRETURNING\b(.*)", plain, re.I | re.S)):
        yield from (f"RETURNING what is not immutable: {name}" for name in _calls(returned[1], names, "sv"))


def _calls(text: str, names: Names, kinds: str) -> list[str]:
    called = {name.lower() for name in CALL.findall(text)} - NO_CALLS
    return sorted(name for name in called if names.volatility.get(name, "i") in kinds)
