"""Every route and method, called by everyone who must not get in: nothing of school A is shown, nothing of it is changed."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from apps.accounts.models import ApiToken, User
from apps.audit.models import Event
from tenants.context import in_school, public_scope
from tenants.models import School
from tenants.routing import directory
from tests import cast, doors
from tests.isolation.cases import KEY_OF_A, KEY_OF_B, KEY_OF_DISTRICT, METHODS, Case, names, path_of
from tests.isolation.district_routes import BATCH, BUNDLE, DISTRICT, JOB
from tests.isolation.school_routes import EXPORT, OWN_BUNDLE, SCHOOL
from usul.control.domain.bundles import place_of
from usul.control.enums import JobKind, JobState
from usul.control.models import Bundle, Job

# words that are stored in school A only: names of people, bodies, places
CANARIES = ("Садыкова", "Токтосунов", "Кадырова", "Өмүрбеков", "Ысмаилова", "Математика жана физика")
PLACES = {
    KEY_OF_A: {"school_id": cast.SCHOOL_A_ID},
    KEY_OF_B: {"school_id": cast.SCHOOL_B_ID},
    KEY_OF_DISTRICT: {"district_id": cast.DISTRICT_ID},
}
CLOSED = frozenset({401, 403, 404, 405})


@pytest.fixture(autouse=True)
def keys(request: pytest.FixtureRequest) -> None:
    """A key of school A, one of school B and one of the district; a failed job of school A."""
    if "db" not in request.fixturenames:
        return
    request.getfixturevalue("db")
    end = cast.NOON + timedelta(days=30)
    with public_scope():
        issuer = User.objects.get(username="bakyt")
        for digest, place in PLACES.items():
            token = ApiToken(digest=digest, token_key=digest[:15], user=issuer, expiry=end, name="program", **place)
            token.save(force_insert=True)
        Job.objects.create(
            pk=JOB,
            kind=JobKind.ONBOARD,
            school_id=cast.SCHOOL_A_ID,
            state=JobState.FAILED,
            requested_by="cholpon",
            requested_at=cast.NOON,
            batch=BATCH,
        )
        School.objects.filter(pk=cast.SCHOOL_B_ID).update(successor_id=cast.SCHOOL_A_ID)  # what it left is read at A
        Job.objects.create(
            pk=EXPORT, kind=JobKind.EXPORT, school_id=cast.SCHOOL_A_ID, requested_by="x", requested_at=cast.NOON
        )
        for pk, school in ((BUNDLE, None), (OWN_BUNDLE, cast.SCHOOL_A_ID)):
            bundle_on_record(pk, school)
    directory.forget()


def bundle_on_record(pk: str, school: UUID | None) -> None:
    """A bundle with a file in which school A can be read."""
    content = " ".join(CANARIES).encode()
    place_of(UUID(pk)).write_bytes(content)
    Bundle.objects.create(
        pk=pk,
        school_id=school,
        district_id=cast.DISTRICT_ID,
        told={
            "school": {"id": str(cast.SCHOOL_A_ID), "slug": "school-a", "name_ky": "№1"},
            "taken_at": "2026-11-20T12:00:00Z",
            "signer": "0" * 64,
            "tables": 1,
            "rows": 1,
            "files": 0,
        },
        size=len(content),
        made_by="meerim",
        made_at=cast.NOON,
        kept_until=cast.NOON + timedelta(days=30),
    )


def test_every_route_of_a_school_has_a_case() -> None:
    assert names(settings.SCHOOL_URLCONF) == set(SCHOOL)


def test_every_route_of_the_district_has_a_case() -> None:
    assert names(settings.ROOT_URLCONF) == set(DISTRICT)


def intruders_at_a() -> dict[str, Client]:
    """Everyone who must not get into school A."""
    daniyar_realm = doors.realm_of(cast.HOST_B)
    token_b = doors.token("daniyar", "school:read", "sittings:write", school_id=cast.SCHOOL_B_ID)
    district = doors.token("cholpon", "district:read", district_id=cast.DISTRICT_ID)
    return {
        "nobody": doors.stranger(cast.HOST_A),
        "the stranger's session of his own school": doors.signed_in("daniyar", cast.HOST_A, realm=daniyar_realm),
        "the stranger signed in here": doors.signed_in("daniyar", cast.HOST_A),
        "the district officer's session": doors.signed_in("cholpon", cast.HOST_A, realm=doors.PUBLIC_REALM),
        "the district officer signed in here": doors.signed_in("cholpon", cast.HOST_A),
        "a token of school B": doors.program(cast.HOST_A, token_b),
        "a token of the district": doors.program(cast.HOST_A, district),
    }


def intruders_at_the_district() -> dict[str, Client]:
    """Everyone who must not read the district."""
    token_a = doors.token("bakyt", "school:read", "sittings:write", school_id=cast.SCHOOL_A_ID)
    realm_a = doors.realm_of(cast.HOST_A)
    return {
        "nobody": doors.stranger(cast.DISTRICT_HOST),
        "a session of a school": doors.signed_in("bakyt", cast.DISTRICT_HOST, realm=realm_a),
        "the officer's session made at a school": doors.signed_in("cholpon", cast.DISTRICT_HOST, realm=realm_a),
        "a token of a school": doors.program(cast.DISTRICT_HOST, token_a),
    }


def traces() -> tuple[int, int]:
    """How many deeds school A has on record, and how many keys there are altogether."""
    school = directory.school(cast.SCHOOL_A_ID)
    assert school is not None
    with public_scope(readonly=True):
        keys = ApiToken.objects.filter(pk__in=PLACES).count()
    with in_school(school, readonly=True):
        return Event.objects.count(), keys


def call(client: Client, method: str, path: str, case: Case) -> tuple[int, str, str]:
    """Status, place redirected to, and text of the answer."""
    response = doors.send(client, method, path, case.body if method in ("POST", "PUT", "PATCH") else None)
    return response.status_code, response.get("Location", ""), text_of(response)


def text_of(response: HttpResponse) -> str:
    """What can be read in an answer; of a workbook, which is an archive, everything inside it."""
    if response.streaming:
        return b"".join(response.streaming_content).decode(errors="replace")
    if "spreadsheetml" not in response.get("Content-Type", "") or not response.content:
        return response.content.decode(errors="replace")
    with ZipFile(BytesIO(response.content)) as archive:
        return "".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


def is_closed(status: int, location: str) -> bool:
    return status in CLOSED or (status == 302 and location.startswith("/account/login/"))


@pytest.mark.parametrize("name", sorted(SCHOOL))
def test_nobody_else_gets_into_school_a(db: None, today: date, name: str) -> None:
    case, before = SCHOOL[name], traces()
    path = path_of(name, case, settings.SCHOOL_URLCONF)
    leaks = []
    for who, client in intruders_at_a().items():
        for method in METHODS:
            status, location, text = call(client, method, path, case)
            if any(word in text for word in CANARIES) or (not case.open and not is_closed(status, location)):
                leaks.append((who, method, status, location))
    assert leaks == []
    assert traces() == before


@pytest.mark.parametrize("name", sorted(DISTRICT))
def test_no_school_gets_into_the_district(db: None, today: date, name: str) -> None:
    case, before = DISTRICT[name], traces()
    path = path_of(name, case, settings.ROOT_URLCONF)
    leaks = []
    for who, client in intruders_at_the_district().items():
        for method in METHODS:
            status, location, text = call(client, method, path, case)
            if any(word in text for word in CANARIES) or (not case.open and not is_closed(status, location)):
                leaks.append((who, method, status, location))
    assert leaks == []
    assert traces() == before


@pytest.mark.parametrize("name", sorted(SCHOOL))
def test_the_same_numbers_at_school_b_show_school_b(db: None, today: date, name: str) -> None:
    case = SCHOOL[name]
    path = path_of(name, case, settings.SCHOOL_URLCONF)
    for method in METHODS:
        _status, _location, text = call(doors.signed_in("daniyar", cast.HOST_B), method, path, case)
        assert not any(word in text for word in CANARIES), method


OWNERS: tuple[tuple[str, dict[str, Case], str, Callable[[str], Client]], ...] = (
    ("school", SCHOOL, settings.SCHOOL_URLCONF, lambda who: doors.signed_in(who or "bakyt", cast.HOST_A)),
    ("district", DISTRICT, settings.ROOT_URLCONF, lambda who: doors.signed_in(who or "cholpon", cast.DISTRICT_HOST)),
)


@pytest.mark.parametrize(
    ("routes", "urlconf", "owner", "name"),
    [
        (routes, conf, owner, name)
        for _kind, routes, conf, owner in OWNERS
        for name in sorted(routes)
        if not routes[name].open
    ],
    ids=[
        f"{kind}-{name}" for kind, routes, _conf, _owner in OWNERS for name in sorted(routes) if not routes[name].open
    ],
)
def test_the_matrix_is_not_empty(
    db: None, today: date, routes: dict[str, Case], urlconf: str, owner: Callable[[str], Client], name: str
) -> None:
    """The same calls by their owner reach something: at least one method of each route answers."""
    case = routes[name]
    path = path_of(name, case, urlconf)
    answers = {method: call(owner(case.owner), method, path, case)[0] for method in METHODS}
    assert {answers["GET"], answers["POST"]} & {200, 201, 202, 302, 409, 422}, answers


def test_the_canaries_sing_for_their_owner(db: None, today: date) -> None:
    heard = "".join(
        call(
            doors.signed_in("bakyt", cast.HOST_A),
            "GET",
            path_of(name, SCHOOL[name], settings.SCHOOL_URLCONF),
            SCHOOL[name],
        )[2]
        for name in ("api_bodies", "api_people")
    )
    assert all(word in heard for word in CANARIES)
