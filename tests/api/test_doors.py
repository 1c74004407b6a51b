"""Who gets in, and what a refusal looks like."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests import cast, doors
from tests.doors import send


def code_of(response: object) -> str:
    assert response["Content-Type"] == "application/problem+json"  # type: ignore[index]
    body = response.json()  # type: ignore[attr-defined]
    assert set(body) >= {"type", "title", "status", "detail", "code", "instance"}
    assert body["status"] == response.status_code  # type: ignore[attr-defined]
    return str(body["code"])


def test_a_stranger_is_asked_to_sign_in(db: None, today: date) -> None:
    response = send(doors.stranger(cast.HOST_A), "GET", "/api/v1/bodies/")
    assert (response.status_code, code_of(response)) == (401, "web.sign_in_needed")
    assert response["WWW-Authenticate"].startswith("Bearer")


def test_a_session_and_a_token_read_the_same(bakyt: Client, reader: Client) -> None:
    by_session = send(bakyt, "GET", "/api/v1/bodies/")
    by_token = send(reader, "GET", "/api/v1/bodies/")
    assert by_session.status_code == by_token.status_code == 200
    assert by_session.json() == by_token.json()
    assert [body["name"] for body in by_token.json()["results"]] == ["Математика жана физика", "Методикалык кеңеш"]


def test_a_session_of_another_school_is_none(db: None, today: date) -> None:
    forged = doors.signed_in("daniyar", cast.HOST_A, realm=doors.realm_of(cast.HOST_B))
    response = send(forged, "GET", "/api/v1/bodies/")
    assert (response.status_code, code_of(response)) == (401, "web.sign_in_needed")


def test_the_stranger_of_another_school_is_refused(db: None, today: date) -> None:
    response = send(doors.signed_in("daniyar", cast.HOST_A), "GET", "/api/v1/bodies/1/")
    assert (response.status_code, code_of(response)) == (403, "web.no_access_to_school")


@pytest.mark.parametrize("raw", ["", "x", "usul_" + "0" * 60, "ö" * 20])
def test_an_unknown_token_is_refused(db: None, today: date, raw: str) -> None:
    client = Client(headers={"host": cast.HOST_A})
    response = client.get("/api/v1/bodies/", HTTP_AUTHORIZATION=f"Bearer {raw}")
    assert response.status_code == 401


def test_a_token_of_school_b_opens_nothing_of_school_a(db: None, today: date) -> None:
    raw = doors.token("daniyar", "school:read", school_id=cast.SCHOOL_B_ID)
    assert send(doors.program(cast.HOST_B, raw), "GET", "/api/v1/bodies/").status_code == 200
    response = send(doors.program(cast.HOST_A, raw), "GET", "/api/v1/bodies/")
    assert (response.status_code, code_of(response)) == (403, "web.no_access_to_school")
    assert send(doors.program(cast.DISTRICT_HOST, raw), "GET", "/api/v1/districts/").status_code == 403


def test_a_token_of_the_district_opens_no_school(db: None, today: date) -> None:
    raw = doors.token("cholpon", "district:read", district_id=cast.DISTRICT_ID)
    assert send(doors.program(cast.DISTRICT_HOST, raw), "GET", "/api/v1/districts/").status_code == 200
    response = send(doors.program(cast.HOST_A, raw), "GET", "/api/v1/bodies/")
    assert (response.status_code, code_of(response)) == (403, "web.no_access_to_school")


def test_a_token_ends(db: None, today: date, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.utils import timezone

    raw = doors.token("bakyt", "school:read", school_id=cast.SCHOOL_A_ID, days=1)
    client = doors.program(cast.HOST_A, raw)
    assert send(client, "GET", "/api/v1/school/").status_code == 200
    monkeypatch.setattr(timezone, "now", lambda: cast.NOON + timedelta(days=2))
    response = send(client, "GET", "/api/v1/school/")
    assert (response.status_code, code_of(response)) == (401, "web.token_refused")


def test_a_reading_token_does_not_write(reader: Client) -> None:
    response = send(reader, "POST", "/api/v1/sittings/", {})
    assert (response.status_code, code_of(response)) == (403, "core.not_permitted")


def test_a_session_needs_the_csrf_token_to_write(db: None, today: date) -> None:
    client = doors.signed_in("aida", cast.HOST_A, enforce_csrf_checks=True)
    response = send(client, "POST", "/api/v1/sittings/", {})
    assert (response.status_code, code_of(response)) == (403, "api.csrf")


def test_an_unknown_host_is_unknown_to_programs_too(db: None, today: date) -> None:
    response = send(doors.stranger("nowhere.localhost"), "GET", "/api/v1/bodies/")
    assert (response.status_code, code_of(response)) == (404, "web.unknown_host")


@pytest.mark.parametrize(
    ("language", "words"),
    [("ky", "Адегенде кириңиз"), ("ru", "Сначала войдите"), ("en", "Sign in first"), ("de", "Адегенде кириңиз")],
)
def test_a_refusal_speaks_the_callers_language(db: None, today: date, language: str, words: str) -> None:
    response = send(doors.stranger(cast.HOST_A), "GET", "/api/v1/bodies/", **{"accept-language": language})
    assert words in response.json()["detail"]
