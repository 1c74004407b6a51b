"""The twenty-two hard cases, each with the decision that the product took."""

from dataclasses import replace
from datetime import timedelta

import pytest

from apps.rulebook.engine import evaluate
from apps.rulebook.enums import ActKind, AttendanceKind, Body, CouncilKind, ItemKind, Purpose, Role, State, Verdict
from apps.rulebook.facts import (
    Act,
    Announcement,
    Association,
    Attendance,
    Council,
    CouncilMembership,
    Holding,
    Item,
    Membership,
    Person,
    Plan,
    Revision,
    Sitting,
    Spell,
    Term,
    Vote,
    YearReport,
    YearReview,
)
from apps.rulebook.module_files import module
from apps.rulebook.parameters import PARAMETERS
from tests.rulebook.conftest import TRIMESTERS, YEAR, day, judge, policy_of, school

HELD = day(3, 16)


def council(members, present, vote=None, invited=0, **more):
    """A council of so many ordered members at one sitting with one adopted decision."""
    people = [f"p{number}" for number in range(members)]
    rows = [Attendance(id=person, person=person) for person in people[:present]]
    rows += [Attendance(id=f"g{n}", person=f"guest{n}", kind=AttendanceKind.INVITED) for n in range(invited)]
    order = Act(
        id="o", kind=ActKind.ORDER, purpose=Purpose.MEMBERS, role=Role.DIRECTOR, on=day(9, 1), persons=frozenset(people)
    )
    sitting = Sitting(
        id="s",
        held_on=HELD,
        attendance=tuple(rows),
        items=(Item(id="i", adopted=True, vote=vote or Vote(yes=present)),),
    )
    return Council(
        id="c",
        acts=(order,),
        members=tuple(CouncilMembership(id=person, person=person, since=day(9, 1)) for person in people),
        sittings=(sitting,),
        **more,
    )


LEAST = {3: 2, 4: 3, 5: 4, 6: 4, 7: 5, 8: 6, 9: 6, 10: 7, 11: 8, 12: 8, 13: 9, 14: 10, 15: 10}


@pytest.mark.parametrize(("members", "least"), LEAST.items())
def test_01_quorum(members, least):
    enough = judge(school(council(members, least)), policy_of("MK"), "CN-8")
    short = judge(school(council(members, least - 1, invited=5)), policy_of("MK"), "CN-8")
    assert (enough.verdict, enough.limit, enough.values["members"]) == (Verdict.PASS, least, members)
    assert (short.shown, short.severity.value) == ("FAIL", "blocking")


def test_01_a_member_who_left_counts_until_the_order_is_changed():
    full = council(6, 4)
    left = replace(
        full, members=tuple(replace(row, until=day(1, 1)) if row.person == "p5" else row for row in full.members)
    )
    short = replace(left, sittings=(replace(left.sittings[0], attendance=left.sittings[0].attendance[:3]),))
    assert judge(school(left), policy_of("MK"), "CN-8").shown == "PASS"
    assert judge(school(short), policy_of("MK"), "CN-8").shown == "FAIL"
    five = replace(
        short,
        members=tuple(replace(row, until=day(1, 1)) if row.person in ("p4", "p5") else row for row in full.members),
    )
    assert judge(school(five), policy_of("MK"), "CN-8").shown == "FAIL*"


READINGS = [
    # members, present, votes, R1 cast, R2 yes and no, R3 present, default with star
    (7, 7, Vote(yes=4, no=3), "PASS", "PASS", "PASS", "PASS"),
    (7, 7, Vote(yes=3, no=2, abstained=2), "FAIL", "PASS", "FAIL", "FAIL*"),
    (7, 7, Vote(yes=3, no=2), "PASS", "PASS", "FAIL", "PASS*"),
    (7, 6, Vote(yes=3, no=3), "FAIL", "FAIL", "FAIL", "FAIL"),
    (7, 6, Vote(yes=3, no=0, abstained=3), "FAIL", "PASS", "FAIL", "FAIL*"),
    (7, 5, Vote(yes=3, no=1, abstained=1), "PASS", "PASS", "PASS", "PASS"),
]


@pytest.mark.parametrize(("members", "present", "vote", "cast", "yes_no", "of_present", "default"), READINGS)
def test_02_majority_readings(members, present, vote, cast, yes_no, of_present, default):
    facts = school(council(members, present, vote))
    for base, verdict in (("votes_cast", cast), ("yes_plus_no", yes_no), ("present", of_present)):
        assert judge(facts, policy_of("MK", own={"council.majority_base": base}), "CN-9").shown == verdict
    assert judge(facts, policy_of("MK"), "CN-9").shown == default


