"""Papers on their way in the browser: the list, one paper, each step with its form."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.bodies.models import Membership
from apps.compliance.domain.evaluate import evaluate_years
from apps.compliance.models import Finding
from apps.proposals.models import Paper
from apps.sittings.models import AgendaItem
from tenants.context import in_school
from tenants.routing import directory
from tests import cast, stage


def at_school() -> "in_school":
    found = directory.school(cast.SCHOOL_A_ID)
    assert found is not None
    return in_school(found)


@pytest.mark.parametrize("more", [0, 2])
@pytest.mark.parametrize(("path", "queries"), [("/papers/", 10), ("/bodies/1/papers/", 11)])
def test_the_list_asks_the_same_however_long(bakyt: Client, path: str, queries: int, more: int) -> None:
    with at_school():
        first = Paper.objects.get(pk=1)
        item = AgendaItem.objects.get(sitting=3)
        for _number in range(more):
            row = Paper.objects.create(
                kind="award",
                title="Сыйлык",
                person_id=stage.TEACHER,
                year_id=first.year_id,
                body_id=1,
                entered_on=cast.TODAY,
            )
            row.passages.create(item=item, kind="decision")
        first.passages.create(item=item, kind="approval")
    with CaptureQueriesContext(connection) as asked:
        response = bakyt.get(path)
    assert response.status_code == 200
    assert len([one for one in asked if one["sql"].startswith("SELECT")]) == queries
    assert len(response.content) < 50_000


@pytest.mark.parametrize("more", [0, 2])
def test_what_waits_for_a_body_comes_to_its_desk(aida: Client, bakyt: Client, erkin: Client, more: int) -> None:
    with at_school():
        Membership.objects.filter(body=1, role="head").update(person=stage.TEACHER)
        year = Paper.objects.get(pk=1).year_id
        for number in range(1 + more):
            Paper.objects.create(
                kind="award",
                title=f"Сыйлык {number}",
                person_id=stage.TEACHER,
                year_id=year,
                body_id=1,
                entered_on=cast.TODAY,
            )
    for client, body in ((aida, 2), (erkin, 1)):
        assert f'hx-get="/bodies/{body}/papers/waiting/"' in client.get(f"/bodies/{body}/desk/").content.decode()
        with CaptureQueriesContext(connection) as asked:
            part = client.get(f"/bodies/{body}/papers/waiting/").content.decode()
        assert len([one for one in asked if one["sql"].startswith("SELECT")]) == 9
        assert part.count("Сыйлык ") == 1 + more
        assert "<html" not in part
        assert len(part) < 10_000
    with at_school():
        Paper.objects.all().delete()
    assert "жок" in bakyt.get("/bodies/2/papers/waiting/").content.decode()


@pytest.mark.parametrize(
    ("query", "there"),
    [("", True), ("?family=material", True), ("?family=award", True), ("?family=programme", False)]
    + [("?state=waiting", True), ("?state=finished", False), ("?body=1", True), ("?body=2", False)],
)
def test_the_list_narrows_as_asked(bakyt: Client, query: str, there: bool) -> None:
    assert ("жекече план" in bakyt.get(f"/papers/{query}").content.decode()) is there


def test_a_paper_goes_its_way(bakyt: Client) -> None:
    assert "Сыйлыкка сунуш" in bakyt.get("/papers/new/").content.decode()
    form = bakyt.get("/papers/new/?kind=award").content.decode()
    assert "used_from" not in form
    empty = bakyt.post("/papers/new/?kind=award", {"title": "", "person": ""})
    assert empty.status_code == 422
    new = {"title": "Ардак грамота", "person": stage.TEACHER, "body": "1", "level": "district"}
    sent = bakyt.post("/papers/new/?kind=award", new)
    assert sent.status_code == 302
    path = sent["Location"]
    page = bakyt.get(path).content.decode()
    assert "Күн тартибине коюңуз" in page
    assert "Методикалык кеңеш" in page
    assert bakyt.post(f"{path}do/agenda/", {"sitting": 4, "version": 1}).status_code == 302
    assert "Отурумда чечим чыгарыңыз: 2026-жылдын 27-ноябры" in bakyt.get(path).content.decode()
    late = bakyt.post(f"{path}do/hand-in/", {"on": "2026-11-20", "version": 1})
    assert "башка бирөө" in late.content.decode()
    assert bakyt.post(f"{path}do/hand-in/", {"on": "2026-11-20", "version": 2}).status_code == 302
    ahead = bakyt.post(f"{path}do/result/", {"on": "2026-12-20", "result": "Берилди", "version": 3})
    assert (ahead.status_code, "келе элек" in ahead.content.decode()) == (422, True)
    assert bakyt.post(f"{path}do/result/", {"on": "2026-11-20", "result": "Берилди"}).status_code == 302
    with at_school():
        passage = Paper.objects.latest("pk").passages.get().pk
    assert bakyt.post(f"{path}do/unlink/", {"passage": passage}).status_code == 302
    assert bakyt.post(f"{path}do/remove/", {}).status_code == 422
    assert bakyt.post(f"{path}do/withdraw/", {"reason": "Катасы бар"}).status_code == 302
    assert "Катасы бар" in bakyt.get(path).content.decode()
    assert bakyt.post(f"{path}do/fly/", {}).status_code == 404


def test_a_decision_is_linked_and_freezes_the_content(bakyt: Client) -> None:
    with at_school():
        item = AgendaItem.objects.filter(sitting=1).earliest("position")
        AgendaItem.objects.filter(pk=item.pk).update(adopted=True)
    file = SimpleUploadedFile("план.png", stage.SCAN)
    assert bakyt.post("/papers/1/do/attach/", {"file": file}).status_code == 302
    assert bakyt.get("/papers/1/files/3/").content == stage.SCAN
    changed = bakyt.post("/papers/1/change/", {"title": "Жекече план 2", "person": stage.TEACHER, "version": 1})
    assert changed.status_code == 302
    assert f'value="{item.pk}"' in bakyt.get("/papers/1/decision/").content.decode()
    wrong = bakyt.post("/papers/1/do/act/", {"act": "999"})
    assert (wrong.status_code, "/papers/1/do/question/" in wrong.content.decode()) == (422, True)
    assert bakyt.post("/papers/1/do/question/", {"item": item.pk, "kind": ""}).status_code == 302
    page = bakyt.get("/papers/1/").content.decode()
    assert "Кыла турган иш калган жок" in page
    assert "/papers/1/change/" not in page
    again = bakyt.post("/papers/1/change/", {"title": "Башка", "person": stage.TEACHER, "version": 3})
    assert (again.status_code, "чечим бар" in again.content.decode()) == (422, True)


def test_a_teacher_puts_the_own_paper_forward_and_reads_the_rest(erkin: Client) -> None:
    page = erkin.get("/papers/1/").content.decode()
    assert "/papers/1/do/withdraw/" in page  # it is his own
    assert "/papers/1/do/agenda/" not in page
    with at_school():
        Paper.objects.filter(pk=1).update(person_id=6)
    page = erkin.get("/papers/1/").content.decode()
    assert "/papers/1/do/" not in page
    assert erkin.get("/papers/1/decision/").status_code == 403
    assert erkin.post("/papers/1/do/withdraw/", {"reason": "x"}).status_code == 403
    own = {"title": "Менин планым", "person": stage.TEACHER, "body": "1"}
    assert erkin.post("/papers/new/?kind=individual_plan", own).status_code == 302
    assert erkin.post("/papers/new/?kind=individual_plan", own | {"person": 6}).status_code == 403


def test_findings_lead_to_the_paper(bakyt: Client) -> None:
    with at_school():
        Paper.objects.filter(pk=1).update(used_from="2026-10-01")
        evaluate_years(as_of=cast.TODAY, now=cast.NOON)
        finding = Finding.objects.get(check_id="AP-1", superseded_on__isnull=True)
    page = bakyt.get(f"/findings/{finding.pk}/").content.decode()
    assert finding.verdict.value == "FAIL"
    assert page.count('href="/papers/1/"') >= 2


def test_the_page_of_a_paper_asks_little(bakyt: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        response = bakyt.get("/papers/1/")
    assert response.status_code == 200
    assert len([one for one in asked if one["sql"].startswith("SELECT")]) == 11
    assert len(response.content) < 50_000
