"""The table of rights as `docs/permissions.md`, made from the code that grants them."""

from collections.abc import Mapping

from apps.bodies.enums import MembershipRole
from apps.bodies.permissions import WITHIN_BODY
from apps.core.permissions import Permission
from apps.people.permissions import ADMINISTRATOR, OFFICES, WITHOUT_OFFICE

YES, NO = "●", "·"
NOBODY, KEEPER = "no office", "administrator"
HEAD = """# Who may do what in a school

Made by `usul permissions`; do not edit by hand. A right follows from an office or a place in a body **on the day**: from its first day
to the day before its end, an acting holder included. What a person may not do is not shown to them; a direct call is refused with 403
and the name of the missing right (`core.not_permitted`). Rights add up: a teacher who is also a council's secretary has both columns.
"""


def whole_school() -> dict[str, frozenset[Permission]]:
    """Rights over the whole school by the code of the office; people without an office and the school's administrator beside them."""
    return {
        NOBODY: WITHOUT_OFFICE,
        **{role.value: rights for role, rights in OFFICES.items()},
        KEEPER: ADMINISTRATOR,
    }


def within_body() -> dict[str, frozenset[Permission]]:
    """Rights within one body by the part played in it."""
    return {part.value: WITHIN_BODY[part] for part in MembershipRole}


def rights_of_a_school() -> list[Permission]:
    """Every right that somebody in a school can hold, in the order of the list."""
    held = frozenset[Permission]().union(*whole_school().values(), *within_body().values())
    return [right for right in Permission if right in held]


def page() -> str:
    """The whole page."""
    parts = [
        HEAD,
        "## Over the whole school\n",
        _table(whole_school()),
        "\n## Within one body\n",
        _table(within_body()),
        "\n## What the rights are called\n",
        _names(),
    ]
    return "\n".join(parts)


def _table(columns: Mapping[str, frozenset[Permission]]) -> str:
    lines = [f"| right | {' | '.join(columns)} |", f"|---|{'---|' * len(columns)}"]
    for right in rights_of_a_school():
        cells = [YES if right in rights else NO for rights in columns.values()]
        lines.append(f"| `{right.value}` | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _names() -> str:
    lines = ["| right | кыргызча | по-русски | English |", "|---|---|---|---|"]
    lines += [
        f"| `{right.value}` | {right.label.ky} | {right.label.ru} | {right.label.en} |"
        for right in rights_of_a_school()
    ]
    return "\n".join(lines) + "\n"


def cells_of(text: str, heading: str) -> dict[tuple[str, str], bool]:
    """The cells of a table of the page by (column, right), as they are written there."""
    part = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("| ")]
    columns = lines[0][1:]
    return {
        (column, line[0].strip("`")): cell == YES
        for line in lines[1:]
        for column, cell in zip(columns, line[1:], strict=True)
    }
