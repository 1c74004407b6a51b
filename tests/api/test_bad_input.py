"""Input that must get a clear answer and change nothing."""

import json
from typing import Any

import pytest
from django.test import Client

from apps.sittings.models import Sitting
from tenants.context import in_school
from tenants.routing import directory
from tests import cast
from tests.doors import send

HELD = {"body": 1, "held_on": "2026-11-18", "items": [{"text": "Отчёт", "kind": "report"}]}


def sittings() -> int:
    school = directory.school(cast.SCHOOL_A_ID)
    assert school is not None
    with in_school(school, readonly=True):
        return Sitting.objects.count()


def refused(client: Client, body: Any, **headers: str) -> tuple[int, str, dict[str, str]]:
    """Status, code, and codes by field of a refused record; nothing may have been stored."""
    before = sittings()
    response = send(client, "POST", "/api/v1/sittings/", body, **headers)
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert sittings() == before
    return response.status_code, problem["code"], {row["field"]: row["code"] for row in problem.get("errors", ())}


def with_(**changes: Any) -> dict[str, Any]:
    return HELD | changes


def test_a_sitting_of_the_future(writer: Client) -> None:
    assert refused(writer, with_(held_on="2026-11-21")) == (
        422,
        "sitting.held_in_future",
        {"held_on": "sitting.held_in_future"},
    )


@pytest.mark.parametrize("day", ["2019-10-01", "2026-04-01"])
def test_a_sitting_outside_every_known_year(writer: Client, day: str) -> None:
    status, _code, fields = refused(writer, with_(held_on=day, items=[{"text": "x"}]))
    assert status == 422
    assert "calendar.day_outside_every_year" in fields.values() or "body.not_at_work" in fields.values()


def test_someone_attends_who_is_no_member(writer: Client) -> None:
    status, code, fields = refused(writer, with_(attendance=[{"person": 4}, {"person": 1}]))
    assert (status, code, fields) == (
        422,
        "sitting.attendee_not_member",
        {"attendance.1": "sitting.attendee_not_member"},
    )


def test_someone_is_listed_twice(writer: Client) -> None:
    _status, _code, fields = refused(writer, with_(attendance=[{"person": 4}, {"person": 4}]))
    assert fields == {"attendance.1": "sitting.attendee_twice"}


def test_several_faults_are_told_at_once(writer: Client) -> None:
    status, code, fields = refused(
        writer,
        with_(
            announced_on="2026-11-19",
            attendance=[{"person": 1}],
            resolutions=[{"text": "x", "item": 7}, {"text": "y", "due_on": "2026-11-01"}],
        ),
    )
    assert (status, code) == (422, "api.fields_invalid")
    assert fields == {
        "announced_on": "sitting.announced_after",
        "attendance.0": "sitting.attendee_not_member",
        "resolutions.0.item": "sitting.item_unknown",
        "resolutions.1.due_on": "sitting.resolution_due_before_made",
    }


def test_more_votes_than_members_present_is_recorded_for_a_person_to_judge(writer: Client) -> None:
    body = with_(
        body=2,
        attendance=[{"person": 2}, {"person": 3}],
        items=[{"text": "Добуш", "adopted": True, "vote": {"yes": 9, "no": 0}}],
    )
    response = send(writer, "POST", "/api/v1/sittings/", body)
    assert response.status_code == 201
    assert response.json()["items"][0]["vote"] == {"yes": 9, "no": 0, "abstained": 0, "invited_ballots": 0}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", "api.json_malformed"),
        (b'{"body": 1,}', "api.json_malformed"),
        (b"\xff\xfe", "api.json_malformed"),
        (b'{"body": NaN}', "api.json_malformed"),
        (b'{"body": 1, "body": 2}', "api.json_malformed"),
        (b"[" * 100_000, "api.json_malformed"),
        (b'{"place": "a\\u0000b"}', "api.nul_character"),
        (b"[]", "api.fields_invalid"),
        (b'"text"', "api.fields_invalid"),
    ],
)
def test_bodies_that_cannot_be_read(writer: Client, body: bytes, code: str) -> None:
    assert refused(writer, body)[1] == code


