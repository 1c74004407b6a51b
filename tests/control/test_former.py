"""What a merged school left, in the pages of its successor: read by those who keep the staff register, changed by nobody."""

from datetime import date

import pytest
from django.test import Client

from apps.acts.models import Act
from apps.core.actor import Actor
from apps.people.models import Person
from tenants.context import in_school, public_scope
from tenants.models import School
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast, doors
from tests.control.conftest import NOW
from tests.control.test_doors_web import text_of
from usul.control.domain import lifecycle

FORMER = "/former/school-b/"


@pytest.fixture
def merged(db: None, today: date, operator: Actor, school_a: SchoolRef, school_b: SchoolRef) -> list[str]:
    """School B is merged into school A; family names of the people it had."""
    with in_school(school_b):
        names = list(Person.objects.values_list("family_name", flat=True))
    with public_scope():
        left, into = School.objects.get(pk=school_b.id), School.objects.get(pk=school_a.id)
        lifecycle.merge_school(by=operator, school=left, into=into, on=today, now=NOW, reason="Оптималдаштыруу")
    directory.forget()
    return names


@pytest.fixture
def bakyt(merged: list[str]) -> Client:
    return doors.signed_in("bakyt", cast.HOST_A)


def test_people_and_papers_of_the_merged_school_are_read(bakyt: Client, merged: list[str], school_b: SchoolRef) -> None:
    with in_school(school_b):
        act = Act.objects.exclude(text="").first() or Act.objects.first()
        assert act is not None
        Act.objects.filter(pk=act.pk).update(title="Мурунку мектептин буйругу", text="Биринчи сап")
    assert FORMER in text_of(bakyt, "/former/")
    page = text_of(bakyt, FORMER)
    assert all(name in page for name in merged)
    assert "Мурунку мектептин буйругу" in text_of(bakyt, f"{FORMER}?show=acts")
    assert "Биринчи сап" in text_of(bakyt, f"{FORMER}acts/{act.pk}/")
    assert text_of(bakyt, f"{FORMER}?show=minutes")
    assert bakyt.post(FORMER, {"x": "1"}).status_code == 405
    for missing in ("/former/school-a/", "/former/none/", f"{FORMER}acts/99999/", f"{FORMER}minutes/99999/"):
        assert bakyt.get(missing).status_code == 404


def test_the_way_there_is_shown_where_there_is_something_to_read(bakyt: Client) -> None:
    assert 'href="/former/"' in text_of(bakyt, "/people/")
    teacher = doors.signed_in("erkin", cast.HOST_A)
    assert 'href="/former/"' not in text_of(teacher, "/people/")
    assert [teacher.get(path).status_code for path in ("/former/", FORMER)] == [403, 403]


def test_a_school_that_took_nothing_over_reads_of_nobody(db: None, today: date) -> None:
    client = doors.signed_in("bakyt", cast.HOST_A)
    assert "No school was merged into this one" in text_of(client, "/former/")
    assert client.get(FORMER).status_code == 404
    assert 'href="/former/"' not in text_of(client, "/people/")
    assert doors.stranger(cast.HOST_A).get("/former/").status_code == 302
