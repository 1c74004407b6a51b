"""A stricter value never turns a failure into a success."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.rulebook.checks import RULES
from apps.rulebook.engine import evaluate
from apps.rulebook.enums import Verdict
from apps.rulebook.parameters import PARAMETERS, Kind, Stricter
from apps.rulebook.policy import CharterVersion, OwnValue, Policy
from apps.rulebook.scenarios import read_scenario
from tests.rulebook.conftest import SCENARIOS

CASES = [case for path in sorted(SCENARIOS.rglob("*.yaml")) for case in read_scenario(path).cases]
ORDERED = sorted(
    (row for row in PARAMETERS.values() if row.stricter is not Stricter.NONE and row.kind is not Kind.CHOICE),
    key=lambda row: row.key,
)
MODULES = ("S33U", "VARU", "ABDH", "MK", "IMK", "S33C")


def values_of(parameter):
    """Values of an ordered parameter."""
    match parameter.kind:
        case Kind.WHOLE:
            return st.integers(int(parameter.low), int(parameter.high))
        case Kind.FLAG:
            return st.booleans()
        case Kind.FRACTION:
            return st.sampled_from(
                [Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(3, 4), Fraction(1)]
            )
        case Kind.NUMBERS:
            return st.frozensets(st.integers(int(parameter.low), int(parameter.high)), max_size=4)
        case _:
            return st.frozensets(st.sampled_from(sorted(parameter.allowed)))


def with_own(policy, parameter, value):
    """The policy with one more own value."""
    [version] = policy.versions
    kept = tuple(row for row in version.own if row.parameter is not parameter)
    own = (*kept, OwnValue(parameter=parameter, value=value))
    return Policy("s", (CharterVersion(id="v", valid_from=version.valid_from, modules=version.modules, own=own),))


def verdicts(case, policy, checks):
    return {(row.check, row.subject): row.verdict for row in evaluate(case.facts, policy, case.as_of, checks)}


def checks_of(parameter):
    """Checks that read the parameter; all of them for settings, which rules read by the way."""
    return {row.id for row in RULES.values() if parameter in row.needs} or set(RULES)


def cases_of(checks):
    """Cases written for one of the checks."""
    return [case for case in CASES if any(row.check in checks for row in case.expectations)] or CASES


@pytest.mark.parametrize("parameter", ORDERED, ids=lambda row: row.key)
@settings(max_examples=40)
@given(data=st.data())
def test_stricter_is_never_kinder(parameter, data):
    checks = checks_of(parameter)
    case = data.draw(st.sampled_from(cases_of(checks)), label="case")
    code = data.draw(st.sampled_from(MODULES), label="module")
    loose, strict = data.draw(values_of(parameter)), data.draw(values_of(parameter))
    if parameter.tightens(loose, strict):
        loose, strict = strict, loose
    if not parameter.tightens(strict, loose):
        return
    before = verdicts(case, with_own(case.policies[code], parameter, loose), checks)
    after = verdicts(case, with_own(case.policies[code], parameter, strict), checks)
    turned = [key for key, verdict in before.items() if verdict is Verdict.FAIL and after.get(key) is Verdict.PASS]
    assert turned == []
