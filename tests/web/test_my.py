"""First screens: whoever comes in sees what is asked of them."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.bodies.models import Membership
from apps.compliance.domain.evaluate import evaluate_years
from apps.people.models import Person
from apps.sittings.models import AgendaItem, Attendance, Proposal, Resolution, Sitting
from tenants.context import in_school
from tenants.routing import directory
from tests import cast, doors, stage


def at_school() -> "in_school":
    found = directory.school(cast.SCHOOL_A_ID)
    assert found is not None
    return in_school(found)


def selects(client: Client, path: str) -> int:
    """How many times a page asks the database."""
    with CaptureQueriesContext(connection) as asked:
        response = client.get(path)
    assert response.status_code == 200
    assert len(response.content) < 50_000
    return len([one for one in asked if one["sql"].startswith(("SELECT", "("))])


@pytest.fixture
def head(erkin: Client) -> Client:
    """Erkin leads the association, on the day of the test."""
    with at_school():
        Membership.objects.filter(body=1, role="head").update(person=stage.TEACHER)
    return erkin


@pytest.mark.parametrize(
    ("who", "place"),
    [("bakyt", ""), ("aida", "/bodies/2/desk/"), ("erkin", "/my/"), ("erkin as head", "/bodies/1/desk/")],
)
def test_each_comes_to_the_own_screen(db: None, today: date, who: str, place: str) -> None:
    if who == "erkin as head":
        with at_school():
            Membership.objects.filter(body=1, role="head").update(person=stage.TEACHER)
    answer = doors.signed_in(who.partition(" ")[0], cast.HOST_A).get("/")
    assert answer.get("Location", "") == place
    assert answer.status_code == (302 if place else 200)


def test_a_teacher_sees_tasks_and_meetings(erkin: Client) -> None:
    with at_school():
        Resolution.objects.filter(pk=2).update(responsible=stage.TEACHER)
        Sitting.objects.filter(pk=4).update(body=1, number=9)
    html = erkin.get("/my/").content.decode()
    assert "Ачык сабактын графиги түзүлсүн" in html
    assert "Насаатчылар дайындалсын" not in html
    assert 'href="/sittings/4/"' in html
    answer = erkin.post("/resolutions/2/done/", {"done_on": "2026-11-20", "next": "/my/"})
    assert (answer.status_code, answer["Location"]) == (302, "/my/")
    assert "Ачык сабактын графиги түзүлсүн" not in erkin.get("/my/").content.decode()


def test_the_desk_of_a_head(head: Client) -> None:
    with at_school():
        Sitting.objects.filter(pk=4).update(body=1, number=9)
        for sitting in (1, 3):
            Attendance.objects.filter(sitting=sitting, person=8).update(present=False)
        Resolution.objects.filter(pk=2).update(responsible=stage.TEACHER)
    html = head.get("/bodies/1/desk/").content.decode()
    assert html.count('class="button button--primary"') == 1
    assert "эки жолу катары менен катышкан эмес" in html
    assert "Ысмаилова" in html
    assert html.index("Ысмаилова") < html.index("Исаева")
    assert "Ачык сабактын графиги түзүлсүн" in html
    assert "/sittings/3/#minutes" in html


def test_the_desk_of_a_secretary(aida: Client) -> None:
    with at_school():
        Proposal.objects.create(body_id=2, text="Жаш мугалимдер жөнүндө", offered_on=cast.TODAY, offered_by_id=6)
        Resolution.objects.create(sitting_id=2, number=9, text="Ээсиз токтом")
    html = aida.get("/bodies/2/desk/").content.decode()
    assert "Жаш мугалимдер жөнүндө" in html
    assert "Ээсиз токтом" in html
    assert "5 адамдын 0 ачты" in html
    assert re.search("[1-9] сунуш күтүүдө", html)
    assert re.findall("route__step--(\\w+)", html)[:3] == ["current", "done", "todo"]


def test_supplements_the_print_kit_and_the_archive_stand_on_the_desks(head: Client, aida: Client) -> None:
    with at_school():
        AgendaItem.objects.create(sitting_id=4, position=9, text="Кечиккен маселе", announced_on=date(2026, 11, 19))
        evaluate_years(as_of=cast.TODAY, now=cast.NOON)
    html = aida.get("/bodies/2/desk/").content.decode()
    assert re.findall(r"([0-9]+) кошумча маселе", html) == ["1"]
    assert 'href="/sittings/4/kit.pdf"' in html
    assert "1 папканы архивге тапшырса болот" in html
    assert aida.get("/sittings/4/kit.pdf").content[:5] == b"%PDF-"
    desk = head.get("/bodies/1/desk/").content.decode()
    assert 'href="/bodies/1/dossier/list.pdf"' in desk
    assert "work__why" in desk[desk.index('href="/bodies/1/dossier/"') :]


def test_a_desk_without_a_sitting_tells_the_first_step(aida: Client) -> None:
    with at_school():
        Sitting.objects.filter(pk=4).delete()
    html = aida.get("/bodies/2/desk/").content.decode()
    assert 'href="/bodies/2/plan/"' in html


def test_a_desk_is_closed_to_others(erkin: Client, aida: Client) -> None:
    assert erkin.get("/bodies/1/desk/").status_code == 403
    assert aida.get("/bodies/1/desk/").status_code == 403
    assert aida.get("/bodies/99/desk/").status_code == 404


@pytest.mark.parametrize("more", [0, 2])
def test_the_first_screens_ask_the_same_however_much_there_is(head: Client, aida: Client, more: int) -> None:
    with at_school():
        for number in range(more):
            Resolution.objects.create(sitting_id=3, number=20 + number, text="Дагы", responsible_id=stage.TEACHER)
            Resolution.objects.create(sitting_id=2, number=20 + number, text="Дагы", responsible_id=6)
            Proposal.objects.create(body_id=2, text="Дагы", offered_on=cast.TODAY, offered_by_id=6, asker_id=1)
            AgendaItem.objects.create(sitting_id=4, position=20 + number, text="Дагы")
            person = Person.objects.create(family_name=f"Жаңы{number}", given_name="А")
            Membership.objects.create(body_id=1, person=person, role="member", valid_from=cast.TODAY)
    assert (selects(head, "/my/"), selects(head, "/bodies/1/desk/"), selects(aida, "/bodies/2/desk/")) == (8, 12, 12)
