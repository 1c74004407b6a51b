"""Papers on their way through the API: once under a key, only to what was seen, removed with a trace."""

from datetime import date

import pytest
from django.test import Client

from tests import cast, doors
from tests.doors import send

NEW = {"kind": "experimental", "body": 1, "title": "STEM программасы", "person": 4, "year": 2026}


@pytest.fixture
def keeper(db: None, today: date) -> Client:
    """A program that may keep papers and sittings."""
    scopes = ("school:read", "sittings:write", "acts:write")
    return doors.program(cast.HOST_A, doors.token("bakyt", *scopes, school_id=cast.SCHOOL_A_ID))


def test_a_programme_on_its_way(keeper: Client, reader: Client) -> None:
    assert send(reader, "POST", "/api/v1/papers/", NEW).json()["code"] == "core.not_permitted"
    first = send(keeper, "POST", "/api/v1/papers/", NEW, **{"idempotency-key": "papers-0001"})
    again = send(keeper, "POST", "/api/v1/papers/", NEW, **{"idempotency-key": "papers-0001"})
    assert (first.status_code, again["Idempotency-Replayed"], first.json()) == (201, "true", again.json())
    assert [(step["body"], step["state"]) for step in first.json()["steps"]] == [
        ("council", "not_asked"),
        ("pedagogical_council", "ahead"),
    ]
    number = first.json()["id"]
    path = f"/api/v1/papers/{number}/"
    step = {"step": "agenda", "sitting": 4}
    stale = send(keeper, "POST", f"{path}steps/", step, **{"if-match": '"7"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "core.changed_meanwhile")
    asked = send(keeper, "POST", f"{path}steps/", step, **{"if-match": '"1"'}).json()
    assert (asked["version"], asked["steps"][0]["state"], asked["steps"][0]["day"]) == (2, "on_agenda", "2026-11-27")
    decision = send(keeper, "POST", "/api/v1/acts/", {"kind": "decision", "act_date": "2026-11-19", "number": "5"})
    linked = send(keeper, "POST", f"{path}steps/", {"step": "act", "act": decision.json()["id"]}).json()
    assert [one["decided_by"] for one in linked["decisions"]] == ["council", "pedagogical_council"]
    assert send(keeper, "DELETE", path).json()["code"] == "paper.in_use"
    put = {"title": "Башка"}
    assert send(keeper, "PUT", path, put).json()["code"] == "paper.decided"
    for one in linked["decisions"]:
        assert send(keeper, "POST", f"{path}steps/", {"step": "unlink", "link": one["link"]}).status_code == 201
    assert send(keeper, "PUT", path, put, **{"if-match": '"5"'}).json()["title"] == "Башка"
    assert send(keeper, "DELETE", path).status_code == 204
    gone = send(keeper, "GET", "/api/v1/deletions/?type=paper").json()["results"]
    assert [row["id"] for row in gone] == [number]


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ({"step": "agenda"}, "sitting"),
        ({"step": "unlink"}, "link"),
        ({"step": "unlink", "link": 99}, "core.not_found"),
        ({"step": "hand_in"}, "paper.no_such_step"),
        ({"step": "withdraw"}, "paper.reason_missing"),
        ({"step": "question", "item": 1, "kind": "order"}, "paper.act_unfit"),
        ({"step": "act", "act": 1}, "paper.act_unfit"),
    ],
    ids=lambda value: value if isinstance(value, str) else value["step"],
)
def test_a_step_that_cannot_be(keeper: Client, step: dict[str, object], code: str) -> None:
    answer = send(keeper, "POST", "/api/v1/papers/1/steps/", step)
    assert answer.status_code in (400, 404, 409, 422)
    assert code in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "found"), [("", [1]), ("?kind=individual_plan&body=1&year=2026&person=4", [1]), ("?kind=award", [])]
)
def test_the_list(reader: Client, query: str, found: list[int]) -> None:
    rows = send(reader, "GET", f"/api/v1/papers/{query}").json()["results"]
    assert [row["id"] for row in rows] == found
