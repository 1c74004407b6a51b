"""Which of several records counts, and by which day: what changes by lot had shown to be unasserted."""

from dataclasses import replace
from datetime import date

import pytest

from apps.rulebook.catalogues import PaperKind, SeminarKind
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.index import Index
from apps.rulebook.checks.papers import charter_in_force
from apps.rulebook.checks.targets.associations import heads, plan_day
from apps.rulebook.engine import evaluate
from apps.rulebook.enums import (
    ActKind,
    AssociationKind,
    Body,
    CouncilKind,
    Layer,
    PeriodUnit,
    Purpose,
    Role,
    State,
    Verdict,
)
from apps.rulebook.facts import (
    Act,
    Association,
    Attendance,
    Cadence,
    CharterPaper,
    Council,
    CouncilMembership,
    Folder,
    Item,
    MentoringPair,
    Participation,
    Plan,
    PlanItem,
    Resolution,
    Schedule,
    Seminar,
    Sitting,
    Term,
    Visit,
    Vote,
)
from apps.rulebook.module_files import module
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.parameters.associations import MIN_MEMBERS
from apps.rulebook.parameters.councils import AGENDA_NOTICE_DAYS
from apps.rulebook.parameters.settings import PREPARATORY_DAYS
from apps.rulebook.policy import Bound, ModuleUse, OwnValue, Policy, Winner, conflicts, questions
from tests.rulebook.conftest import CLOSE, YEAR, day, judge, policy_of, school
from tests.rulebook.policies import MK, frame, version

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
    national = replace(frame(Bound.CEILING, PREPARATORY_DAYS, 10, Layer.NATIONAL), id="n")
    wide = replace(frame(Bound.DEFAULT, PREPARATORY_DAYS, 31), id="d")
    first = version("MK", id="a", valid_until=date(2026, 3, 1))
    second = version("MK", id="b", valid_from=date(2026, 4, 1))
    about = {row.code: row.about for row in questions(Policy("s", (first, second), (national, wide)), date(2026, 4, 1))}
    assert (about["policy.district_outside"], about["policy.gap"]) == ("d", "b")
    missing = policy.at(date(1899, 1, 1)).get(MIN_MEMBERS)
    assert (missing.state, missing.parameter) == (State.MISSING, MIN_MEMBERS)


def test_several_records_of_a_kind_are_told_in_the_order_of_their_ids() -> None:
    on, keys = day(10, 1), ("q", "b", "k")
    sitting = Sitting(id="s", held_on=on, resolutions=tuple(Resolution(id=key) for key in keys))
    council = Council(id="c", kind=CouncilKind.METHODICAL, sittings=(sitting,))
    pairs = tuple(MentoringPair(id=key) for key in keys)
    folders = tuple(Folder(id=key, kind=PaperKind.MINUTES, year_end=date(2022, 6, 8)) for key in keys)
    facts = school(replace(BODY, pairs=pairs), council, folders=folders)
    policy = policy_of("S33U", "MK")
    for check in ("CN-15", "MT-3", "AR-1"):
        assert [row.subject.id for row in evaluate(facts, policy, CLOSE, [check])] == ["b", "k", "q"]


def test_what_is_made_on_the_day_of_evaluation_is_seen() -> None:
    on = day(10, 1)
    made = replace(BODY, schedules=(Schedule(id="s", made_on=on),))
    assert judge(school(made), policy_of("S33U"), "PL-7", on).outcome == "kept"
    order = Act(id="o", kind=ActKind.ORDER, on=on, purpose=Purpose.APPOINT_HEAD, role=Role.DIRECTOR)
    headed = replace(BODY, heads=(Term(id="t", person="p", since=day(9, 12), acts=(order,)),))
    assert [(row.on, row.deed) for row in heads(Index(school(headed), YEAR, on))] == [(on, True)]
    seminar = Seminar(id="p", kind=SeminarKind.PRACTICAL, held_on=YEAR.start, open_lessons=1, events=1)
    assert judge(school(replace(BODY, seminars=(seminar,))), policy_of("S33U"), "ST-4").outcome == "held"