def test_02_all_members_is_never_a_reading_of_the_text():
    facts = school(council(7, 5, Vote(yes=3, no=2)))
    assert judge(facts, policy_of("MK"), "CN-9").shown == "PASS"
    assert judge(facts, policy_of("MK", own={"council.majority_base": "members"}), "CN-9").shown == "FAIL"


def test_02_members_who_cast_no_vote_star_the_quorum():
    facts = school(council(7, 5, Vote(yes=4)))
    assert judge(facts, policy_of("MK"), "CN-8").shown == "PASS*"
    assert judge(facts, policy_of("MK", own={"council.quorum_basis": "voting"}), "CN-8").shown == "FAIL"


def plan(on, role=Role.DIRECTOR, start=None):
    acts = (Act(id="a", kind=ActKind.APPROVAL, role=role, on=on),) if on else ()
    return Association(id="m", plans=(Plan(id="p", period_start=start or day(9, 1), acts=acts),))


@pytest.mark.parametrize(
    ("on", "shown"), [(day(9, 5), "PASS"), (day(9, 6), "PASS*"), (day(9, 8), "FAIL*"), (day(9, 9), "FAIL")]
)
def test_03_five_days_from_the_planned_period(on, shown):
    finding = judge(school(plan(on)), policy_of("ABDH"), "PL-3")
    assert (finding.shown, finding.limit) == (shown, day(9, 6))


def test_03_approval_before_the_start_is_in_time():
    assert judge(school(plan(day(8, 20))), policy_of("ABDH"), "PL-3").shown == "PASS"


def test_04_the_report_hangs_on_the_end_of_the_year_and_moves_with_it():
    report = YearReport(id="r", recipient=Role.DEPUTY_OTI, submitted_on=day(6, 3))
    facts = school(Association(id="m", reports=(report,)))
    moved = replace(YEAR, revisions=(Revision(id="1", end=day(5, 25), replaced_on=day(2, 24)),))
    finding = judge(replace(facts, calendar=moved), policy_of("ABDH"), "HD-6")
    assert (finding.verdict, finding.limit) == (Verdict.PASS, day(6, 3))
    assert judge(facts, policy_of("ABDH"), "HD-6").limit != YEAR.close_date


@pytest.mark.parametrize(
    ("on", "shown"), [(day(9, 1), "PASS"), (day(9, 2), "REVIEW"), (day(10, 31), "REVIEW"), (day(11, 1), "FAIL")]
)
def test_05_beginning_of_the_year_has_no_number(on, shown):
    assert judge(school(plan(on, Role.DEPUTY_OTI)), policy_of("S33U"), "PL-3").shown == shown


def test_06_a_council_silent_on_cadence_is_not_a_council_that_keeps_it():
    facts = school(council(7, 5))
    assert judge(facts, policy_of("S33C"), "CN-6").verdict is Verdict.LOST
    assert [judge(facts, policy_of("IMK"), check).verdict for check in ("CN-7", "CN-8", "CN-9")] == [Verdict.NR] * 3


def test_07_a_missed_trimester_only_warns_unless_the_members_fixed_it():
    facts = school(Council(id="c", sittings=(Sitting(id="s", held_on=day(9, 10)),)))
    assert judge(facts, policy_of("MK"), "CN-6").shown == "WARN"
    assert judge(facts, policy_of("MK", own={"council.cadence_force": "hard"}), "CN-6").shown == "FAIL"


def test_08_a_calendar_without_the_unit():
    trimesters = replace(YEAR, periods=TRIMESTERS)
    finding = judge(school(Council(id="c"), calendar=trimesters), policy_of("IMK"), "CN-6")
    assert (finding.verdict, finding.outcome) == (Verdict.CFG, "no_periods")


def test_09_fewer_than_three_in_midyear_is_a_prompt_not_an_end():
    rows = tuple(
        Membership(
            id=f"m{n}", person=f"p{n}", since=day(9, 1), subjects=frozenset({"x"}), until=day(1, 15) if n == 2 else None
        )
        for n in range(3)
    )
    facts = school(Association(id="a", subjects=frozenset({"x"}), created_on=day(9, 1), members=rows))
    assert judge(facts, policy_of("S33U"), "AS-1").shown == "PASS"
    assert judge(facts, policy_of("S33U"), "AS-2", day(1, 14)).shown == "PASS"
    assert judge(facts, policy_of("S33U"), "AS-2", day(1, 15)).shown == "WARN*"
    assert judge(facts, policy_of("S33U"), "ST-1").verdict is Verdict.FAIL


