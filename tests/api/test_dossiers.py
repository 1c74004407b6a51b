"""Dossiers, cards, folders and control books through the API."""

from datetime import date

import pytest
from django.test import Client

from tests import cast, doors, stage_dossiers
from tests.doors import send

PAPER = {"body": 1, "year": 2026, "item": "internal_control", "filed_on": "2026-11-19", "place": "2-шкаф"}


def program(who: str, *scopes: str) -> Client:
    return doors.program(cast.HOST_A, doors.token(who, "school:read", *scopes, school_id=cast.SCHOOL_A_ID))


@pytest.fixture
def keeper(db: None, today: date) -> Client:
    return program("bakyt", "dossiers:write", "cards:write")


@pytest.fixture
def reader(db: None, today: date) -> Client:
    return program("bakyt")


def test_a_paper_is_filed_once_seen_in_the_dossier_and_taken_off(keeper: Client, reader: Client) -> None:
    assert send(reader, "POST", "/api/v1/filed-papers/", PAPER).json()["code"] == "core.not_permitted"
    first, again = (
        send(keeper, "POST", "/api/v1/filed-papers/", PAPER, **{"idempotency-key": "papers-0001"}) for _ in range(2)
    )
    assert (first.status_code, again["Idempotency-Replayed"], first.json()) == (201, "true", again.json())
    number = first.json()["id"]
    seen = send(keeper, "GET", "/api/v1/bodies/1/dossier/?year=2026").json()
    by_item = {row["item"]: row for row in seen["contents"]}
    assert (by_item["internal_control"]["filed"], by_item["order_create"]["record"]["type"]) == (number, "act")
    assert seen["done"] < seen["wanted"]
    late = send(keeper, "POST", f"/api/v1/filed-papers/{number}/take-off/", {"reason": "x"}, **{"if-match": '"7"'})
    assert (late.status_code, late.json()["code"]) == (412, "core.changed_meanwhile")
    off = send(keeper, "POST", f"/api/v1/filed-papers/{number}/take-off/", {"reason": "жаңылыш"}, **{"if-match": '"1"'})
    assert (off.status_code, off.json()["item"]) == (200, "internal_control")
    gone = send(keeper, "GET", "/api/v1/deletions/?type=filed_paper").json()["results"]
    assert [row["id"] for row in gone] == [number]
    wrong = send(keeper, "POST", "/api/v1/filed-papers/", PAPER | {"year": 2011})
    assert (wrong.status_code, wrong.json()["code"]) == (404, "calendar.no_such_year")
    assert send(keeper, "GET", "/api/v1/studies/").json()["listed"] is False


def test_the_dossier_itself_is_described_under_its_version(keeper: Client) -> None:
    seen = send(keeper, "GET", "/api/v1/bodies/1/dossier/")
    given = {"place": "3-шкаф", "week_alone": True}
    done = send(keeper, "PUT", "/api/v1/bodies/1/dossier/", given, **{"if-match": seen["ETag"]})
    assert (done.status_code, done.json()["place"], done.json()["week_alone"]) == (200, "3-шкаф", True)
    late = send(keeper, "PUT", "/api/v1/bodies/1/dossier/", given, **{"if-match": '"9"'})
    assert late.json()["code"] == "core.changed_meanwhile"
    early = send(keeper, "PUT", "/api/v1/studies/", {"stored_on": "2026-11-19"})
    assert early.json()["code"] == "dossier.stored_before_end"


def test_personal_data_need_their_own_right(keeper: Client, reader: Client) -> None:
    lines = send(reader, "GET", "/api/v1/cards/?body=1")
    assert stage_dossiers.PHONE not in lines.content.decode()
    assert {row["person"]: "phone" in row["answered"] for row in lines.json()["results"]} == {
        4: False, 5: True, 6: False, 7: False, 8: False,
    }  # fmt: skip
    own = program("erkin")
    assert send(own, "GET", "/api/v1/people/5/card/").json()["code"] == "core.not_permitted"
    seen = send(keeper, "GET", "/api/v1/people/5/card/")
    assert seen.json()["phone"] == stage_dossiers.PHONE
    card = {"birth_date": "1985-03-14", "phone": stage_dossiers.PHONE, "none_of": ["awards"]}
    filled = send(keeper, "PUT", "/api/v1/people/5/card/", card, **{"if-match": seen["ETag"]})
    assert (filled.status_code, filled.json()["none_of"]) == (200, ["awards"])
    changed = send(keeper, "GET", "/api/v1/cards/?modified_since=2020-01-01T00:00:00Z").json()["results"]
    assert [row["person"] for row in changed] == [5]


def test_a_folder_and_a_control_book_go_their_way(keeper: Client) -> None:
    act = {"handed_on": "2026-11-19", "receiver": "Райархив", "act_number": "4"}
    done = send(keeper, "POST", "/api/v1/folders/1/hand-over/", act, **{"if-match": '"1"'})
    assert (done.status_code, done.json()["state"]) == (200, "handed_over")
    assert send(keeper, "POST", "/api/v1/folders/1/hand-over/", act).json()["code"] == "folder.moved"
    rows = send(keeper, "GET", "/api/v1/folders/?state=handed_over").json()["results"]
    assert [row["id"] for row in rows] == [2, 1]
    entry = {"on": "2026-11-19", "finding": "Текшерилди", "person": 5}
    written = send(keeper, "POST", "/api/v1/control-books/1/entries/", entry)
    assert (written.status_code, written.json()["person"]) == (201, 5)
    followed = send(keeper, "POST", "/api/v1/control-entries/1/followed/", {"on": "2026-11-19"})
    assert followed.json()["done_on"] == "2026-11-19"
    assert (
        send(keeper, "POST", "/api/v1/control-books/1/close/", {"on": "2026-11-20"}).json()["closed_on"] == "2026-11-20"
    )
