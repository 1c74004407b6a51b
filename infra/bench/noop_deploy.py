"""A deploy that changes nothing: our one question beside `migrate_schemas` over all schools."""

from infra.bench import _fleet as fleet
from infra.bench._rounds import Rounds
from tenants.fleet.run import migrate_fleet
from usul.benching import Report, Target, report

NAME = "noop-deploy"
OFTEN = 5  # our side is asked more often in each round: it takes milliseconds


def run(*, schools: int = 300, rounds: int = 5, minutes: int = 9) -> Report:
    """Medians over alternations, in a process that is up: starting one costs both sides the same."""
    district, _by = fleet.begin()
    clock = Rounds(minutes)
    fleet.grow(district, schools, clock.tell)
    fleet.settle()
    clock.time("the first question of a process", migrate_fleet)

    def once() -> None:
        for _ in range(OFTEN):
            clock.time("ours", migrate_fleet)
        clock.time("stock_standard", lambda: fleet.stock_migrate_all("standard"))

    done = clock.repeat(rounds, once)
    return report(
        NAME,
        figures={
            "schools": schools,
            "rounds": done,
            "ours_s": clock.middle("ours", 5),
            "ours_first_s": clock.middle("the first question of a process"),
            "stock_standard_s": clock.middle("stock_standard"),
        },
        ratios={"stock_standard_to_ours": round(clock.middle("stock_standard") / clock.middle("ours", 6))},
        targets={"ours_s": Target(at_most=0.2), "stock_standard_to_ours": Target(at_least=1000)},
    )