@pytest.mark.parametrize(("days", "shown"), [(6, "FAIL"), (7, "PASS*"), (8, "PASS")])
def test_10_six_days_of_notice(days, shown):
    sitting = Sitting(id="s", held_on=HELD, announcements=(Announcement(id="a", on=HELD - timedelta(days=days)),))
    facts = school(Council(id="c", sittings=(sitting,)))
    assert judge(facts, policy_of("MK"), "CN-7").shown == shown
    assert judge(facts, policy_of("IMK"), "CN-7").shown == "NR"
    assert judge(facts, policy_of("S33C"), "CN-7").shown == "LOST"
    trimester = judge(facts, policy_of("MK"), "CN-6")
    assert 3 not in trimester.values["missed"]


def test_11_retention_readings():
    assert policy_of("VARU").at(day(2, 1)).get(PARAMETERS["retention.archive_years"]).state is State.SILENT
    assert PARAMETERS["retention.archive_count_from"].alternatives == ("year_end",)


def head(*acts, **more):
    return Association(id="m", heads=(Term(id="t", person="h", since=day(9, 10), acts=acts, **more),))


ELECTED = Act(id="e", kind=ActKind.ELECTION, body=Body.ASSOCIATION, on=day(9, 5))
ORDERED = Act(id="o", kind=ActKind.ORDER, purpose=Purpose.APPOINT_HEAD, role=Role.DIRECTOR, on=day(9, 10))


def test_12_elected_and_appointed_are_two_acts():
    both, order_only = school(head(ELECTED, ORDERED)), school(head(ORDERED))
    for code in ("S33U", "VARU"):
        assert [judge(both, policy_of(code), check).shown for check in ("HD-1", "HD-2")] == ["PASS", "PASS"]
        assert [judge(order_only, policy_of(code), check).shown for check in ("HD-1", "HD-2")] == ["FAIL", "PASS"]


def test_13_an_approver_above_the_named_one():
    finding = judge(school(plan(day(9, 1))), policy_of("S33U"), "PL-1")
    assert (finding.verdict, finding.severity.value, finding.outcome) == (Verdict.FAIL, "minor", "by_superior")


def year_of_sittings(*days):
    rows = tuple(Sitting(id=f"s{n}", held_on=on, minutes_signed_on=on) for n, on in enumerate(days))
    return school(Association(id="m", created_on=day(9, 2, 2024), sittings=rows))


def test_14_the_august_sitting():
    three = [day(10, 1), day(12, 1), day(3, 1)]
    assert judge(year_of_sittings(*three, day(8, 28)), policy_of("S33U"), "ST-1").shown == "FAIL*"
    assert judge(year_of_sittings(*three, day(7, 28, 2025)), policy_of("S33U"), "ST-1").shown == "FAIL"
    assert judge(year_of_sittings(*three, day(4, 1), day(8, 28)), policy_of("S33U"), "ST-1").shown == "PASS"


def test_15_a_sitting_between_periods_counts_for_neither():
    rows = tuple(Sitting(id=f"s{n}", held_on=on) for n, on in enumerate([day(9, 10), day(11, 5), day(2, 2), day(5, 5)]))
    finding = judge(school(Council(id="c", sittings=rows)), policy_of("IMK"), "CN-6")
    assert (finding.shown, finding.values["missed"]) == ("FAIL*", (2,))
    assert [row.readings for row in finding.alternatives] == [(("period.gap_attribution", "following"),)]


@pytest.mark.parametrize(
    ("role", "school33", "variant"),
    [
        (Role.DEPUTY_OTI, "PASS", "PASS"),
        (Role.DEPUTY_UPBRINGING, "PASS", "FAIL"),
        (Role.DEPUTY_METHODICAL, "PASS", "FAIL"),
        (Role.DEPUTY, "PASS", "FAIL"),
        (Role.DIRECTOR, "FAIL", "FAIL"),
    ],
)
def test_16_which_deputy(role, school33, variant):
    words = Item(id="w", kind=ItemKind.RECOMMENDATIONS, speaker_role=role)
    body = Association(
        id="m",
        sittings=(Sitting(id="s", held_on=day(5, 26), items=(words,)),),
        reviews=(YearReview(id="r", on=day(5, 25), role=role),),
    )
    assert judge(school(body), policy_of("S33U"), "ST-5").shown == school33
    assert judge(school(body), policy_of("VARU"), "ST-5").shown == variant


