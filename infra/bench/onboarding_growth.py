"""Onboarding one school among many and among few: the time must not grow with the number of schools."""

from infra.bench import _fleet as fleet
from tenants.provisioning import blueprint
from usul.benching import Report, Target, report

NAME = "onboarding-growth"


def run(*, few: int = 20, many: int = 500, rounds: int = 9) -> Report:
    """Medians among `few` and among `many` schools; the same statements as one string beside them tell how the machine fared."""
    district, by = fleet.begin()
    plan = blueprint.current()
    figures: dict[str, float] = {"few": few, "many": many, "rounds": rounds}
    for name, size in (("few", few), ("many", many)):
        fleet.grow(district, size)
        fleet.onboard(by, district)
        ours, floor = [], []
        for _ in range(rounds):
            floor.append(fleet.seconds(fleet.one_string(plan)))
            ours.append(fleet.seconds(lambda: fleet.onboard(by, district)))
        fleet.forget_schemas("raw")
        figures |= {f"{name}_s": fleet.middle(ours), f"{name}_one_string_s": fleet.middle(floor)}
    return report(
        NAME,
        figures=figures,
        ratios={
            "many_to_few": round(figures["many_s"] / figures["few_s"], 2),
            "one_string_many_to_few": round(figures["many_one_string_s"] / figures["few_one_string_s"], 2),
        },
        targets={"many_to_few": Target(at_most=1.3)},
    )
