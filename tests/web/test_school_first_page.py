"""The first page of a school: what it asks of the director, of the deputy, and how much it costs."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.acts.enums import ActState
from apps.acts.models import Act
from apps.rulebook.enums import ActKind, Purpose, Role
from tenants.context import in_school
from tenants.routing import directory
from tests import cast, doors, stage

FRAME = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET LOCAL")


def at_school() -> "in_school":
    found = directory.school(cast.SCHOOL_A_ID)
    assert found is not None
    return in_school(found)


@pytest.fixture
def gulnara(db: None, today: date) -> Client:
    """The director of school A."""
    return doors.signed_in("gulnara", cast.HOST_A)


def papers(count: int) -> None:
    """So many submissions without an answer."""
    with at_school():
        for number in range(count):
            Act.objects.create(
                kind=ActKind.SUBMISSION,
                purpose=Purpose.CREATE,
                number=f"7{number}",
                act_date=date(2026, 11, 18),
                signed_by_id=stage.DEPUTY,
                signed_role=Role.DEPUTY_OTI,
                state=ActState.SUBMITTED,
                title="Бирикме түзүү",
            )


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as sent:
        assert client.get("/").status_code == 200
    return sum(not query["sql"].startswith(FRAME) for query in sent.captured_queries)


def test_the_director_sees_what_waits_for_her_signature(gulnara: Client) -> None:
    papers(1)
    html = gulnara.get("/").content.decode()
    assert "Менин колумду эмне күтүп турат?" in html
    assert "Бирикме түзүү" in html
    assert "Кабыл алыңыз же себебин айтып четке кагыңыз." in html
    assert "Иш планды бекитүү" in html, "the association's plan has consent and no approval"


def test_a_director_with_nothing_to_sign_is_told_what_will_come(gulnara: Client) -> None:
    with at_school():
        Act.objects.filter(subject_type="plan").delete()
        Act.objects.filter(state__in=(ActState.DRAFT, ActState.SUBMITTED)).delete()
    assert "Колуңузду күткөн кагаз жок" in gulnara.get("/").content.decode()


def test_the_deputy_is_asked_another_question(bakyt: Client) -> None:
    papers(1)
    html = bakyt.get("/").content.decode()
    assert "Жумага чейин эмне болушу керек?" in html
    assert "Кол коюла турган кагаздар" not in html


def test_four_figures_open_their_lists(bakyt: Client) -> None:
    html = bakyt.get("/").content.decode()
    assert 'href="/sittings/4/" aria-label="Кийинки отурум: 7 күн калды"' in html
    for path in ("/resolutions/?standing=overdue", "/sittings/?minutes=unsigned", "/findings/"):
        assert f'href="{path}"' in html
        assert bakyt.get(path).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_however_much_waits(gulnara: Client, count: int) -> None:
    papers(count)
    gulnara.get("/")
    assert queries(gulnara) == 11
    assert len(gulnara.get("/").content) < 50_000
