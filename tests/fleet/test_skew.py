"""What people and programs see while a school's tables and the running code are of different versions."""

import time
from dataclasses import replace

import pytest
from django.test import Client

from tenants.fleet.run import migrate_fleet
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast, doors
from tests.fleet.conftest import Fleet
from tests.fleet.releases import COLUMN, Releases
from tests.fleet.test_run import QUICK

HOST = "school-a.localhost"
BREAKING = 'migrations.RenameField("person", "family_name", "surname")'


@pytest.fixture
def reader(committed_db: None) -> Client:
    """A program that may read school A."""
    return doors.program(HOST, doors.token("bakyt", "school:read", school_id=cast.SCHOOL_A_ID))


def test_a_school_behind_the_code_answers_503_and_says_when_to_come_back(
    releases: Releases, reader: Client, school_a: SchoolRef
) -> None:
    assert reader.get("/api/v1/people/").status_code == 200
    releases.add(COLUMN.format(name="first"))
    directory.forget()
    answer = reader.get("/api/v1/people/")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert answer.json()["code"] == "web.school_being_updated"
    page = doors.stranger(HOST).get("/", headers={"accept-language": "ru"})
    assert (page.status_code, page.headers["Retry-After"]) == (503, "30")
    assert school_a.name("ky") in page.content.decode()
    assert doors.stranger("localhost").get("/").status_code < 500
    assert migrate_fleet(course=QUICK).complete
    assert reader.get("/api/v1/people/").status_code == 200


def test_a_request_overtaken_by_a_breaking_migration_is_no_500(
    fleet: Fleet, people_releases: Releases, reader: Client
) -> None:
    people_releases.add(BREAKING)
    assert migrate_fleet(course=QUICK).complete
    people_releases.remove_last()  # the running code is still the earlier one
    reader.raise_request_exception = False
    assert directory.may_serve(directory.school(cast.SCHOOL_A_ID)) is False
    snapshot = directory._snapshot
    # what this process knew a moment ago, before it has heard of the migration
    directory._snapshot, directory._asked_at = replace(snapshot, unserved=frozenset()), time.monotonic()
    answer = reader.get("/api/v1/people/")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert answer.json()["code"] == "web.school_being_updated"
