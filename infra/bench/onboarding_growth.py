"""Onboarding one school among many and among few: the time must not grow with the number of schools."""

from infra.bench import _fleet as fleet
from infra.bench._rounds import Rounds
from tenants.provisioning import compilation
from usul.benching import Report, Target, report

NAME = "onboarding-growth"


def run(*, few: int = 20, many: int = 500, rounds: int = 15, minutes: int = 9) -> Report:
    """Medians among `few` and among `many` schools; the same statements as one string beside them tell how the machine fared."""
    district, by = fleet.begin()
    clock = Rounds(minutes)
    plan = compilation.current()
    figures: dict[str, float] = {"few": few, "many": many}
    for name, size in (("few", few), ("many", many)):
        fleet.grow(district, size, clock.tell)
        fleet.settle()
        fleet.onboard(by, district)

        def once(name: str = name) -> None:
            clock.time(f"{name}_one_string", fleet.one_string(plan))
            clock.time(name, lambda: fleet.onboard(by, district))

        figures[f"{name}_rounds"] = clock.repeat(rounds, once)
        fleet.forget_schemas("raw")
        figures |= {f"{name}_s": clock.middle(name), f"{name}_one_string_s": clock.middle(f"{name}_one_string")}
    return report(
        NAME,
        figures=figures,
        ratios={
            "many_to_few": round(figures["many_s"] / figures["few_s"], 2),
            "one_string_many_to_few": round(figures["many_one_string_s"] / figures["few_one_string_s"], 2),
        },
        targets={"many_to_few": Target(at_most=1.3)},
    )
