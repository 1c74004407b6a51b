"""One additive migration over every school of the country, ours alone, and whether the time grows in proportion."""

from infra.bench import _fleet as fleet
from infra.bench.additive_migration import _ours as move
from usul.benching import Report, Target, report

NAME = "country"


def run(*, schools: int = 2300, rounds: int = 3, workers: int = 4) -> Report:
    """Medians over `rounds` releases with a quarter of the schools, and with all of them."""
    district, _by = fleet.begin()
    quarter = max(1, schools // 4)
    figures: dict[str, float] = {"schools": schools, "rounds": rounds, "workers": workers}
    with fleet.releases() as releases:
        for name, size in (("quarter", quarter), ("all", schools)):
            figures[f"onboarding_{name}_s"] = round(fleet.seconds(lambda size=size: fleet.grow(district, size)), 1)
            times = []
            for _ in range(rounds):
                releases.add()
                times.append(fleet.seconds(lambda: move(workers)))
            figures[f"{name}_s"] = fleet.middle(times, 2)
    figures["schools_per_s"] = round(schools / figures["all_s"], 1)
    return report(
        NAME,
        figures=figures,
        ratios={"all_to_four_quarters": round(figures["all_s"] / (figures["quarter_s"] * schools / quarter), 2)},
        targets={"all_s": Target(at_most=60), "all_to_four_quarters": Target(at_most=1.25)},
    )
