"""Which of several records counts, and by which day: what changes by lot had shown to be unasserted."""

from dataclasses import replace
from datetime import date

from apps.rulebook.checks.case import Case
from apps.rulebook.checks.index import Index
from apps.rulebook.checks.papers import charter_in_force
from apps.rulebook.checks.targets.associations import plan_day
from apps.rulebook.enums import ActKind, AssociationKind, Body, CouncilKind, Purpose, Role, State, Verdict
from apps.rulebook.facts import Act, Association, CharterPaper, Council, Participation, Plan
from apps.rulebook.parameters.associations import MIN_MEMBERS
from apps.rulebook.parameters.settings import PREPARATORY_DAYS
from apps.rulebook.policy import Bound, Policy, questions
from tests.rulebook.conftest import CLOSE, YEAR, day, judge, policy_of, school
from tests.rulebook.policies import frame, version

BODY = Association(id="a", kind=AssociationKind.SUBJECT, created_on=day(9, 10))


def test_numbers_are_measured_by_the_order_and_not_by_the_day_of_creation() -> None:
    """S33U 1.2: the decision is in time for the order, although the association works from a later day on."""
    decided = Act(id="n", kind=ActKind.DECISION, on=day(9, 5), purpose=Purpose.NUMBERS, body=Body.PEDAGOGICAL_COUNCIL)
    order = Act(id="o", kind=ActKind.ORDER, on=day(9, 1), purpose=Purpose.CREATE, role=Role.DIRECTOR)
    alone, ordered = replace(BODY, acts=(decided,)), replace(BODY, acts=(decided, order))
    assert judge(school(alone), policy_of("S33U"), "AS-4").outcome == "decided"
    found = judge(school(ordered), policy_of("S33U"), "AS-4")
    assert (found.outcome, found.limit) == ("after_order", day(9, 1))


def test_a_plan_is_judged_by_the_charter_of_its_approval() -> None:
    acts = tuple(
        Act(id=kind.value, kind=kind, on=on, role=Role.DIRECTOR)
        for kind, on in (
            (ActKind.CONSENT, day(9, 5)),
            (ActKind.APPROVAL, day(10, 10)),
            (ActKind.APPROVAL, day(8, 31, 2027)),
        )
    )
    plan = Plan(id="p", period_start=YEAR.start, acts=acts)
    assert plan_day(Index(school(BODY), YEAR, CLOSE), plan) == day(10, 10)


def test_the_latest_of_two_charters_counts() -> None:
    council = Council(id="c", kind=CouncilKind.METHODICAL)
    rows = tuple(
        CharterPaper(id=key, module="MK", body="c", in_force_on=on) for key, on in (("z", day(9, 1)), ("a", day(10, 1)))
    )
    index = Index(school(council, charters=rows), YEAR, CLOSE)
    view = policy_of("MK").at(CLOSE, CouncilKind.METHODICAL)
    found = charter_in_force(Case(index, view, {}), council, CLOSE)
    assert found is not None
    assert found.id == "a"


def test_records_are_told_in_their_order() -> None:
    rows = tuple(Participation(id=key, created_by=Body.ASSOCIATION, created_on=day(10, 1)) for key in ("q", "b", "k"))
    found = judge(school(replace(BODY, participation=rows)), policy_of("S33U"), "MT-5")
    assert (found.verdict, found.facts) == (Verdict.PASS, ("b", "k", "q"))


def test_a_question_says_what_it_is_about() -> None:
    ended = replace(frame(Bound.DEFAULT, PREPARATORY_DAYS, 31), id="f7", valid_until=date(2026, 1, 1))
    policy = Policy("s", (version("ABDH"),), (ended,))
    assert [row.about for row in questions(policy, date(2026, 6, 1)) if row.code == "policy.ended"] == ["f7"]
    missing = policy.at(date(1899, 1, 1)).get(MIN_MEMBERS)
    assert (missing.state, missing.parameter) == (State.MISSING, MIN_MEMBERS)
