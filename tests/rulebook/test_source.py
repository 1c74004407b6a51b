"""What the source of the rulebook must never hold, and what the benchmark tells."""

import ast
import sys
from pathlib import Path

import apps.rulebook
from infra.bench import rulebook as bench

PACKAGE = Path(apps.rulebook.__file__).parent

ALLOWED_NUMBERS = {0, 1}


def test_no_rule_holds_a_number_of_its_own():
    for path in sorted((PACKAGE / "checks").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and type(node.value) in (int, float):
                assert node.value in ALLOWED_NUMBERS or (path.stem, node.value) in {
                    ("head_of_studies", 8),
                    ("case", 3),
                }, (path, node.lineno)


def test_only_the_standard_library_yaml_and_pydantic():
    allowed = set(sys.stdlib_module_names) | {"yaml", "pydantic", "pydantic_core", "apps"}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [row.name for row in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0
                names = [node.module or ""]
            for name in names:
                assert name.split(".")[0] in allowed, (path, name)
                assert not name.startswith("apps.") or name.startswith("apps.rulebook"), (path, name)


def test_no_clock_is_read():
    for path in sorted(PACKAGE.rglob("*.py")):
        words = path.read_text(encoding="utf-8")
        for clock in (".today(", ".now(", "time.time", "perf_counter"):
            assert clock not in words, path


def test_benchmark_gives_figures():
    report = bench.run(rounds=4)
    assert report["figures"]["bodies"] == 20
    assert report["figures"]["sittings"] == 120
    assert report["figures"]["checks"] == 68
    assert report["figures"]["ms_best"] < 100
