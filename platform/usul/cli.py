"""The console script `usul`.

Each command is one module in `usul.commands` with `HELP`, `arguments(parser)` and `run(options) -> int`.
"""

import argparse
import importlib
import os
import pkgutil
import sys

from usul import commands
from usul.env import EnvironmentFault


def build_parser() -> argparse.ArgumentParser:
    """The parser with every command found in `usul.commands`."""
    parser = argparse.ArgumentParser(prog="usul", description="Usul: methodical work of schools.")
    places = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for found in sorted(pkgutil.iter_modules(commands.__path__), key=lambda module: module.name):
        if found.name.startswith("_"):
            continue
        module = importlib.import_module(f"{commands.__name__}.{found.name}")
        place = places.add_parser(found.name.replace("_", "-"), help=module.HELP, description=module.HELP)
        module.arguments(place)
        place.set_defaults(run=module.run)
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run one command; the number is the exit status.

    Faults of the environment are one sentence, without a traceback.
    """
    options = build_parser().parse_args(argv)
    try:
        return int(options.run(options))
    except EnvironmentFault as fault:
        print(f"usul: {fault.message}", file=sys.stderr)  # noqa: T201
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
