"""Do the main job once: onboard the demonstration district, judge its schools, print the district's report. Serves nothing."""

import argparse
import json
import sys
from datetime import date
from typing import Any

from usul.boot import django_ready

HELP = "Onboard the demonstration district once and print what came of it. Safe to repeat."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DATE", help="tell it up to this day instead of today"
    )
    parser.add_argument("--schools", type=int, metavar="NUMBER", help="only the first so many of its schools")
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of a summary")


def run(options: argparse.Namespace) -> int:
    """Exit status 0 when every school of the demonstration is in use and judged."""
    with django_ready():
        report = _do(options.as_of, options.schools)
    if options.json:
        json.dump(report, sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        _tell(report)
    return 0


def _do(today: date | None, most: int | None) -> dict[str, Any]:
    from usul.control import bootstrap, demo
    from usul.control.demo.report import district_report

    def progress(step: str) -> None:
        print(step, file=sys.stderr)

    bootstrap.prepare(progress)
    demo.ensure(progress, today=today, most=most)
    return district_report()


def _tell(report: dict[str, Any]) -> None:
    for school in report["schools"]:
        print(f"{school['slug']:12} {', '.join(school['modules']):28} {school['worst']:8} {school['rhythm']}")
    for row in report["obligations"]:
        share = "—" if row["share"] is None else f"{100 * row['share']:.0f} %"
        print(f"{row['check']:8} regulated by {row['regulated']:2}, met by {share}")
