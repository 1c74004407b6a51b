"""The people of a demonstration school, their offices, and the bodies they make up."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from apps.acts.domain.papers import record_act
from apps.bodies.domain.bodies import create_body
from apps.bodies.domain.members import add_member
from apps.bodies.enums import BodyKind, MembershipRole
from apps.bodies.models import Body
from apps.core.actor import Actor
from apps.people.domain.staff import add_person, add_spell, assign_office
from apps.people.models import Person
from apps.rulebook.enums import (
    ActKind,
    AssociationKind,
    CouncilKind,
    Education,
    MemberCategory,
    Purpose,
    Role,
)
from apps.rulebook.enums import Body as DecidingBody
from usul.control.demo.names import Named, crowd
from usul.control.demo.schools import Habit, Story

ASSOCIATIONS: tuple[tuple[str, AssociationKind, tuple[str, ...]], ...] = (
    ("Математика жана физика", AssociationKind.AREA, ("mathematics", "physics", "informatics")),
    ("Кыргыз тили жана адабияты", AssociationKind.SUBJECT, ("kyrgyz",)),
    ("Башталгыч класстар", AssociationKind.PRIMARY, ("primary",)),
    ("Класс жетекчилер", AssociationKind.CLASS_TEACHERS, ()),
    ("Чет тилдер", AssociationKind.SUBJECT, ("english", "russian")),
)
OFFICES = (Role.DIRECTOR, Role.DEPUTY_OTI, Role.DEPUTY_UPBRINGING, Role.HEAD_OF_STUDIES, Role.METHODIST)
MEMBERS_EACH = 6
CLASS_TEACHERS_TEACH = ("history",)
APPOINTED = 6  # days from the order that creates an association to the one that appoints its head
CAREFUL = frozenset({Habit.EXEMPLARY, Habit.STEADY})


@dataclass(slots=True)
class Cast:
    """Everyone of a school by what they do."""

    secretary: Person
    offices: dict[Role, Person] = field(default_factory=dict)
    associations: list[tuple[Body, list[Person]]] = field(default_factory=list)
    council: tuple[Body, list[Person]] | None = None


def gather(*, by: Actor, story: Story, since: date, chance: random.Random) -> Cast:
    """Add the school's people, put them into offices, found its associations and its council."""
    size = len(_offices_of(story)) + 1 + story.associations * MEMBERS_EACH
    people = crowd(chance, size)
    cast = Cast(_person(by, people.pop(), chance, since))
    for role in _offices_of(story):
        cast.offices[role] = _person(by, people.pop(), chance, since)
        assign_office(
            by=by,
            person=cast.offices[role],
            role=role,
            valid_from=date(since.year - 4, 8, 15),
            order_number=f"{len(people)}-к",
        )
    assign_office(by=by, person=cast.secretary, role=Role.TEACHER, valid_from=date(since.year - 4, 8, 20))
    for number, plan in enumerate(ASSOCIATIONS[: story.associations], start=1):
        members = [
            _person(by, people.pop(), chance, since, subject=plan[2], taught=CLASS_TEACHERS_TEACH)
            for _ in range(MEMBERS_EACH)
        ]
        cast.associations.append((_association(by, story, number, plan, members, cast, since), members))
    cast.council = _council(by, story, cast, since)
    return cast


def _offices_of(story: Story) -> tuple[Role, ...]:
    """The offices of the school; the variant charter puts associations under a deputy for methodical work."""
    variant = "VARU" in story.modules.get("association", ())
    return (*OFFICES, Role.DEPUTY_METHODICAL) if variant and story.habit in CAREFUL else OFFICES


def _person(
    by: Actor,
    named: Named,
    chance: random.Random,
    since: date,
    subject: tuple[str, ...] = (),
    taught: tuple[str, ...] = (),
) -> Person:
    person = add_person(
        by=by,
        family_name=named.family,
        given_name=named.given,
        patronymic=named.patronymic,
        education=Education.HIGHER if chance.random() < 0.85 else Education.VOCATIONAL,
        subjects=[chance.choice(subject)] if subject else list(taught),
        joined_on=date(since.year - chance.randint(3, 20), 8, 20),
    )
    add_spell(by=by, person=person, valid_from=person.joined_on or since)
    return person


