"""One additive migration (two columns, an index) over all schools: ours beside the standard and the multiprocessing executor."""

from infra.bench import _fleet as fleet
from tenants.fleet.run import Course, migrate_fleet
from usul.benching import Report, Target, report

NAME = "additive-migration"


def run(*, schools: int = 300, rounds: int = 5, workers: int = 4) -> Report:
    """Medians over alternations: each way in turn brings the whole fleet from one release to the next.

    Ours includes the compiling of the release and its rehearsal on an empty schema, which a deploy pays once.
    """
    district, _by = fleet.begin()
    first = fleet.grow(district, schools)[0].schema
    times: dict[str, list[float]] = {"ours": [], "standard": [], "multiprocessing": []}
    with fleet.releases() as releases:
        for _ in range(rounds):
            releases.add()
            times["ours"].append(fleet.seconds(lambda: _ours(workers)))
            for executor in ("standard", "multiprocessing"):
                releases.add()
                times[executor].append(fleet.seconds(lambda name=executor: fleet.stock_migrate_all(name)))
                fleet.take_into_books(first)
    medians = {way: fleet.middle(found) for way, found in times.items()}
    return report(
        NAME,
        figures={
            "schools": schools,
            "rounds": rounds,
            "workers": workers,
            **{f"{way}_s": value for way, value in medians.items()},
        },
        ratios={
            "standard_to_ours": round(medians["standard"] / medians["ours"], 1),
            "multiprocessing_to_ours": round(medians["multiprocessing"] / medians["ours"], 1),
        },
        targets={"standard_to_ours": Target(at_least=60), "multiprocessing_to_ours": Target(at_least=30)},
    )


def _ours(workers: int) -> None:
    found = migrate_fleet(course=Course(workers=workers))
    if not found.complete:
        message = f"The fleet was not brought to the release: {found.stopped} {found.failed} {found.locked}"
        raise RuntimeError(message)
