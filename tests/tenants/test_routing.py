"""From a host name to a school, out of memory."""

import json
import threading
import uuid
from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from tenants import routing
from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import School, SchoolHost
from tenants.routing import directory, directory_changed, normalise_host
from tenants.scope import SchoolRef
from tests import cast
from usul.middleware import HostMiddleware

FLOOD = 300


@pytest.fixture
def cache_down(settings: "pytest.FixtureRequest") -> Iterator[None]:
    """A cache at an address where nobody listens."""
    dead = {**settings.CACHES["shared"], "LOCATION": "redis://127.0.0.1:1/1"}
    settings.CACHES = {**settings.CACHES, "shared": dead}
    yield
    del caches["shared"]


def ask(host: str, path: str = "/api/v1/sittings", method: str = "GET") -> HttpResponse:
    """What the first door answers; 200 when it lets the request in."""
    request: HttpRequest = RequestFactory().generic(method, path, headers={"host": host})
    return HostMiddleware(lambda _request: HttpResponse(b"in"))(request)


def rename(school_id: uuid.UUID, slug: str) -> None:
    with public_scope():
        School.objects.filter(pk=school_id).update(slug=slug)


@pytest.mark.parametrize(
    ("raw", "host"),
    [
        ("school-a.localhost", "school-a.localhost"),
        ("School-A.LOCALHOST:8000", "school-a.localhost"),
        ("school-a.localhost.", "school-a.localhost"),
        (" school-a.localhost ", "school-a.localhost"),
        ("[::1]:8000", "[::1]"),
        ("", ""),
    ],
)
def test_a_host_is_compared_without_port_case_and_trailing_dot(raw: str, host: str) -> None:
    assert normalise_host(raw) == host


def test_each_host_leads_to_its_school(db: None) -> None:
    assert [directory.school_at(f"school-{letter}.localhost").id for letter in "ab"] == [
        cast.SCHOOL_A_ID,
        cast.SCHOOL_B_ID,
    ]
    assert directory.school_at("school-c.localhost") is None
    assert directory.school_at("localhost") is None
    assert [school.slug for school in directory.schools()] == ["school-a", "school-b"]
    assert directory.school_with_slug("school-b").id == cast.SCHOOL_B_ID
    assert directory.school(uuid.uuid4()) is None


def test_a_flood_of_unknown_hosts_costs_no_query(db: None) -> None:
    directory.schools()
    with CaptureQueriesContext(connection) as queries:
        answers = {ask(f"x{number}.example", "/").status_code for number in range(FLOOD)}
        problem = ask("nobody.example")
    assert answers == {404}
    assert problem.status_code == 404
    assert json.loads(problem.content)["code"] == "web.unknown_host"
    assert len(queries) == 0


def test_a_change_is_seen_at_once_by_the_process_that_made_it(db: None, school_a: SchoolRef) -> None:
    rename(school_a.id, "renamed")
    assert directory.school(school_a.id).slug == "school-a"
    directory_changed()
    assert directory.school(school_a.id).slug == "renamed"


def test_a_row_that_names_another_ones_schema_closes_its_own_school_alone(
    db: None, school_a: SchoolRef, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever can write the directory still cannot lead one school's host into another one's records."""
    with public_scope():
        School.objects.filter(pk=school_a.id).update(schema_name="s_elsewhere")
    directory_changed()
    assert directory.school(school_a.id) is None
    assert directory.school_at("school-a.localhost") is None
    assert directory.school_at("school-b.localhost").id == cast.SCHOOL_B_ID
    assert "directory.row_refused" in caplog.text


def test_another_process_hears_of_a_change_through_the_generation(db: None, school_a: SchoolRef) -> None:
    other = routing.Directory()
    assert other.school(school_a.id).slug == "school-a"
    rename(school_a.id, "renamed")
    directory_changed()
    other._asked_at = float("-inf")
    assert other.school(school_a.id).slug == "renamed"


def test_without_a_change_the_directory_is_not_read_again(db: None, school_a: SchoolRef) -> None:
    directory.school(school_a.id)
    directory._asked_at = float("-inf")
    with CaptureQueriesContext(connection) as queries:
        directory.school(school_a.id)
    assert len(queries) == 0


def test_with_the_cache_down_hosts_are_still_found(db: None, cache_down: None, school_a: SchoolRef) -> None:
    directory.forget()
    assert directory.school_at("school-a.localhost") is not None
    rename(school_a.id, "renamed")
    directory_changed()
    assert directory.school(school_a.id).slug == "renamed"


def test_many_threads_load_it_once(committed_db: None) -> None:
    fresh = routing.Directory()
    loads: list[float] = []
    load = fresh._load

    def counted(generation: str, now: float) -> routing.Snapshot:
        loads.append(now)
        return load(generation, now)

    fresh._load = counted
    found: list[object] = []

    def ask() -> None:
        found.append(fresh.school_at("school-a.localhost"))
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(loads) == 1
    assert {school.slug for school in found} == {"school-a"}


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (SchoolStatus.SUSPENDED, 403),
        (SchoolStatus.CLOSED, 403),
        (SchoolStatus.PROVISIONING, 503),
        (SchoolStatus.FAILED, 503),
    ],
)
def test_a_school_not_in_use_is_refused_to_programs(
    db: None, school_a: SchoolRef, status: SchoolStatus, answer: int
) -> None:
    with public_scope():
        School.objects.filter(pk=school_a.id).update(status=status)
    directory_changed()
    response = ask("school-a.localhost")
    assert response.status_code == answer
    assert "school-a" not in json.loads(response.content)["detail"]


def test_a_school_open_for_reading_refuses_writes(db: None, school_a: SchoolRef) -> None:
    with public_scope():
        School.objects.filter(pk=school_a.id).update(status=SchoolStatus.SUSPENDED_READONLY)
    directory_changed()
    response = ask("school-a.localhost", method="POST")
    assert response.status_code == 403
    assert json.loads(response.content)["code"] == "web.school_reading_only"
    assert ask("school-a.localhost").content == b"in"


def test_a_second_host_of_a_school_leads_to_it_too(db: None, school_b: SchoolRef) -> None:
    with public_scope():
        SchoolHost.objects.create(domain="mektep.example", tenant_id=school_b.id, is_primary=False)
    directory_changed()
    assert directory.school_at("MEKTEP.example:443").id == school_b.id
