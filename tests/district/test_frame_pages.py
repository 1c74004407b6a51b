"""The officer's pages of the frame and of the school year, as a browser sends them."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.calendars.models import AcademicYear, YearRevision
from apps.district.enums import RuleState, ShiftState
from apps.district.models import CalendarShift, FrameRule, Survey
from tenants.context import in_school, public_scope
from tests import cast, doors
from tests.district.test_frames import at_once, school
from tests.doors import send

__all__ = ["at_once"]
pytestmark = pytest.mark.usefixtures("db", "today", "at_once")
PLACE = "/districts/sverdlov"
RULE, SHIFT = f"{PLACE}/frame/{cast.RULE_ID}", f"{PLACE}/calendar/{cast.SHIFT_ID}"


@pytest.fixture
def cholpon() -> Client:
    return doors.signed_in("cholpon", cast.DISTRICT_HOST)


def state() -> RuleState:
    with public_scope():
        found: RuleState = FrameRule.objects.get(pk=cast.RULE_ID).state
        return found


def test_from_a_draft_over_the_schools_answers_to_publication(cholpon: Client) -> None:
    page = cholpon.get(f"{RULE}/").content.decode()
    assert "Мектептерден суроо" in page
    assert cholpon.post(f"{RULE}/ask/").status_code == 302
    page = cholpon.get(f"{RULE}/").content.decode()
    assert "№1 орто мектеп" in page
    assert "№2 орто мектеп" in page
    assert "5-отурум" in page
    assert len(page) < 50_000
    assert cholpon.post(f"{RULE}/publish/").status_code == 302
    assert state() is RuleState.PUBLISHED
    page = cholpon.get(f"{PLACE}/frame/").content.decode()
    assert "2</span>" in page or "/ 2" in page
    assert "мектепте 4 жолу" in page
    assert cholpon.post(f"{RULE}/end/", {"valid_until": "2028-09-01"}).status_code == 302
    with public_scope():
        assert FrameRule.objects.get(pk=cast.RULE_ID).valid_until == date(2028, 9, 1)


def test_a_rule_is_written_for_the_parameter_chosen(cholpon: Client) -> None:
    assert "association.sittings.min_per_year" in cholpon.get(f"{PLACE}/frame/new/").content.decode()
    address = f"{PLACE}/frame/new/?key=council.quorum_fraction"
    assert 'name="value"' in cholpon.get(address).content.decode()
    wrong = cholpon.post(address, {"bound": "floor", "value": "3/2", "valid_from": "2027-09-01"})
    assert wrong.status_code == 422
    assert "field--error" in wrong.content.decode()
    good = cholpon.post(address, {"bound": "floor", "value": "1/2", "valid_from": "2027-09-01", "act": "№6"})
    assert good.status_code == 302
    with public_scope():
        row = FrameRule.objects.get(key="council.quorum_fraction")
        assert (row.value, row.state) == ("1/2", RuleState.DRAFT)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("plan.approver", "director"),
        ("plan.inputs", ["school_plan", "methodical_theme"]),
        ("association.minutes", "yes"),
        ("hos.report_months", "8, 1, 5"),
        ("council.plan.route", "sitting, agree:director, order"),
    ],
)
def test_every_kind_of_value_can_be_written(cholpon: Client, key: str, value: object) -> None:
    data = {"bound": "lock", "value": value, "valid_from": "2027-09-01"}
    assert cholpon.post(f"{PLACE}/frame/new/?key={key}", data).status_code == 302


def test_a_draft_is_changed_as_it_was_seen(cholpon: Client) -> None:
    data = {"bound": "floor", "value": "6", "valid_from": "2027-09-01", "act": "№5", "seen": "1"}
    assert cholpon.post(f"{RULE}/change/", data).status_code == 302
    assert cholpon.post(f"{RULE}/change/", data | {"value": "7"}).status_code == 422
    with public_scope():
        assert FrameRule.objects.get(pk=cast.RULE_ID).value == 6


def test_who_only_reads_sees_no_button_and_cannot_publish() -> None:
    elmira = doors.signed_in("elmira", cast.DISTRICT_HOST)
    page = elmira.get(f"{RULE}/").content.decode()
    assert "publish/" not in page
    assert elmira.post(f"{RULE}/publish/").status_code == 404
    assert elmira.post(f"{SHIFT}/publish/").status_code == 404
    assert state() is RuleState.DRAFT


def test_the_year_is_shifted_once_for_every_school(cholpon: Client) -> None:
    assert cholpon.post(f"{SHIFT}/ask/").status_code == 302
    page = cholpon.get(f"{SHIFT}/").content.decode()
    assert "2027-жылдын 29-майы" in page
    assert cholpon.post(f"{SHIFT}/publish/").status_code == 302
    for school_id in (cast.SCHOOL_A_ID, cast.SCHOOL_B_ID):
        with in_school(school(school_id)):
            newest = YearRevision.objects.order_by("-version").first()
            assert newest is not None
            assert (newest.version, newest.ends_on, newest.source_act) == (
                2,
                date(2027, 5, 29),
                "Министрликтин №9 буйругу",
            )
            assert {row.ends_on for row in newest.periods.all() if row.number in (3, 4)} >= {date(2027, 5, 29)}
    assert cholpon.post(f"{SHIFT}/publish/").status_code == 409
    with public_scope():
        assert CalendarShift.objects.get(pk=cast.SHIFT_ID).state is ShiftState.PUBLISHED


def test_a_shift_that_cannot_be_read_is_answered_at_its_line(cholpon: Client) -> None:
    data = {"start_year": "2026", "act": "№9", "published_on": "2026-11-20"}
    wrong = cholpon.post(f"{PLACE}/calendar/", data | {"periods": "чейрек 3: 2027-01-12 – 2027-02-27\nчейрек 4: 29.05"})
    assert wrong.status_code == 422
    assert "2-сапты" in wrong.content.decode()
    assert cholpon.post(f"{PLACE}/calendar/", data).status_code == 422
    good = cholpon.post(f"{PLACE}/calendar/", data | {"periods": "четверть 3: 2027-01-12 – 2027-02-27"})
    assert good.status_code == 302


def test_a_school_the_change_does_not_fit_says_why_and_the_others_go_on(cholpon: Client) -> None:
    data = {"start_year": "2026", "act": "№9", "published_on": "2026-11-20", "ends_on": "2027-03-01"}
    made = cholpon.post(f"{PLACE}/calendar/", data)
    assert cholpon.post(f"{made['Location']}publish/").status_code == 302
    page = cholpon.get(made["Location"]).content.decode()
    assert "айды алмаштырып" in page
    with in_school(school()):
        assert YearRevision.objects.count() == 1


def test_a_school_that_refused_is_sent_the_change_again(cholpon: Client) -> None:
    data = {"start_year": "2026", "act": "№9", "published_on": "2026-11-20", "ends_on": "2027-05-29"}
    place = cholpon.post(f"{PLACE}/calendar/", data)["Location"]
    with in_school(school()):
        AcademicYear.objects.filter(start_year=2026).update(start_year=2020)
    assert cholpon.post(f"{place}publish/").status_code == 302
    page = cholpon.get(place).content.decode()
    assert f"{place}again/school-a/" in page
    assert f"{place}again/school-b/" not in page
    assert cholpon.post(f"{place}again/school-b/").status_code == 409  # it has done so already
    assert cholpon.post(f"{place}again/school-z/").status_code == 404
    with in_school(school()):
        AcademicYear.objects.filter(start_year=2020).update(start_year=2026)
    assert doors.signed_in("elmira", cast.DISTRICT_HOST).post(f"{place}again/school-a/").status_code == 404
    assert cholpon.post(f"{place}again/school-a/").status_code == 302
    with in_school(school()):
        assert YearRevision.objects.get(version=2).ends_on == date(2027, 5, 29)
    assert f"{place}again/" not in cholpon.get(place).content.decode()


def test_a_change_of_the_year_through_the_api(cholpon: Client) -> None:
    root = "/api/v1/districts/sverdlov/year-changes/"
    new = {
        "start_year": 2026,
        "ends_on": "2027-05-29",
        "periods": [{"unit": "quarter", "number": 3, "starts_on": "2027-01-12", "ends_on": "2027-02-27"}],
        "act": "№9",
        "published_on": "2026-11-20",
    }
    empty = {"start_year": 2026, "act": "№9", "published_on": "2026-11-20"}
    assert send(cholpon, "POST", root, empty).json()["code"] == "shift.empty"
    made = send(cholpon, "POST", root, new)
    assert (made.status_code, made.json()["state"]) == (201, "draft")
    path = f"{root}{made.json()['id']}/"
    assert send(cholpon, "GET", f"{path}answers/").status_code == 404
    assert send(cholpon, "POST", f"{path}answers/", {}).json()["total"] == 2
    with in_school(school()):
        assert YearRevision.objects.count() == 1  # asked, not done
    assert send(cholpon, "POST", f"{path}publish/", {}).json()["state"] == "published"
    again = send(cholpon, "POST", f"{path}publish/", {})
    assert again.status_code == 409
    told = send(cholpon, "GET", f"{path}answers/").json()
    assert [(row["school"], row["state"]) for row in told["answers"]] == [("school-a", "done"), ("school-b", "done")]
    assert send(cholpon, "POST", f"{path}again/school-a/", {}).json()["code"] == "survey.not_refused"
    assert made.json()["id"] in [row["id"] for row in send(cholpon, "GET", root).json()]
    elmira = doors.signed_in("elmira", cast.DISTRICT_HOST)
    assert send(elmira, "POST", root, new).status_code == 403
    with in_school(school()):
        newest = YearRevision.objects.get(version=2)
        assert newest.ends_on == date(2027, 5, 29)
        assert newest.periods.get(unit="quarter", number=3).ends_on == date(2027, 2, 27)


def test_pages_of_another_district_do_not_exist(cholpon: Client) -> None:
    assert cholpon.get(f"/districts/elsewhere/frame/{cast.RULE_ID}/").status_code == 404
    assert cholpon.get(f"{PLACE}/frame/{cast.SHIFT_ID}/").status_code == 404


def test_lists_take_the_same_number_of_queries_with_one_rule_and_with_three(
    cholpon: Client,
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert cholpon.get(f"{PLACE}/frame/").status_code == 200
        return len([one for one in seen if one["sql"].startswith("SELECT")])

    one = queries()
    with public_scope():
        for key in ("council.agenda_notice_days", "retention.school_years"):
            row = FrameRule.objects.get(pk=cast.RULE_ID)
            row.pk, row.key = None, key
            row.pk = Survey().pk
            row.save(force_insert=True)
    assert queries() == one <= 12
