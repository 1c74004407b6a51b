"""Write the table of rights from the code that grants them, or say whether the committed one is current."""

import argparse
from pathlib import Path

from usul.boot import choose_settings

HELP = "Write docs/permissions.md from the code; with --check say whether the committed page is current."
PAGE = Path(__file__).resolve().parents[3] / "docs" / "permissions.md"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit status 1 when the page is out of date"
    )


def run(options: argparse.Namespace) -> int:
    """Needs no server."""
    choose_settings()
    import django

    django.setup()
    from apps.bodies.rights_page import page

    current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()
    if options.check:
        if not current:
            print("docs/permissions.md is out of date: run `usul permissions`.")
        return 0 if current else 1
    PAGE.write_text(page(), encoding="utf-8")
    print("docs/permissions.md written.")
    return 0
