"""The charter through the API: drafts, values inside the frame, clauses, the papers of the route, acknowledgements."""

from base64 import b64encode
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from docx import Document

from tests import cast, doors
from tests.doors import send

DRAFT = "/api/v1/charter-versions/2/"
NOTICE = "council.agenda_notice_days"
TEN = {"value": 10, "reason": "Эки смена"}


@pytest.fixture
def program(db: None, today: date) -> Client:
    """A program that may write drafts of the charter, but not bring one into force."""
    scopes = ("school:read", "charter:write")
    return doors.program(cast.HOST_A, doors.token("bakyt", *scopes, school_id=cast.SCHOOL_A_ID))


def test_a_value_is_set_on_the_version_that_was_seen(program: Client) -> None:
    seen = send(program, "GET", DRAFT)
    assert (seen.status_code, seen["ETag"], seen.json()["stage"]) == (200, '"1"', "draft")
    changed = send(program, "PUT", f"{DRAFT}values/{NOTICE}/", TEN, **{"if-match": '"1"'})
    assert (changed.status_code, changed["ETag"]) == (200, '"2"')
    assert [(row["key"], row["value"]) for row in changed.json()["values"]] == [(NOTICE, 10)]
    late = send(program, "PUT", f"{DRAFT}values/{NOTICE}/", TEN | {"value": 9}, **{"if-match": '"1"'})
    assert (late.status_code, late.json()["code"]) == (412, "core.changed_meanwhile")
    rule = send(program, "GET", f"{DRAFT}values/{NOTICE}/?council=methodical").json()
    assert (rule["parameter"]["state"], rule["parameter"]["value"], "CN-7" in rule["checks"]) == ("own", 10, True)
    cleared = send(program, "DELETE", f"{DRAFT}values/{NOTICE}/")
    assert cleared.json()["values"] == []


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        (f"values/{NOTICE}/", TEN | {"value": -1}, 422, "charter.value_unusable"),
        (f"values/{NOTICE}/", {"value": 10}, 422, "api.fields_invalid"),
        ("values/council.agenda_notise_days/", TEN, 422, "charter.parameter_unknown"),
        (f"choices/{NOTICE}/", {"module": "MK", "reason": "?"}, 422, "charter.choice_without_conflict"),
    ],
)
def test_what_cannot_be_saved(program: Client, path: str, body: dict[str, object], status: int, code: str) -> None:
    answer = send(program, "PUT", f"{DRAFT}{path}", body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert send(program, "GET", DRAFT).json()["version"] == 1


def test_clauses(program: Client) -> None:
    own = {"module": "MK", "number": "7.10", "text": {"ky": "Онлайн болот."}, "after": "mk.7.7"}
    added = send(program, "POST", f"{DRAFT}clauses/", own, **{"idempotency-key": "clauses-01"})
    again = send(program, "POST", f"{DRAFT}clauses/", own, **{"idempotency-key": "clauses-01"})
    assert (added.status_code, added.json(), again.json()) == (201, again.json(), added.json())
    twice = send(program, "POST", f"{DRAFT}clauses/", own)
    assert (twice.status_code, twice.json()["code"]) == (422, "charter.number_twice")
    keys = [row["key"] for row in send(program, "GET", f"{DRAFT}clauses/?module=MK").json()]
    assert keys.index("own-1") == keys.index("mk.7.7") + 1
    written = send(program, "PATCH", f"{DRAFT}clauses/mk.7.4/", {"text": {"ru": "Ежемесячно."}}).json()
    assert (written["text"]["ru"], written["changed"]) == ("Ежемесячно.", True)
    out = send(program, "PATCH", f"{DRAFT}clauses/mk.7.4/", {"left_out": True}).json()
    assert out["left_out"] is True
    assert send(program, "DELETE", f"{DRAFT}clauses/own-1/").status_code == 204
    parts = {row["part"] for row in send(program, "GET", f"{DRAFT}difference/").json()}
    assert parts == {"clause"}


def test_the_route_needs_the_director_and_binds_the_content(program: Client, bakyt: Client) -> None:
    protocol = send(program, "POST", f"{DRAFT}consider/", {"act_date": "2026-11-12", "number": "3"})
    assert protocol.status_code == 201
    assert protocol.json()["fingerprint"] == send(program, "GET", DRAFT).json()["fingerprint"]
    order = {"act_date": "2026-11-16", "number": "44", "signed_by": 1}
    assert send(program, "POST", f"{DRAFT}approve/", order).status_code == 403
    assert send(bakyt, "POST", f"{DRAFT}approve/", order).status_code == 201
    send(program, "PUT", f"{DRAFT}values/{NOTICE}/", TEN)
    stale = send(program, "GET", DRAFT).json()
    assert (stale["stage"], stale["approved_valid"]) == ("needs_again", False)
    assert [row["key"] for row in stale["changed_since"]] == [NOTICE]
    refused = send(bakyt, "POST", f"{DRAFT}in-force/", {"valid_from": "2026-12-01"})
    assert (refused.status_code, refused.json()["code"]) == (409, "charter.not_approved")
    send(program, "DELETE", f"{DRAFT}values/{NOTICE}/")
    held = send(bakyt, "POST", f"{DRAFT}in-force/", {"valid_from": "2026-12-01"})
    assert (held.status_code, held.json()["stage"]) == (201, "coming")
    late = send(program, "PUT", f"{DRAFT}values/{NOTICE}/", TEN)
    assert (late.status_code, late.json()["code"]) == (409, "charter.not_a_draft")


def test_acknowledgements(program: Client, aida: Client) -> None:
    path = "/api/v1/charter-versions/1/acknowledgements/"
    missing = [row["person"] for row in send(aida, "GET", path).json() if row["signed_on"] is None]
    assert 3 in missing
    mine = send(aida, "POST", path, {"person": 3, "signed_on": "2026-11-20"})
    assert (mine.status_code, mine.json()["on_paper"]) == (201, False)
    foreign = send(aida, "POST", path, {"person": 5, "signed_on": "2026-11-20"})
    assert (foreign.status_code, foreign.json()["code"]) == (403, "core.not_permitted")
    assert send(program, "POST", path, {"person": 5, "signed_on": "2026-11-19", "on_paper": True}).status_code == 201
    left = [row["person"] for row in send(aida, "GET", path).json() if row["signed_on"] is None]
    assert sorted(left) == sorted(set(missing) - {3, 5})


def docx_with(line: str) -> str:
    """A Word file with one line, in Base64."""
    paper, made = Document(), BytesIO()
    paper.add_paragraph(line)
    paper.save(made)
    return b64encode(made.getvalue()).decode()


def test_the_charter_as_a_file_in_the_common_form_and_in_the_schools_own(program: Client, reader: Client) -> None:
    path = "/api/v1/charter-versions/1/document"
    assert reader.get(f"{path}.pdf").content.startswith(b"%PDF")
    assert reader.get(f"{path}.odt").status_code == 404
    assert reader.get(f"{path}.docx?language=de").json()["code"] == "api.parameter_invalid"
    template = "/api/v1/charter-template/"
    seen = send(reader, "GET", template).json()
    assert (seen["name"], "school" in seen["places"]) == (None, True)
    good = {"name": "үлгү.docx", "content": docx_with("Мектеп: {{ school }}")}
    assert send(reader, "PUT", template, good).status_code == 403
    assert send(program, "PUT", template, good).json()["name"] == "үлгү.docx"
    words = Document(BytesIO(reader.get(f"{path}.docx").content)).paragraphs[0].text
    assert words == "Мектеп: №1 орто мектеп"
    for bad, code in (("{{ teachers }}", "charter.template_unusable"), ("{{", "charter.template_unusable")):
        refused = send(program, "PUT", template, good | {"content": docx_with(bad)})
        assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert send(program, "PUT", template, good | {"content": "§"}).json()["code"] == "api.fields_invalid"
    assert send(program, "DELETE", template).status_code == 204
    assert send(reader, "GET", template).json()["name"] is None
