"""Scenarios: do the rules say what the files expect?"""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

HELP = "Evaluate scenario files without a database: what differs from the verdicts they expect, and why."


def a_day(words: str) -> date:
    """A day as 2026-08-31."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        message = f"{words!r} is no day. Write year, month, day: 2026-08-31."
        raise argparse.ArgumentTypeError(message) from None


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE|DIR", help="scenario files, or folders of them")
    parser.add_argument("--as-of", type=a_day, metavar="DAY", help="evaluate on this day instead of the files' own")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--language", choices=("ky", "ru", "en"), default="en", help="of the arguments (en)")


def run(options: argparse.Namespace) -> int:
    """Exit status 0 when every verdict agrees, 1 on a difference, 2 when a file cannot be read."""
    from apps.rulebook.scenarios import run_paths

    for path in options.paths:
        if not path.exists():
            print(f"usul: There is no file or folder {path}.", file=sys.stderr)
            return 2
    report = run_paths(options.paths, options.as_of)
    if report.scenarios == 0 and not report.problems:
        print("usul: There is no scenario here: their files end in .yaml.", file=sys.stderr)
        return 2
    if options.json:
        json.dump(report.data(options.language), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        print(report.text(options.language))
    return report.status
