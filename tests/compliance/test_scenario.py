"""A school's year leaves as a scenario; on a desk, without the school, it gives the same verdicts."""

from datetime import date

import pytest

from apps.compliance.kept import KEPT_CHECKS
from apps.compliance.models import Finding
from apps.compliance.queries.scenario import school_scenario
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.people.models import Person
from apps.rulebook.scenarios import run_scenario, scenario_of
from tests import cast
from tests.compliance.conftest import evaluated

pytestmark = pytest.mark.usefixtures("school")


def test_the_verdicts_are_reproduced(by: Actor) -> None:
    words = school_scenario(by=by, name="school-a", year=None, as_of=cast.TODAY)
    scenario = scenario_of(words.encode(), "school-a.yaml")
    assert run_scenario(scenario) == []
    [case] = scenario.cases
    assert {row.check for row in case.expectations} == KEPT_CHECKS
    evaluated()
    for row in case.expectations:
        stored = Finding.objects.filter(check_id=row.check, superseded_on__isnull=True)
        assert row.expected.split()[0].rstrip("*") in {finding.verdict.value for finding in stored}


def test_no_name_leaves(by: Actor) -> None:
    words = school_scenario(by=by, name="school-a", year="2026", as_of=date(2027, 8, 31))
    for person in Person.objects.all():
        assert person.family_name not in words


def test_a_year_the_calendar_does_not_know(by: Actor) -> None:
    with pytest.raises(Fault) as refused:
        school_scenario(by=by, name="school-a", year="1999", as_of=cast.TODAY)
    assert refused.value.code == "calendar.no_such_year"
