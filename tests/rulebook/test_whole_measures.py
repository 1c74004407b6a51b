"""What a rule tells, whole: outcome, limit, records and values of each line of its table."""

import pytest

from apps.rulebook.catalogues import Contest, NominationKind
from apps.rulebook.engine import evaluate
from apps.rulebook.enums import (
    ActKind,
    AssociationKind,
    Body,
    CouncilKind,
    ItemKind,
    MemberCategory,
    Purpose,
    Role,
)
from apps.rulebook.facts import (
    Act,
    Announcement,
    Association,
    Attendance,
    Council,
    CouncilMembership,
    Item,
    Membership,
    MonthlyPlan,
    Nomination,
    Plan,
    Sitting,
    Term,
    Vote,
)
from tests.rulebook.conftest import CLOSE, day, policy_of, school

SUBMITTERS = (Role.DEPUTY_OTI, Role.DEPUTY_SCI_METHODICAL)
START = day(9, 1)
MONTHS = tuple(day(number, 1) for number in (9, 10, 11, 12, 1, 2, 3, 4, 5))


def told(check, facts, policy, as_of=CLOSE):
    """Everything one finding says besides its verdict."""
    [row] = evaluate(facts, policy, as_of, [check])
    return row.outcome, row.limit, row.facts, dict(row.values)


def act(key, kind, on, **more):
    return Act(id=key, kind=kind, on=on, **more)


def association(**more):
    return school(Association(**({"id": "a", "created_on": day(9, 3), "subjects": frozenset({"m"})} | more)))


def teachers(*names):
    return tuple(Membership(id=name, person=name, since=day(9, 1), subjects=frozenset({"m"})) for name in names)


@pytest.mark.parametrize(
    ("more", "as_of", "wanted"),
    [
        (
            {"members": teachers("y", "x", "z")},
            CLOSE,
            ("enough", 3, ("x", "y", "z"), {"count": 3, "least": 3, "on": day(9, 3)}),
        ),
        (
            {"members": teachers("y", "x")},
            CLOSE,
            ("too_few", 3, ("x", "y"), {"count": 2, "least": 3, "on": day(9, 3)}),
        ),
        (
            {"kind": AssociationKind.TUTORS},
            CLOSE,
            ("not_subject_teachers", None, (), {"kind": AssociationKind.TUTORS}),
        ),
        ({"subjects": frozenset()}, CLOSE, ("areas_unknown", 3, (), {"least": 3})),
        ({}, day(9, 2), ("not_created", 3, (), {"least": 3})),
        ({"created_on": None}, CLOSE, ("not_created", 3, (), {"least": 3})),
    ],
)
def test_teachers_at_creation(more, as_of, wanted):
    assert told("AS-1", association(**more), policy_of("S33U"), as_of) == wanted


def order(purpose=Purpose.CREATE, role=Role.DIRECTOR):
    return act("o", ActKind.ORDER, day(9, 3), purpose=purpose, role=role)


def submission(on, role=Role.DEPUTY_OTI, purpose=Purpose.CREATE):
    return act("s", ActKind.SUBMISSION, on, purpose=purpose, role=role)


ORDERED = {"order": day(9, 3), "by": SUBMITTERS}


@pytest.mark.parametrize(
    ("acts", "as_of", "wanted"),
    [
        (
            (order(), submission(day(9, 3))),
            CLOSE,
            ("in_order", day(9, 3), ("o", "s"), ORDERED | {"submission": day(9, 3)}),
        ),
        (
            (order(), submission(day(9, 4))),
            CLOSE,
            ("submission_late", day(9, 3), ("o", "s"), ORDERED | {"submission": day(9, 4)}),
        ),
        ((order(),), CLOSE, ("no_submission", day(9, 3), ("o",), ORDERED)),
        ((order(), submission(day(9, 1), Role.DIRECTOR)), CLOSE, ("no_submission", day(9, 3), ("o",), ORDERED)),
        (
            (order(role=Role.DEPUTY_OTI), submission(day(9, 1))),
            CLOSE,
            ("not_by_director", None, ("o",), {"order": day(9, 3)}),
        ),
        ((), CLOSE, ("no_order", None, (), {})),
        ((), day(10, 1), ("no_order", None, (), {})),
    ],
)
def test_an_order_on_a_submission(acts, as_of, wanted):
    assert told("AS-3", association(acts=acts), policy_of("S33U"), as_of) == wanted


