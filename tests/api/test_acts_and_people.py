"""Papers and staff through the API: the register, a paper from draft to revocation, a person from coming to leaving."""

from datetime import date

import pytest
from django.test import Client

from tests import cast, doors
from tests.doors import send

DRAFT = {
    "kind": "order",
    "purpose": "members",
    "body": 2,
    "act_date": "2026-11-20",
    "title": "Курамы жөнүндө",
    "text": "БУЙРУК КЫЛАМ",
}


@pytest.fixture
def gulnara(db: None, today: date) -> Client:
    """The director of school A in her browser."""
    return doors.signed_in("gulnara", cast.HOST_A)


def test_a_paper_from_draft_to_revocation(bakyt: Client, gulnara: Client) -> None:
    made = send(bakyt, "POST", "/api/v1/acts/drafts/", DRAFT, **{"idempotency-key": "draft-0001"})
    again = send(bakyt, "POST", "/api/v1/acts/drafts/", DRAFT, **{"idempotency-key": "draft-0001"})
    assert (made.status_code, again.json()["id"]) == (201, made.json()["id"])
    path = f"/api/v1/acts/{made.json()['id']}/"
    changed = send(bakyt, "PATCH", path, {"title": "Жаңы аталыш"}, **{"if-match": '"1"'})
    assert (changed.status_code, changed.json()["text"], changed["ETag"]) == (200, "БУЙРУК КЫЛАМ", '"2"')
    assert send(bakyt, "POST", f"{path}sign/", {"act_date": "2026-11-20"}).status_code == 403
    stale = send(gulnara, "POST", f"{path}sign/", {"act_date": "2026-11-20"}, **{"if-match": '"1"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "core.changed_meanwhile")
    signed = send(gulnara, "POST", f"{path}sign/", {"act_date": "2026-11-20"}, **{"if-match": '"2"'})
    assert (signed.status_code, signed.json()["number"], signed.json()["state"]) == (201, "13", "in_force")
    assert (signed.json()["signed_by"], signed.json()["signed_role"]) == (1, "director")
    refused = send(bakyt, "DELETE", path)
    assert (refused.status_code, refused.json()["code"]) == (409, "act.signed_here")
    paper = bakyt.get(f"{path}file/pdf/")
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    revoked = send(bakyt, "POST", f"{path}revoke/", {"revoked_on": "2026-11-20", "reason": "ката"})
    assert revoked.json()["revoked_on"] == "2026-11-20"
    listed = send(bakyt, "GET", "/api/v1/acts/?revoked=true&body=2").json()["results"]
    assert [row["number"] for row in listed] == ["13"]


def test_a_submission_is_answered(bakyt: Client, gulnara: Client) -> None:
    handed = send(bakyt, "POST", "/api/v1/acts/7/submit/", {"act_date": "2026-11-20"})
    assert (handed.status_code, handed.json()["state"]) == (201, "submitted")
    bare = send(gulnara, "POST", "/api/v1/acts/7/answer/", {"accept": False})
    assert (bare.status_code, bare.json()["code"]) == (422, "act.reply_missing")
    answered = send(gulnara, "POST", "/api/v1/acts/7/answer/", {"accept": False, "reply": "Негизи жок"})
    assert (answered.json()["state"], answered.json()["reply"]) == ("declined", "Негизи жок")


def test_bad_papers_are_refused_whole(bakyt: Client) -> None:
    before = len(send(bakyt, "GET", "/api/v1/acts/").json()["results"])
    for body, code in (
        ({"kind": "order", "act_date": "2026-11-21"}, "act.dated_in_future"),
        ({"kind": "order", "act_date": "2026-11-20", "number": "12"}, "act.number_taken"),
        ({"kind": "order", "act_date": "2026-11-20", "body": 99}, "core.not_found"),
    ):
        answer = send(bakyt, "POST", "/api/v1/acts/", body)
        problem = answer.json()
        codes = {problem["code"], *(row["code"] for row in problem.get("errors", ()))}
        assert code in codes, problem
    assert len(send(bakyt, "GET", "/api/v1/acts/").json()["results"]) == before
    used = send(bakyt, "DELETE", "/api/v1/acts/3/")
    assert (used.status_code, used.json()["code"]) == (409, "act.in_use")
    assert send(bakyt, "DELETE", "/api/v1/acts/6/").status_code == 204


def test_a_person_from_coming_to_leaving(bakyt: Client) -> None:
    new = {"family_name": "Абдыраева", "given_name": "Назгүл", "education": "higher", "subjects": ["physics"]}
    made = send(bakyt, "POST", "/api/v1/people/", new)
    assert made.status_code == 201
    path = f"/api/v1/people/{made.json()['id']}/"
    held = send(bakyt, "POST", f"{path}offices/", {"role": "methodist", "valid_from": "2026-11-01"})
    assert [row["role"] for row in held.json()["holdings"]] == ["methodist"]
    twice = send(bakyt, "POST", f"{path}offices/", {"role": "methodist", "valid_from": "2026-10-01"})
    assert (twice.status_code, twice.json()["code"]) == (409, "person.holding_overlaps")
    away = send(bakyt, "POST", f"{path}absences/", {"kind": "course", "valid_from": "2026-11-10"})
    assert away.json()["absences"][0]["kind"] == "course"
    changed = send(bakyt, "PATCH", path, {"subjects": ["mathematics"]}, **{"if-match": '"1"'})
    assert (changed.json()["subjects"], changed.json()["education"]) == (["mathematics"], "higher")
    late = send(bakyt, "PATCH", path, {"subjects": []}, **{"if-match": '"1"'})
    assert late.status_code == 412
    gone = send(bakyt, "POST", f"{path}leaving/", {"left_on": "2026-11-20"})
    assert (gone.json()["left_on"], gone.json()["holdings"][0]["valid_until"]) == ("2026-11-20", "2026-11-20")
