"""A closed year stays as it was: what is done for it later is too late, and no verdict of it gets better."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta

import pytest

from apps.rulebook.checks import RULES
from apps.rulebook.checks.base import Due
from apps.rulebook.engine import evaluate
from apps.rulebook.enums import CouncilKind, PeriodUnit, Verdict
from apps.rulebook.facts import Calendar, Council, Revision
from apps.rulebook.rehearsal import rehearse
from apps.rulebook.scenarios import read_scenario
from tests.rulebook.conftest import SCENARIOS, YEAR, day, policy_of, school

FILES = sorted(SCENARIOS.rglob("*.yaml"))
# deeds with a day of their own, which the close of a year does not end
OWN_DAYS = (Due.RETENTION, Due.ACT, Due.USE)


def postponed(value, close, days):
    """The same facts with every deed of the year's last months `days` later than the close; the calendar stays."""
    if isinstance(value, Calendar):
        return value
    if is_dataclass(value):
        return replace(value, **{row.name: postponed(getattr(value, row.name), close, days) for row in fields(value)})
    if isinstance(value, tuple):
        return tuple(postponed(row, close, days) for row in value)
    if isinstance(value, date) and close - timedelta(days=150) <= value <= close:
        return close + timedelta(days=days)
    return value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_deed_after_the_close_mends_nothing(path):
    seen = 0
    for case in read_scenario(path).cases:
        calendar = case.facts.calendar
        if calendar is None:
            continue
        for policy in case.policies.values():
            facts = postponed(case.facts, calendar.close_date, 10)
            at_close = {(row.check, row.subject): row for row in evaluate(facts, policy, calendar.close_date)}
            for row in evaluate(facts, policy, calendar.close_date + timedelta(days=60)):
                before = at_close.get((row.check, row.subject))
                if before is None or RULES[row.check].due in OWN_DAYS or before.verdict is Verdict.PENDING:
                    continue
                seen += 1
                assert row.verdict is before.verdict, (case.name, row, before)
    assert seen


def test_a_closed_period_asks_for_no_sitting_again():
    """Quarter 1 was over when it was lengthened into days to come: what if tells of no sitting that became due."""
    council = Council(id="c", kind=CouncilKind.SCIENTIFIC_METHODICAL)
    policy = policy_of("IMK")
    longer = tuple(
        replace(row, end=day(11, 8)) if (row.unit, row.number) == (PeriodUnit.QUARTER, 1) else row
        for row in YEAR.periods
    )
    for replaced_on, due in ((day(11, 1), []), (day(10, 31), [day(11, 8)])):
        before = Revision(id="1", end=YEAR.end, replaced_on=replaced_on, periods=YEAR.periods)
        revised = replace(YEAR, periods=longer, revisions=(before,))
        found = rehearse((school(council), policy), (school(council, calendar=revised), policy), replaced_on, ["CN-6"])
        assert [row.by for row in found.newly_due] == due