def test_an_order_alone_where_nobody_has_to_submit():
    wanted = ("in_order", day(9, 3), ("o",), {"order": day(9, 3)})
    assert told("AS-3", association(acts=(order(),)), policy_of("VARU")) == wanted


@pytest.mark.parametrize("purpose", [Purpose.REORGANISE, Purpose.DISSOLVE])
def test_a_change_asks_for_a_submission_of_its_own_purpose(purpose):
    acts = (order(purpose), submission(day(9, 2)))
    wanted = ("no_submission", day(9, 3), ("o",), ORDERED)
    assert told("AS-6", association(acts=acts), policy_of("S33U")) == wanted
    acts = (order(purpose), submission(day(9, 2), purpose=purpose))
    wanted = ("in_order", day(9, 3), ("o", "s"), ORDERED | {"submission": day(9, 2)})
    assert told("AS-6", association(acts=acts), policy_of("S33U")) == wanted


def elected(on):
    return act("e", ActKind.ELECTION, on, body=Body.ASSOCIATION)


APPOINTED = act("o", ActKind.ORDER, day(9, 10), purpose=Purpose.APPOINT_HEAD, role=Role.DIRECTOR)


@pytest.mark.parametrize(
    ("acts", "as_of", "wanted"),
    [
        (
            (elected(day(9, 10)), APPOINTED),
            CLOSE,
            ("elected", day(9, 10), ("t", "e"), {"appointed": day(9, 10), "elected": day(9, 10)}),
        ),
        (
            (elected(day(9, 11)), APPOINTED),
            CLOSE,
            ("after_appointment", day(9, 10), ("t", "e"), {"appointed": day(9, 10), "elected": day(9, 11)}),
        ),
        (
            (elected(day(9, 12)),),
            CLOSE,
            ("elected", day(9, 12), ("t", "e"), {"appointed": day(9, 12), "elected": day(9, 12)}),
        ),
        ((APPOINTED,), CLOSE, ("not_elected", day(9, 10), ("t",), {"appointed": day(9, 10)})),
        ((), day(9, 11), ("open", day(9, 12), ("t",), {"appointed": day(9, 12)})),
    ],
)
def test_election_of_the_head(acts, as_of, wanted):
    facts = association(heads=(Term(id="t", person="p", since=day(9, 12), acts=acts),))
    assert told("HD-1", facts, policy_of("S33U"), as_of) == wanted


def decided(on, body=Body.ASSOCIATION):
    return act("d", ActKind.DECISION, on, body=body)


NAMED = {"contest": Contest.BEST_CLASS_TEACHER, "on": day(11, 5), "body": Body.ASSOCIATION}


@pytest.mark.parametrize(
    ("acts", "contest", "wanted"),
    [
        ((decided(day(11, 5)),), True, ("by_association", day(11, 5), ("n", "d"), NAMED)),
        ((decided(day(11, 6)),), True, ("decided_late", day(11, 5), ("n", "d"), NAMED)),
        ((), True, ("not_decided", day(11, 5), ("n",), NAMED)),
        ((decided(day(11, 1), Body.COUNCIL),), True, ("not_decided", day(11, 5), ("n",), NAMED)),
        ((decided(day(11, 1)),), False, ("other_contest", None, ("n",), {})),
    ],
)
def test_nomination_to_a_contest(acts, contest, wanted):
    row = Nomination(
        id="n",
        kind=NominationKind.CONTEST,
        on=day(11, 5),
        contest=Contest.BEST_CLASS_TEACHER if contest else None,
        acts=acts,
    )
    assert told("MT-7", school(nominations=(row,)), policy_of("S33U")) == wanted


