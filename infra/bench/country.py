"""One additive migration over every school of the country, ours alone, and whether the time grows in proportion."""

from infra.bench import _fleet as fleet
from infra.bench._rounds import Rounds
from infra.bench.additive_migration import ours
from usul.benching import Report, Target, report

NAME = "country"


def run(*, schools: int = 2300, rounds: int = 3, workers: int = 4, minutes: int = 9) -> Report:
    """Medians over releases with a quarter of the schools, and with all of them.

    The compiling and rehearsal of the release are part of each time; most of the benchmark goes into making the schools.
    """
    district, _by = fleet.begin()
    clock = Rounds(minutes)
    quarter = max(1, schools // 4)
    figures: dict[str, float] = {"schools": schools, "quarter": quarter, "workers": workers}
    with fleet.releases() as releases:
        for name, size in (("quarter", quarter), ("all", schools)):
            grown = clock.time(f"making schools up to {size}", lambda size=size: fleet.grow(district, size, clock.tell))
            fleet.settle()

            def once(name: str = name) -> None:
                releases.add()
                clock.time(name, lambda: ours(workers))

            done = clock.repeat(rounds, once)
            figures |= {
                f"making_{name}_s": round(grown, 1),
                f"{name}_rounds": done,
                f"{name}_s": clock.middle(name, 2),
            }
    figures["schools_per_s"] = round(schools / figures["all_s"], 1)
    return report(
        NAME,
        figures=figures,
        ratios={"all_to_four_quarters": round(figures["all_s"] / (figures["quarter_s"] * schools / quarter), 2)},
        targets={"all_s": Target(at_most=60), "all_to_four_quarters": Target(at_most=1.25)},
    )
