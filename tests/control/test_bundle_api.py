"""Schools in and out as files, through the API: asked for, fetched, brought, looked through, loaded, compared."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.accounts.domain.accounts import issue_token
from apps.accounts.models import User
from apps.core.actor import Actor, Door
from apps.core.errors import Fault
from apps.core.permissions import Permission
from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import District, School
from tenants.portability import check_bundle
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast, doors
from tests.control.bundles import forget_school
from tests.control.conftest import NOW, Ask
from tests.control.test_bundle_doors import work
from usul.actors import system_actor
from usul.control.domain import bundles, moving
from usul.control.domain.bundles import place_of
from usul.control.enums import JobState
from usul.control.models import Bundle, Job

pytestmark = pytest.mark.xdist_group("files")
DESK = "/api/v1/districts/sverdlov/onboarding/"
SCHOOL = f"{DESK}schools/school-a/"
LIST_QUERIES = 3  # the key, the districts and the page; the school of its own list is found with one more


@pytest.fixture
def mover(committed_db: None, today: date) -> Client:
    """A program that takes schools out and brings them in."""
    raw = doors.token(cast.OPERATOR, "schools:move", district_id=cast.DISTRICT_ID)
    return doors.program(cast.DISTRICT_HOST, raw)


def answer(client: Client, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    response = doors.send(client, method, path, body)
    return response.status_code, response.json()


def bring(client: Client, content: bytes) -> tuple[int, Any]:
    response = client.post(f"{DESK}bundles/", {"file": SimpleUploadedFile("a.usul", content)})
    return response.status_code, response.json()


def fetched(client: Client, path: str) -> bytes:
    response = client.get(path)
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content)


def status_of(slug: str) -> str:
    school = directory.school_with_slug(slug)
    assert school is not None
    return school.status


def bundle_of(slug: str | None, number: int) -> Bundle:
    """A row of the list, made so many minutes after noon."""
    told: dict[str, Any] = {"school": {"id": str(cast.SCHOOL_A_ID), "slug": "school-a", "name_ky": "№1"}}
    told |= {"taken_at": NOW.isoformat(), "signer": "k", "tables": 1, "rows": 1, "files": 0}
    with public_scope():
        school = School.objects.get(slug=slug) if slug else None
        return Bundle.objects.create(
            school=school,
            district_id=cast.DISTRICT_ID,
            told=told,
            size=1,
            made_by="x",
            made_at=NOW + timedelta(minutes=number),
            kept_until=NOW + timedelta(days=7),
        )


def test_a_school_goes_out_and_is_loaded_beside_itself(mover: Client, tmp_path: Path) -> None:
    assert answer(mover, "POST", f"{SCHOOL}export/", {})[0] == 200
    assert answer(mover, "GET", f"{SCHOOL}bundles/") == (200, {"next": None, "previous": None, "results": []})
    assert work().state == JobState.DONE
    (row,) = answer(mover, "GET", f"{SCHOOL}bundles/")[1]["results"]
    assert (row["slug"], row["size"] > 0, row["rows"] > 0) == ("school-a", True, True)
    content = fetched(mover, f"{DESK}bundles/{row['id']}/file/")
    path = tmp_path / "fetched.usul"
    path.write_bytes(content)
    assert len(content) == row["size"]
    assert check_bundle(path, trusted=moving.trusted_keys()).school["slug"] == "school-a"

    status, brought = bring(mover, content)
    assert (status, brought["living"], brought["rows"]) == (201, "school-a", row["rows"])
    assert answer(mover, "GET", f"{DESK}bundles/{brought['id']}/") == (200, brought)
    assert [one["id"] for one in answer(mover, "GET", f"{DESK}bundles/")[1]["results"]] == [brought["id"]]
    assert answer(mover, "POST", f"{DESK}bundles/{brought['id']}/load/", {})[1]["code"] == "control.bundle_exists"
    status, job = answer(mover, "POST", f"{DESK}bundles/{brought['id']}/load/", {"beside": True})
    assert (status, job["kind"], job["compared"]) == (202, "restore", [])
    assert work().state == JobState.DONE
    done = answer(mover, "GET", f"{DESK}jobs/{job['id']}/")[1]
    tables = {one["table"]: one for one in done["compared"]}
    assert tables["people_person"]["same"]
    assert tables["people_person"]["one"] == tables["people_person"]["other"] > 0
    assert status_of(job["school"]) == SchoolStatus.SUSPENDED


def test_a_school_that_is_not_here_is_brought_in_under_another_slug(
    mover: Client, bundle: Path, school_a: SchoolRef, ask: Ask
) -> None:
    content = bundle.read_bytes()
    forget_school(school_a, ask)
    status, brought = bring(mover, content)
    assert (status, brought["living"]) == (201, None)
    load = f"{DESK}bundles/{brought['id']}/load/"
    assert answer(mover, "POST", load, {"beside": True})[1]["code"] == "control.bundle_no_living"
    assert answer(mover, "POST", load, {"slug": "school-b"})[1]["code"] == "control.slug_taken"
    assert answer(mover, "POST", load, {"slag": "x"})[1]["code"] == "api.fields_invalid"
    status, job = answer(mover, "POST", load, {"slug": "school-new"})
    assert (status, job["school"], job["kind"]) == (202, "school-new", "import")
    assert work().state == JobState.DONE
    assert status_of("school-new") == SchoolStatus.READY


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda whole: whole[:3000], "control.bundle_unreadable"),
        (lambda whole: b"a letter", "control.bundle_unreadable"),
        (lambda whole: b"", "control.bundle_unreadable"),
    ],
)
def test_a_bad_bundle_is_refused_and_nothing_is_kept(
    mover: Client, bundle: Path, spoil: Callable[[bytes], bytes], code: str
) -> None:
    before = list(place_of(cast.SCHOOL_A_ID).parent.iterdir())
    status, problem = bring(mover, spoil(bundle.read_bytes()))
    assert (status, problem["code"]) == (422, code)
    with public_scope(readonly=True):
        assert not Bundle.objects.exists()
    assert list(place_of(cast.SCHOOL_A_ID).parent.iterdir()) == before


def test_a_bundle_of_somebody_unknown_and_one_too_large_are_refused(
    mover: Client, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bundle.read_bytes()
    monkeypatch.setattr(bundles, "LARGEST", len(content) - 1)
    assert bring(mover, content)[1]["code"] == "control.bundle_too_large"
    monkeypatch.undo()
    monkeypatch.setattr(bundles, "trusted_here", lambda: frozenset({"0" * 64}))
    assert bring(mover, content)[1]["code"] == "control.bundle_foreign"
    assert mover.post(f"{DESK}bundles/", {"other": "x"}).json()["code"] == "api.fields_invalid"
    with public_scope(readonly=True):
        assert not Bundle.objects.exists()


def test_a_bundle_larger_than_other_bodies_is_taken(mover: Client, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000
    assert bring(mover, b"x" * 20_000)[1]["code"] == "control.bundle_unreadable"
    assert answer(mover, "POST", f"{SCHOOL}export/", {"reason": "x" * 20_000})[1]["code"] == "core.body_too_large"


@pytest.mark.parametrize("count", [1, 3])
def test_lists_take_the_same_questions_however_long(mover: Client, count: int) -> None:
    for number in range(count):
        bundle_of(None, number)
        bundle_of("school-a", number)
    for path, more in ((f"{DESK}bundles/", 0), (f"{SCHOOL}bundles/", 1)):
        with CaptureQueriesContext(connection) as sent:
            status, page = answer(mover, "GET", path)
        asked = [query["sql"] for query in sent.captured_queries if query["sql"].startswith("SELECT")]
        assert (status, len(page["results"]), len(asked)) == (200, count, LIST_QUERIES + more), asked
    first = answer(mover, "GET", f"{DESK}bundles/?limit=1")[1]
    assert (first["next"] is None, len(first["results"])) == (count == 1, 1)
    assert answer(mover, "GET", f"{DESK}bundles/?colour=red")[1]["code"] == "api.parameter_unknown"


def test_nobody_else_takes_out_or_brings_in(mover: Client, bundle: Path, today: date) -> None:
    row = bundle_of("school-a", 0)
    keeper = doors.program(cast.DISTRICT_HOST, doors.token("cholpon", "schools:write", district_id=cast.DISTRICT_ID))
    officer = doors.signed_in("cholpon", cast.DISTRICT_HOST)
    for client in (keeper, officer):
        assert client.get(f"{SCHOOL}bundles/").status_code in (403, 404)
        assert client.get(f"{DESK}bundles/{row.pk}/file/").status_code == 404
    assert keeper.post(f"{DESK}bundles/", {"file": SimpleUploadedFile("a", b"x")}).status_code == 403
    stranger = doors.stranger(cast.DISTRICT_HOST).get(f"{DESK}bundles/{row.pk}/file/")
    assert (stranger.status_code, stranger.json()["code"]) == (401, "web.sign_in_needed")
    assert mover.get(f"{DESK}bundles/{row.pk}/file/").json()["code"] == "control.bundle_gone"
    assert mover.get(f"/api/v1/districts/alamudun/onboarding/bundles/{row.pk}/file/").status_code == 404


def test_a_key_of_another_district_reaches_no_school_by_its_bundle(mover: Client, bundle: Path) -> None:
    """Whoever holds a bundle learns nothing of the living school, and puts nothing beside it, from outside its district."""
    with public_scope():
        other = District.objects.create(slug="elsewhere", name_ky="Башка район")
    program = doors.program(cast.DISTRICT_HOST, doors.token(cast.OPERATOR, "schools:move", district_id=other.pk))
    desk = "/api/v1/districts/elsewhere/onboarding/bundles/"
    sent = program.post(desk, {"file": SimpleUploadedFile("a.usul", bundle.read_bytes())})
    assert (sent.status_code, sent.json()["living"]) == (201, None)
    load = f"{desk}{sent.json()['id']}/load/"
    assert answer(program, "POST", load, {"beside": True})[1]["code"] == "control.bundle_no_living"
    assert answer(program, "POST", load, {})[1]["code"] == "control.bundle_exists"
    assert answer(program, "GET", f"{DESK}bundles/")[0] == 404
    assert mover.get(f"{desk}{sent.json()['id']}/").status_code == 404


def test_only_who_may_take_everything_out_gives_a_program_that_right(db: None, today: date) -> None:
    officer = Actor(
        user_id=None, name="x", today=cast.TODAY, door=Door.WEB, permissions=frozenset({Permission.TOKEN_EDIT})
    )
    place = {"schools:move": {"district_id": cast.DISTRICT_ID}, "school:export": {"school_id": cast.SCHOOL_A_ID}}
    for scope, where in place.items():
        with public_scope():
            values: dict[str, Any] = {
                "issuer": User.objects.get(username="cholpon"),
                "name": "x",
                "scopes": frozenset({scope}),
                "expires_on": cast.TODAY,
                **where,
            }
            with pytest.raises(Fault) as refused:
                issue_token(by=officer, **values)
            assert issue_token(by=system_actor("x", on=cast.TODAY), **values)
        assert refused.value.code == "account.scopes_unusable"


def test_a_schools_program_keeps_copies_of_its_own_school_alone(committed_db: None, today: date) -> None:
    own = doors.program(cast.HOST_A, doors.token("gulnara", "school:export", school_id=cast.SCHOOL_A_ID))
    status, job = answer(own, "POST", "/api/v1/data/bundles/", {})
    assert (status, job["kind"], job["state"]) == (202, "export", "queued")
    assert answer(own, "POST", "/api/v1/data/bundles/", {})[1]["code"] == "control.job_open"
    assert work().state == JobState.DONE
    assert answer(own, "GET", f"/api/v1/data/jobs/{job['id']}/")[1]["state"] == "done"
    (row,) = answer(own, "GET", "/api/v1/data/bundles/")[1]["results"]
    assert len(fetched(own, f"/api/v1/data/bundles/{row['id']}/file/")) == row["size"]

    other = doors.program(cast.HOST_B, doors.token("gulnara", "school:export", school_id=cast.SCHOOL_B_ID))
    assert answer(other, "GET", "/api/v1/data/bundles/")[1]["results"] == []
    assert other.get(f"/api/v1/data/bundles/{row['id']}/file/").status_code == 404
    assert other.get(f"/api/v1/data/jobs/{job['id']}/").status_code == 404
    reader = doors.program(cast.HOST_A, doors.token("gulnara", "school:read", school_id=cast.SCHOOL_A_ID))
    for path in ("bundles/", f"bundles/{row['id']}/file/", f"jobs/{job['id']}/", "people/5/"):
        assert reader.get(f"/api/v1/data/{path}").status_code == 403, path
    with public_scope():
        Job.objects.all().delete()
        Bundle.objects.all().delete()


def test_what_is_known_of_a_person_is_one_document(db: None, today: date) -> None:
    own = doors.program(cast.HOST_A, doors.token("gulnara", "school:export", school_id=cast.SCHOOL_A_ID))
    status, document = answer(own, "GET", "/api/v1/data/people/5/")
    assert status == 200
    assert document["school"]["id"] == str(cast.SCHOOL_A_ID)
    assert document["records"]["people.Person"][0]["pk"] == 5
    assert "password" not in json.dumps(document)
    assert answer(own, "GET", "/api/v1/data/people/999/")[0] == 404
