"""The face knows no model and no query; of the other rooms only the pure words of the rulebook."""

import ast
from pathlib import Path

import pytest

from apps.web.templatetags import ui

WEB = Path(__file__).resolve().parents[3] / "apps" / "web"
FACE = [path for room in ("blocks", "charts", "templatetags", "design") for path in sorted((WEB / room).rglob("*.py"))]
FORBIDDEN = ("django.db", "tenants", "usul", "api", "rest_framework", "apps.")
ALLOWED = (
    "apps.rulebook.codes",
    "apps.rulebook.enums",
    "apps.rulebook.text",
    "apps.web.blocks",
    "apps.web.charts",
    "apps.web.templatetags",
    "apps.web.design",
)


def imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", FACE, ids=lambda path: str(path.relative_to(WEB)))
def test_no_model_and_no_database(path: Path) -> None:
    wrong = [name for name in imports(path) if name.startswith(FORBIDDEN) and not name.startswith(ALLOWED)]
    assert wrong == []


@pytest.mark.parametrize("path", sorted((WEB / "charts").glob("*.py")), ids=lambda path: path.name)
def test_charts_know_no_framework(path: Path) -> None:
    assert [name for name in imports(path) if name.startswith("django")] == []


def test_the_pattern_book_is_not_needed_by_the_blocks() -> None:
    rooms = [path for room in ("blocks", "charts") for path in (WEB / room).rglob("*.py")]
    assert [path.name for path in rooms if any(name.startswith("apps.web.design") for name in imports(path))] == []


def test_every_tag_and_filter_is_in_the_guide() -> None:
    guide = (WEB.parents[1] / "docs" / "design-system.md").read_text(encoding="utf-8")
    names = {name for name in ui.register.tags if f"{{% {name} " not in guide}
    assert names == set()
    assert {name for name in ui.register.filters if f"`|{name}`" not in guide} == set()
