"""Start everything and keep it running: servers, web, task worker, clock. Ctrl-C stops it all."""

import argparse
import sys

from usul.serving import serve

HELP = "Start everything and keep it running: database, broker, web, tasks, clock. Ctrl-C stops it all."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-demo", action="store_true", help="do not create the demonstration district")


def run(options: argparse.Namespace) -> int:
    """Exit status 0 after an orderly stop."""
    return serve(demo=not options.no_demo, stream=sys.stdout)
