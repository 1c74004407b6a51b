"""Onboarding one school: ours beside stock migrate, stock clone and fake, and the same statements as one string."""

from infra.bench import _fleet as fleet
from infra.bench._rounds import Rounds
from tenants.provisioning import compilation
from usul.benching import Report, Target, report

NAME = "onboarding"
WAYS = ("ours", "floor", "stock_migrate", "stock_clone", "ours_unsettled", "stock_clone_unsettled")
UNSETTLED_ROUNDS = 3  # more of them and the server would have counted its catalog


def run(*, resident: int = 200, rounds: int = 7, minutes: int = 9) -> Report:
    """Medians over rounds in which every way makes one school, among `resident` schools; the ways' schools are removed each time.

    What is called unsettled is measured straight after the schools came, before the server knows how large its catalog has become.
    """
    district, by = fleet.begin()
    clock = Rounds(minutes)
    base = fleet.grow(district, resident, clock.tell)[0].schema
    plan = compilation.current()
    fleet.onboard(by, district)

    def before() -> None:
        clock.time("ours_unsettled", lambda: fleet.onboard(by, district))
        clock.time("stock_clone_unsettled", lambda: fleet.stock_clone(base))

    def once() -> None:
        clock.time("floor", fleet.one_string(plan))
        clock.time("ours", lambda: fleet.onboard(by, district))
        clock.time("stock_migrate", fleet.stock_create)
        clock.time("stock_clone", lambda: fleet.stock_clone(base))
        fleet.forget_schemas("raw", "stock", "clone")

    clock.repeat(UNSETTLED_ROUNDS, before)
    fleet.settle()
    done = clock.repeat(rounds, once)
    medians = {way: clock.middle(way) for way in WAYS}
    return report(
        NAME,
        figures={
            "resident": resident,
            "rounds": done,
            **{f"{way}_s": value for way, value in medians.items()},
        },
        ratios={
            "stock_migrate_to_ours": round(medians["stock_migrate"] / medians["ours"], 2),
            "stock_clone_to_ours": round(medians["stock_clone"] / medians["ours"], 2),
            "stock_clone_to_ours_unsettled": round(medians["stock_clone_unsettled"] / medians["ours_unsettled"], 2),
            "stock_clone_to_one_string": round(medians["stock_clone"] / medians["floor"], 2),
            "ours_to_one_string": round(medians["ours"] / medians["floor"], 2),
        },
        targets={
            "stock_migrate_to_ours": Target(at_least=8),
            "stock_clone_to_ours": Target(at_least=8),
            "ours_to_one_string": Target(at_most=1.5),
        },
    )
