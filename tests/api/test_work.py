"""The year's work through the API: the same verbs as the web, done once under a key, and only to what the program has seen."""

from datetime import date

import pytest
from django.test import Client

from tests import cast, doors
from tests.doors import send

SEMINAR = {"body": 1, "kind": "seminar", "day": "2026-11-12", "title": "Баалоо", "seminar_kind": "practical"}


@pytest.fixture
def keeper(db: None, today: date) -> Client:
    """A program that may keep the year's work and record acts."""
    scopes = ("school:read", "work:write", "acts:write")
    return doors.program(cast.HOST_A, doors.token("bakyt", *scopes, school_id=cast.SCHOOL_A_ID))


def test_work_is_recorded_once_changed_by_version_and_removed(keeper: Client) -> None:
    first = send(keeper, "POST", "/api/v1/activities/", SEMINAR, **{"idempotency-key": "work-0001"})
    again = send(keeper, "POST", "/api/v1/activities/", SEMINAR, **{"idempotency-key": "work-0001"})
    assert (first.status_code, again["Idempotency-Replayed"], first.json()) == (201, "true", again.json())
    path = f"/api/v1/activities/{first.json()['id']}/"
    assert send(keeper, "GET", path)["ETag"] == '"1"'
    changed = send(keeper, "PATCH", path, {"note": "Жыйынтык"}, **{"if-match": '"1"'})
    assert (changed.status_code, changed.json()["title"], changed["ETag"]) == (200, "Баалоо", '"2"')
    late = send(keeper, "DELETE", path, **{"if-match": '"1"'})
    assert (late.status_code, late.json()["code"]) == (412, "core.changed_meanwhile")
    other = send(keeper, "PATCH", path, {"kind": "visit"})
    assert (other.status_code, other.json()["code"]) == (422, "activity.kind_stays")
    assert send(keeper, "DELETE", path, **{"if-match": '"2"'}).status_code == 204
    assert send(keeper, "GET", path).status_code == 404
    gone = send(keeper, "GET", "/api/v1/deletions/?type=activity").json()["results"]
    assert [row["id"] for row in gone] == [first.json()["id"]]


def test_what_is_wrong_stands_at_its_field(keeper: Client) -> None:
    bad = send(keeper, "POST", "/api/v1/activities/", SEMINAR | {"handed_on": "2026-11-12", "title": ""})
    assert bad.status_code == 422
    assert {(row["field"], row["code"]) for row in bad.json()["errors"]} == {
        ("handed_on", "activity.value_elsewhere"),
        ("title", "activity.value_missing"),
    }


def test_lists_know_their_filters(keeper: Client) -> None:
    rows = send(keeper, "GET", "/api/v1/activities/?kind=topic&person=8&year=2026").json()["results"]
    assert [(row["id"], row["lessons"]) for row in rows] == [(1, [])]
    for path in ("activities", "mentoring", "monthly-plans", "open-lessons"):
        url = f"/api/v1/{path}/?body=1&modified_since="
        assert len(send(keeper, "GET", f"{url}2026-01-01T00:00:00Z").json()["results"]) == 1, path
        assert send(keeper, "GET", f"{url}2099-01-01T00:00:00Z").json()["results"] == [], path


def test_a_pair_goes_its_way(keeper: Client) -> None:
    path = "/api/v1/mentoring/1/"
    order = {"act_date": "2026-10-26", "number": "77", "signed_by": 1}
    ordered = send(keeper, "POST", f"{path}order/", order)
    assert (ordered.status_code, ordered.json()["order"] is not None) == (201, True)
    assert send(keeper, "POST", f"{path}reports/", {"given_by": "young", "day": "2026-11-12"}).status_code == 201
    steps = {"mentor_plan_on": "2026-11-05", "young_plan_on": "2026-11-05"}
    changed = send(keeper, "PATCH", path, steps, **{"if-match": '"3"'})
    assert (changed.json()["proposed_on"], changed.json()["mentor_plan_on"]) == ("2026-10-22", "2026-11-05")
    kept = send(keeper, "DELETE", path)
    assert (kept.status_code, kept.json()["code"]) == (409, "mentoring.has_papers")
    new = send(keeper, "POST", "/api/v1/mentoring/", {"body": 1, "year": 2026, "mentor": 6, "young": 7})
    assert new.status_code == 201
    assert send(keeper, "DELETE", f"/api/v1/mentoring/{new.json()['id']}/").status_code == 204


def test_a_month_and_a_lesson(keeper: Client) -> None:
    month = {"body": 1, "month": "2027-02-14", "made_on": "2026-11-20", "items": [{"text": "Көргөзмө"}]}
    made = send(keeper, "POST", "/api/v1/monthly-plans/", month).json()
    assert [(row["text"], row["carried"]) for row in made["items"]] == [("Олимпиада", True), ("Көргөзмө", False)]
    path = f"/api/v1/monthly-plans/{made['id']}/"
    fewer = send(keeper, "PATCH", path, {"items": [{"text": "Көргөзмө", "done_on": "2026-11-20"}]})
    assert [row["done_on"] for row in fewer.json()["items"]] == ["2026-11-20"]
    assert send(keeper, "DELETE", path).status_code == 204
    lesson = "/api/v1/open-lessons/1/"
    early = send(keeper, "POST", lesson, {"step": "hold"})
    assert (early.status_code, early.json()["code"]) == (422, "open_lesson.held_in_future")
    assert send(keeper, "POST", lesson, {"step": "move", "reason": "карантин"}).status_code == 422
    assert send(keeper, "PATCH", lesson, {"class_name": "8-а"}).json()["class_name"] == "8-а"
    moved = send(keeper, "POST", lesson, {"step": "move", "day": "2026-12-11", "reason": "карантин"})
    assert (moved.json()["moved_from"], moved.json()["class_name"]) == (1, "8-а")
    settled = send(keeper, "DELETE", lesson)
    assert (settled.status_code, settled.json()["code"]) == (409, "open_lesson.settled")


def test_a_teacher_writes_her_own_and_a_reader_nothing(db: None, today: date) -> None:
    own = doors.signed_in("erkin", cast.HOST_A)
    topic = {"body": 1, "kind": "topic", "day": "2026-11-12", "title": "Топтук иш", "person": 4}
    assert send(own, "POST", "/api/v1/activities/", topic).status_code == 201
    assert send(own, "POST", "/api/v1/activities/", topic | {"person": 6}).status_code == 403
    assert send(own, "PATCH", "/api/v1/monthly-plans/1/", {"made_on": "2026-11-19"}).status_code == 403
    reader = doors.program(cast.HOST_A, doors.token("bakyt", "school:read", school_id=cast.SCHOOL_A_ID))
    assert send(reader, "POST", "/api/v1/activities/", SEMINAR).status_code == 403
    assert send(reader, "DELETE", "/api/v1/activities/1/").status_code == 403
