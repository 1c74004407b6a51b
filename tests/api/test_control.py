"""The control room for programs: ask for schools, ask after jobs, deeds over a school, the operators' board."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import School
from tests import cast, doors
from tests.doors import send
from usul.control.api.views import DEEDS
from usul.control.doors import DOINGS
from usul.control.enums import JobState
from usul.control.models import Job

DESK = "/api/v1/districts/sverdlov/onboarding/"
SCHOOL = f"{DESK}schools/school-a/"


@pytest.fixture
def keeper(db: None, today: date) -> Client:
    """A program that may set schools up and suspend them."""
    raw = doors.token("cholpon", "schools:write", district_id=cast.DISTRICT_ID)
    return doors.program(cast.DISTRICT_HOST, raw)


def answer(client: Client, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    response = send(client, method, path, body)
    return response.status_code, response.json()


def test_every_deed_has_both_doors() -> None:
    from usul.control.web.words import DEEDS as WEB

    assert set(DEEDS) == set(DOINGS) == set(WEB)


def test_a_school_is_asked_for_and_its_job_asked_after(keeper: Client) -> None:
    status, job = answer(keeper, "POST", DESK, {"name_ky": "№9 орто мектеп"})
    assert (status, job["school"], job["state"], job["kind"]) == (202, "9-orto-mektep", "queued", "onboard")
    assert answer(keeper, "GET", f"{DESK}jobs/{job['id']}/") == (200, job)
    status, state = answer(keeper, "GET", DESK)
    assert status == 200
    assert state["funnel"][0] == {"stage": "requested", "schools": 3}
    first = state["schools"][0]
    assert (first["school"]["slug"], first["stage"], first["next"]) == ("9-orto-mektep", "requested", "ready")
    assert [row["id"] for row in state["jobs"]] == [job["id"]]
    assert answer(keeper, "POST", f"{DESK}jobs/{job['id']}/retry/", {})[1]["code"] == "control.job_not_failed"
    with public_scope():
        Job.objects.filter(pk=job["id"]).update(state=JobState.FAILED, error_code="control.disk_full")
    assert "диски толгон" in answer(keeper, "GET", f"{DESK}jobs/{job['id']}/")[1]["reason"]
    assert answer(keeper, "POST", f"{DESK}jobs/{job['id']}/retry/", {})[0] == 202


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"name_ky": "Мектеп", "slug": "school-b"}, 409, "control.slug_taken"),
        ({"name_ky": "Мектеп", "slug": "мектеп"}, 422, "control.slug_not_latin"),
        ({"name_ky": "Мектеп", "slug": "admin"}, 422, "control.slug_reserved"),
        ({"name_ky": "Мектеп", "slug": "m", "hosts": [cast.HOST_B]}, 422, "control.host_unusable"),
        ({"name_ky": ""}, 422, "api.fields_invalid"),
        ({"name_ky": "Мектеп", "colour": "red"}, 422, "api.fields_invalid"),
        ([], 422, "api.fields_invalid"),
    ],
)
def test_what_cannot_be_is_refused_by_its_code(keeper: Client, body: Any, status: int, code: str) -> None:
    found = answer(keeper, "POST", DESK, body)
    assert (found[0], found[1]["code"]) == (status, code)
    with public_scope(readonly=True):
        assert not Job.objects.exists()


def test_a_program_of_the_district_suspends_resumes_and_renames(keeper: Client) -> None:
    assert answer(keeper, "POST", f"{SCHOOL}suspend/", {})[0] == 422
    status, state = answer(keeper, "POST", f"{SCHOOL}suspend/", {"reason": "Оңдоо", "readonly": True})
    assert (status, state["status"], state["status_reason"]) == (200, "suspended_readonly", "Оңдоо")
    assert answer(keeper, "POST", f"{SCHOOL}resume/", {})[1]["status"] == "ready"
    assert answer(keeper, "POST", f"{SCHOOL}resume/", {})[1]["code"] == "control.status_unfit"
    assert answer(keeper, "POST", f"{SCHOOL}rename/", {"slug": "mektep-1"})[1]["slug"] == "mektep-1"
    renamed = f"{DESK}schools/mektep-1/"
    assert answer(keeper, "POST", f"{renamed}add-host/", {"host": "mektep1.kg"})[0] == 200
    assert answer(keeper, "POST", f"{renamed}remove-host/", {"host": "mektep1.kg"})[0] == 200
    assert answer(keeper, "POST", f"{SCHOOL}suspend/", {"reason": "…"})[0] == 404


@pytest.mark.parametrize("deed", ["close", "merge", "split", "delete", "hold", "release", "reopen"])
def test_closing_is_for_operators(keeper: Client, deed: str) -> None:
    assert answer(keeper, "POST", f"{SCHOOL}{deed}/", {"reason": "…"})[0] == 403
    with public_scope(readonly=True):
        assert School.objects.get(slug="school-a").status == SchoolStatus.READY


def test_an_operator_closes_holds_and_takes_it_back(db: None, today: date) -> None:
    operator = doors.signed_in(cast.OPERATOR, cast.DISTRICT_HOST)
    assert answer(operator, "POST", f"{SCHOOL}close/", {"reason": "Бүттү"})[1]["status"] == "closed"
    assert answer(operator, "POST", f"{SCHOOL}delete/", {})[1]["code"] == "control.still_kept"
    assert answer(operator, "POST", f"{SCHOOL}hold/", {"reason": "Сот"})[0] == 200
    assert answer(operator, "POST", f"{SCHOOL}delete/", {})[1]["code"] == "control.on_hold"
    assert answer(operator, "POST", f"{SCHOOL}release/", {})[0] == 200
    assert answer(operator, "POST", f"{SCHOOL}reopen/", {})[1]["status"] == "ready"
    assert answer(operator, "POST", f"{SCHOOL}split/", {"name_ky": "Жаңы", "slug": "jany"})[0] == 200
    assert answer(operator, "POST", f"{SCHOOL}merge/", {"into": "nowhere", "reason": "…"})[1]["code"] == (
        "control.successor_unfit"
    )
    assert answer(operator, "POST", f"{SCHOOL}merge/", {"into": "school-b", "reason": "…"})[1]["status"] == "closed"


def test_who_may_only_read_gets_nothing(db: None, today: date) -> None:
    reader = doors.program(cast.DISTRICT_HOST, doors.token("elmira", "district:read", district_id=cast.DISTRICT_ID))
    for method, path in (("GET", DESK), ("POST", DESK), ("POST", f"{SCHOOL}suspend/"), ("GET", "/api/v1/fleet/")):
        assert (
            answer(reader, method, path, {"name_ky": "Мектеп", "reason": "…"} if method == "POST" else None)[0] == 403
        )


def test_the_board_is_for_operators(keeper: Client) -> None:
    assert answer(keeper, "GET", "/api/v1/fleet/")[0] == 403
    operator = doors.signed_in(cast.OPERATOR, cast.DISTRICT_HOST)
    status, seen = answer(operator, "GET", "/api/v1/fleet/")
    assert (status, [row["slug"] for row in seen["schools"]]) == (200, ["school-a", "school-b"])
    assert seen["statuses"] == {"ready": 2}
    assert answer(operator, "GET", "/api/v1/fleet/?trouble=true")[1]["schools"] == []
    assert answer(operator, "GET", "/api/v1/fleet/?trouble=x")[0] == 400
    assert answer(operator, "GET", "/api/v1/fleet/?colour=red")[0] == 400


def test_jobs_of_others_do_not_exist(keeper: Client) -> None:
    assert answer(keeper, "GET", f"{DESK}jobs/{uuid.uuid4()}/")[0] == 404
