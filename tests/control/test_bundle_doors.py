"""Schools in and out as files, in the web: asked for, fetched by a link that dies, brought, looked through, loaded, compared."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.core.actor import Actor
from tenants.context import in_school, public_scope
from tenants.enums import SchoolStatus
from tenants.models import School
from tenants.portability import check_bundle
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast, doors
from tests.control.bundles import forget_school
from tests.control.conftest import Ask
from tests.control.test_doors_web import DESK, SCHOOL, post, text_of
from usul.control.domain import bundles, moving
from usul.control.domain.bundles import place_of
from usul.control.domain.run import run
from usul.control.enums import JobState
from usul.control.models import Bundle, Job
from usul.control.web import bundles as pages

pytestmark = pytest.mark.xdist_group("files")


@pytest.fixture
def meerim(committed_db: None) -> Client:
    return doors.signed_in(cast.OPERATOR, cast.DISTRICT_HOST)


def work() -> Job:
    """Do the only open job, as a worker would."""
    with public_scope(readonly=True):
        job = Job.objects.get(state=JobState.QUEUED)
    run(job.pk, now=cast.NOON)
    directory.forget()
    with public_scope(readonly=True):
        return Job.objects.select_related("school").get(pk=job.pk)


def link_on(client: Client, path: str = SCHOOL) -> str:
    return text_of(client, path).split('" download')[0].rsplit('href="', 1)[1]


def sent(client: Client, content: bytes) -> tuple[int, str, str]:
    client.cookies["usul_language"] = "en"
    response = client.post(f"{DESK}bundle/", {"file": SimpleUploadedFile("a.usul", content)})
    return response.status_code, response.get("Location", ""), response.content.decode()


def test_an_export_is_asked_for_written_and_fetched_while_the_link_lives(
    meerim: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Whoever holds the file can read all of it" in text_of(meerim, f"{SCHOOL}export/")
    assert post(meerim, f"{SCHOOL}export/", sure="1")[:2] == (302, SCHOOL)
    assert "hx-trigger" in text_of(meerim, SCHOOL)
    assert post(meerim, f"{SCHOOL}export/", sure="1")[0] == 422
    assert work().state == JobState.DONE
    link = link_on(meerim)
    answer = meerim.get(link)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/octet-stream")
    assert 'filename="school-a-' in answer["Content-Disposition"]
    path = tmp_path / "fetched.usul"
    path.write_bytes(b"".join(answer.streaming_content))
    assert check_bundle(path, trusted=moving.trusted_keys()).school["slug"] == "school-a"

    assert doors.stranger(cast.DISTRICT_HOST).get(link)["Location"].startswith("/account/login/")
    assert doors.signed_in("cholpon", cast.DISTRICT_HOST).get(link).status_code == 404
    assert meerim.get(f"{link[:-2]}x/").status_code == 404
    monkeypatch.setattr(pages, "LINK_LIVES", timedelta(0))
    assert meerim.get(link).status_code == 404
    monkeypatch.undo()
    with public_scope():
        bundle = Bundle.objects.get()
        assert bundles.forget_bundles(now=bundle.kept_until - timedelta(seconds=1)) == 0
        assert bundles.forget_bundles(now=bundle.kept_until) == 1
    assert not place_of(bundle.pk).exists()
    assert meerim.get(link).status_code == 404


def test_a_bundle_is_looked_through_and_loaded_beside_the_living_school(
    meerim: Client, bundle: Path, school_a: SchoolRef
) -> None:
    from apps.audit.models import Event

    with in_school(school_a):
        Event.objects.create(action="x", subject_type="x", actor_name="later", door="task")
    status, to, page = sent(meerim, bundle.read_bytes())
    assert status == 302, page
    page = text_of(meerim, to)
    assert "This school is here" in page
    assert "2026" in page
    status, school, page = post(meerim, to, sure="1")
    assert status == 302, page
    job = work()
    assert (job.state, job.error) == (JobState.DONE, "")
    page = text_of(meerim, school)
    assert "<code>audit_event</code>" in page
    assert "same to the last byte" in page
    with public_scope(readonly=True):
        beside = School.objects.get(pk=job.school_id)
        assert (beside.status, beside.slug.startswith("school-a-")) == (SchoolStatus.SUSPENDED, True)


def test_a_school_that_is_not_here_is_brought_in(
    meerim: Client, bundle: Path, school_a: SchoolRef, ask: Ask, operator: Actor
) -> None:
    content = bundle.read_bytes()
    forget_school(school_a, ask)
    to = sent(meerim, content)[1]
    assert "This school is not here" in text_of(meerim, to)
    status, _to, page = post(meerim, to, slug="school-b", sure="1")
    assert (status, "school-b" in page) == (422, True)
    status, school, _page = post(meerim, to, slug="school-a", sure="1")
    assert (status, school) == (302, SCHOOL)
    assert work().state == JobState.DONE
    found = directory.school(school_a.id)
    assert found is not None
    assert found.status == SchoolStatus.READY


@pytest.mark.parametrize("how", ["cut", "text", "gone"])
def test_a_bad_bundle_is_refused_with_its_reason_and_nothing_is_kept(meerim: Client, bundle: Path, how: str) -> None:
    content = {"cut": bundle.read_bytes()[:3000], "text": b"a letter", "gone": b""}[how]
    before = list(place_of(cast.SCHOOL_A_ID).parent.iterdir())
    status, _to, page = sent(meerim, content)
    assert status == 422
    assert ("empty" if how == "gone" else "Nothing was written") in page
    with public_scope(readonly=True):
        assert not Bundle.objects.exists()
    assert list(place_of(cast.SCHOOL_A_ID).parent.iterdir()) == before


def test_a_district_neither_takes_out_nor_brings_in(committed_db: None) -> None:
    client = doors.signed_in("cholpon", cast.DISTRICT_HOST)
    assert client.get(f"{DESK}bundle/").status_code == 403
    assert client.post(f"{SCHOOL}export/", {"sure": "1"}).status_code == 404
    assert "Take the data out" not in text_of(client, SCHOOL)


def test_a_director_takes_out_the_data_of_the_own_school_alone(committed_db: None, today: date) -> None:
    director, deputy = (doors.signed_in(who, cast.HOST_A) for who in ("gulnara", "bakyt"))
    assert [deputy.get(path).status_code for path in ("/data/", "/data/people/5/", "/data/files/x/")] == [403] * 3
    assert 'href="/data/"' in text_of(director, "/people/5/")
    assert 'href="/data/people/5/"' in text_of(director, "/people/5/")
    assert 'href="/data/' not in text_of(deputy, "/people/5/")
    assert director.post("/data/").status_code == 200  # nothing was sent: the page again, and no work
    assert post(director, "/data/", sure="1")[:2] == (302, "/data/")
    assert post(director, "/data/", sure="1")[0] == 422
    assert work().state == JobState.DONE
    link = link_on(director, "/data/")
    answer = director.get(link)
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content).startswith(b"manifest.json")
    assert deputy.get(link).status_code == 403
    assert doors.signed_in("daniyar", cast.HOST_B).get(link).status_code in (403, 404)

    known = director.get("/data/people/5/")
    assert (known["Content-Type"], known["Content-Disposition"]) == (
        "application/json",
        'attachment; filename="school-a-5.json"',
    )
    assert known.json()["school"]["id"] == str(cast.SCHOOL_A_ID)
    assert "people.Person" in known.json()["records"]
    assert director.get("/data/people/99999/").status_code == 404
