"""Measure: one benchmark or all of them, each in a process and with servers of its own."""

import argparse
import json
import subprocess
import sys

from usul import benching
from usul.benching import Report
from usul.env import EnvironmentFault, process_environment
from usul.readiness import ROOT

HELP = "Measure: one benchmark or, without a name, all of them. Touches no installation's data."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME", help="one benchmark; see --list")
    parser.add_argument("--list", action="store_true", help="name the benchmarks and what each measures")
    parser.add_argument("--json", action="store_true", help="print {name, figures, ratios, targets, met}")
    parser.add_argument("--set", action="append", default=[], metavar="SIZE=NUMBER", help="another size than usual")
    parser.add_argument("--strict", action="store_true", help="exit status 1 when a target is missed")


def run(options: argparse.Namespace) -> int:
    """Exit status 0 when everything was measured; with --strict, 1 when a target was missed."""
    known = benching.benchmarks()
    if options.list:
        for name, words in known.items():
            print(f"{name:18} {words}")
        return 0
    if options.name is None:
        reports = [_in_a_process_of_its_own(name, tell=not options.json) for name in known]
        if options.json:
            print(json.dumps(reports, ensure_ascii=False, indent=2))
        return _status(reports, options)
    if options.name not in known:
        raise EnvironmentFault(f"There is no benchmark {options.name}. There are: {', '.join(known)}.")
    with benching.throwaway_installation():
        module = benching.load(options.name)
        report = module.run(**benching.sizes(module, options.set))
    if options.json:
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        _tell(report)
    return _status([report], options)


def _status(reports: list[Report], options: argparse.Namespace) -> int:
    return 1 if options.strict and not all(report["met"] for report in reports) else 0


def _in_a_process_of_its_own(name: str, *, tell: bool) -> Report:
    argv = (sys.executable, "-m", "usul", "bench", name, "--json")
    done = subprocess.run(argv, cwd=ROOT, env=process_environment(), stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise EnvironmentFault(f"The benchmark {name} did not end: run `usul bench {name}` to see why.")
    report: Report = json.loads(done.stdout)
    if tell:
        _tell(report)
    return report


def _tell(report: Report) -> None:
    print(f"{report['name']}: {'targets met' if report['met'] else 'A TARGET IS MISSED'}")
    for key, value in {**report["figures"], **report["ratios"]}.items():
        bounds = report["targets"].get(key, {})
        wanted = ", ".join(f"{bound.replace('_', ' ')} {number:g}" for bound, number in bounds.items())
        print(f"  {key:34} {value!s:>12}  {wanted}".rstrip())
    print(flush=True)
