"""Every cell of docs/permissions.md, tried: a person in that office or that place, and a verb that asks for that right."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from django.test import RequestFactory

from apps.accounts.domain.accounts import issue_token
from apps.accounts.identity import Identity, Via
from apps.activities.domain.work import record_work
from apps.activities.enums import WorkKind
from apps.acts.domain.issue import draft_act, issue_order, submit_act
from apps.bodies.domain.bodies import create_body
from apps.bodies.domain.directions import write_directions
from apps.bodies.domain.members import add_member
from apps.bodies.enums import BodyKind, MembershipRole
from apps.bodies.models import Body, Membership
from apps.bodies.rights_page import KEEPER, NOBODY, cells_of, page, rights_of_a_school
from apps.calendars.domain.years import open_year
from apps.charters.domain.drafts import start_draft
from apps.charters.domain.profiles import adopt_profile
from apps.core.actor import Actor, require
from apps.core.errors import Fault, Faults
from apps.core.permissions import Permission as P  # noqa: N817
from apps.documents.domain.files import take_in
from apps.dossiers.domain.archive import destroy_folder, open_folders
from apps.dossiers.domain.cards import fill_card
from apps.dossiers.domain.control import open_book
from apps.dossiers.domain.papers import file_papers
from apps.people.domain.staff import add_person, assign_office
from apps.people.models import Person
from apps.rulebook.enums import Role
from apps.sittings.domain.minutes import sign_minutes
from apps.sittings.domain.plan import plan_sitting
from apps.sittings.domain.proposals import admit_proposal, propose_item
from apps.sittings.domain.record import record_sitting
from apps.sittings.domain.resolutions import complete_resolution
from apps.sittings.models import Resolution, Sitting
from tenants.enums import AccessLevel
from tenants.scope import SchoolRef
from tests import cast, stage
from usul.actors import actor_at_school

WRITTEN = (Path(__file__).resolve().parents[2] / "docs" / "permissions.md").read_text(encoding="utf-8")
SCHOOL_CELLS = cells_of(WRITTEN, "Over the whole school")
BODY_CELLS = cells_of(WRITTEN, "Within one body")
HERE, ELSEWHERE = 1, 2
NOTHING: Any = None


def _resolution() -> Resolution:
    return Resolution.objects.select_related("sitting__year", "sitting__body").get(pk=2)


# what is tried for each right: a deed in association 1 that cannot be stored (values are missing), so that only the right decides how
# far it gets; rights that no verb of this release asks for by itself are asked for directly
DEEDS: dict[P, Callable[[Actor], object]] = {
    P.CALENDAR_EDIT: lambda by: open_year(by=by, dates=NOTHING, published_on=NOTHING),
    P.PERSON_EDIT: lambda by: add_person(by=by, family_name="", given_name=""),
    P.ROLE_EDIT: lambda by: assign_office(by=by, person=NOTHING, role=NOTHING, valid_from=NOTHING),
    P.CHARTER_EDIT: lambda by: start_draft(by=by, valid_from=NOTHING),
    P.CHARTER_CONFIRM: lambda by: adopt_profile(by=by, valid_from=NOTHING, chosen=()),
    P.ACT_RECORD: lambda by: draft_act(by=by, kind=NOTHING, title="", text="", act_date=NOTHING),
    P.ACT_ISSUE: lambda by: issue_order(by=by, act=NOTHING, act_date=NOTHING),
    P.ACT_SUBMIT: lambda by: submit_act(by=by, act=NOTHING, act_date=NOTHING),
    P.BODY_EDIT: lambda by: create_body(by=by, kind=BodyKind.COUNCIL, name="", created_on=None),
    P.MEMBER_EDIT: lambda by: add_member(
        by=by, body=Body(pk=HERE), person=NOTHING, role=MembershipRole.MEMBER, valid_from=NOTHING
    ),
    P.PLAN_EDIT: lambda by: write_directions(by=by, body=Body(pk=HERE), year=NOTHING, content={}),
    P.ACTIVITY_EDIT: lambda by: record_work(by=by, body=Body(pk=HERE), kind=WorkKind.SEMINAR, day=by.today),
    P.ITEM_PROPOSE: lambda by: propose_item(by=by, body=Body(pk=HERE), text="", on=by.today),
    P.ITEM_ADMIT: lambda by: admit_proposal(
        by=by,
        proposal=SimpleNamespace(body_id=HERE, pk=0),
        sitting=NOTHING,
        on=by.today,  # type: ignore[arg-type]
    ),
    P.SITTING_PLAN: lambda by: plan_sitting(by=by, body=Body(pk=HERE), planned_on=NOTHING),
    P.SITTING_RECORD: lambda by: record_sitting(by=by, body=Body(pk=HERE), held=NOTHING),
    P.MINUTES_SIGN: lambda by: sign_minutes(by=by, sitting=Sitting.objects.get(pk=3), signature=NOTHING),
    P.RESOLUTION_EDIT: lambda by: complete_resolution(by=by, resolution=_resolution(), done_on=NOTHING),
    P.FILE_ADD: lambda by: take_in(by=by, name="", content=b"", subject=("body", HERE), body_id=HERE),
    P.DOSSIER_KEEP: lambda by: file_papers(by=by, body=Body(pk=HERE), year=NOTHING, papers=()),
    P.CARD_EDIT: lambda by: fill_card(by=by, person=Person(pk=stage.HEAD), card=NOTHING),
    P.STUDIES_KEEP: lambda by: open_book(by=by, year=NOTHING, kind=NOTHING, opened_on=NOTHING),
    P.ARCHIVE_KEEP: lambda by: open_folders(by=by, wanted=NOTHING),
    P.ARCHIVE_DESTROY: lambda by: destroy_folder(by=by, folder=NOTHING, destroyed_on=NOTHING, act_number=""),
    P.TOKEN_EDIT: lambda by: issue_token(
        by=by, issuer=NOTHING, name="", scopes=frozenset(), expires_on=by.today, school_id=cast.SCHOOL_A_ID
    ),
}


def allowed(by: Actor, right: P) -> bool:
    """Whether the deed gets past its question for the right. Whatever else goes wrong with the senseless values is none of our business."""
    deed = DEEDS.get(right) or (lambda who: require(who, right, body_id=HERE))
    try:
        with transaction.atomic():
            deed(by)
    except Fault as fault:
        return (fault.code, fault.values.get("permission")) != ("core.not_permitted", right)
    except (Faults, Exception):
        return True
    return True


def actor_of(school: SchoolRef, *, keeper: bool = False) -> Actor:
    """Erkin as the product makes him from the records of the day."""
    person = Person.objects.get(pk=stage.TEACHER)
    assert person.user_id is not None
    identity = Identity(
        user_id=person.user_id,
        username="erkin",
        full_name=person.full_name,
        via=Via.SESSION,
        language="ky",
        is_operator=False,
        schools=((school.id, AccessLevel.SCHOOL_ADMIN if keeper else AccessLevel.SCHOOL_MEMBER),),
    )
    actor = actor_at_school(identity, school, request=RequestFactory().get("/"), on=cast.TODAY)
    assert actor is not None
    return actor


@pytest.fixture
def alone(school: SchoolRef) -> None:
    """Erkin with nothing that others gave him: no place in any body."""
    Membership.objects.filter(person_id=stage.TEACHER).delete()


def test_the_page_is_the_one_the_code_makes() -> None:
    assert page() == WRITTEN


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("column", sorted({column for column, _right in SCHOOL_CELLS}))
def test_every_cell_over_the_whole_school(school: SchoolRef, by: Actor, column: str) -> None:
    person = Person.objects.get(pk=stage.TEACHER)
    if column not in (NOBODY, KEEPER):
        role = Role.of(column)
        assign_office(by=by, person=person, role=role, valid_from=date(2026, 11, 1), acting=role is Role.DIRECTOR)
    actor = actor_of(school, keeper=column == KEEPER)
    tried = {right.value: allowed(actor, right) for right in rights_of_a_school()}
    assert tried == {right: cell for (named, right), cell in SCHOOL_CELLS.items() if named == column}


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("column", sorted({column for column, _right in BODY_CELLS}))
def test_every_cell_within_one_body(school: SchoolRef, column: str) -> None:
    Membership.objects.filter(body_id=HERE, role=column).exclude(role="member").delete()
    Membership.objects.create(
        body_id=HERE, person_id=stage.TEACHER, role=MembershipRole.of(column), valid_from=date(2026, 11, 1)
    )
    actor = actor_of(school)
    wanted = {right: cell for (named, right), cell in BODY_CELLS.items() if named == column}
    assert {right.value: allowed(actor, right) for right in rights_of_a_school()} == wanted | {"school.read": True}
    elsewhere = replace(actor, body_permissions={ELSEWHERE: actor.body_permissions[HERE]})
    assert not any(allowed(elsewhere, right) for right in rights_of_a_school() if right is not P.SCHOOL_READ)


@pytest.mark.usefixtures("alone")
def test_a_right_begins_and_ends_with_the_office(school: SchoolRef, by: Actor) -> None:
    person = Person.objects.get(pk=stage.TEACHER)
    holding = {"by": by, "person": person, "role": Role.METHODIST}
    assign_office(**holding, valid_from=date(2026, 10, 1), valid_until=cast.TODAY)  # type: ignore[arg-type]
    assert not allowed(actor_of(school), P.ACT_RECORD)
    assign_office(**holding, valid_from=cast.TODAY)  # type: ignore[arg-type]
    assert allowed(actor_of(school), P.ACT_RECORD)
