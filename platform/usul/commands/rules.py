"""The rules, as the rulebook itself tells them."""

import argparse
import json
import sys

HELP = "The rules: which checks there are, their clauses, parameters, readings and outcomes."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("checks", nargs="*", metavar="CHECK", help="ids such as ST-1; every check when left out")
    parser.add_argument("--language", choices=("ky", "ru", "en"), default="en", help="of the words (en)")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--page", action="store_true", help="print the page docs/rules.md")


def run(options: argparse.Namespace) -> int:
    """Needs neither a server nor Django. Exit status 1 for an id that is no check."""
    from difflib import get_close_matches

    from apps.rulebook.checks import RULES
    from apps.rulebook.rules_page import rules_data, rules_lines, rules_page

    wanted = [check.upper() for check in options.checks] or list(RULES)
    for check in wanted:
        if check not in RULES:
            near = get_close_matches(check, RULES, 1)
            hint = f" Did you mean {near[0]}?" if near else " `usul rules` lists them."
            print(f"usul: There is no check {check}.{hint}", file=sys.stderr)
            return 1
    if options.page:
        print(rules_page(options.language), end="")
    elif options.json:
        json.dump(rules_data(wanted, options.language), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        print("\n".join(rules_lines(wanted, options.language)))
    return 0
