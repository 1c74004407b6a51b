"""A council sitting held by a program: planned, announced, opened, voted, closed and signed; each deed once, each change as seen."""

from typing import Any

import pytest
from django.test import Client

from tests.doors import send

PLAN = {"body": 2, "planned_on": "2026-11-20", "items": [{"text": "Отчёт"}]}


def deed(writer: Client, pk: int, key: str = "", **body: Any) -> tuple[int, dict[str, Any]]:
    headers = {"idempotency-key": key} if key else {}
    response = send(writer, "POST", f"/api/v1/sittings/{pk}/deeds/", body, **headers)
    return response.status_code, response.json()


def test_a_program_holds_a_sitting(writer: Client) -> None:
    made = send(writer, "POST", "/api/v1/sittings/plan/", PLAN, **{"idempotency-key": "plan-of-the-year-1"})
    again = send(writer, "POST", "/api/v1/sittings/plan/", PLAN, **{"idempotency-key": "plan-of-the-year-1"})
    assert (made.status_code, made.json()) == (201, again.json())
    sitting = made.json()
    pk, item = sitting["id"], sitting["items"][0]["id"]
    steps = f"/api/v1/sittings/{pk}/steps/"
    announced = {"step": "announce", "announced_on": "2026-11-20"}
    stale = send(writer, "POST", steps, announced, **{"if-match": '"7"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "sitting.changed_meanwhile")
    told = send(writer, "POST", steps, announced, **{"if-match": f'"{sitting["version"]}"'})
    assert (told.status_code, told.json()["state"]) == (201, "announced")
    assert deed(writer, pk, deed="open") == (201, {"state": "open"})
    for person in (2, 3, 5, 6):
        assert deed(writer, pk, deed="presence", person=person, state="present")[0] == 201
    first = deed(writer, pk, key="the-vote-on-item-1", deed="vote", item=item, yes=4)
    assert first == deed(writer, pk, key="the-vote-on-item-1", deed="vote", item=item, yes=4)
    assert first[1]["result"] == "adopted"
    assert deed(writer, pk, deed="vote", item=item, yes=1, seen=0)[1]["code"] == "sitting.row_changed"
    assert deed(writer, pk, deed="close")[1]["state"] == "held"
    signed = send(writer, "POST", f"/api/v1/sittings/{pk}/minutes/", {"signed_on": "2026-11-20", "chair": 2})
    minutes = signed.json()["minutes"]
    assert (minutes["state"], minutes["number"], minutes["secretary"]) == ("signed", 2, 3)
    wrong = send(writer, "POST", steps, {"step": "archive", "on": "2026-11-20"})
    assert (wrong.status_code, wrong.json()["code"]) == (409, "sitting.minutes_state")


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"step": "postpone", "reason": "x"}, 422, "to_day"),
        ({"step": "fly"}, 422, "step"),
        ({"step": "cancel", "reason": "x", "more": 1}, 422, "more"),
        ({"step": "answer", "answer": "perhaps"}, 422, "answer"),
    ],
)
def test_steps_that_cannot_be(writer: Client, body: dict[str, Any], status: int, field: str) -> None:
    response = send(writer, "POST", "/api/v1/sittings/4/steps/", body)
    assert (response.status_code, [row["field"] for row in response.json()["errors"]]) == (status, [field])
