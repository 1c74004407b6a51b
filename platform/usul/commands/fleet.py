"""The whole fleet: bring every school to this release, see how far each is, find what has drifted."""

import argparse
import json
import sys
from dataclasses import asdict

from usul.boot import django_ready
from usul.progress import Progress

HELP = "Bring every school to this release, see how far each is, find what has drifted."


def arguments(parser: argparse.ArgumentParser) -> None:
    places = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    migrate = places.add_parser("migrate", help="schema public, then every school: canaries, waves, stragglers")
    migrate.add_argument("--workers", type=int, default=4, help="schools under way at once (4)")
    migrate.add_argument("--canaries", type=float, default=1.0, help="percent of the fleet that goes first (1)")
    migrate.add_argument("--patience", type=float, default=120.0, help="seconds to wait for locked schools (120)")
    migrate.add_argument("--lock-timeout", type=int, default=2000, help="milliseconds to wait for a table (2000)")
    migrate.add_argument("--school", action="append", metavar="SLUG", help="only this school; may be repeated")
    status = places.add_parser("status", help="versions, states, failures; exit status 1 when something is to be done")
    status.add_argument("--json", action="store_true", help="print one JSON document")
    drift = places.add_parser(
        "drift", help="compare schools' catalogs with the blueprint; exit status 1 when one differs"
    )
    drift.add_argument("--school", action="append", metavar="SLUG", help="only this school; may be repeated")


def run(options: argparse.Namespace) -> int:
    """Exit status 0 when every school is where it should be."""
    with django_ready():
        return {"migrate": _migrate, "status": _status, "drift": _drift}[options.action](options)


def _migrate(options: argparse.Namespace) -> int:
    from tenants.fleet.replay import Limits
    from tenants.fleet.run import Course, FleetBusyError, migrate_fleet
    from usul.control.bootstrap import prepare_public, prepare_roles

    course = Course(
        workers=options.workers,
        canary_share=options.canaries / 100,
        patience=options.patience,
        limits=Limits(lock_ms=options.lock_timeout),
    )
    progress = Progress(sys.stderr)
    try:
        with progress.step("District layer"):
            prepare_roles(progress)
            prepare_public(progress)
        with progress.step("Schools"):
            report = migrate_fleet(course=course, schemas=_schemas(options.school), tell=progress)
    except FleetBusyError as busy:
        print(f"usul: {busy}", file=sys.stderr)
        return 1
    for app, name in report.uncompiled:
        print(f"{app}.{name} could not be compiled; Django's own executor ran it in each school")
    for kind, found in (("failed", report.failed), ("locked", report.locked)):
        for slug, reason in sorted(found.items()):
            print(f"{kind}  {slug}: {reason}")
    if report.stopped:
        print(f"Stopped: {report.stopped}. The other schools have not been touched.")
    print(f"{report.done} of {report.schools} schools in {report.seconds:.1f} s")
    return 0 if report.complete else 1


def _schemas(slugs: list[str] | None) -> list[str] | None:
    from tenants.routing import directory
    from usul.env import EnvironmentFault

    if slugs is None:
        return None
    found = [directory.school_with_slug(slug) for slug in slugs]
    for slug, school in zip(slugs, found, strict=True):
        if school is None:
            raise EnvironmentFault(f"There is no school {slug}: `usul school list` shows them.")
    return [school.schema for school in found if school is not None]


def _status(options: argparse.Namespace) -> int:
    from tenants.context import public_scope
    from tenants.fleet.state import ask_state
    from tenants.owner import owner
    from usul.control.queries.board import board

    with owner() as connection:
        state = ask_state(connection)
    with public_scope(readonly=True):
        found = board(language="en", only_trouble=True)
    if options.json:
        document = {"settled": state.settled, **asdict(state), "statuses": found.statuses, "versions": found.versions}
        document["troubled"] = [asdict(line) for line in found.schools]
        document["jobs"] = [asdict(job) for job in found.jobs]
        json.dump(document, sys.stdout, ensure_ascii=False, indent=2, default=str)
        print()
    else:
        print(f"district layer  {'at this release' if state.public else 'behind this release'}")
        print(f"schools         {state.schools}, {state.behind} behind this release")
        for number, count in sorted(found.versions.items()):
            print(f"  version {number:<4} {count} schools{'  (newest)' if number == found.newest else ''}")
        for status, count in sorted(found.statuses.items()):
            print(f"  {status:<12} {count}")
        for line in found.schools:
            print(f"! {line.slug:<20} {line.status:<12} version {line.version or '—'}  {line.trouble or line.reason}")
        for job in found.jobs:
            print(f"* {job.school:<20} {job.kind}: {job.state}, {job.attempts} attempts  {job.reason} {job.error}")
    return 0 if state.settled and not found.troubles else 1


def _drift(options: argparse.Namespace) -> int:
    from tenants.fleet.drift import drift_of_fleet

    different = 0
    for slug, lines in drift_of_fleet(_schemas(options.school), tell=Progress(sys.stderr)):
        different += 1
        print(slug)
        for sign, line in lines:
            print(f"  {sign} {line}")
    print(f"{different} schools differ from the blueprint" if different else "Every school is as its blueprint says")
    return 1 if different else 0
