"""Pages of the year's work: what an association head writes down on a phone, what a teacher enters of her own, who is let in."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.activities.models import Activity, MentoringPair
from apps.plans.models import MonthlyItem, MonthlyPlan, PlanItem, ScheduleEntry
from tenants.context import in_school
from tenants.routing import directory
from tests import cast
from tests.web.school.test_bodies import MOST_BYTES, MOST_QUERIES, rows, words

PAGES = (
    "/bodies/1/activities/",
    "/bodies/1/activities/new/",
    "/bodies/1/activities/new/?kind=visit",
    "/bodies/1/activities/new/?kind=seminar",
    "/bodies/1/activities/members/",
    "/activities/1/",
    "/bodies/1/mentoring/",
    "/mentoring/1/",
    "/bodies/1/months/",
    "/months/1/",
    "/bodies/1/open-lessons/",
    "/open-lessons/1/",
    "/my/activities/",
    "/activities/",
)
VISIT = {"day": "2026-11-12", "person": "5", "teacher": "6", "class_name": "7-б"}


def newest(model: type) -> int:
    """The number of the row entered last at school A."""
    school = directory.school(cast.SCHOOL_A_ID)
    assert school is not None
    with in_school(school, readonly=True):
        return int(model.objects.latest("pk").pk)  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_little_and_weighs_little(bakyt: Client, path: str) -> None:
    bakyt.get("/charter/")
    with CaptureQueriesContext(connection) as seen:
        answer = bakyt.get(path)
    asked = [row["sql"] for row in seen if not row["sql"].startswith(("SAVEPOINT", "RELEASE", "SET LOCAL", "ROLLBACK"))]
    assert answer.status_code == 200
    assert len(asked) <= MOST_QUERIES, "\n".join(asked)
    assert len(answer.content) <= MOST_BYTES


def test_lists_ask_the_same_for_one_and_for_three(bakyt: Client) -> None:
    paths = (
        "/bodies/1/activities/",
        "/bodies/1/open-lessons/",
        "/bodies/1/mentoring/",
        "/bodies/1/activities/members/",
    )

    def asked() -> dict[str, int]:
        counts = {}
        for path in paths:
            with CaptureQueriesContext(connection) as seen:
                assert bakyt.get(path).status_code == 200
            counts[path] = len(seen)
        return counts

    one = asked()
    for number in (6, 7):
        topic = {"day": "2026-09-14", "person": str(number), "title": f"Тема {number}"}
        assert bakyt.post("/bodies/1/activities/new/?kind=topic", topic).status_code == 302
        lesson = {
            "kind": "open_lesson",
            "day": f"2026-12-0{number}",
            "topic": f"Сабак {number}",
            "teacher": str(number),
        }
        assert bakyt.post("/bodies/1/open-lessons/", lesson).status_code == 302
        pair = {"mentor": str(number), "young": "8"}
        assert bakyt.post("/bodies/1/mentoring/", pair).status_code == 302
    assert asked() == one
    page = words(bakyt.get("/bodies/1/activities/?kind=topic"))
    assert ("Тема 6" in page, "Сентябрь 2026" in page) == (True, True)
    assert "Тема 6" not in words(bakyt.get("/bodies/1/activities/?kind=visit"))


def test_work_is_chosen_written_down_changed_and_removed(bakyt: Client) -> None:
    assert "?kind=visit" in bakyt.get("/bodies/1/activities/new/").content.decode()
    assert bakyt.post("/bodies/1/activities/new/?kind=visit", VISIT).status_code == 302
    number = newest(Activity)
    assert rows(Activity, pk=number, kind="visit", teacher_id=6) == 1
    late = VISIT | {"entered_late": "on", "necessity": "Телефон чалынды", "version": "1"}
    assert bakyt.post(f"/activities/{number}/", late).status_code == 302
    stale = bakyt.post(f"/activities/{number}/", late)
    assert (stale.status_code, "өзгөртүп койду" in words(stale)) == (422, True)
    assert "Телефон чалынды" in words(bakyt.get(f"/activities/{number}/"))
    assert bakyt.post(f"/activities/{number}/remove/", {"version": "2"}).status_code == 302
    assert rows(Activity) == 1
    ahead = bakyt.post("/bodies/1/activities/new/?kind=visit", VISIT | {"day": "2026-11-21"})
    assert (ahead.status_code, "али келе элек" in words(ahead)) == (422, True)


def test_a_teacher_enters_her_own_topic_and_nothing_else(erkin: Client) -> None:
    mine = words(erkin.get("/my/activities/"))
    assert "Өз алдынча билим алуу темасы" in mine
    form = erkin.get("/bodies/1/activities/new/?kind=topic&from=own").content.decode()
    assert ('value="4" selected' in form, 'value="5"' in form, "heard_on" in form) == (True, False, False)
    topic = {"day": "2026-11-12", "person": "4", "title": "Топтук иш"}
    answer = erkin.post("/bodies/1/activities/new/?kind=topic&from=own", topic)
    assert (answer.status_code, answer["Location"]) == (302, "/my/activities/")
    assert "Топтук иш" in words(erkin.get("/my/activities/"))
    assert erkin.post("/bodies/1/activities/new/?kind=topic", topic | {"person": "6"}).status_code == 422
    assert "?kind=seminar" not in erkin.get("/bodies/1/activities/new/").content.decode()
    for path, data in (
        ("/activities/1/", topic),
        ("/activities/1/remove/", {}),
        ("/mentoring/1/remove/", {}),
        ("/bodies/1/months/", {"month": "2026-12-01"}),
        ("/months/1/", {"text": "x"}),
        ("/month-lines/1/done/", {}),
        ("/open-lessons/1/remove/", {}),
    ):
        assert erkin.post(path, data).status_code == 403, path
    for path in ("/activities/1/", "/mentoring/1/", "/months/1/", "/open-lessons/1/", "/bodies/1/open-lessons/"):
        page = erkin.get(path).content.decode()
        assert 'method="post"' not in page.split("<main")[1].split("</main>")[0], path


def test_the_deputy_sees_who_has_none_yet(bakyt: Client, today: date) -> None:
    page = bakyt.get("/bodies/1/activities/members/").content.decode()
    assert "kind=topic&amp;person=6&amp;from=members" in page
    assert "kind=topic&amp;person=8" not in page
    assert "4 мүчөнүн" in words(bakyt.get("/bodies/1/activities/members/"))
    topic = {"day": "2026-11-12", "person": "6", "title": "Топтук иш"}
    everywhere = words(bakyt.get("/activities/"))
    assert ("Исаева Ж." in everywhere, "Ысмаилова А. К." in everywhere) == (True, False)
    answer = bakyt.post("/bodies/1/activities/new/?kind=topic&person=6&from=members", topic)
    assert answer["Location"] == "/bodies/1/activities/members/"


def test_a_month_is_made_and_carried_out(bakyt: Client) -> None:
    assert bakyt.post("/bodies/1/months/", {"month": "2027-02-01"}).status_code == 302
    made = newest(MonthlyPlan)
    assert rows(MonthlyItem, plan_id=made, text="Олимпиада") == 1
    assert bakyt.post(f"/months/{made}/", {"text": "Көргөзмө", "due_on": "2027-02-20"}).status_code == 302
    assert bakyt.post("/month-lines/1/done/").status_code == 302
    assert rows(PlanItem, text="Ачык сабактар", state="done") == 1
    again = bakyt.post("/bodies/1/months/", {"month": "2027-02-01"})
    assert (again.status_code, "айдын планы бар" in words(again)) == (409, True)
    assert bakyt.post("/bodies/1/months/", {"month": "2031-02-01"}).status_code == 404
    assert bakyt.post(f"/months/{made}/change/", {"made_on": "2026-11-19", "version": "2"}).status_code == 302
    assert bakyt.post(f"/months/{made}/remove/", {"version": "3"}).status_code == 302
    assert rows(MonthlyPlan) == 1


def test_a_lesson_is_moved_with_its_reason_and_the_seminar_takes_what_was_held(bakyt: Client) -> None:
    empty = bakyt.post("/open-lessons/1/move/", {"day": "2026-12-11", "reason": ""})
    assert empty.status_code == 422
    moved = {"day": "2026-12-11", "reason": "Мугалим ооруп калды"}
    assert bakyt.post("/open-lessons/1/move/", moved).status_code == 302
    assert rows(ScheduleEntry, state="moved") == rows(ScheduleEntry, moved_from_id=1) == 1
    held = {"kind": "event", "day": "2026-11-12", "topic": "Мелдеш"}
    assert bakyt.post("/bodies/1/open-lessons/", held).status_code == 302
    number = newest(ScheduleEntry)
    assert bakyt.post(f"/open-lessons/{number}/hold/").status_code == 302
    seminar = {"day": "2026-11-12", "seminar_kind": "practical", "title": "Баалоо", "lessons": [str(number)]}
    assert bakyt.post("/bodies/1/activities/new/?kind=seminar", seminar).status_code == 302
    assert rows(Activity, lessons=number) == 1
    assert bakyt.post(f"/open-lessons/{number}/reopen/").status_code == 302
    dates = {"do": "date", "made_on": "2026-09-20", "approved_on": "2026-09-25", "version": "1"}
    assert bakyt.post("/bodies/1/open-lessons/", dates).status_code == 302
    assert "20-сентябры" in words(bakyt.get("/bodies/1/open-lessons/"))


def test_a_pair_goes_its_way(bakyt: Client) -> None:
    order = {"act_date": "2026-10-26", "number": "77", "signed_by": "1"}
    assert bakyt.post("/mentoring/1/order/", order).status_code == 302
    report = {"given_by": "mentor", "day": "2026-11-12"}
    assert bakyt.post("/mentoring/1/report/", report).status_code == 302
    steps = {"proposed_on": "2026-10-22", "mentor_plan_on": "2026-11-05", "young_plan_on": "2026-11-05", "version": "3"}
    assert bakyt.post("/mentoring/1/change/", steps).status_code == 302
    page = words(bakyt.get("/mentoring/1/"))
    assert ("№77" in page, "Насаатчы" in page or "насаатчы" in page) == (True, True)
    refused = bakyt.post("/mentoring/1/remove/", {"version": "4"})
    assert (refused.status_code, rows(MentoringPair)) == (409, 1)