def test_each_sitting_has_its_own_members_present() -> None:
    persons = frozenset({"p1", "p2", "p3"})
    order = Act(id="o", kind=ActKind.ORDER, on=day(9, 1), purpose=Purpose.MEMBERS, role=Role.DIRECTOR, persons=persons)
    sittings = tuple(
        Sitting(
            id=f"s{count}",
            held_on=day(10, count),
            items=(Item(id=f"i{count}", adopted=True),),
            attendance=tuple(Attendance(id=f"{count}-{one}", person=one) for one in sorted(persons)[:count]),
        )
        for count in (1, 2, 3)
    )
    council = Council(id="c", acts=(order,), sittings=sittings)
    found = evaluate(school(council), policy_of("MK"), CLOSE, ["CN-8"])
    assert [row.values["count"] for row in found] == [1, 2, 3]


def test_a_period_that_ends_on_the_day_of_the_members_resolution_is_no_longer_the_charters() -> None:
    """MK 7.4: the trimester of the charter ends on the day on which the members resolve to sit in quarters."""
    days = (day(12, 10), day(2, 10), day(5, 20))
    sittings = tuple(Sitting(id=on.isoformat(), held_on=on) for on in days)
    for resolved, verdict in ((day(11, 29), Verdict.PASS), (day(11, 30), Verdict.WARN)):
        cadence = Cadence(id="k", unit=PeriodUnit.QUARTER, least=1, decided_on=resolved)
        council = Council(id="c", sittings=sittings, cadences=(cadence,))
        assert judge(school(council), policy_of("MK"), "CN-6").verdict is verdict


def test_an_association_under_its_own_head_alone_and_a_lost_clause() -> None:
    policy = policy_of("VARU", own={"association.controlled_by": ["association_head"]})
    assert judge(school(BODY), policy, "AS-7").verdict is Verdict.LOST


def test_the_choice_of_a_person_belongs_to_its_conflict() -> None:
    """Two documents for one council: a conflict has the choice made for it, and none made for something else."""
    uses = tuple(ModuleUse(module(code), frozenset({MK})) for code in ("MK", "IMK"))
    cadence, chair = PARAMETERS["council.sitting_cadence"], PARAMETERS["council.chair.office"]
    winners = (Winner(parameter=chair, module="MK", council=MK), Winner(parameter=cadence, module="IMK"))
    found = {row.parameter: row for row in conflicts(version(modules=uses, winners=winners))}
    assert (found[cadence].council, found[cadence].winner) == (None, winners[1])
    assert (found[chair].council, found[chair].winner) == (None, None)


def test_a_value_that_no_gate_made_sure_of_is_named() -> None:
    view = policy_of("S33U").at(CLOSE, CouncilKind.METHODICAL)
    with pytest.raises(LookupError, match=r"council\.agenda_notice_days was read without a gate"):
        Case(Index(school(BODY), YEAR, CLOSE), view, {}).value(AGENDA_NOTICE_DAYS)


def test_who_was_in_the_room_at_a_decision_goes_before_the_attendance() -> None:
    """MK 7.7: four of seven came, five were in the room when it was decided."""
    persons = frozenset(f"p{number}" for number in range(7))
    order = Act(id="o", kind=ActKind.ORDER, on=day(9, 1), purpose=Purpose.MEMBERS, role=Role.DIRECTOR, persons=persons)
    came = tuple(Attendance(id=one, person=one) for one in sorted(persons)[:4])
    item = Item(id="i", adopted=True, vote=Vote(yes=4, no=1), present=frozenset(sorted(persons)[:5]))
    sitting = Sitting(id="s", held_on=day(10, 1), items=(item,), attendance=came)
    facts = school(Council(id="c", acts=(order,), sittings=(sitting,)))
    assert [judge(facts, policy_of("MK"), check).verdict for check in ("CN-8", "CN-9")] == [Verdict.PASS] * 2
    unnoted = replace(sitting, attendance=(), items=(replace(item, present=None),))
    facts = school(Council(id="c", acts=(order,), sittings=(unnoted,)))
    voting = policy_of("MK", own={"council.quorum_basis": "voting"})
    assert judge(facts, voting, "CN-9").outcome == "not_recorded"


