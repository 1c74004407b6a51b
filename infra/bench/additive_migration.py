"""One additive migration (two columns, an index) over all schools: ours beside the standard and the multiprocessing executor."""

from infra.bench import _fleet as fleet
from infra.bench._rounds import Rounds
from tenants.fleet.run import Course, migrate_fleet
from usul.benching import Report, Target, report

NAME = "additive-migration"
WAYS = ("ours", "standard", "multiprocessing")


def run(*, schools: int = 300, rounds: int = 5, workers: int = 4, minutes: int = 9) -> Report:
    """Medians over alternations: each way in turn brings the whole fleet from one release to the next.

    Ours includes the compiling of the release and its rehearsal on an empty schema, which a deploy pays once.
    """
    district, _by = fleet.begin()
    clock = Rounds(minutes)
    first = fleet.grow(district, schools, clock.tell)[0].schema
    fleet.settle()
    with fleet.releases() as releases:

        def once() -> None:
            releases.add()
            clock.time("ours", lambda: ours(workers))
            for executor in WAYS[1:]:
                releases.add()
                clock.time(executor, lambda name=executor: fleet.stock_migrate_all(name))
                fleet.take_into_books(first)

        done = clock.repeat(rounds, once)
    medians = {way: clock.middle(way) for way in WAYS}
    return report(
        NAME,
        figures={
            "schools": schools,
            "rounds": done,
            "workers": workers,
            **{f"{way}_s": value for way, value in medians.items()},
        },
        ratios={
            "standard_to_ours": round(medians["standard"] / medians["ours"], 1),
            "multiprocessing_to_ours": round(medians["multiprocessing"] / medians["ours"], 1),
        },
        targets={"standard_to_ours": Target(at_least=60), "multiprocessing_to_ours": Target(at_least=30)},
    )


def ours(workers: int) -> None:
    """Bring the fleet to the release our way.

    Raises:
        RuntimeError: a school was left behind.
    """
    found = migrate_fleet(course=Course(workers=workers))
    if not found.complete:
        message = f"The fleet was not brought to the release: {found.stopped} {found.failed} {found.locked}"
        raise RuntimeError(message)
