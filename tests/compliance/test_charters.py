"""Headers of charters and signatures under them, from rows to verdicts."""

from collections.abc import Iterator
from datetime import date

import pytest

from apps.acts.domain.charters import approve_charter, bring_into_force, consider_charter
from apps.calendars.queries.years import years_in_force
from apps.charters.domain.acknowledge import acknowledge
from apps.charters.models import PolicyProfile
from apps.charters.queries.policy import school_policy
from apps.compliance.queries.facts import facts_of
from apps.people.models import Person
from apps.rulebook.engine import evaluate
from tenants.context import in_school
from tenants.routing import directory
from tests import cast, stage
from usul.actors import system_actor

SEATS = (stage.DEPUTY, stage.SECRETARY, stage.HEAD, 6, 7)


@pytest.fixture
def school(db: None) -> Iterator[None]:
    found = directory.school(cast.SCHOOL_A_ID)
    assert found is not None
    with in_school(found):
        yield


def shown(check: str) -> list[tuple[str, str]]:
    [item] = years_in_force()
    found = evaluate(facts_of(item), school_policy(), cast.TODAY, only=frozenset({check}))
    return sorted((finding.subject.id, finding.shown) for finding in found)


@pytest.mark.usefixtures("school")
def test_a_header_is_complete_once_protocol_and_order_are_on_record() -> None:
    by = system_actor("tests", on=cast.TODAY)
    assert ("1:VARU", "FAIL") in [(subject, verdict) for subject, verdict in shown("CH-1")]
    draft = PolicyProfile.objects.get(pk=2)
    consider_charter(by=by, profile=draft, act_date=date(2026, 11, 12), number="3")
    signer = Person.objects.get(pk=stage.DIRECTOR)
    approve_charter(by=by, profile=draft, act_date=date(2026, 11, 13), signed_by=signer)
    bring_into_force(by=by, profile=draft, valid_from=date(2026, 11, 16))
    assert ("2:VARU", "PASS") in shown("CH-1")


@pytest.mark.usefixtures("school")
def test_signatures_are_complete_once_every_member_has_signed() -> None:
    by = system_actor("tests", on=cast.TODAY)
    in_force = PolicyProfile.objects.get(pk=1)
    for number in SEATS:
        assert [verdict for _subject, verdict in shown("AK-1")] == ["FAIL"]
        person = Person.objects.get(pk=number)
        acknowledge(by=by, profile=in_force, person=person, signed_on=date(2026, 9, 10), on_paper=True)
    assert [verdict for _subject, verdict in shown("AK-1")] == ["PASS"]
