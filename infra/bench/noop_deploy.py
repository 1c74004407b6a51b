"""A deploy that changes nothing: our one question beside `migrate_schemas` over all schools."""

from infra.bench import _fleet as fleet
from tenants.fleet.run import migrate_fleet
from usul.benching import Report, Target, report

NAME = "noop-deploy"


def run(*, schools: int = 300, rounds: int = 5) -> Report:
    """Medians over alternations, in a process that is up: starting one costs both sides the same."""
    district, _by = fleet.begin()
    fleet.grow(district, schools)
    ours, stock = [], []
    for _ in range(rounds):
        ours.append(fleet.seconds(migrate_fleet))
        stock.append(fleet.seconds(lambda: fleet.stock_migrate_all("standard")))
    return report(
        NAME,
        figures={
            "schools": schools,
            "rounds": rounds,
            "ours_s": fleet.middle(ours, 5),
            "stock_standard_s": fleet.middle(stock),
        },
        ratios={"stock_standard_to_ours": round(fleet.middle(stock) / fleet.middle(ours, 6))},
        targets={"ours_s": Target(at_most=0.2), "stock_standard_to_ours": Target(at_least=1000)},
    )
