"""Short ways to a calendar, a policy and a finding, shared by the rulebook's tests."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings

from apps.rulebook.engine import evaluate
from apps.rulebook.enums import CouncilKind, PeriodUnit
from apps.rulebook.facts import Association, Calendar, Council, Period, SchoolYear
from apps.rulebook.findings import Finding, worst
from apps.rulebook.module_files import module
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.policy import CharterVersion, ModuleUse, OwnValue, Policy
from apps.rulebook.scenarios import Case

settings.register_profile("rulebook", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.load_profile("rulebook")

SCENARIOS = Path(__file__).parent / "scenarios"
LONG_AGO = date(1900, 1, 1)
COLUMNS = ("S33U", "S33C", "VARU", "ABDH", "MK", "IMK")


def day(month: int, number: int, year: int | None = None) -> date:
    """A day of the school year 2025/26; months from August on lie in 2025."""
    return date(year or (2025 if month > 7 else 2026), month, number)


def span(unit: PeriodUnit, number: int, start: date, end: date) -> Period:
    return Period(id=f"{unit.value[0].upper()}{number}", unit=unit, number=number, start=start, end=end)


QUARTERS = (
    span(PeriodUnit.QUARTER, 1, day(9, 1), day(10, 31)),
    span(PeriodUnit.QUARTER, 2, day(11, 10), day(12, 30)),
    span(PeriodUnit.QUARTER, 3, day(1, 12), day(2, 28)),
    span(PeriodUnit.QUARTER, 4, day(3, 9), day(5, 29)),
)
TRIMESTERS = (
    span(PeriodUnit.TRIMESTER, 1, day(9, 1), day(11, 29)),
    span(PeriodUnit.TRIMESTER, 2, day(12, 1), day(2, 28)),
    span(PeriodUnit.TRIMESTER, 3, day(3, 2), day(5, 29)),
)
CLOSE = day(8, 31, 2026)
YEAR = Calendar(
    id="2025/26",
    start=day(9, 1),
    end=day(5, 29),
    close_date=CLOSE,
    periods=QUARTERS + TRIMESTERS,
    days_off=frozenset({day(5, 27)}),
)


def policy_of(*codes: str, own: dict[str, Any] | None = None, councils: dict[str, CouncilKind] | None = None) -> Policy:
    """A policy of modules and own values, in force since long ago; S33U brings its register."""
    values = tuple(
        OwnValue(parameter=PARAMETERS[key], value=None if raw is None else PARAMETERS[key].read(raw))
        for key, raw in (own or {}).items()
    )
    bound = councils or {}
    listed = (*codes, *(["S33H"] if "S33U" in codes and "S33H" not in codes else []))
    uses = tuple(ModuleUse(module(code), frozenset({bound[code]}) if code in bound else frozenset()) for code in listed)
    return Policy("school", (CharterVersion(id="v1", valid_from=LONG_AGO, modules=uses, own=values),))


def school(*bodies: Association | Council, **more: Any) -> SchoolYear:
    """A school-year with these bodies in the test calendar."""
    return SchoolYear(
        id="school",
        **(
            {
                "calendar": YEAR,
                "associations": tuple(row for row in bodies if isinstance(row, Association)),
                "councils": tuple(row for row in bodies if isinstance(row, Council)),
            }
            | more
        ),
    )


def expected_checks(case: Case) -> Iterator[tuple[Policy, set[str]]]:
    """The policies and checks a case of a scenario speaks of."""
    for profile in sorted({row.profile for row in case.expectations}):
        yield case.policies[profile], {row.check for row in case.expectations if row.profile == profile}


def findings_of(case: Case) -> list[Finding]:
    """The findings a case of a scenario speaks of."""
    return [
        finding
        for policy, checks in expected_checks(case)
        for finding in evaluate(case.facts, policy, case.as_of, checks)
    ]


def judge(facts: SchoolYear, policy: Policy, check: str, as_of: date = CLOSE) -> Finding:
    """The worst finding of one check."""
    finding = worst(evaluate(facts, policy, as_of, [check]))
    assert finding is not None
    return finding