def test_16_one_person_may_hold_both_offices():
    rows = tuple(
        Holding(id=role.value, person="b", role=role, since=day(9, 1))
        for role in (Role.DEPUTY_OTI, Role.DEPUTY_METHODICAL)
    )
    acts = (Act(id="a", kind=ActKind.APPROVAL, role=Role.DEPUTY_METHODICAL, person="b", on=day(9, 1)),)
    body = Association(id="m", plans=(Plan(id="p", period_start=day(9, 1), acts=acts),))
    assert judge(school(body, holdings=rows), policy_of("S33U"), "PL-1").shown == "PASS"


def test_17_no_rule_is_invented_for_vacancies():
    facts = school(Association(id="m"), Council(id="c", sittings=(Sitting(id="s", held_on=HELD),)))
    assert judge(facts, policy_of("MK"), "CN-3").verdict is Verdict.REVIEW
    assert judge(facts, policy_of("S33U"), "HD-1").verdict is Verdict.NA


def test_17_an_acting_director_is_a_director_on_the_days_of_the_order():
    acting = Holding(id="x", person="d", role=Role.DIRECTOR, since=day(9, 1), until=day(9, 4), acting=True)
    for on, shown in ((day(9, 3), "PASS"), (day(9, 4), "FAIL")):
        acts = (Act(id="a", kind=ActKind.APPROVAL, role=Role.DIRECTOR, person="d", on=on),)
        body = Association(id="m", plans=(Plan(id="p", period_start=day(9, 1), acts=acts),))
        assert judge(school(body, holdings=(acting,)), policy_of("ABDH"), "PL-1").shown == shown


def test_18_two_associations_may_be_made():
    split = PARAMETERS["association.recommended_split"]
    assert policy_of("S33U").at(day(2, 1)).get(split).value == {"upper_grades", "primary"}
    from apps.rulebook.checks import RULES

    assert not any(split in row.needs for row in RULES.values())


@pytest.mark.parametrize(
    ("since", "shown"), [(day(9, 10, 2020), "PASS"), (day(9, 11, 2020), "FAIL"), (day(9, 15, 2020), "FAIL")]
)
def test_19_exactly_five_years(since, shown):
    person = Person(id="h", spells=(Spell(id="w", since=since),))
    assert judge(school(head(ELECTED, ORDERED), people=(person,)), policy_of("ABDH"), "HD-4").shown == shown


def test_20_the_template_is_matched_by_content():
    variant = module("VARU")
    firsts = [clause.item for clause in variant.clauses if clause.printed == "IV.1"]
    assert firsts == ["wp.met.mentoring", "wp.met.mentoring_reports"]


def test_21_a_later_sitting_reopens_the_review():
    words = Item(id="w", kind=ItemKind.RECOMMENDATIONS, speaker_role=Role.DEPUTY_OTI)
    spoken = Sitting(id="s", held_on=day(5, 20), items=(words,))
    body = Association(id="m", sittings=(spoken,), reviews=(YearReview(id="r", on=day(5, 19), role=Role.DEPUTY_OTI),))
    later = replace(body, sittings=(spoken, Sitting(id="t", held_on=day(5, 29))))
    assert judge(school(body), policy_of("VARU"), "ST-5", day(5, 28)).shown == "PENDING"
    assert judge(school(body), policy_of("VARU"), "ST-5").shown == "PASS"
    assert judge(school(later), policy_of("VARU"), "ST-5").shown == "FAIL"


def test_22_the_head_of_studies_is_not_the_deputy():
    report = YearReport(id="r", recipient=Role.HEAD_OF_STUDIES, submitted_on=day(5, 30))
    facts = school(Association(id="m", reports=(report,)))
    both = policy_of("S33U", "ABDH")
    assert [judge(facts, both, check).shown for check in ("RP-1", "HD-6")] == ["PASS", "FAIL"]
    mapped = policy_of("S33U", "ABDH", own={"roles.head_of_studies_stands_for": "deputy_oti"})
    assert [judge(facts, mapped, check).shown for check in ("RP-1", "HD-6")] == ["PASS", "PASS"]


def test_a_duty_answered_with_no_is_not_required():
    facts = year_of_sittings(day(10, 1))
    policy = policy_of("S33U", own={"association.minutes": False, "association.resolutions": False})
    for check in ("ST-2", "ST-3"):
        finding = judge(facts, policy, check)
        assert (finding.verdict, finding.outcome) == (Verdict.NA, "not_required")
    kinds = {"IMK": CouncilKind.SCIENTIFIC_METHODICAL}
    quiet = policy_of("IMK", own={"council.year_end_sitting": False}, councils=kinds)
    body = Council(id="c", kind=CouncilKind.SCIENTIFIC_METHODICAL)
    assert {row.outcome for row in evaluate(school(body), quiet, YEAR.close_date, ["CN-12"])} == {"not_required"}