@pytest.mark.parametrize(
    ("made", "more", "as_of", "wanted"),
    [
        (MONTHS, {}, CLOSE, ("every_month", None, {"count": 9})),
        ((*MONTHS[:2], *MONTHS[3:]), {}, CLOSE, ("missing", day(11, 30), {"months": (day(11, 30),)})),
        (MONTHS[:2], {}, day(11, 29), ("open", day(11, 30), {"months": (day(11, 30),)})),
        (
            (),
            {"dissolved_on": day(11, 1)},
            CLOSE,
            ("missing", day(9, 30), {"months": (day(9, 30), day(10, 31))}),
        ),
        ((), {"created_on": day(5, 2)}, CLOSE, ("missing", day(5, 31), {"months": (day(5, 31),)})),
    ],
)
def test_plans_of_the_months_in_which_the_association_exists(made, more, as_of, wanted):
    plans = tuple(MonthlyPlan(id=f"m{on.month}", month=on, made_on=on) for on in made)
    outcome, limit, _facts, values = told("PL-6", association(monthly_plans=plans, **more), policy_of("S33U"), as_of)
    assert (outcome, limit, values) == wanted


def plan(key, *acts, start=START):
    return Plan(id=key, period_start=start, period_end=day(5, 29), acts=acts)


def approved(role, **more):
    return act("ap", ActKind.APPROVAL, day(9, 4), role=role, **more)


CONSENTED = act("c", ActKind.CONSENT, day(9, 2), role=Role.DEPUTY_OTI)


@pytest.mark.parametrize(
    ("module", "acts", "as_of", "wanted"),
    [
        ("ABDH", (approved(Role.DIRECTOR),), CLOSE, ("approved", None, ("ap",))),
        ("ABDH", (approved(Role.DEPUTY_OTI),), CLOSE, ("by_another", day(9, 6), ("ap",))),
        ("ABDH", (approved(Role.DEPUTY_OTI),), day(9, 5), ("by_another_so_far", day(9, 6), ("ap",))),
        ("S33U", (approved(Role.DIRECTOR),), CLOSE, ("by_superior", day(10, 31), ("ap",))),
        ("S33U", (approved(Role.DEPUTY_OTI, person="x"),), CLOSE, ("office_not_held", day(10, 31), ("ap",))),
        ("ABDH", (), CLOSE, ("missing", day(9, 6), ())),
        ("ABDH", (CONSENTED,), CLOSE, ("only_consent", day(9, 6), ("c",))),
        ("ABDH", (), day(9, 5), ("open", day(9, 6), ())),
    ],
)
def test_approval_of_the_plan(module, acts, as_of, wanted):
    outcome, limit, facts, values = told("PL-1", association(plans=(plan("p", *acts),)), policy_of(module), as_of)
    by = Role.DIRECTOR if module == "ABDH" else Role.DEPUTY_OTI
    signed = {"on": day(9, 4)} if facts == ("ap",) else {}
    assert (outcome, limit, facts, values) == (*wanted, {"wanted": by} | signed)


def test_two_plans_have_each_their_own_last_day():
    facts = association(plans=(plan("p1"), plan("p2", start=day(10, 1))))
    found = evaluate(facts, policy_of("ABDH"), CLOSE, ["PL-3"])
    assert [(row.subject.id, row.limit, row.starred) for row in found] == [
        ("p1", day(9, 6), False),
        ("p2", day(10, 6), False),
    ]
    facts = association(
        plans=tuple(
            plan(key, act(f"{key}-a", ActKind.APPROVAL, on, role=Role.DIRECTOR), start=start)
            for key, start, on in (("p1", day(9, 1), day(9, 8)), ("p2", day(10, 1), day(10, 1)))
        )
    )
    found = evaluate(facts, policy_of("ABDH"), CLOSE, ["PL-3"])
    assert [(row.subject.id, row.shown) for row in found] == [("p1", "FAIL*"), ("p2", "PASS")]


def member(person, since=START, until=None, **more):
    return CouncilMembership(id=person, person=person, since=since, until=until, **more)


def council(*members, sittings=(), persons=None, **more):
    names = frozenset(persons if persons is not None else [row.person for row in members])
    orders = act("o", ActKind.ORDER, day(9, 1), purpose=Purpose.MEMBERS, role=Role.DIRECTOR, persons=names)
    return Council(
        id="c",
        kind=CouncilKind.METHODICAL,
        created_on=day(9, 1),
        acts=(orders,),
        members=tuple(members),
        sittings=tuple(sittings),
        **more,
    )


