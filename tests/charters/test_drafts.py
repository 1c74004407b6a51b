"""Editing a draft: what is stored, what is refused, and that nothing half-written stays."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from apps.audit.models import Event
from apps.charters.domain.clauses import add_clause, leave_out_clause, remove_clause, renumber_clause, write_clause
from apps.charters.domain.drafts import change_draft, discard_draft, start_draft
from apps.charters.domain.inputs import ModuleInput, OwnValueInput
from apps.charters.domain.values import clear_value, pick_winner, set_value, unpick_winner
from apps.charters.enums import ProfileState
from apps.charters.models import FrameEntry, PolicyProfile
from apps.charters.queries.clauses import line_of, unsaid
from apps.charters.queries.policy import policy_with, school_policy, version_of
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.core.permissions import Permission
from apps.rulebook.enums import CouncilKind, Layer, State
from apps.rulebook.parameters.councils import AGENDA_NOTICE_DAYS, QUORUM_FRACTION
from apps.rulebook.parameters.plans import PLAN_APPROVER
from apps.rulebook.policy import Bound, conflicts
from tests.charters.conftest import PLANNED
from tests.verbs.conftest import without

NOTICE = AGENDA_NOTICE_DAYS.key
SCHOOL_33 = ("S33U", "ABDH", "MK")


def ten_days(reason: str = "Мугалимдер эки сменада иштейт") -> OwnValueInput:
    return OwnValueInput(NOTICE, 10, clause="7.9", reason=reason)


def frame(bound: Bound, value: Any) -> None:
    FrameEntry.objects.create(
        frame_id=uuid4(),
        layer=Layer.DISTRICT,
        bound=bound,
        key=NOTICE,
        value=value,
        act="Район бөлүмүнүн буйругу №5",
        article="3-пункт",
        valid_from=date(2026, 9, 1),
    )


def test_a_draft_is_a_copy_and_changes_nothing_in_force(draft: PolicyProfile, by: Actor) -> None:
    assert (draft.number, draft.state, draft.valid_from) == (3, ProfileState.DRAFT, PLANNED)
    assert [use.module.code for use in version_of(draft).modules] == ["VARU", "MK"]
    set_value(by=by, profile=draft, value=ten_days())
    in_force = school_policy().at(PLANNED, CouncilKind.METHODICAL).get(AGENDA_NOTICE_DAYS)
    assert (in_force.state, in_force.value) == (State.VALUE, 7)
    drafted = policy_with(draft)
    assert drafted.at(PLANNED, CouncilKind.METHODICAL).get(AGENDA_NOTICE_DAYS).value == 10
    assert drafted.at(date(2026, 11, 30), CouncilKind.METHODICAL).get(AGENDA_NOTICE_DAYS).value == 7
    event = Event.objects.latest("id")
    assert (event.action, event.subject_id, event.data["key"]) == ("charter.value_set", draft.pk, NOTICE)


def test_a_value_taken_away_lets_the_module_speak(draft: PolicyProfile, by: Actor) -> None:
    set_value(by=by, profile=draft, value=ten_days())
    clear_value(by=by, profile=draft, key=NOTICE)
    assert policy_with(draft).at(PLANNED, CouncilKind.METHODICAL).get(AGENDA_NOTICE_DAYS).value == 7


@pytest.mark.parametrize(
    ("bound", "limit", "value", "code", "told"),
    [
        (Bound.FLOOR, 5, 4, "charter.outside_frame", "Район бөлүмүнүн буйругу №5, 3-пункт"),
        (Bound.CEILING, 9, 10, "charter.outside_frame", "Район бөлүмүнүн буйругу №5, 3-пункт"),
        (Bound.LOCK, 7, 8, "charter.outside_frame", "район"),
        (Bound.FLOOR, 5, None, "charter.locked_in_frame", "Район бөлүмүнүн буйругу №5, 3-пункт"),
    ],
)
def test_a_value_outside_the_frame_is_not_saved_and_says_whose_frame(
    draft: PolicyProfile, by: Actor, bound: Bound, limit: int, value: int | None, code: str, told: str
) -> None:
    frame(bound, limit)
    with pytest.raises(Fault) as refused:
        set_value(by=by, profile=draft, value=OwnValueInput(NOTICE, value, reason="Ыңгайлуу"))
    assert refused.value.code == code
    assert told in refused.value.message("ky")
    draft.refresh_from_db()
    assert (draft.values.count(), draft.row_version) == (0, 1)


@pytest.mark.parametrize(("bound", "limit", "value"), [(Bound.FLOOR, 5, 5), (Bound.CEILING, 9, 9), (Bound.LOCK, 8, 8)])
def test_a_value_on_the_bound_is_saved(draft: PolicyProfile, by: Actor, bound: Bound, limit: int, value: int) -> None:
    frame(bound, limit)
    set_value(by=by, profile=draft, value=OwnValueInput(NOTICE, value, reason="Ыңгайлуу"))
    assert draft.values.get().value == value


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (OwnValueInput("council.agenda_notise_days", 7, reason="?"), "charter.parameter_unknown"),
        (OwnValueInput(NOTICE, "7", reason="?"), "charter.value_unusable"),
        (OwnValueInput(NOTICE, -1, reason="?"), "charter.value_unusable"),
        (OwnValueInput(QUORUM_FRACTION.key, "3/2", reason="?"), "charter.value_unusable"),
        (OwnValueInput(NOTICE, 10), "charter.reason_missing"),
    ],
)
def test_values_that_do_not_fit(draft: PolicyProfile, by: Actor, value: OwnValueInput, code: str) -> None:
    with pytest.raises(Fault) as refused:
        set_value(by=by, profile=draft, value=value)
    assert refused.value.code == code
    assert draft.values.count() == 0


def test_a_misspelt_key_is_offered_the_nearest(draft: PolicyProfile, by: Actor) -> None:
    with pytest.raises(Fault) as refused:
        set_value(by=by, profile=draft, value=OwnValueInput("council.agenda_notise_days", 7, reason="?"))
    assert NOTICE in refused.value.message("en")


def test_whoever_has_seen_an_older_state_is_refused(draft: PolicyProfile, by: Actor) -> None:
    set_value(by=by, profile=draft, value=ten_days(), seen=1)
    with pytest.raises(Fault) as refused:
        write_clause(by=by, profile=draft, key="mk.7.5-1", text={"ky": "Башкача"}, seen=1)
    assert (refused.value.code, refused.value.status) == ("core.changed_meanwhile", 412)
    draft.refresh_from_db()
    assert (draft.clauses, draft.row_version) == ({}, 2)


def test_without_the_right_nothing_is_drafted(school: object, by: Actor) -> None:
    with pytest.raises(Fault) as refused:
        start_draft(by=without(by, Permission.CHARTER_EDIT), valid_from=PLANNED)
    assert refused.value.code == "core.not_permitted"
    assert PolicyProfile.objects.count() == 2


def test_a_conflict_is_open_until_a_person_picks_and_says_why(school: object, by: Actor) -> None:
    draft = start_draft(by=by, valid_from=PLANNED, chosen=[ModuleInput(code) for code in SCHOOL_33])
    found = {row.parameter.key: row for row in conflicts(version_of(draft))}
    both = [(row.module, row.sources[0].printed) for row in found[PLAN_APPROVER.key].candidates]
    assert both == [("S33U", "5.3"), ("ABDH", "5.1")]
    assert policy_with(draft).at(PLANNED).get(PLAN_APPROVER).state is State.CONFLICT
    with pytest.raises(Fault) as unreasoned:
        pick_winner(by=by, profile=draft, key=PLAN_APPROVER.key, module="ABDH", reason=" ")
    assert unreasoned.value.code == "charter.reason_missing"
    with pytest.raises(Fault) as stranger:
        pick_winner(by=by, profile=draft, key=PLAN_APPROVER.key, module="MK", reason="?")
    assert stranger.value.code == "charter.choice_not_a_module"
    pick_winner(by=by, profile=draft, key=PLAN_APPROVER.key, module="ABDH", reason="Директор кол коёт")
    settled = policy_with(draft).at(PLANNED).get(PLAN_APPROVER)
    assert (settled.state, settled.value) == (State.VALUE, "director")
    assert {row.parameter.key: row for row in conflicts(version_of(draft))}[PLAN_APPROVER.key].winner is not None
    unpick_winner(by=by, profile=draft, key=PLAN_APPROVER.key)
    assert policy_with(draft).at(PLANNED).get(PLAN_APPROVER).state is State.CONFLICT


def test_nothing_to_pick_where_nobody_disagrees(draft: PolicyProfile, by: Actor) -> None:
    with pytest.raises(Fault) as refused:
        pick_winner(by=by, profile=draft, key=NOTICE, module="MK", reason="?")
    assert refused.value.code == "charter.choice_without_conflict"


def test_words_of_a_clause_in_each_language(draft: PolicyProfile, by: Actor) -> None:
    write_clause(by=by, profile=draft, key="mk.7.5-1", text={"ky": "Он күн мурун кабарланат.", "ru": "За десять дней."})
    draft.refresh_from_db()
    line = line_of(draft, ["MK"], "mk.7.5-1")
    assert line is not None
    assert (line.in_("ky"), line.in_("ru"), line.changed) == ("Он күн мурун кабарланат.", "За десять дней.", True)
    assert line.in_("en")
    write_clause(by=by, profile=draft, key="mk.7.5-1", text={"ky": "", "ru": ""})
    draft.refresh_from_db()
    assert draft.clauses == {}


def test_writing_the_modules_own_words_is_no_change(draft: PolicyProfile, by: Actor) -> None:
    line = line_of(draft, ["MK"], "mk.7.5-1")
    assert line is not None
    write_clause(by=by, profile=draft, key="mk.7.5-1", text={"ky": line.in_("ky")})
    draft.refresh_from_db()
    assert draft.clauses == {}


def test_own_clauses_stand_where_they_were_put(draft: PolicyProfile, by: Actor) -> None:
    add_clause(by=by, profile=draft, module="MK", number=" 7 .5.1. ", text={"ky": "Онлайн болот."}, after="mk.7.5-1")
    draft.refresh_from_db()
    assert draft.own_clauses == [
        {"id": "own-1", "module": "MK", "number": "7.5.1", "after": "mk.7.5-1", "text": {"ky": "Онлайн болот."}}
    ]
    renumber_clause(by=by, profile=draft, key="own-1", number="7.10")
    remove_clause(by=by, profile=draft, key="own-1")
    draft.refresh_from_db()
    assert draft.own_clauses == []


@pytest.mark.parametrize(
    ("number", "text", "code"),
    [
        ("7.5", {"ky": "Кайталоо"}, "charter.number_twice"),
        ("2.2", {"ky": "Басылышы «2 .2.» болсо да"}, "charter.number_twice"),
        ("7.7", {"ky": "Басылышында «.7.» болсо да"}, "charter.number_twice"),
        ("7.9", {"ky": "Экинчи жолу"}, "charter.number_twice"),
        ("жети", {"ky": "Сан эмес"}, "charter.number_unusable"),
        ("7.11", {"ru": "Только по-русски"}, "charter.text_missing"),
        ("7.11", {"ky": "а" * 4001}, "charter.text_too_long"),
        ("7.11", {"ky": "Текст", "de": "Text"}, "charter.language_unknown"),
    ],
)
def test_own_clauses_that_are_refused(
    draft: PolicyProfile, by: Actor, number: str, text: dict[str, str], code: str
) -> None:
    add_clause(by=by, profile=draft, module="MK", number="7.9", text={"ky": "Биринчи"})
    with pytest.raises(Fault) as refused:
        add_clause(by=by, profile=draft, module="MK", number=number, text=text)
    assert refused.value.code == code
    draft.refresh_from_db()
    assert [row["number"] for row in draft.own_clauses] == ["7.9"]


def test_the_number_of_a_clause_left_out_is_free_until_it_comes_back(draft: PolicyProfile, by: Actor) -> None:
    for key in ("mk.7.5-1", "mk.7.5-2"):
        leave_out_clause(by=by, profile=draft, key=key, left_out=True)
    add_clause(by=by, profile=draft, module="MK", number="7.5", text={"ky": "Биздики"})
    with pytest.raises(Fault) as refused:
        leave_out_clause(by=by, profile=draft, key="mk.7.5-1", left_out=False)
    assert refused.value.code == "charter.number_twice"
    assert "Биздики" in refused.value.message("ky")


def test_a_module_that_goes_takes_what_was_said_about_it(draft: PolicyProfile, by: Actor) -> None:
    write_clause(by=by, profile=draft, key="mk.7.5-1", text={"ky": "Он күн мурун."})
    add_clause(by=by, profile=draft, module="MK", number="7.9", text={"ky": "Биздики"})
    change_draft(by=by, profile=draft, chosen=[ModuleInput("VARU")])
    draft.refresh_from_db()
    assert (draft.clauses, draft.own_clauses) == ({}, [])
    with pytest.raises(Fault) as refused:
        change_draft(by=by, profile=draft, chosen=[ModuleInput("VARU"), ModuleInput("VARU")])
    assert refused.value.code == "charter.module_twice"


def test_what_is_in_force_is_never_changed(school: object, by: Actor) -> None:
    in_force = PolicyProfile.objects.get(number=1)
    for deed in (
        lambda: set_value(by=by, profile=in_force, value=ten_days()),
        lambda: write_clause(by=by, profile=in_force, key="mk.7.5-1", text={"ky": "?"}),
        lambda: discard_draft(by=by, profile=in_force),
    ):
        with pytest.raises(Fault) as refused:
            deed()
        assert refused.value.code == "charter.not_a_draft"


def test_a_draft_thrown_away_is_gone(draft: PolicyProfile, by: Actor) -> None:
    discard_draft(by=by, profile=draft)
    assert list(PolicyProfile.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
    assert Event.objects.latest("id").action == "charter.discarded"


def test_a_value_whose_words_say_otherwise_is_told(draft: PolicyProfile, by: Actor) -> None:
    assert unsaid(draft, version_of(draft)) == []
    set_value(by=by, profile=draft, value=ten_days())
    draft = PolicyProfile.objects.get(pk=draft.pk)
    [found] = unsaid(draft, version_of(draft))
    assert (found.parameter, found.line.key, found.line.number) == (AGENDA_NOTICE_DAYS, "mk.7.5-1", "7.5")
    draft = write_clause(by=by, profile=draft, key="mk.7.5-1", text={"ky": "Күн тартиби он күн мурда жарыяланат."})
    assert unsaid(draft, version_of(draft)) == []
