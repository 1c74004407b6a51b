"""Every value of every argument is as it was looked at last; see `tests/rulebook/arguments.py`."""

from pathlib import Path

import pytest

from tests.rulebook.arguments import FILES, RECORD, arguments_of, record_of


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_arguments_are_as_they_are_on_record(path: Path) -> None:
    before, now = record_of(path).read_text(encoding="utf-8").splitlines(), arguments_of(path).splitlines()
    differing = [pair for pair in zip(before, now, strict=False) if pair[0] != pair[1]]
    assert differing == []
    assert len(before) == len(now)


def test_every_record_belongs_to_a_scenario_file() -> None:
    assert {path.name for path in RECORD.iterdir()} == {record_of(path).name for path in FILES}
