"""The charter's pages as people use them: what they show, what they cost, and the whole way from draft to in force."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.acts.domain.charters import approve_charter, consider_charter
from apps.charters.domain.drafts import start_draft
from apps.charters.domain.inputs import OwnValueInput
from apps.charters.domain.values import set_value
from apps.charters.enums import ProfileState
from apps.charters.models import PolicyProfile, ProfileValue
from apps.people.models import Person
from tenants.context import in_school
from tenants.routing import directory
from tests import cast, doors, stage
from usul.actors import system_actor

pytestmark = pytest.mark.usefixtures("db", "today")
MOST_QUERIES, MOST_BYTES = 12, 50_000
DRAFT = "/charter/versions/2/"
NOTICE = "council.agenda_notice_days"
PAGES = (
    "/charter/versions/",
    "/charter/versions/1/",
    DRAFT,
    f"{DRAFT}made-of/",
    f"{DRAFT}rules/",
    f"{DRAFT}rules/?body=methodical&all=1",
    f"{DRAFT}rules/{NOTICE}/?council=methodical",
    f"{DRAFT}text/VARU/",
    f"{DRAFT}text/MK/mk.7.5-1/",
    f"{DRAFT}text/MK/add/",
    f"{DRAFT}difference/",
    "/charter/versions/1/readers/",
)


def school_a() -> object:
    found = directory.school(cast.SCHOOL_A_ID)
    assert found is not None
    return in_school(found)


def deputy() -> Client:
    return doors.signed_in("bakyt", cast.HOST_A)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_light(path: str) -> None:
    client = deputy()
    client.get(path)
    with CaptureQueriesContext(connection) as seen:
        response = client.get(path)
    asked = [row["sql"] for row in seen if row["sql"].lstrip().upper().startswith("SELECT")]
    assert response.status_code == 200
    assert len(asked) <= MOST_QUERIES, "\n".join(asked)
    assert len(response.content) <= MOST_BYTES


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_with_more_versions(rows: int) -> None:
    by = system_actor("tests", on=cast.TODAY)
    with school_a():
        PolicyProfile.objects.filter(pk=2).delete()
        for _ in range(rows - 1):
            start_draft(by=by, valid_from=date(2026, 12, 1), based_on=PolicyProfile.objects.get(pk=1))
    client = deputy()
    client.get("/charter/versions/")
    with CaptureQueriesContext(connection) as seen:
        assert client.get("/charter/versions/").content.count(b'<h2><a href="/charter/versions/') >= rows
    assert len([row for row in seen if row["sql"].lstrip().upper().startswith("SELECT")]) == 9


def test_the_sentence_holds_the_value_its_source_and_what_it_feeds() -> None:
    text = deputy().get(f"{DRAFT}rules/?body=methodical&chapter=4").content.decode()
    assert "<strong>7</strong>" in text
    assert "MK 7.5" in text
    assert "CN-7" in text


def test_a_value_is_changed_in_its_sentence_and_a_colleague_cannot() -> None:
    path = f"{DRAFT}rules/{NOTICE}/?council=methodical"
    body = {"deed": "set", "value": "10", "reason": "Эки смена", "clause": "", "seen": "1"}
    assert doors.signed_in("erkin", cast.HOST_A).post(path, body).status_code == 403
    assert deputy().post(path, body).status_code == 302
    with school_a():
        assert ProfileValue.objects.get(profile_id=2).value == 10
    again = deputy().post(path, body)
    assert again.status_code == 422
    assert "башка бирөө" in again.content.decode()


@pytest.mark.parametrize(
    ("value", "reason", "told"),
    [("-1", "Эки смена", "чектен чыгып"), ("жети", "Эки смена", ""), ("10", "", "")],
)
def test_what_does_not_fit_comes_back_with_everything_typed(value: str, reason: str, told: str) -> None:
    body = {"deed": "set", "value": value, "reason": reason, "clause": "7.9", "seen": "1"}
    response = deputy().post(f"{DRAFT}rules/{NOTICE}/?council=methodical", body)
    text = response.content.decode()
    assert response.status_code == 422
    assert 'value="7.9"' in text
    assert told in text
    with school_a():
        assert ProfileValue.objects.filter(profile_id=2).count() == 0


def test_the_whole_way_through_the_pages() -> None:
    client = deputy()
    assert client.post(f"{DRAFT}text/MK/mk.7.4/", {"deed": "write", "ky": "Ай сайын.", "seen": "1"}).status_code == 302
    added = {"number": "7.10", "after": "mk.7.7", "ky": "Онлайн болот.", "seen": "2"}
    assert client.post(f"{DRAFT}text/MK/add/", added).status_code == 302
    assert client.post(f"{DRAFT}text/MK/add/", {**added, "seen": "3"}).status_code == 422
    assert client.post(f"{DRAFT}approve/", {"act_date": "2026-11-16", "signed_by": "1"}).status_code == 422
    assert client.post(f"{DRAFT}consider/", {"act_date": "2026-11-12", "number": "3"}).status_code == 302
    ordered = {"act_date": "2026-11-16", "signed_by": str(stage.DIRECTOR), "number": "44"}
    assert client.post(f"{DRAFT}approve/", ordered).status_code == 302
    assert "№44" in client.get(DRAFT).content.decode()
    assert client.post(f"{DRAFT}text/MK/own-1/", {"deed": "remove"}).status_code == 302
    text = client.get(DRAFT).content.decode()
    assert "Онлайн болот." in text
    assert "<del>" in text
    assert client.post(f"{DRAFT}in-force/", {"valid_from": "2026-11-20"}).status_code == 422
    assert client.post(f"{DRAFT}consider/", {"act_date": "2026-11-17", "number": "4"}).status_code == 302
    assert client.post(f"{DRAFT}approve/", {**ordered, "act_date": "2026-11-18", "number": "45"}).status_code == 302
    assert client.post(f"{DRAFT}in-force/", {"valid_from": "2026-11-20"}).status_code == 302
    with school_a():
        assert PolicyProfile.objects.get(pk=2).state is ProfileState.IN_FORCE
    assert client.post(f"{DRAFT}readers/", {"deed": "own"}).status_code == 302
    text = client.get(f"{DRAFT}readers/").content.decode()
    missing, signed = text.index('id="missing"'), text.index('id="signed"')
    assert missing < text.index("Кадырова Нургүл") < signed < text.rindex("Жумалиев Бакыт")


def test_a_conflict_is_settled_with_both_clauses_in_sight() -> None:
    client = deputy()
    chosen = {"modules": ["S33U", "ABDH", "MK"], "valid_from": "2026-12-01", "language": "ky", "seen": "1"}
    assert client.post(f"{DRAFT}made-of/", chosen).status_code == 302
    text = client.get(DRAFT).content.decode()
    assert "S33U 5.3" in text
    assert "ABDH 5.1" in text
    picked = {"deed": "pick", "module": "ABDH", "reason": "Директор кол коёт", "seen": "2"}
    assert client.post(f"{DRAFT}rules/plan.approver/", picked).status_code == 302
    assert "Директор кол коёт" in client.get(DRAFT).content.decode()


def test_a_change_after_approval_is_shown_on_the_page() -> None:
    by = system_actor("tests", on=cast.TODAY)
    with school_a():
        draft = PolicyProfile.objects.get(pk=2)
        consider_charter(by=by, profile=draft, act_date=cast.TODAY - timedelta(days=3), number="3")
        signer = Person.objects.get(pk=stage.DIRECTOR)
        approve_charter(by=by, profile=draft, act_date=cast.TODAY - timedelta(days=2), signed_by=signer)
        set_value(by=by, profile=draft, value=OwnValueInput(NOTICE, 10, reason="Эки смена"))
    text = deputy().get(DRAFT).content.decode()
    assert "Кайра бекитүү керек" in text or "Needs approval again" in text
    assert "10 күн" in text


def test_addresses_that_lead_nowhere() -> None:
    client = deputy()
    for path in (
        "/charter/versions/99/",
        f"{DRAFT}rules/no.such/",
        f"{DRAFT}text/XX/",
        f"{DRAFT}text/MK/mk.99/",
        "/charter/versions/1/rules/plan.approver/",
        f"{DRAFT}readers/",
        f"{DRAFT}difference/?with=abc",
    ):
        assert client.get(path).status_code in (404, 200), path
    assert client.get("/charter/versions/99/").status_code == 404
