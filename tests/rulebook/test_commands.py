"""`usul rules` and `usul evaluate`: what they print, and the exit status a script goes by."""

import json
from pathlib import Path

import pytest

from apps.rulebook.checks import RULES
from tests.rulebook.conftest import SCENARIOS
from usul.cli import main

WORKED = SCENARIOS / "worked"
NOTICE = WORKED / "w08-agenda-notice.yaml"


def test_rules_lists_every_check(capsys):
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(RULES)
    assert "S33U 5.5" in next(line for line in lines if line.startswith("ST-1 "))


def test_rules_as_data_in_the_readers_language(capsys):
    assert main(["rules", "cn-7", "--json", "--language", "ru"]) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert (row["check"], row["clauses"]) == ("CN-7", ["MK 7.5"])
    assert row["title"] != row["rule"]
    assert {"code", "verdict", "severity"} == set(row["outcomes"][0])


def test_a_misspelt_check_is_refused_with_the_nearest(capsys):
    assert main(["rules", "ST1"]) == 1
    assert "ST-1" in capsys.readouterr().err


def test_evaluate_agrees_with_the_worked_examples(capsys):
    assert main(["evaluate", str(WORKED)]) == 0
    assert "0 differences, 0 problems" in capsys.readouterr().out


def test_evaluate_tells_a_difference_and_why(tmp_path, capsys):
    path = tmp_path / "changed.yaml"
    path.write_text(NOTICE.read_text(encoding="utf-8").replace("MK: PASS*", "MK: FAIL"), encoding="utf-8")
    assert main(["evaluate", str(path)]) == 1
    assert "expected FAIL, got PASS*" in capsys.readouterr().out
    assert main(["evaluate", str(path), "--json", "--language", "ky"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert [row["got"] for row in data["differences"]] == ["PASS*"]
    assert data["differences"][0]["why"]


def test_evaluate_on_another_day(capsys):
    assert main(["evaluate", str(NOTICE), "--as-of", "2026-03-01"]) == 1
    assert "CN-7" in capsys.readouterr().out


@pytest.mark.parametrize("words", ["31.08.2026", "2026-02-30", "soon"])
def test_a_day_that_is_none(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["evaluate", str(NOTICE), "--as-of", words])
    assert ended.value.code == 2
    assert "2026-08-31" in capsys.readouterr().err


def test_nothing_to_evaluate(tmp_path, capsys):
    assert main(["evaluate", str(tmp_path / "missing.yaml")]) == 2
    assert "missing.yaml" in capsys.readouterr().err
    assert main(["evaluate", str(tmp_path)]) == 2
    assert "no scenario" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bomb", "format: usul-scenario/1\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
        ("heavy", "format: usul-scenario/1\nabout: '" + "x" * 5_000_000 + "'\n"),
        ("no-calendar", NOTICE.read_text(encoding="utf-8").replace("calendar:", "calender:", 1)),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name, words, capsys):
    path = tmp_path / f"{name}.yaml"
    path.write_text(words, encoding="utf-8")
    assert main(["evaluate", str(path)]) == 2
    out = capsys.readouterr().out
    assert f"{name}.yaml" in out
    assert "Traceback" not in out
