"""Onboarding one school: ours beside stock migrate, stock clone and fake, and the same statements as one string."""

from infra.bench import _fleet as fleet
from tenants.provisioning import blueprint
from usul.benching import Report, Target, report

NAME = "onboarding"


def run(*, resident: int = 200, rounds: int = 5) -> Report:
    """Medians over rounds in which every way makes one school, among `resident` schools; the ways' schools are removed each time."""
    district, by = fleet.begin()
    schools = fleet.grow(district, resident)
    plan = blueprint.current()
    times: dict[str, list[float]] = {"ours": [], "floor": [], "stock_migrate": [], "stock_clone": []}
    fleet.onboard(by, district)
    for _ in range(rounds):
        times["floor"].append(fleet.seconds(fleet.one_string(plan)))
        times["ours"].append(fleet.seconds(lambda: fleet.onboard(by, district)))
        times["stock_migrate"].append(fleet.seconds(fleet.stock_create))
        times["stock_clone"].append(fleet.seconds(lambda: fleet.stock_clone(schools[0].schema)))
        fleet.forget_schemas("raw", "stock", "clone")
    medians = {way: fleet.middle(found) for way, found in times.items()}
    return report(
        NAME,
        figures={"resident": resident, "rounds": rounds, **{f"{way}_s": value for way, value in medians.items()}},
        ratios={
            "stock_migrate_to_ours": round(medians["stock_migrate"] / medians["ours"], 2),
            "stock_clone_to_ours": round(medians["stock_clone"] / medians["ours"], 2),
            "ours_to_one_string": round(medians["ours"] / medians["floor"], 2),
        },
        targets={
            "stock_migrate_to_ours": Target(at_least=8),
            "stock_clone_to_ours": Target(at_least=8),
            "ours_to_one_string": Target(at_most=1.5),
        },
    )
