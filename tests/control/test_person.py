"""What is known of one person, and that no model with people in it is forgotten."""

import json
from dataclasses import replace

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from apps.audit.models import Event
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.people.models import Person
from tenants.context import in_school
from tenants.roles import tenant_models
from tenants.scope import SchoolRef
from tests import stage
from usul.control import personal
from usul.control.domain.person import person_document


def test_every_model_says_whether_it_knows_people() -> None:
    labels = {model._meta.label for model in tenant_models()}
    listed, waived = set(personal.OF_A_PERSON), set(personal.WITHOUT_PEOPLE)
    assert labels == listed | waived
    assert not listed & waived
    for model in tenant_models():
        if any(field.related_model is Person for field in model._meta.fields) or model is Person:
            assert model._meta.label in listed


def test_a_person_gets_everything_that_is_theirs_and_nothing_of_others(
    db: None, operator: Actor, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    with in_school(school_a):
        head = Person.objects.get(pk=stage.HEAD)
        Event.objects.create(action="x", subject_type="x", actor_name="x", door="task", actor_id=head.user_id)
        others = set(Person.objects.exclude(pk=head.pk).values_list("family_name", flat=True))
    document = person_document(by=operator, school=school_a, person_id=stage.HEAD)
    text = json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False)
    assert head.family_name in text
    assert not [name for name in others if f'"{name}"' in text]
    assert {"people.Person", "people.RoleHolding", "bodies.Membership", "sittings.Attendance"} <= set(
        document["records"]
    )
    assert [row["pk"] for row in document["records"]["people.Person"]] == [stage.HEAD]
    with in_school(school_a):
        deputy = Person.objects.get(pk=stage.DEPUTY)
    account = person_document(by=operator, school=school_a, person_id=deputy.pk)["account"]
    assert [user["username"] for user in account["user"]] == ["bakyt"]
    assert "password" not in json.dumps(account, cls=DjangoJSONEncoder)
    assert len(account["accesses"]) == 1


def test_it_is_asked_for_by_someone_who_may(db: None, operator: Actor, school_a: SchoolRef) -> None:
    with pytest.raises(Fault, match="not_permitted"):
        person_document(by=replace(operator, permissions=frozenset()), school=school_a, person_id=1)
    with pytest.raises(Person.DoesNotExist):
        person_document(by=operator, school=school_a, person_id=999)
