"""What the web could do alone before: papers of a sitting, its pack, series, evidence of a resolution, the staff's comings and goings."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from tests import cast, doors, stage
from tests.doors import send

MONTHLY: dict[str, Any] = {
    "body": 2,
    "name": "Чейректик",
    "rhythm": {"months": [1, 2], "week": 5, "weekday": 4},
    "items": [{"text": "Жыйынтык", "kind": "report"}],
}


@pytest.fixture
def personnel(db: None, today: date) -> Client:
    """A personnel program of school A."""
    return doors.program(cast.HOST_A, doors.token("bakyt", "staff:write", school_id=cast.SCHOOL_A_ID))


def upload(client: Client, path: str, values: dict[str, Any], **headers: str) -> HttpResponse:
    return client.post(path, values, headers=headers)


def image(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, stage.SCAN, content_type="image/png")


def test_papers_come_in_and_become_a_pack(writer: Client) -> None:
    path = "/api/v1/sittings/4/"
    items = {row["text"]: row["id"] for row in send(writer, "GET", path).json()["items"]}
    item = items["Олимпиаданын биринчи баскычы"]
    same = {"idempotency-key": "paper-of-the-olympiad"}
    made = upload(writer, f"{path}files/", {"paper": image("жүрүшү.png"), "item": item}, **same)
    again = upload(writer, f"{path}files/", {"paper": image("жүрүшү.png"), "item": item}, **same)
    assert (made.status_code, made.json()["item"], again.json()) == (201, item, made.json())
    other = upload(writer, f"{path}files/", {"paper": image("башка.png"), "item": item}, **same)
    assert (other.status_code, other.json()["code"]) == (422, "audit.key_reused")
    listed = writer.get(f"{path}files/").json()
    assert [(row["name"], row["item"]) for row in listed] == [("маалымат.png", None), ("жүрүшү.png", item)]
    assert writer.get(f"{path}files/{made.json()['id']}/").content == stage.SCAN
    assert writer.get(f"/api/v1/sittings/2/files/{made.json()['id']}/").status_code == 404
    pack = send(writer, "POST", f"{path}pack/", {})
    assert (pack.status_code, pack.json()["kind"]) == (201, "pdf")
    assert writer.get(f"{path}files/{pack.json()['id']}/").content[:5] == b"%PDF-"


@pytest.mark.parametrize(
    ("values", "status", "code"),
    [
        ({"paper": SimpleUploadedFile("тизме.pdf", stage.SCAN)}, 415, "file.not_what_it_says"),
        ({"paper": SimpleUploadedFile("тизме.exe", b"MZ")}, 422, "file.name_unsafe"),
        ({"item": "1"}, 422, "api.fields_invalid"),
        ({"paper": image("а.png"), "more": "1"}, 422, "api.fields_invalid"),
        ({"paper": image("а.png"), "item": "999999"}, 404, "core.not_found"),
    ],
    ids=["another kind", "a program", "no file", "unknown field", "question of nobody"],
)
def test_papers_that_cannot_come_in(writer: Client, values: dict[str, Any], status: int, code: str) -> None:
    refused = upload(writer, "/api/v1/sittings/4/files/", values)
    assert (refused.status_code, refused.json()["code"]) == (status, code)


def test_a_series_is_set_up_planned_and_ended(writer: Client) -> None:
    made = send(writer, "POST", "/api/v1/series/", MONTHLY, **{"idempotency-key": "series-of-2026"})
    assert (made.status_code, made.json()["rhythm"]["week"]) == (201, 5)
    path = f"/api/v1/series/{made.json()['id']}/"
    planned = send(writer, "POST", path, {"step": "plan", "since": "2027-01-01"}, **{"if-match": '"1"'})
    assert planned.status_code == 201
    days = [send(writer, "GET", f"/api/v1/sittings/{pk}/").json()["planned_on"] for pk in planned.json()["sittings"]]
    assert days == ["2027-01-28", "2027-02-25"]
    written = {name: value for name, value in MONTHLY.items() if name != "body"} | {"place": "Кабинет"}
    assert send(writer, "PUT", path, written, **{"if-match": '"7"'}).json()["code"] == "core.changed_meanwhile"
    changed = send(writer, "PUT", path, written, **{"if-match": '"1"'})
    assert (changed.status_code, changed.json()["place"], changed.json()["version"]) == (200, "Кабинет", 2)
    assert send(writer, "POST", path, {"step": "end"}).json()["series"]["active"] is False
    listed = send(writer, "GET", "/api/v1/series/?active=false").json()["results"]
    assert [row["name"] for row in listed] == ["Чейректик"]


def test_a_resolution_is_done_once_with_its_proof(writer: Client) -> None:
    row = send(writer, "GET", "/api/v1/resolutions/2/")
    assert row["ETag"] == f'"{row.json()["version"]}"'
    stale = send(writer, "POST", "/api/v1/resolutions/2/done/", {"done_on": "2026-11-20"}, **{"if-match": '"9"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "resolution.changed_meanwhile")
    headers = {"if-match": row["ETag"], "idempotency-key": "done-with-a-photo"}
    for time in range(2):
        values = {"done_on": "2026-11-20", "result": "Илинди", "evidence": image("дубал.png")}
        done = upload(writer, "/api/v1/resolutions/2/done/", values, **headers)
        assert (done.status_code, done.json()["state"], done.get("Idempotency-Replayed")) == (
            200,
            "done",
            "true" if time else None,
        )
    [file] = writer.get("/api/v1/resolutions/2/files/").json()
    assert writer.get(f"/api/v1/resolutions/2/files/{file['id']}/").content == stage.SCAN
    assert writer.get("/api/v1/resolutions/2/excerpt.pdf").content[:5] == b"%PDF-"
    moved = {"due_on": "2026-12-20", "reason": "Оору"}
    first = send(writer, "POST", "/api/v1/resolutions/3/move/", moved, **{"idempotency-key": "moved-once-only"})
    assert (
        first.json()
        == send(writer, "POST", "/api/v1/resolutions/3/move/", moved, **{"idempotency-key": "moved-once-only"}).json()
    )


def test_the_staff_comes_goes_and_comes_back(personnel: Client) -> None:
    path = "/api/v1/people/8/"
    served = send(personnel, "POST", f"{path}service/", {"valid_from": "2015-09-01", "valid_until": "2020-09-01"})
    assert [row["valid_from"] for row in served.json()["service"]] == ["2015-09-01"]
    [absence] = served.json()["absences"]
    ended = send(personnel, "POST", f"/api/v1/absences/{absence['id']}/end/", {"valid_until": "2026-11-25"})
    assert (ended.status_code, ended.json()["valid_until"]) == (201, "2026-11-25")
    assert send(personnel, "POST", f"{path}leaving/", {"left_on": "2026-11-20"}).status_code == 201
    here = [row["id"] for row in send(personnel, "GET", "/api/v1/people/").json()["results"]]
    everyone = send(personnel, "GET", "/api/v1/people/?everyone=true").json()["results"]
    changed = send(personnel, "GET", "/api/v1/people/?modified_since=2026-11-19T00:00:00Z").json()["results"]
    assert 8 not in here
    assert ("2026-11-20" in {row["left_on"] for row in everyone}, 8 in {row["id"] for row in changed}) == (True, True)
    back = send(personnel, "POST", f"{path}return/", {"joined_on": "2026-12-01"})
    assert (back.status_code, back.json()["left_on"]) == (201, None)


def test_removed_drafts_are_told(bakyt: Client) -> None:
    assert send(bakyt, "DELETE", "/api/v1/acts/6/", **{"if-match": '"9"'}).status_code == 412
    assert send(bakyt, "DELETE", "/api/v1/acts/6/").status_code == 204
    assert send(bakyt, "DELETE", "/api/v1/charter-versions/2/").status_code == 204
    gone = send(bakyt, "GET", "/api/v1/deletions/").json()["results"]
    assert [(row["type"], row["id"]) for row in gone] == [("charter", 2), ("act", 6)]