def test_members_outside_the_order_are_named():
    row = council(
        member("x"),
        member("y"),
        member("z", until=day(10, 1)),
        sittings=[Sitting(id="s", held_on=day(10, 5))],
        persons=["x"],
    )
    wanted = ("not_ordered", None, ("s", "y"), {"held": day(10, 5), "count": 1, "members": 2})
    assert told("CN-2", school(row), policy_of("MK")) == wanted


def test_membership_of_each_sitting_is_that_of_its_day():
    decision = Item(id="i", kind=ItemKind.OTHER, adopted=True, vote=Vote(yes=2, no=0))
    people = tuple(Attendance(id=name, person=name) for name in ("x", "y"))
    rows = [
        Sitting(
            id=f"s{on.month}",
            held_on=on,
            items=(Item(id=f"i{on.month}", kind=decision.kind, adopted=True, vote=decision.vote),),
            attendance=people,
        )
        for on in (day(9, 20), day(11, 20))
    ]
    second = act(
        "o2", ActKind.ORDER, day(11, 1), purpose=Purpose.MEMBERS, role=Role.DIRECTOR, persons=frozenset("vwxy")
    )
    row = council(member("x"), member("y"), sittings=rows)
    row = Council(**{name: getattr(row, name) for name in row.__slots__} | {"acts": (*row.acts, second)})
    found = evaluate(school(row), policy_of("MK"), CLOSE, ["CN-8"])
    assert [(one.subject.id, one.outcome, one.values["members"], one.values["least"]) for one in found] == [
        ("i9", "reached", 2, 2),
        ("i11", "not_reached", 4, 3),
    ]


def test_who_is_missing_from_the_council():
    head = Term(id="t", person="h", since=day(9, 1))
    own = Association(id="a", created_on=day(9, 1), heads=(head,))
    row = council(member("x"), sittings=[Sitting(id="s", held_on=day(9, 20))])
    wanted = (
        "incomplete",
        day(9, 20),
        (),
        {"lacking": (MemberCategory.ASSOCIATION_HEADS,), "members": 1, "on": day(9, 20)},
    )
    assert told("CN-4", school(own, row), policy_of("MK")) == wanted
    row = council(member("x"), member("h"), sittings=[Sitting(id="s", held_on=day(9, 20))])
    wanted = ("complete", day(9, 20), (), {"lacking": (), "members": 2, "on": day(9, 20)})
    assert told("CN-4", school(own, row), policy_of("MK")) == wanted
    assert told("CN-4", school(own, council(member("x"))), policy_of("MK"), day(10, 1)) == ("open", None, (), {})


def test_agendas_that_are_judged():
    told_on = (Announcement(id="n", on=day(10, 1)),)
    later = Item(id="late", kind=ItemKind.OTHER, announced_on=day(10, 12))
    rows = [
        Sitting(
            id="held", held_on=day(10, 15), announcements=told_on, items=(later, Item(id="first", kind=ItemKind.PLAN))
        ),
        Sitting(
            id="coming", planned_on=day(11, 20), items=(Item(id="new", kind=ItemKind.PLAN, announced_on=day(11, 1)),)
        ),
        Sitting(id="missed", planned_on=day(10, 20)),
        Sitting(id="fallen", planned_on=day(11, 21), cancelled=True),
        Sitting(id="today", planned_on=day(11, 1)),
        Sitting(id="brought-forward", planned_on=day(12, 1), held_on=day(10, 30), announcements=told_on),
    ]
    found = evaluate(school(council(member("x"), sittings=rows)), policy_of("MK"), day(11, 1), ["CN-7"])
    assert [(row.subject.id, row.outcome, row.limit) for row in found] == [
        ("held", "in_time", day(10, 8)),
        ("late", "item_too_late", day(10, 8)),
        ("brought-forward", "in_time", day(10, 23)),
        ("coming", "open", day(11, 13)),
    ]
    assert {row.subject.body for row in found} == {"c"}
