"""What systems read of the whole district."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.district.models import SchoolStanding
from tenants.context import public_scope
from tenants.models import District
from tests import cast, doors
from tests.doors import send

STANDINGS = "/api/v1/districts/sverdlov/standings/"


def test_standings_of_every_school(district_program: Client) -> None:
    body = send(district_program, "GET", STANDINGS).json()
    assert (body["district"], body["year"]) == ("sverdlov", 2026)
    assert body["coverage"]["schools"] == body["coverage"]["reporting"] == 2
    assert [row["slug"] for row in body["schools"]] == ["school-a", "school-b"]
    marks = {row["slug"]: {mark["check"]: mark["verdict"] for mark in row["marks"]} for row in body["schools"]}
    assert marks["school-a"]["AS-1"] == "LOST"
    assert marks["school-b"]["CN-7"] == "NR"
    assert body["schools"][0]["modules"] == {"association_charter": ["VARU"], "council_charter": ["MK"]}


def test_obligations_count_only_schools_that_regulate_the_point(district_program: Client) -> None:
    rows = send(district_program, "GET", "/api/v1/districts/sverdlov/obligations/", **{"accept-language": "en"}).json()
    by_check = {row["check"]: row for row in rows["obligations"]}
    assert by_check["CN-7"]["regulated"] == 1
    assert by_check["CN-7"]["counts"]["NR"] == 1
    for row in rows["obligations"]:
        decided = row["passed"] + row["failed"]
        assert row["share"] == (row["passed"] / decided if decided else None)
        assert row["title"] != row["check"]


def test_the_summary_of_a_school_holds_its_arguments_and_no_names(district_program: Client) -> None:
    response = send(district_program, "GET", "/api/v1/districts/sverdlov/schools/school-a/")
    body = response.json()
    cells = {cell["check"]: cell for cell in body["cells"]}
    assert set(cells) == {mark["check"] for mark in body["marks"]}
    assert sum(cells["ST-2"]["tally"].values()) == len(cells["ST-2"]["findings"])
    text = response.content.decode()
    for name in ("Садыкова", "Токтосунов", "Кадырова", "Жумалиев"):
        assert name not in text


def test_the_officer_and_the_reader_may_read(cholpon: Client, db: None, today: date) -> None:
    elmira = doors.signed_in("elmira", cast.DISTRICT_HOST)
    assert send(cholpon, "GET", STANDINGS).json() == send(elmira, "GET", STANDINGS).json()


def test_a_person_of_a_school_reads_no_district(db: None, today: date) -> None:
    response = send(doors.signed_in("bakyt", cast.DISTRICT_HOST), "GET", STANDINGS)
    assert (response.status_code, response.json()["code"]) == (403, "core.not_permitted")


def test_a_district_out_of_reach_does_not_exist(district_program: Client) -> None:
    with public_scope():
        District.objects.create(slug="lenin", name_ky="Ленин району")
    out_of_reach = send(district_program, "GET", "/api/v1/districts/lenin/standings/")
    nowhere = send(district_program, "GET", "/api/v1/districts/nowhere/standings/")
    assert out_of_reach.status_code == nowhere.status_code == 404
    assert out_of_reach.json()["detail"] == nowhere.json()["detail"]


def test_a_region_reaches_its_districts(db: None, today: date) -> None:
    with public_scope():
        region = District.objects.create(slug="chui", name_ky="Чүй облусу")
        District.objects.filter(pk=cast.DISTRICT_ID).update(parent=region)
    raw = doors.token("cholpon", "district:read", district_id=region.id)
    from tenants.routing import directory

    directory.forget()
    client = doors.program(cast.DISTRICT_HOST, raw)
    assert [row["slug"] for row in send(client, "GET", "/api/v1/districts/").json()] == ["chui", "sverdlov"]
    assert len(send(client, "GET", "/api/v1/districts/chui/standings/").json()["schools"]) == 2


def test_a_school_that_has_pushed_nothing_is_silent(district_program: Client) -> None:
    with public_scope():
        SchoolStanding.objects.filter(school_id=cast.SCHOOL_B_ID).delete()
    body = send(district_program, "GET", f"{STANDINGS}?year=2026").json()
    assert body["coverage"] | {"oldest": None, "newest": None} == {
        "schools": 2,
        "reporting": 1,
        "oldest": None,
        "newest": None,
    }
    row = body["schools"][1]
    assert (row["rhythm"], row["as_of"], row["marks"]) == ("silent", None, [])


@pytest.mark.parametrize("query", ["year=x", "year=99", "year=20266", "colour=red"])
def test_parameters(district_program: Client, query: str) -> None:
    assert send(district_program, "GET", f"{STANDINGS}?{query}").status_code == 400


def test_no_school_is_opened_for_the_district(district_program: Client) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert send(district_program, "GET", STANDINGS).status_code == 200
    text = " ".join(query["sql"] for query in queries)
    assert "_district" in text
    for school_id in (cast.SCHOOL_A_ID, cast.SCHOOL_B_ID):
        from tenants.scope import schema_name_of

        assert schema_name_of(school_id) not in text