def test_an_order_about_something_else_appoints_nobody() -> None:
    acts = (
        Act(id="a", kind=ActKind.ORDER, on=day(9, 1), purpose=Purpose.MEMBERS, role=Role.DIRECTOR),
        Act(id="b", kind=ActKind.ORDER, on=day(9, 20), purpose=Purpose.APPOINT_HEAD, role=Role.DIRECTOR),
    )
    headed = replace(BODY, heads=(Term(id="t", person="p", since=day(9, 10), acts=acts),))
    assert judge(school(headed), policy_of("S33U"), "HD-2").facts == ("t", "b")


def test_the_next_line_of_a_plan_is_told_and_not_all_that_follow() -> None:
    items = tuple(PlanItem(id=f"i{month}", due_on=day(month, 1)) for month in (12, 11))
    planned = replace(BODY, plans=(Plan(id="p", period_start=YEAR.start, items=items),))
    assert judge(school(planned), policy_of("S33U"), "PL-9", day(10, 1)).facts == ("i11",)


def test_visits_are_those_of_the_head_of_that_day() -> None:
    visits = tuple(Visit(id=f"v{month}", visitor="p", on=day(month, 1), entered_late=True) for month in (9, 10, 11))
    headed = replace(BODY, heads=(Term(id="t", person="p", since=day(9, 15), until=day(11, 1)),), visits=visits)
    found = evaluate(school(headed), policy_of("ABDH"), day(10, 1), ["HD-7"])
    assert [row.subject.id for row in found] == ["v10"]
    found = evaluate(school(headed), policy_of("ABDH"), CLOSE, ["HD-7"])
    assert [row.subject.id for row in found] == ["v10"]


def test_a_value_says_where_it_is_from() -> None:
    view = policy_of("S33U").at(CLOSE)
    [source] = view.get(MIN_MEMBERS).sources
    assert (source.module, source.printed) == ("S33U", "1.2")
    approver = PARAMETERS["plan.approver"]
    settled = version("S33U", "ABDH", winners=(Winner(parameter=approver, module="ABDH"),))
    picked = Policy("s", (settled,)).at(CLOSE).get(approver)
    assert [(row.module, row.printed) for row in picked.sources] == [("ABDH", "5.1")]
    default = view.get(PREPARATORY_DAYS)
    assert (default.parameter, default.value) == (PREPARATORY_DAYS, 0)
    stale = replace(frame(Bound.DEFAULT, PREPARATORY_DAYS, 31), id="f9")
    outside = replace(frame(Bound.FLOOR, MIN_MEMBERS, 5), id="f1")
    own = (OwnValue(parameter=MIN_MEMBERS, value=2),)
    policy = Policy("s", (version("S33U", own=own),), (stale, outside))
    found = {row.code: row.about for row in questions(policy, date(2028, 1, 1))}
    assert found["policy.stale"] in ("f9", "f1")
    assert found["frame.floor"] == MIN_MEMBERS.key


def test_each_council_has_its_own_members() -> None:
    """MK 7.2: two councils sit on one day, and only the second one has a member without an order."""
    on = day(10, 1)
    order = Act(
        id="o", kind=ActKind.ORDER, on=day(9, 1), purpose=Purpose.MEMBERS, role=Role.DIRECTOR, persons=frozenset("a")
    )
    councils = tuple(
        Council(
            id=key,
            acts=(order,),
            members=(CouncilMembership(id=key, person=person, since=day(9, 1)),),
            sittings=(Sitting(id=f"{key}-s", held_on=on),),
        )
        for key, person in (("c1", "a"), ("c2", "b"))
    )
    found = evaluate(school(*councils), policy_of("MK"), CLOSE, ["CN-2"])
    assert [(row.subject.id, row.verdict) for row in found] == [("c1-s", Verdict.PASS), ("c2-s", Verdict.FAIL)]
