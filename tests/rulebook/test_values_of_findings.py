"""What findings carry beside the verdict: days, numbers and whom a duty is owed to, as the explanations show them."""

from datetime import date

from apps.rulebook.engine import evaluate
from apps.rulebook.enums import Role
from apps.rulebook.facts import Association, Person, Spell, Term, Visit, YearReport
from apps.rulebook.policy import CharterVersion, Policy
from apps.rulebook.policy.questions import version_questions
from tests.rulebook.conftest import CLOSE, day, policy_of, school


def only(check, facts, policy, as_of=CLOSE):
    [finding] = [row for row in evaluate(facts, policy, as_of, [check]) if row.outcome != "nothing"]
    return finding


def test_a_late_report_tells_its_day_and_its_recipient():
    report = YearReport(id="r", recipient=Role.DEPUTY_OTI, submitted_on=day(6, 20))
    facts = school(Association(id="a", created_on=day(9, 1), reports=(report,)))
    found = only("HD-6", facts, policy_of("ABDH"))
    assert (found.values["on"], found.values["to"], found.values["got"]) == (
        day(6, 20),
        Role.DEPUTY_OTI,
        Role.DEPUTY_OTI,
    )


def test_criticism_during_a_lesson_tells_its_day():
    head = Term(id="t", person="p", since=day(9, 1))
    visit = Visit(id="v", visitor="p", on=day(10, 7), criticised=True)
    facts = school(Association(id="a", created_on=day(9, 1), heads=(head,), visits=(visit,)))
    found = only("HD-7", facts, policy_of("ABDH"))
    assert (found.outcome, found.values["on"]) == ("criticism", day(10, 7))


def test_years_of_work_are_told_to_the_day():
    head = Term(id="t", person="p", since=date(2025, 9, 10))
    person = Person(id="p", spells=(Spell(id="s", since=date(2020, 10, 15)),))
    facts = school(Association(id="a", created_on=day(9, 1), heads=(head,)), people=(person,))
    found = only("HD-4", facts, policy_of("ABDH"))
    assert [found.values[name] for name in ("years", "months", "days")] == [4, 10, 26]


def test_two_versions_on_one_day_name_the_later_one():
    rows = tuple(CharterVersion(id=name, valid_from=start) for name, start in (("v1", day(9, 1)), ("v2", day(10, 1))))
    [problem] = version_questions(Policy("school", rows), day(9, 15))
    assert (problem.code, problem.about) == ("policy.two_versions", "v2")
