"""Translations: collect the texts, compile the catalogues, say what is missing."""

import argparse

from usul.messages.catalogues import compile_all
from usul.readiness import CATALOGUES, ROOT

HELP = "Translations: collect the texts, compile the catalogues, say what is missing."
LONGEST_LIST = 60


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action",
        choices=("update", "compile", "check"),
        help="update: collect texts from the sources; compile: make the .mo files; check: fail when one is missing",
    )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 when `check` finds a fault."""
    if options.action == "compile":
        print(f"{compile_all(CATALOGUES)} catalogues compiled")
        return 0
    # babel is a tool of development; serving needs none of what follows
    from usul.messages import libraries, product

    ours, of_libraries = CATALOGUES
    if options.action == "update":
        for language, (came, went) in product.update(ROOT, ours).items():
            print(f"{language}: {came} new, {went} gone")
        return 0
    faults = [*product.check(ROOT, ours), *libraries.check(of_libraries)]
    print("\n".join(faults[:LONGEST_LIST]))
    if len(faults) > LONGEST_LIST:
        print(f"… and {len(faults) - LONGEST_LIST} more")
    print(f"{len(faults)} faults in the catalogues" if faults else "The catalogues are complete")
    return 1 if faults else 0
