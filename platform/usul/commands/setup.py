"""Make everything ready without serving: catalogues, static files, database, demonstration district."""

import argparse

from usul.boot import django_ready
from usul.embedded import StateFolder
from usul.progress import Progress
from usul.readiness import make_ready

HELP = "Make everything ready without serving: translations, static files, database, demonstration district."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-demo", action="store_true", help="leave the demonstration district out")
    parser.add_argument("--own-servers", action="store_true", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Exit status 0 when everything is ready."""
    with django_ready() as own_database:
        folder = StateFolder()
        folder.prepare()
        make_ready(folder, Progress(), demo=not options.no_demo, own_servers=options.own_servers or own_database)
    return 0
