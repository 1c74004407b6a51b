"""The list of planted faults keeps up with the code: each still finds the place it changes, and tests that exist."""

from pathlib import Path

import pytest

from tests.isolation.mutants import ROOT, planted
from tests.isolation.planted import FAULTS, Fault


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_finds_its_place(fault: Fault) -> None:
    text = (ROOT / fault.path).read_text(encoding="utf-8")
    changed = planted(text, fault)
    assert changed != text
    compile(changed, fault.path, "exec")
    assert [test for test in fault.tests if not Path(ROOT, test).is_file()] == []


def test_every_wall_has_a_fault() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 10
