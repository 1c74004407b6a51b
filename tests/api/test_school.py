"""What programs read and record at a school."""

import pytest
from django.test import Client

from api.v1.document import PLACES, file_of, written
from tests import cast
from tests.doors import send

HELD = {
    "body": 1,
    "held_on": "2026-11-18",
    "announced_on": "2026-11-10",
    "place": "12-кабинет",
    "items": [
        {"text": "Ачык сабактардын графиги", "kind": "plan", "speaker": 5, "adopted": True},
        {"text": "Отчёт", "kind": "report", "vote": {"yes": 4, "no": 0, "abstained": 1}, "adopted": True},
    ],
    "attendance": [
        {"person": 4},
        {"person": 5},
        {"person": 6, "present": False, "reason": "оорусу"},
        {"person": 1, "kind": "invited"},
    ],
    "resolutions": [{"text": "График бекитилсин", "item": 1, "responsible": 5, "due_on": "2026-12-01"}],
    "minutes": {"signed_on": "2026-11-19", "chair": 5, "secretary": 6},
}


def test_a_recorded_sitting_reads_back_as_it_was_sent(writer: Client) -> None:
    made = send(writer, "POST", "/api/v1/sittings/", HELD)
    assert made.status_code == 201, made.content
    sitting = made.json()
    assert sitting == send(writer, "GET", f"/api/v1/sittings/{sitting['id']}/").json()
    assert (sitting["state"], sitting["year"], sitting["number"], sitting["place"]) == ("held", 2026, 3, "12-кабинет")
    assert [item["text"] for item in sitting["items"]] == ["Ачык сабактардын графиги", "Отчёт"]
    assert sitting["items"][1]["vote"] == {"yes": 4, "no": 0, "abstained": 1, "invited_ballots": 0}
    assert [(row["person"], row["kind"], row["present"]) for row in sitting["attendance"]] == [
        (4, "member", True),
        (5, "member", True),
        (6, "member", False),
        (1, "invited", True),
    ]
    assert sitting["resolutions"][0]["responsible"] == 5
    assert sitting["minutes"]["signed_on"] == "2026-11-19"


def test_signed_minutes_are_not_signed_again(writer: Client) -> None:
    signature = {"signed_on": "2026-11-20", "chair": 5}
    first = send(writer, "POST", "/api/v1/sittings/3/minutes/", signature)
    assert first.status_code == 201
    assert first.json()["minutes"]["signed_on"] == "2026-11-20"
    second = send(writer, "POST", "/api/v1/sittings/3/minutes/", signature | {"signed_on": "2026-11-19"})
    assert (second.status_code, second.json()["code"]) == (409, "sitting.minutes_signed")
    assert send(writer, "GET", "/api/v1/sittings/3/").json()["minutes"]["signed_on"] == "2026-11-20"


@pytest.mark.parametrize(
    ("day", "code"), [("2026-10-21", "sitting.signed_before_held"), ("2026-11-21", "sitting.signed_in_future")]
)
def test_minutes_are_signed_after_the_sitting_and_not_in_the_future(writer: Client, day: str, code: str) -> None:
    response = send(writer, "POST", "/api/v1/sittings/3/minutes/", {"signed_on": day})
    assert (response.status_code, response.json()["code"]) == (422, code)
    assert send(writer, "GET", "/api/v1/sittings/3/").json()["minutes"] is None


def test_a_planned_sitting_becomes_the_held_one(writer: Client) -> None:
    planned = send(writer, "GET", "/api/v1/sittings/4/").json()
    assert (planned["state"], planned["version"]) == ("announced", 2)
    body = {"body": 2, "sitting": 4, "held_on": "2026-11-20", "items": [{"text": "Отчёт"}]}
    early = send(writer, "POST", "/api/v1/sittings/", body)
    assert (early.status_code, early.json()["code"]) == (422, "sitting.held_before_planned")
    moved = {"step": "postpone", "to_day": "2026-11-20", "reason": "мурда өтөт"}
    assert send(writer, "POST", "/api/v1/sittings/4/steps/", moved).json()["state"] == "postponed"
    held = send(writer, "POST", "/api/v1/sittings/", body).json()
    assert (held["id"], held["state"], held["number"]) == (4, "held", planned["number"])
    again = send(writer, "POST", "/api/v1/sittings/", body)
    assert (again.status_code, again.json()["code"]) == (409, "sitting.already_held")


