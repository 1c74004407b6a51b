"""The frame of the benchmarks, and the command that runs one with servers of its own."""

import inspect
import json
import subprocess
import sys

import pytest

from usul import benching
from usul.benching import Target, report
from usul.env import EnvironmentFault, process_environment
from usul.readiness import ROOT


def test_targets_decide_whether_they_are_met() -> None:
    bounds = {"ms": Target(at_most=5), "speed-up": Target(at_least=3)}
    good = report("x", figures={"ms": 5.0, "rows": 7}, ratios={"speed-up": 3.0}, targets=bounds)
    assert good == {
        "name": "x",
        "figures": {"ms": 5.0, "rows": 7},
        "ratios": {"speed-up": 3.0},
        "targets": {"ms": {"at_most": 5}, "speed-up": {"at_least": 3}},
        "met": True,
    }
    assert not report("x", figures={"ms": 5.01}, ratios={"speed-up": 3.0}, targets=bounds)["met"]
    assert not report("x", figures={"ms": 5.0}, ratios={"speed-up": 2.9}, targets=bounds)["met"]


def test_a_target_without_its_figure_is_a_defect() -> None:
    with pytest.raises(KeyError):
        report("x", figures={}, targets={"ms": Target(at_most=5)})


def test_sizes_are_checked() -> None:
    module = benching.load("rulebook")
    assert benching.sizes(module, ["rounds=4"]) == {"rounds": 4}
    for wish in ("rounds=many", "rounds", "schools=3"):
        with pytest.raises(EnvironmentFault, match="sizes: rounds="):
            benching.sizes(module, [wish])


@pytest.mark.parametrize("name", benching.benchmarks())
def test_every_benchmark_says_what_it_measures_and_takes_sizes_only(name: str) -> None:
    assert benching.benchmarks()[name].endswith(".")
    parameters = inspect.signature(benching.load(name).run).parameters.values()
    assert all(one.kind is one.KEYWORD_ONLY and isinstance(one.default, int) for one in parameters)


def test_command_prints_one_document_and_leaves_nothing_behind() -> None:
    done = subprocess.run(
        (sys.executable, "-m", "usul", "bench", "rulebook", "--json", "--set", "rounds=4"),
        cwd=ROOT,
        env=process_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    assert list(told) == ["name", "figures", "ratios", "targets", "met"]
    assert told["figures"]["sittings"] == 120


def test_unknown_benchmark_is_one_sentence() -> None:
    done = subprocess.run(
        (sys.executable, "-m", "usul", "bench", "nothing"), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("usul: There is no benchmark nothing. There are:")
