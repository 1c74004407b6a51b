"""Calendar feeds as a calendar program reads them."""

import re
from datetime import date

import pytest
from django.test import Client
from icalendar import Calendar

from apps.accounts.models import User
from apps.bodies.models import Membership
from apps.core.actor import Actor
from apps.people.models import Person
from apps.sittings.domain.plan import announce_sitting, cancel_sitting
from apps.sittings.domain.resolutions import complete_resolution
from apps.sittings.models import Resolution, Sitting
from tenants.context import in_school, public_scope
from tenants.models import Access
from tenants.scope import SchoolRef
from tests import cast, doors, stage


def addresses(client: Client) -> list[str]:
    """Feeds on the page of preferences, as paths."""
    found = re.findall(
        r">http://school-a\.localhost(?::\d+)?(/calendar/[^<]+)<", client.get("/notices/settings/").content.decode()
    )
    return [path.replace("&amp;", "&") for path in found]


@pytest.fixture
def aida(school: SchoolRef, today: date) -> Client:
    """The secretary of the council, with feeds."""
    client = doors.signed_in("aida", cast.HOST_A)
    client.cookies["usul_language"] = "ru"
    assert addresses(client) == []
    assert client.post("/notices/feed/", {"do": "renew"}).status_code == 302
    return client


def events(path: str, host: str = cast.HOST_A) -> dict[str, dict[str, str]]:
    """The events of a feed by their names; read without any session."""
    answer = doors.stranger(host).get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return {
        str(event["uid"]).partition("@")[0]: {
            "sequence": str(event["sequence"]),
            "status": str(event["status"]),
            "summary": str(event["summary"]),
            "start": event["dtstart"].to_ical().decode(),
        }
        for event in Calendar.from_ical(answer.content).walk("VEVENT")
    }


def test_a_person_has_a_feed_of_everything_and_one_for_each_body(aida: Client) -> None:
    everything, council = addresses(aida)
    found = events(everything)
    assert found == {
        "sitting-2": {
            "sequence": "0",
            "status": "CONFIRMED",
            "summary": "Методикалык кеңеш: заседание № 1",
            "start": "20261015T080000Z",
        },
        "sitting-4": {
            "sequence": "1",
            "status": "CONFIRMED",
            "summary": "Методикалык кеңеш: заседание № 2",
            "start": "20261127T093000Z",
        },
    }
    assert events(council) == found


def test_a_moved_sitting_stays_the_same_event_and_a_cancelled_one_is_struck_out(
    aida: Client, school: SchoolRef, by: Actor
) -> None:
    path = addresses(aida)[0]
    with in_school(school):
        announce_sitting(by=by, sitting=Sitting.objects.get(pk=4), announced_on=cast.TODAY, for_day=date(2026, 12, 4))
    moved = events(path)["sitting-4"]
    assert (moved["sequence"], moved["start"], moved["status"]) == ("2", "20261204T093000Z", "CONFIRMED")
    with in_school(school):
        cancel_sitting(by=by, sitting=Sitting.objects.get(pk=4), reason="Карантин")
    struck = events(path)["sitting-4"]
    assert (struck["sequence"], struck["status"]) == ("3", "CANCELLED")


def test_own_tasks_stand_there_until_they_are_done(aida: Client, school: SchoolRef, by: Actor) -> None:
    everything, council = addresses(aida)
    with in_school(school):
        Resolution.objects.filter(pk=3).update(responsible=stage.SECRETARY)
    task = events(everything)["resolution-3"]
    assert (task["start"], task["summary"], task["status"]) == (
        "20261201",
        "Срок: Насаатчылар дайындалсын",
        "CONFIRMED",
    )
    assert "resolution-3" not in events(council)
    with in_school(school):
        complete_resolution(by=by, resolution=Resolution.objects.get(pk=3), done_on=cast.TODAY)
    assert events(everything)["resolution-3"]["status"] == "CANCELLED"


def test_whoever_leaves_the_body_keeps_its_past_and_loses_its_future(aida: Client, school: SchoolRef) -> None:
    path = addresses(aida)[0]
    with in_school(school):
        Membership.objects.filter(body=2, person=stage.SECRETARY).update(valid_until=date(2026, 11, 1))
    assert set(events(path)) == {"sitting-2"}


def test_an_address_is_secret_and_ends(aida: Client, school: SchoolRef) -> None:
    everything, council = addresses(aida)
    assert events(everything)
    aida.post("/notices/feed/", {"do": "renew"})
    assert doors.stranger(cast.HOST_A).get(everything).status_code == 404
    newer, _newer_council = addresses(aida)
    assert events(newer)
    with in_school(school):
        Person.objects.filter(pk=stage.SECRETARY).update(left_on=cast.TODAY)
    assert doors.stranger(cast.HOST_A).get(newer).status_code == 404
    with in_school(school):
        Person.objects.filter(pk=stage.SECRETARY).update(left_on=None)
    aida.post("/notices/feed/", {"do": "end"})
    assert doors.stranger(cast.HOST_A).get(newer).status_code == 404
    assert doors.stranger(cast.HOST_A).get(council).status_code == 404


def test_a_feed_ends_with_the_access_of_its_account(aida: Client) -> None:
    everything, council = addresses(aida)
    assert events(everything)
    with public_scope():
        Access.objects.filter(user__username="aida").update(valid_until=cast.TODAY)
    assert {doors.stranger(cast.HOST_A).get(path).status_code for path in (everything, council)} == {404}
    with public_scope():
        Access.objects.filter(user__username="aida").update(valid_until=None)
        User.objects.filter(username="aida").update(is_active=False)
    assert {doors.stranger(cast.HOST_A).get(path).status_code for path in (everything, council)} == {404}


def test_an_address_of_one_school_opens_nothing_at_another(aida: Client, school: SchoolRef) -> None:
    everything, council = addresses(aida)
    other = doors.signed_in("daniyar", cast.HOST_B)
    assert other.post("/notices/feed/", {"do": "renew"}).status_code == 302
    for path in (everything, council, everything.replace("/3/", "/2/"), council.replace("/2.ics", "/1.ics")):
        assert doors.stranger(cast.HOST_B).get(path).status_code == 404
    assert doors.stranger(cast.HOST_A).get(council.replace("/2.ics", "/1.ics")).status_code == 404


def test_an_unchanged_feed_is_not_sent_again(aida: Client) -> None:
    path = addresses(aida)[0]
    first = doors.stranger(cast.HOST_A).get(path)
    again = doors.stranger(cast.HOST_A).get(path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
