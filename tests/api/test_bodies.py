"""Bodies through the API: the same verbs as the web, done once under a key, and only to what the program has seen."""

from datetime import date

import pytest
from django.test import Client

from tests import cast, doors
from tests.doors import send

NEW = {
    "kind": "association",
    "association_kind": "primary",
    "name": "Башталгыч класстар",
    "created_on": "2026-10-01",
    "subjects": ["primary"],
}


@pytest.fixture
def keeper(db: None, today: date) -> Client:
    """A program that may keep the bodies and record acts and sittings."""
    scopes = ("school:read", "bodies:write", "acts:write", "sittings:write")
    return doors.program(cast.HOST_A, doors.token("bakyt", *scopes, school_id=cast.SCHOOL_A_ID))


def test_a_body_is_entered_once_however_often_it_is_sent(keeper: Client) -> None:
    first = send(keeper, "POST", "/api/v1/bodies/", NEW, **{"idempotency-key": "bodies-0001"})
    again = send(keeper, "POST", "/api/v1/bodies/", NEW, **{"idempotency-key": "bodies-0001"})
    assert (first.status_code, again.status_code, again["Idempotency-Replayed"]) == (201, 201, "true")
    assert first.json() == again.json()
    other = send(keeper, "POST", "/api/v1/bodies/", NEW | {"name": "X"}, **{"idempotency-key": "bodies-0001"})
    assert (other.status_code, other.json()["code"]) == (422, "audit.key_reused")
    rows = send(keeper, "GET", "/api/v1/bodies/?kind=association").json()["results"]
    assert [row["name"] for row in rows] == ["Математика жана физика", "Башталгыч класстар"]


def test_a_change_needs_the_version_that_was_seen(keeper: Client) -> None:
    seen = send(keeper, "GET", "/api/v1/bodies/1/")
    assert seen["ETag"] == '"1"'
    new = {"name": "Математика"}
    changed = send(keeper, "PATCH", "/api/v1/bodies/1/", new, **{"if-match": seen["ETag"]})
    assert (changed.status_code, changed.json()["name"], changed["ETag"]) == (200, "Математика", '"2"')
    assert changed.json()["subjects"] == ["mathematics"]
    late = send(keeper, "PATCH", "/api/v1/bodies/1/", {"name": "Физика"}, **{"if-match": '"1"'})
    assert (late.status_code, late.json()["code"]) == (412, "core.changed_meanwhile")
    bad = send(keeper, "PATCH", "/api/v1/bodies/1/", new, **{"if-match": "1"})
    assert (bad.status_code, bad.json()["code"]) == (400, "api.tag_unusable")


def test_members_of_any_day(keeper: Client) -> None:
    end = send(keeper, "POST", "/api/v1/memberships/1/end/", {"valid_until": "2026-10-01", "reason": "которулду"})
    assert (end.status_code, end.json()["valid_until"]) == (201, "2026-10-01")
    people = {
        day: [row["person"] for row in send(keeper, "GET", f"/api/v1/bodies/1/?on={day}").json()["members"]]
        for day in ("2026-08-31", "2026-09-30", "2026-10-01")
    }
    assert {day: 4 in rows for day, rows in people.items()} == {
        "2026-08-31": False,
        "2026-09-30": True,
        "2026-10-01": False,
    }
    assert send(keeper, "GET", "/api/v1/bodies/1/?on=2026-9-1").json()["code"] == "api.parameter_invalid"
    added = send(keeper, "POST", "/api/v1/bodies/1/members/", {"person": 4, "role": "head", "valid_from": "2026-11-01"})
    assert (added.status_code, added.json()["code"]) == (409, "body.office_taken")


def test_the_way_to_an_office(keeper: Client) -> None:
    path = "/api/v1/candidacies/1/"
    early = send(keeper, "POST", f"{path}approve/", {"council": 2, "approved_on": "2026-11-18"})
    assert (early.status_code, early.json()["code"]) == (409, "body.step_impossible")
    elected = send(
        keeper, "POST", f"{path}elect/", {"elected_on": "2026-11-17", "count": {"yes": 5}}, **{"if-match": '"1"'}
    )
    assert (elected.status_code, elected.json()["state"]) == (201, "elected")
    approved = send(keeper, "POST", f"{path}approve/", {"council": 2, "approved_on": "2026-11-18"})
    assert approved.json()["state"] == "approved"
    unsigned = send(keeper, "POST", f"{path}appoint/", {"order_date": "2026-11-19", "valid_from": "2026-11-19"})
    assert (unsigned.status_code, unsigned.json()["code"]) == (403, "core.not_permitted")
    order = {"order_date": "2026-11-19", "valid_from": "2026-11-19", "paper": {"number": "55", "signed_by": 1}}
    done = send(keeper, "POST", f"{path}appoint/", order)
    assert (done.status_code, done.json()["state"]) == (201, "appointed")
    members = send(keeper, "GET", "/api/v1/bodies/1/").json()["members"]
    assert [row["person"] for row in members if row["role"] == "head"] == [6]
    asked = send(keeper, "GET", "/api/v1/eligibility/?person=6").json()
    assert [(row["check"], row["verdict"]) for row in asked] == [("HD-3", "NR"), ("HD-4", "NR")]


def test_directions_are_approved_as_they_stand(keeper: Client, bakyt: Client) -> None:
    path = "/api/v1/bodies/1/directions/?year=2026"
    first = send(keeper, "GET", path)
    assert (first.json()["approved"], first.json()["needed_again"]) == (False, False)
    approval = {"council": 2, "approved_on": "2026-11-18"}
    assert send(keeper, "POST", path.replace("?", "approval/?"), approval).json()["approved"] is True
    csrf = {"themes": "Окуу сабаттуулугу"}
    refused = send(keeper, "PUT", path, csrf)
    assert (refused.status_code, refused.json()["code"]) == (403, "core.not_permitted")
    assert send(bakyt, "PUT", path, csrf, **{"if-match": '"1"'}).status_code == 200
    again = send(keeper, "GET", path).json()
    assert (again["approved"], again["needed_again"], again["version"]) == (False, True, 2)
    assert again["changes"] == [
        {"place": "themes", "before": "Математика жана физика: тема", "now": "Окуу сабаттуулугу"}
    ]


def test_alerts_on_a_day(keeper: Client) -> None:
    assert send(keeper, "GET", "/api/v1/bodies/alerts/").json() == []
    send(keeper, "POST", "/api/v1/memberships/6/end/", {"valid_until": "2026-11-20"})
    (alert,) = send(keeper, "GET", "/api/v1/bodies/alerts/").json()
    assert (alert["kind"], alert["body"], alert["office"]) == ("vacant", 1, "head")


def test_a_teacher_reads_and_changes_nothing(erkin: Client) -> None:
    assert send(erkin, "GET", "/api/v1/bodies/1/candidacies/").status_code == 200
    for method, path, body in (
        ("POST", "/api/v1/bodies/", NEW),
        ("PATCH", "/api/v1/bodies/1/", {"name": "X"}),
        ("POST", "/api/v1/bodies/1/members/", {"person": 3, "valid_from": "2026-11-01"}),
        ("POST", "/api/v1/candidacies/1/elect/", {"elected_on": "2026-11-17"}),
        ("PUT", "/api/v1/bodies/1/directions/?year=2026", {"themes": "X"}),
    ):
        answer = send(erkin, method, path, body)
        assert (answer.status_code, answer.json()["code"]) == (403, "core.not_permitted"), path
