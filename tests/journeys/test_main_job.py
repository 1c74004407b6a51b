"""The main job from end to end: a secretary records a sitting in her browser; the district reads the verdict through the API."""

import json
from datetime import date
from typing import Any
from urllib.request import Request, urlopen

import pytest

from apps.audit.models import Event
from apps.compliance.models import Finding
from apps.district.domain.standings import marks_of
from apps.district.models import SchoolStanding
from apps.sittings.models import Sitting
from tenants.context import in_school, public_scope
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast, doors
from tests.journeys.conftest import Running, sign_in, until

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]
COUNCIL, HELD_ON, ANNOUNCED_ON = 2, "2026-11-19", "2026-11-16"
QUESTION = "Жаш мугалимдерге жардам көрсөтүү"


def school(school_id: Any) -> SchoolRef:
    found = directory.school(school_id)
    assert found is not None
    return found


def standing(school_id: Any) -> SchoolStanding:
    with public_scope(readonly=True):
        return SchoolStanding.objects.get(school_id=school_id, year=2026)


def read(running: Running, host: str, path: str, raw: str) -> Any:
    """What a program reads, over a real connection."""
    request = Request(running.url("127.0.0.1", path), headers={"Host": host, "Authorization": f"Bearer {raw}"})
    with urlopen(request, timeout=20) as response:
        return json.load(response)


def cell(report: Any, slug: str, check: str) -> Any:
    [row] = [row for row in report["schools"] if row["slug"] == slug]
    [mark] = [mark for mark in row["marks"] if mark["check"] == check]
    return mark


def test_from_the_secretary_to_the_district(running: Running, browser: Any) -> None:
    a, b = school(cast.SCHOOL_A_ID), school(cast.SCHOOL_B_ID)
    before_a, before_b = standing(a.id), standing(b.id)
    token = doors.token("cholpon", "district:read", district_id=cast.DISTRICT_ID, today=date.today())  # noqa: DTZ011
    report = "/api/v1/districts/sverdlov/standings/?year=2026"
    assert cell(read(running, cast.DISTRICT_HOST, report, token), "school-a", "CN-7")["verdict"] != "FAIL"

    # 1. Aida signs in at her school, 2. opens the council and its record form, 3. fills it in and sends it
    tab = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    sign_in(tab, running, cast.HOST_A, "aida")
    tab.click("nav a[href='/bodies/']:visible")
    tab.click(f"main a[href='/bodies/{COUNCIL}/']")
    tab.goto(running.url(cast.HOST_A, f"/bodies/{COUNCIL}/record/"))
    tab.fill("[name=head-held_on]", HELD_ON)
    tab.fill("[name=head-announced_on]", ANNOUNCED_ON)
    tab.fill("[name=items-1-text]", QUESTION)
    tab.click("main .form__foot button.button--primary")
    tab.wait_for_url(running.url(cast.HOST_A, "/sittings/*/"))
    assert QUESTION in tab.inner_text("main")

    # 4. the sitting stands in her school and nowhere else, 5. with a trace of who did it
    with in_school(a, readonly=True):
        sitting = Sitting.objects.get(items__text=QUESTION)
        assert sitting.held_on == date.fromisoformat(HELD_ON)
        event = Event.objects.get(action="sitting.recorded", subject_id=sitting.pk)
        assert (event.actor_name, event.door) == ("Садыкова А. Н.", "web")
    with in_school(b, readonly=True):
        assert not Sitting.objects.filter(items__text=QUESTION).exists()

    # 6. the worker judges it, 7. the verdict is kept with what it came from
    def judged() -> Finding | None:
        with in_school(a, readonly=True):
            return Finding.objects.filter(
                check_id="CN-7", subject_type="sitting", subject_id=sitting.pk, superseded_on__isnull=True
            ).first()

    finding = until(judged, "the verdict on the notice")
    assert finding.verdict.value == "FAIL"
    assert finding.facts_fingerprint
    assert finding.policy_fingerprint

    # 8. the school's row in the district is replaced, its mark is gone, the other school's row is untouched
    until(lambda: standing(a.id).version > before_a.version, "the push to the district")
    until(lambda: marks_of(a.schema) == [], "the mark to be taken away")
    assert standing(a.id).marks["CN-7"][0] == "FAIL"
    assert (standing(b.id).version, standing(b.id).marks) == (before_b.version, before_b.marks)

    # 9. Cholpon sees it in her matrix, 10. and opens the argument behind the sign
    officer = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    sign_in(officer, running, cast.DISTRICT_HOST, "cholpon")
    officer.goto(running.url(cast.DISTRICT_HOST, "/districts/sverdlov/?year=2026"))
    officer.click("table.matrix a[href*='/school-a/CN-7/']")
    officer.wait_for_selector("article.argument")
    argument = officer.inner_text("article.argument.v-fail")
    assert "7.5" in argument
    assert "2026-жылдын 16-ноябры" in argument
    assert "2026-жылдын 12-ноябры" in argument  # the last possible day
    assert "Садыкова" not in officer.content()

    # 11. the program reads the same through the API
    assert cell(read(running, cast.DISTRICT_HOST, report, token), "school-a", "CN-7")["verdict"] == "FAIL"
    summary = read(running, cast.DISTRICT_HOST, "/api/v1/districts/sverdlov/schools/school-a/?year=2026", token)
    [notice] = [row for row in summary["cells"] if row["check"] == "CN-7"]
    assert notice["tally"]["FAIL"] == 1