def _association(
    by: Actor,
    story: Story,
    number: int,
    plan: tuple[str, AssociationKind, tuple[str, ...]],
    members: list[Person],
    cast: Cast,
    since: date,
) -> Body:
    name, kind, subjects = plan
    created = date(since.year - 1, *((8, 20) if story.habit in CAREFUL else (9, 1)))
    body = create_body(
        by=by, kind=BodyKind.ASSOCIATION, name=name, created_on=created, association_kind=kind, subjects=subjects
    )
    about = ("body", body.pk)
    record_act(
        by=by,
        kind=ActKind.DECISION,
        purpose=Purpose.NUMBERS,
        act_date=created - timedelta(days=3),
        number=f"1/{number}",
        subject=about,
    )
    submission = None
    if story.habit is not Habit.LATE or number != 1:
        submission = record_act(
            by=by,
            kind=ActKind.SUBMISSION,
            purpose=Purpose.CREATE,
            act_date=created - timedelta(days=2),
            signed_by=cast.offices[Role.DEPUTY_OTI],
            signed_role=Role.DEPUTY_OTI,
            subject=about,
        )
    if story.habit in CAREFUL:
        _chosen(by, about, members[0], created)
    director = cast.offices[Role.DIRECTOR]
    record_act(
        by=by,
        kind=ActKind.ORDER,
        purpose=Purpose.CREATE,
        act_date=created,
        number=f"{40 + number}",
        signed_by=director,
        signed_role=Role.DIRECTOR,
        subject=about,
        basis=submission,
    )
    chair_order = record_act(
        by=by,
        kind=ActKind.ORDER,
        purpose=Purpose.APPOINT_HEAD,
        act_date=created + timedelta(days=APPOINTED),
        number=f"{60 + number}",
        signed_by=director,
        signed_role=Role.DIRECTOR,
        subject=about,
        persons=members[:1],
    )
    for person in members:
        add_member(by=by, body=body, person=person, role=MembershipRole.MEMBER, valid_from=created)
    add_member(
        by=by,
        body=body,
        person=members[0],
        role=MembershipRole.HEAD,
        valid_from=created + timedelta(days=APPOINTED),
        act=chair_order,
    )
    return body


def _chosen(by: Actor, about: tuple[str, int], head: Person, created: date) -> None:
    """The members elected the head, and the council agreed, before the order was made."""
    record_act(by=by, kind=ActKind.ELECTION, act_date=created + timedelta(days=2), subject=about, persons=[head])
    record_act(
        by=by,
        kind=ActKind.APPROVAL,
        purpose=Purpose.APPROVE_HEAD,
        act_date=created + timedelta(days=4),
        subject=about,
        persons=[head],
        decided_by=DecidingBody.COUNCIL,
    )


def _council(by: Actor, story: Story, cast: Cast, since: date) -> tuple[Body, list[Person]]:
    modules = story.modules.get("council", ())
    kind = CouncilKind.SCIENTIFIC_METHODICAL if "IMK" in modules else CouncilKind.METHODICAL
    name = "Илимий-методикалык кеңеш" if kind is CouncilKind.SCIENTIFIC_METHODICAL else "Усулдук кеңеш"
    created = date(since.year - 1, 9, 1)
    body = create_body(by=by, kind=BodyKind.COUNCIL, name=name, created_on=created, council_kind=kind)
    about = ("body", body.pk)
    director = cast.offices[Role.DIRECTOR]
    record_act(
        by=by,
        kind=ActKind.DECISION,
        purpose=Purpose.CREATE,
        act_date=date(created.year, 8, 30),
        number="2",
        subject=about,
    )
    order = record_act(
        by=by,
        kind=ActKind.ORDER,
        purpose=Purpose.MEMBERS,
        act_date=created,
        number="21",
        signed_by=director,
        signed_role=Role.DIRECTOR,
        subject=about,
    )
    chair = cast.offices[Role.DEPUTY_OTI] if "IMK" in modules else cast.offices[Role.METHODIST]
    if story.habit in CAREFUL:
        record_act(
            by=by,
            kind=ActKind.ORDER,
            purpose=Purpose.APPOINT_CHAIR,
            act_date=created,
            number="22",
            signed_by=director,
            signed_role=Role.DIRECTOR,
            subject=about,
            persons=[chair],
        )
    heads = [members[0] for _body, members in cast.associations]
    people = [chair, *heads, cast.offices[Role.DEPUTY_UPBRINGING], cast.offices[Role.HEAD_OF_STUDIES], cast.secretary]
    categories = {person.pk: MemberCategory.ASSOCIATION_HEADS for person in heads}
    for person in people:
        add_member(
            by=by,
            body=body,
            person=person,
            role=MembershipRole.MEMBER,
            valid_from=created,
            category=categories.get(person.pk, MemberCategory.ADMINISTRATION),
            act=order,
        )
    add_member(by=by, body=body, person=chair, role=MembershipRole.CHAIR, valid_from=created, act=order)
    add_member(
        by=by, body=body, person=cast.secretary, role=MembershipRole.SECRETARY, valid_from=date(created.year, 9, 10)
    )
    return body, people
