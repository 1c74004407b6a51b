"""Schools whose catalog is not what their version says."""

from collections import Counter
from collections.abc import Callable, Iterator

from django.db import transaction

from tenants.fleet.plan import members_behind
from tenants.owner import OWNER, cursor_of, owner
from tenants.provisioning import compilation
from tenants.provisioning.compilation import scratch
from tenants.provisioning.fingerprint import digest_of_lines, lines_of
from tenants.roles import template_role

Lines = list[tuple[str, str]]


def drift_of_fleet(
    schemas: list[str] | None = None, *, tell: Callable[[str], None] = lambda _text: None
) -> Iterator[tuple[str, Lines]]:
    """(slug, differences) of each school at this release whose catalog differs; `+` is there and should not be, `-` is missing.

    Schools at another version are not looked at: they are to be migrated first.
    """
    plan = compilation.current()
    with owner() as connection:
        members = members_behind(connection, "", schemas)
        expected: list[str] = []
        for number, member in enumerate((one for one in members if one.digest == plan.digest), start=1):
            tell(f"{number} of {len(members)} schools")
            with transaction.atomic(OWNER), cursor_of(connection) as cursor:
                found = lines_of(cursor, member.schema)
            if digest_of_lines(found) == plan.fingerprint:
                continue
            if not expected:
                with scratch(connection, plan) as schema, transaction.atomic(OWNER), cursor_of(connection) as cursor:
                    expected = lines_of(cursor, schema, role=template_role())
            yield member.slug, _differences(Counter(expected), Counter(found))


def _differences(expected: Counter[str], found: Counter[str]) -> Lines:
    more = [("+", line) for line in (found - expected).elements()]
    less = [("-", line) for line in (expected - found).elements()]
    return sorted([*more, *less], key=lambda entry: entry[1])
