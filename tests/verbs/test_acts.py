"""Papers that come into being here: numbers without gaps and doubles, two hands where two are asked for, approvals bound to a content."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from django.db import connections

from apps.acts.domain.binding import approve
from apps.acts.domain.issue import answer_submission, change_draft, discard_draft, draft_act, issue_order, submit_act
from apps.acts.domain.papers import record_act, remove_act, revoke_act
from apps.acts.enums import ActState
from apps.acts.models import Act
from apps.acts.queries.paper import paper_of
from apps.acts.queries.standing import acts_about, standing_of
from apps.acts.wording import WORDINGS, filled
from apps.charters.domain.inputs import ModuleInput
from apps.charters.domain.profiles import adopt_profile
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.core.permissions import Permission
from apps.documents.paper import Paper
from apps.people.domain.staff import assign_office
from apps.people.models import Person
from apps.rulebook.enums import ActKind, Purpose, Role
from tenants.context import in_school
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast, stage
from usul.actors import system_actor

AT_ONCE, EACH = 4, 5


def director(by: Actor) -> Actor:
    return replace(by, person_id=stage.DIRECTOR)


def deputy(by: Actor) -> Actor:
    return replace(by, person_id=stage.DEPUTY)


def draft(by: Actor, kind: ActKind = ActKind.ORDER, **more: object) -> Act:
    return draft_act(by=by, kind=kind, title="Аталышы", text="Тексти", act_date=cast.TODAY, **more)  # type: ignore[arg-type]


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(Fault) as caught:
        call()
    return caught.value.code


def test_numbers_go_on_from_what_is_on_paper_and_begin_anew_each_year(school: SchoolRef, by: Actor) -> None:
    chief = director(by)
    signed = [issue_order(by=chief, act=draft(by), act_date=cast.TODAY).number for _ in range(2)]
    assert signed == ["13", "14"]
    record_act(by=by, kind=ActKind.ORDER, act_date=cast.TODAY, number="20")
    assert issue_order(by=chief, act=draft(by), act_date=cast.TODAY).number == "21"
    assert issue_order(by=chief, act=draft(by), act_date=date(2025, 12, 30)).number == "1"
    lettered = issue_order(by=chief, act=draft(by), act_date=cast.TODAY, number="21-к")
    assert lettered.serial is None
    assert refused(lambda: issue_order(by=chief, act=draft(by), act_date=cast.TODAY, number="20")) == "act.number_taken"


def test_many_sign_at_once_and_no_number_is_left_out_or_given_twice(committed_db: None) -> None:
    """Every third signature is undone after it took its number: the number comes back."""
    found = directory.school(cast.SCHOOL_A_ID)
    assert found is not None

    class Undo(Exception):  # noqa: N818
        pass

    def sign(worker: int) -> None:
        by = system_actor(f"worker {worker}", on=cast.TODAY)
        try:
            for number in range(EACH):
                try:
                    with in_school(found):
                        issue_order(by=director(by), act=draft(by), act_date=cast.TODAY)
                        if (worker + number) % 3 == 0:
                            raise Undo
                except Undo:
                    continue
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(sign, range(AT_ONCE)))
    kept = sum((worker + number) % 3 != 0 for worker in range(AT_ONCE) for number in range(EACH))
    with in_school(found):
        serials = list(
            Act.objects.filter(kind=ActKind.ORDER, act_date__year=2026, serial__isnull=False)
            .order_by("serial")
            .values_list("serial", flat=True)
        )
    assert serials == list(range(11, 11 + 2 + kept))


def test_only_who_holds_the_office_on_the_day_signs(school: SchoolRef, by: Actor) -> None:
    paper = draft(by)
    assert refused(lambda: issue_order(by=by, act=paper, act_date=cast.TODAY)) == "act.no_staff_record"
    assert refused(lambda: issue_order(by=deputy(by), act=paper, act_date=cast.TODAY)) == "act.not_in_office"
    early = refused(lambda: issue_order(by=director(by), act=paper, act_date=date(2024, 8, 14)))
    assert early == "act.not_in_office"
    assert (
        refused(lambda: issue_order(by=director(by), act=paper, act_date=date(2026, 11, 21))) == "act.dated_in_future"
    )
    assign_office(
        by=by,
        person=Person.objects.get(pk=stage.DEPUTY),
        role=Role.DIRECTOR,
        valid_from=date(2026, 11, 16),
        valid_until=date(2026, 11, 21),
        acting=True,
    )
    signed = issue_order(by=deputy(by), act=paper, act_date=cast.TODAY)
    assert (signed.signed_by_id, signed.signed_role) == (stage.DEPUTY, Role.DIRECTOR)
    assert (
        refused(lambda: change_draft(by=by, act=signed, title="x", text="y", act_date=cast.TODAY)) == "act.not_a_draft"
    )
    assert refused(lambda: discard_draft(by=by, act=signed)) == "act.not_a_draft"
    assert refused(lambda: remove_act(by=by, act=signed)) == "act.signed_here"


def test_nobody_answers_or_confirms_their_own_submission_where_two_offices_are_named(
    school: SchoolRef, by: Actor
) -> None:
    """S33U 1.7 names the deputy who submits beside the director who orders; VARU names nobody."""
    acting = {
        "by": by,
        "person": Person.objects.get(pk=stage.DEPUTY),
        "role": Role.DIRECTOR,
        "valid_from": date(2026, 11, 16),
        "acting": True,
    }
    assign_office(**acting)  # type: ignore[arg-type]
    about = {"purpose": Purpose.CREATE, "subject": ("body", 1)}

    def handed() -> Act:
        return submit_act(by=deputy(by), act=draft(by, ActKind.SUBMISSION, **about), act_date=cast.TODAY)

    first = handed()
    assert answer_submission(by=deputy(by), act=first, accept=True).state is ActState.ACCEPTED
    adopt_profile(
        by=by, valid_from=date(2026, 11, 18), chosen=[ModuleInput("S33U")], act="№8", adopted_on=date(2026, 11, 17)
    )
    second = handed()
    assert refused(lambda: answer_submission(by=deputy(by), act=second, accept=True)) == "act.self_approval"
    order = draft(by, basis=second, **about)
    assert refused(lambda: issue_order(by=deputy(by), act=order, act_date=cast.TODAY)) == "act.self_approval"
    assert refused(lambda: answer_submission(by=director(by), act=second, accept=False)) == "act.reply_missing"
    assert answer_submission(by=director(by), act=second, accept=True).state is ActState.ACCEPTED
    assert issue_order(by=director(by), act=order, act_date=cast.TODAY).basis == second


def test_an_approval_holds_until_anything_of_the_content_changes(school: SchoolRef, by: Actor) -> None:
    content = {"items": [{"text": "Ачык сабак", "due": "2026-11-10"}], "theme": "Сабаттуулук"}
    act = approve(
        by=director(by),
        permission=Permission.PLAN_APPROVE,
        kind=ActKind.APPROVAL,
        purpose=Purpose.PLAN,
        subject=("trial", 7),
        content=content,
        act_date=cast.TODAY,
        offices=[Role.DIRECTOR],
    )
    papers = acts_about("trial", 7)
    reordered = {"theme": "Сабаттуулук", "items": [{"due": "2026-11-10", "text": "Ачык сабак"}]}
    assert standing_of(papers, reordered).valid
    moved = {"items": [{"text": "Ачык сабак", "due": "2026-11-12"}], "theme": "Сабаттуулук"}
    now = standing_of(papers, moved)
    assert (now.valid, now.needed_again) == (False, True)
    assert [(one.place, one.before, one.now) for one in now.changes] == [("items.1.due", "2026-11-10", "2026-11-12")]
    revoke_act(by=by, act=act, revoked_on=cast.TODAY)
    assert not standing_of(acts_about("trial", 7), content).valid


def test_what_is_used_stays_and_a_paper_does_not_revoke_itself(school: SchoolRef, by: Actor) -> None:
    submission, order = Act.objects.get(pk=1), Act.objects.get(number="11")
    assert refused(lambda: remove_act(by=by, act=submission)) == "act.in_use"
    assert Act.objects.filter(pk=1).exists()
    assert (
        refused(lambda: revoke_act(by=by, act=order, revoked_on=cast.TODAY, revoked_by=order))
        == "act.revoked_by_itself"
    )
    newer = record_act(by=by, kind=ActKind.ORDER, act_date=cast.TODAY, number="30")
    revoke_act(by=by, act=order, revoked_on=cast.TODAY, revoked_by=newer, reason="жаңы буйрук")
    assert refused(lambda: revoke_act(by=by, act=order, revoked_on=cast.TODAY)) == "act.already_revoked"
    assert refused(lambda: remove_act(by=by, act=newer)) == "act.in_use"
    alone = record_act(by=by, kind=ActKind.ORDER, act_date=cast.TODAY, number="31")
    remove_act(by=by, act=alone)
    assert record_act(by=by, kind=ActKind.ORDER, act_date=cast.TODAY, number="31").number == "31"


def test_a_ready_wording_leaves_no_place_unnamed(school: SchoolRef, by: Actor) -> None:
    for wording in WORDINGS.values():
        for language in ("ky", "ru"):
            title, text = filled(wording, language, body="«X»", people="Y", day=cast.TODAY, basis="Z")
            assert title
            assert "{" not in text
    paper = draft_act(by=by, kind=ActKind.ORDER, title="Аталышы", text="Бир\nЭки", act_date=cast.TODAY)
    told: Paper = paper_of(paper, school="№1 мектеп")
    assert (told.language, told.mark, told.dated) == ("ky", "долбоор", cast.TODAY)
