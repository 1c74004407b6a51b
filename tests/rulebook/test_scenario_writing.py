"""A school's records leave as a scenario and come back the same."""

from dataclasses import replace
from datetime import date

import pytest

from apps.rulebook.engine import evaluate
from apps.rulebook.enums import CouncilKind, Layer
from apps.rulebook.facts import Association
from apps.rulebook.fingerprint import fingerprint
from apps.rulebook.parameters.associations import SITTINGS_MIN_PER_YEAR
from apps.rulebook.parameters.councils import AGENDA_NOTICE_DAYS, COUNCIL_CADENCE, QUORUM_FRACTION
from apps.rulebook.policy import Bound, CharterVersion, FrameValue, OwnValue, Policy, Source, Winner
from apps.rulebook.scenarios import read_scenario, run_scenario, scenario_of, write_scenario
from infra.bench import rulebook as bench
from tests.rulebook.conftest import CLOSE, SCENARIOS, day, policy_of, school


def written(facts, policy, as_of=CLOSE):
    return write_scenario(
        name="S33", title="№33 мектеп", facts=facts, policy=policy, as_of=as_of, findings=evaluate(facts, policy, as_of)
    )


def read_back(words):
    return scenario_of(words.encode(), "school.yaml")


@pytest.mark.parametrize("path", sorted(SCENARIOS.rglob("*.yaml")), ids=lambda path: path.stem)
def test_scenarios_survive_writing(path):
    for case in read_scenario(path).cases[:6]:
        policy = case.policies["S33U"]
        again = read_back(written(case.facts, policy, case.as_of))
        [back] = again.cases
        assert replace(back.facts, id="x", calendar=replace(back.facts.calendar, id="x")) == replace(
            case.facts, id="x", calendar=replace(case.facts.calendar, id="x")
        )
        assert run_scenario(again) == []


def test_a_busy_school_survives_writing():
    facts, policy = bench.school_year(), bench.school_policy()
    words = written(facts, policy)
    assert "№33 мектеп" in words
    again = read_back(words)
    assert run_scenario(again) == []
    [case] = again.cases
    assert len(case.expectations) == 68
    assert fingerprint(replace(case.facts, id="bench", calendar=facts.calendar)) == fingerprint(facts)
    view, back = policy.at(day(2, 1)), case.policies["school"].at(day(2, 1))
    assert [row.code for row in view.modules()] == [row.code for row in back.modules()]
    assert len(words) < 800_000


def test_a_policy_with_everything_survives_writing():
    versions = (
        CharterVersion(
            id="v1",
            valid_from=date(2022, 8, 30),
            valid_until=day(1, 1),
            modules=policy_of("S33U", "MK", "IMK", councils={"MK": CouncilKind.METHODICAL}).versions[0].modules,
            own=(
                OwnValue(parameter=QUORUM_FRACTION, value=QUORUM_FRACTION.read("3/4")),
                OwnValue(parameter=AGENDA_NOTICE_DAYS, value=5, council=CouncilKind.SCIENTIFIC_METHODICAL),
                OwnValue(parameter=SITTINGS_MIN_PER_YEAR, value=None),
            ),
            winners=(
                Winner(parameter=COUNCIL_CADENCE, module="IMK"),
                Winner(parameter=COUNCIL_CADENCE, module="MK", council=CouncilKind.METHODICAL),
            ),
            act="Order 5",
            adopted_on=date(2022, 8, 29),
        ),
        CharterVersion(id="v2", valid_from=day(1, 1)),
    )
    frame = FrameValue(
        id="floor",
        layer=Layer.NATIONAL,
        bound=Bound.FLOOR,
        parameter=SITTINGS_MIN_PER_YEAR,
        value=3,
        valid_from=date(2020, 1, 1),
        valid_until=date(2030, 1, 1),
        grace_until=date(2021, 1, 1),
        source=Source(
            act="Order 1", article="art. 2", url="https://example.org/1", verified_on=day(1, 1), verified_by="officer"
        ),
    )
    facts, policy = school(Association(id="a", created_on=day(9, 2))), Policy("school", versions, (frame,))
    [case] = read_back(written(facts, policy)).cases
    back = case.policies["school"]
    assert back.frame == policy.frame
    for version, again in zip(policy.versions, back.versions, strict=True):
        assert [(use.module.code, use.councils) for use in version.modules] == [
            (use.module.code, use.councils) for use in again.modules
        ]
        for name in ("id", "valid_from", "valid_until", "act", "adopted_on"):
            assert getattr(version, name) == getattr(again, name)
        assert set(version.own) == set(again.own)
        assert set(version.winners) == set(again.winners)


def test_no_default_is_written():
    words = written(school(Association(id="a")), policy_of("S33U"))
    assert "members" not in words
    assert "dissolved_on" not in words
    assert "a: {}" in words