def test_a_body_of_ten_megabytes(writer: Client) -> None:
    body = json.dumps(with_(place="x" * 10_000_000)).encode()
    assert refused(writer, body)[:2] == (413, "core.body_too_large")


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "multipart/form-data; boundary=x"])
def test_other_content_types(writer: Client, kind: str) -> None:
    before = sittings()
    response = writer.generic("POST", "/api/v1/sittings/", "{}", content_type=kind)
    assert (response.status_code, response.json()["code"]) == (415, "api.media_type")
    assert sittings() == before


def test_unknown_fields_are_named_with_the_nearest_known_one(writer: Client) -> None:
    before = sittings()
    response = send(writer, "POST", "/api/v1/sittings/", with_(held_onn="2026-11-18", colour="red"))
    details = {row["field"]: row["detail"] for row in response.json()["errors"]}
    assert set(details) == {"held_onn", "colour"}
    assert "held_on" in details["held_onn"].replace("held_onn", "")
    assert sittings() == before


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"held_on": "18.11.2026"}, "held_on"),
        ({"held_on": "2026-02-30"}, "held_on"),
        ({"held_on": 20261118}, "held_on"),
        ({"held_on": None}, "held_on"),
        ({"body": 99}, "body"),
        ({"body": "1e3"}, "body"),
        ({"body": True}, "body"),
        ({"body": 10**30}, "body"),
        ({"kind": "secret"}, "kind"),
        ({"items": []}, "items"),
        ({"items": [{"text": ""}]}, "items.0.text"),
        ({"items": [{"text": "x", "vote": {"yes": -1}}]}, "items.0.vote.yes"),
        ({"items": [{"text": "x", "vote": {"yes": 1, "maybe": 2}}]}, "items.0.vote.maybe"),
        ({"attendance": {"person": 1}}, "attendance"),
        ({"place": "x" * 500}, "place"),
    ],
)
def test_values_of_the_wrong_form(writer: Client, change: dict[str, Any], field: str) -> None:
    status, _code, fields = refused(writer, with_(**change))
    assert status == 422
    assert field in fields


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("cursor=zzz", "api.cursor_invalid"),
        ("cursor=cD1x", "api.cursor_invalid"),
        ("limit=0", "api.parameter_invalid"),
        ("limit=201", "api.parameter_invalid"),
        ("limit=ten", "api.parameter_invalid"),
        ("limit=٣", "api.parameter_invalid"),
        ("year=x", "api.parameter_invalid"),
        ("state=lost", "api.parameter_invalid"),
        ("held_from=2026-13-01", "api.parameter_invalid"),
        ("colour=red", "api.parameter_unknown"),
        ("body=1%00", "api.parameter_invalid"),
    ],
)
def test_parameters_of_a_list(reader: Client, query: str, code: str) -> None:
    response = send(reader, "GET", f"/api/v1/sittings/?{query}")
    assert (response.status_code, response.json()["code"]) == (400, code)


@pytest.mark.parametrize(
    "path", ["/api/v1/sittings/99/", "/api/v1/bodies/99/", "/api/v1/nothing/", "/api/v1/sittings/x/"]
)
def test_what_is_not_there(reader: Client, path: str) -> None:
    response = send(reader, "GET", path)
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_methods_that_are_not_offered(writer: Client, method: str) -> None:
    response = send(writer, method, "/api/v1/sittings/1/", {})
    assert response.status_code in (403, 405)
    assert response["Content-Type"] == "application/problem+json"


def test_a_form_of_answer_that_is_not_offered(reader: Client) -> None:
    response = send(reader, "GET", "/api/v1/bodies/", accept="text/csv")
    assert (response.status_code, response.json()["code"]) == (406, "api.not_acceptable")