def test_a_secretary_may_record_for_her_own_body_only(aida: Client, erkin: Client) -> None:
    council = {"body": 2, "held_on": "2026-11-18", "items": [{"text": "Отчёт"}]}
    assert send(aida, "POST", "/api/v1/sittings/", council).status_code == 201
    association = send(aida, "POST", "/api/v1/sittings/", council | {"body": 1})
    assert (association.status_code, association.json()["code"]) == (403, "core.not_permitted")
    teacher = send(erkin, "POST", "/api/v1/sittings/", council)
    assert (teacher.status_code, teacher.json()["code"]) == (403, "core.not_permitted")


def test_pages_of_a_list_follow_each_other(reader: Client) -> None:
    first = send(reader, "GET", "/api/v1/sittings/?limit=3").json()
    assert [row["id"] for row in first["results"]] == [4, 3, 2]
    path = first["next"].removeprefix(f"http://{cast.HOST_A}")
    second = send(reader, "GET", path).json()
    assert [row["id"] for row in second["results"]] == [1]
    assert second["next"] is None


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("body=1", [3, 1]),
        ("state=announced", [4]),
        ("year=2026&held_from=2026-10-15&held_until=2026-10-22", [2]),
        ("year=2025", []),
    ],
)
def test_filters_of_sittings(reader: Client, query: str, ids: list[int]) -> None:
    rows = send(reader, "GET", f"/api/v1/sittings/?{query}").json()["results"]
    assert [row["id"] for row in rows] == ids


def test_findings_argue_in_the_language_of_the_caller(reader: Client) -> None:
    found = {}
    for language in ("ky", "ru", "en"):
        path = "/api/v1/findings/?current=true&check=ST-2&limit=1"
        [row] = send(reader, "GET", path, **{"accept-language": language}).json()["results"]
        found[language] = row["argument"]
        assert row["check"] == "ST-2"
        assert row["subject_type"] == "sitting"
        assert len(row["facts_fingerprint"]) >= 32
    assert len({argument["rule"] for argument in found.values()}) == 3
    assert all("5.5" in " ".join(argument["sources"]) for argument in found.values())


def test_the_policy_tells_its_provenance_and_its_gaps(reader: Client) -> None:
    policy = send(reader, "GET", "/api/v1/policy/?council=methodical", **{"accept-language": "en"}).json()
    by_key = {row["key"]: row for row in policy["parameters"]}
    assert policy["modules"] == ["VARU", "MK"]
    notice = by_key["council.agenda_notice_days"]
    assert (notice["state"], notice["value"]) == ("value", 7)
    assert [(source["module"], source["printed"]) for source in notice["sources"]] == [("MK", "7.5")]
    assert by_key["association.min_members"]["state"] == "LOST"
    assert by_key["head.eligibility.min_years"]["state"] == "SILENT"
    assert by_key["association.min_members"]["value"] is None
    assert any("VARU" in question for question in policy["questions"])
    before = send(reader, "GET", "/api/v1/policy/?on=2026-07-31").json()
    states = {row["key"]: row["state"] for row in before["parameters"]}
    assert (states["association.min_members"], states["council.agenda_notice_days"]) == ("missing", "missing")


@pytest.mark.parametrize("query", ["on=2026-02-30", "on=yesterday", "council=secret", "when=2026-01-01"])
def test_parameters_of_the_policy(reader: Client, query: str) -> None:
    assert send(reader, "GET", f"/api/v1/policy/?{query}").status_code == 400


def test_people_are_named_without_personal_data(reader: Client) -> None:
    rows = send(reader, "GET", "/api/v1/people/").json()["results"]
    assert len(rows) == 8
    assert all(set(row) == {"id", "family_name", "given_name", "patronymic", "left_on"} for row in rows)


@pytest.mark.parametrize("place", sorted(PLACES))
def test_the_committed_document_is_current(place: str) -> None:
    assert file_of(place).read_text(encoding="utf-8") == written(place)
