"""`usul demo`: the main job once, from an empty database to the district's report."""

import json
import subprocess
import sys
from typing import Any

import pytest

from apps.compliance.kept import KEPT_CHECKS

pytestmark = [pytest.mark.xdist_group("run"), pytest.mark.timeout(300)]
CAREFUL_SCHOOLS = {"school-33": {"S33U", "S33H", "S33C"}, "school-94": {"VARU", "IMK"}}


def demo(env: dict[str, str]) -> dict[str, Any]:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "usul",
            "demo",
            "--json",
            "--as-of",
            "2026-11-20",
            "--schools",
            str(len(CAREFUL_SCHOOLS)),
        ],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_careful_schools_of_the_demonstration_keep_every_rule_and_a_second_run_changes_nothing(
    given: dict[str, str],
) -> None:
    first = demo(given)
    assert demo(given) == first
    assert {row["slug"]: set(row["modules"]) for row in first["schools"]} == CAREFUL_SCHOOLS
    assert {row["rhythm"] for row in first["schools"]} == {"in_rhythm"}
    assert [row["check"] for row in first["obligations"] if row["failed"]] == []
    assert {row["check"] for row in first["obligations"]} == KEPT_CHECKS
    passed = {row["check"] for row in first["obligations"] if row["passed"]}
    assert {"AS-1", "AS-3", "PL-1", "PL-2", "CN-10"} <= passed
    assert set(first["verdicts_by_module"]) >= {"S33U", "S33C", "VARU", "IMK"}
    assert first["records"]["sittings.Sitting"] > 50
