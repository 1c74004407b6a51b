"""The pages of a sitting: its way from the announcement to the protocol, the live page with and without a script, the public proof."""

import json
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.bodies.models import Body
from apps.district.tasks import refresh
from apps.documents.models import StoredFile
from apps.documents.pages import pdf_pages
from apps.sittings.domain.plan import plan_sitting
from apps.sittings.models import AgendaItem, Attendance, Minutes, Motion, Resolution, Sitting
from tenants.context import in_school
from tenants.routing import directory
from tests import cast, doors, stage
from usul.actors import system_actor

DAY = date(2026, 11, 27)
NOON = datetime(2026, 11, 27, 6, tzinfo=UTC)
LIVE = "/sittings/4/live/"


@pytest.fixture
def day(monkeypatch: pytest.MonkeyPatch) -> date:
    """The day of the council's sitting."""
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    return DAY


@pytest.fixture
def aida(db: None) -> Client:
    return doors.signed_in("aida", cast.HOST_A)


def stored(work: Any) -> Any:
    school = directory.school(cast.SCHOOL_A_ID)
    assert school is not None
    with in_school(school, readonly=True):
        return work()


def test_a_sitting_that_comes_too_soon_for_its_notice_says_what_to_do(aida: Client) -> None:
    school = directory.school(cast.SCHOOL_A_ID)
    assert school is not None
    with in_school(school):
        council = Body.objects.get(pk=Sitting.objects.get(pk=4).body_id)
        soon = plan_sitting(by=system_actor("tests", on=cast.TODAY), body=council, planned_on=date(2026, 11, 23))
    refresh(school, as_of=cast.TODAY)
    page = aida.get(f"/sittings/{soon.pk}/").content.decode()
    assert "акыркы күнү 2026-жылдын 16-ноябры болчу, кабарлоо жок. Отурумду кийинкиге жылдырып" in page


def do(client: Client, deed: str, key: str = "", **values: Any) -> tuple[int, dict[str, Any]]:
    """A deed as the script sends it."""
    data = {"deed": deed, "key": key or f"key-{deed}-{len(values)}-{values.get('note', '')}", **values}
    response = client.post(LIVE, data, headers={"accept": "application/json"})
    return response.status_code, json.loads(response.content)


def opened(client: Client) -> None:
    assert do(client, "open") == (200, {"state": "open"})
    for number in (2, 3, 5, 6):
        assert do(client, "presence", note=f"{number}:present:0")[0] == 200


def item(text: str) -> int:
    return int(stored(lambda: Sitting.objects.get(pk=4).items.get(text__contains=text).pk))


def test_a_sitting_is_held_and_signed_on_its_pages(aida: Client, day: date) -> None:
    opened(aida)
    question = item("Олимпиада")
    status, vote = do(aida, "vote", item=question, yes=3, no=1, abstained=0, seen=0)
    assert (status, vote["result"], vote["rule"]["least"]) == (200, "adopted", 4)
    assert do(aida, "resolution", item=question, text="Жыйынтык чыгарылсын", person=6, due_on="2026-12-10")[0] == 200
    page = aida.get(LIVE).content.decode()
    assert "кабыл алынды" in page
    assert "Жыйынтык чыгарылсын" in page
    assert do(aida, "close")[1] == {"state": "held", "held_on": "2026-11-27"}
    assert aida.get(LIVE).status_code == 302
    assert b"%PDF" in aida.get("/sittings/4/minutes.pdf").content[:8]
    assert stored(lambda: Minutes.objects.get(sitting=4).signed_on) is None
    for who in ("aida", "bakyt"):
        client = doors.signed_in(who, cast.HOST_A)
        assert client.post("/sittings/4/do/put/", {"on": "2026-11-27"}).status_code == 302
    minutes = stored(lambda: Minutes.objects.get(sitting=4))
    assert (minutes.signed_on, minutes.number) == (DAY, 2)
    proof = doors.stranger(cast.HOST_A).get(f"/verify/{minutes.code}/")
    assert proof.status_code == 200
    shown = proof.content.decode()
    assert "Чыныгы документ" in shown
    assert "Олимпиада" not in shown
    assert "Садыкова" not in shown
    assert aida.get("/sittings/4/minutes.docx").content[:2] == b"PK"
    assert aida.post("/sittings/4/do/file/", {"on": "2026-11-27", "folder": "03-12"}).status_code == 302
    assert aida.post("/sittings/4/do/correct/", {"on": "2026-11-27", "text": "№ 2"}).status_code == 302
    assert "03-12" in aida.get("/sittings/4/").content.decode()


def test_a_deed_that_is_sent_again_is_done_once(aida: Client, day: date) -> None:
    opened(aida)
    question = item("Олимпиада")
    given = {"item": question, "text": "Биринчи", "key": "one-and-the-same"}
    first, second = do(aida, "resolution", **given), do(aida, "resolution", **given)
    assert first == second
    assert stored(lambda: Resolution.objects.filter(sitting=4).count()) == 1
    other = do(aida, "resolution", **(given | {"text": "Экинчи"}))
    assert (other[0], other[1]["code"]) == (422, "audit.key_reused")


def test_two_secretaries_are_told_what_differs(aida: Client, day: date) -> None:
    opened(aida)
    bakyt = doors.signed_in("bakyt", cast.HOST_A)
    assert do(bakyt, "presence", note="7:late:0")[0] == 200
    status, answer = do(aida, "presence", note="7:absent:0", key="the-late-second")
    assert (status, answer["code"]) == (409, "sitting.row_changed")
    assert "кечигип келди" in answer["message"]
    question = item("Олимпиада")
    assert do(bakyt, "vote", item=question, yes=4, seen=0, key="bakyt-counts")[0] == 200
    status, answer = do(aida, "vote", item=question, yes=2, no=2, seen=0, key="aida-counts-too")
    assert (status, answer["code"]) == (409, "sitting.row_changed")
    assert stored(lambda: Motion.objects.filter(item=question).count()) == 1


def test_without_a_script_the_page_goes_on(aida: Client, day: date) -> None:
    def press(**values: Any) -> Any:
        return aida.post(LIVE, values | {"key": f"form-{len(values)}-{values['deed']}"})

    assert press(deed="open").status_code == 302
    assert press(deed="presence", note="3:present:0").status_code == 302
    refused = press(deed="close")
    assert refused.status_code == 422
    assert "Күн тартибине жок дегенде бир маселе жазыңыз" in refused.content.decode()
    assert stored(lambda: Attendance.objects.get(sitting=4, person=3).present) is True


def test_a_phone_without_a_line_says_when_it_was_done(aida: Client, day: date) -> None:
    opened(aida)
    do(aida, "presence", note="7:present:0", at="2026-11-27T04:10:00Z", key="kept-on-the-phone")
    mark = stored(lambda: Attendance.objects.get(sitting=4, person=7).marks[0])
    assert mark["at"] == "2026-11-27T04:10:00+00:00"
    do(aida, "presence", note="7:left:1", at="2026-11-28T04:10:00Z", key="a-clock-that-is-wrong")
    assert stored(lambda: Attendance.objects.get(sitting=4, person=7).marks[1])["at"] == NOON.isoformat()


@pytest.mark.parametrize(
    ("values", "status", "code"),
    [
        ({"deed": "dance"}, 422, "sitting.state_missing"),
        ({"deed": "presence", "note": "3:asleep:0"}, 422, "sitting.state_missing"),
        ({"deed": "presence", "note": "999:present:0"}, 404, "core.not_found"),
        ({"deed": "vote", "yes": "many"}, 422, "sitting.state_missing"),
        ({"deed": "vote", "yes": "1"}, 422, "sitting.item_missing"),
        ({"deed": "speech", "item": "1", "text": "a\x00b"}, 422, "sitting.state_missing"),
        ({"deed": "speech", "item": str(2**70)}, 422, "sitting.state_missing"),
        ({"deed": "close", "key": "short"}, 422, "sitting.state_missing"),
    ],
)
def test_deeds_that_cannot_be(aida: Client, day: date, values: dict[str, str], status: int, code: str) -> None:
    opened(aida)
    response = aida.post(LIVE, {"key": "bad-input-of-a-test"} | values, headers={"accept": "application/json"})
    assert (response.status_code, response.json()["code"]) == (status, code)


def test_a_colleague_sees_and_does_not_write(db: None, day: date) -> None:
    erkin = doors.signed_in("erkin", cast.HOST_A)
    page = erkin.get(LIVE)
    assert page.status_code == 200
    assert "<form" not in page.content.decode().split('id="live"')[1]
    assert do(erkin, "open")[1]["code"] == "core.not_permitted"
    assert erkin.post("/sittings/4/do/postpone/", {"to_day": "2026-12-04", "reason": "x"}).status_code == 403


def test_moved_and_called_again(aida: Client, day: date) -> None:
    assert aida.post("/sittings/4/do/lapse/", {"reason": "2"}).status_code == 302
    again = aida.post("/sittings/4/do/repeat/", {"planned_on": "2026-12-08"})
    assert again.status_code == 302
    number = int(re.findall(r"/sittings/(\d+)/", again["Location"])[0])
    assert aida.post(f"/sittings/{number}/do/postpone/", {"to_day": "2026-12-09", "reason": "кар"}).status_code == 302
    assert "кар" in aida.get(f"/sittings/{number}/").content.decode()


def test_papers_become_one_pack_with_fixed_pages(aida: Client, day: date) -> None:
    image = stage.SCAN
    scan = SimpleUploadedFile("таблица.png", image, content_type="image/png")
    assert aida.post("/sittings/4/files/", {"paper": scan}).status_code == 302
    assert aida.post("/sittings/4/pack/").status_code == 302
    first = stored(lambda: Sitting.objects.get(pk=4).pack)
    assert [part["name"] for part in first["parts"]] == ["№1 протокол", "маалымат.png", "таблица.png"]
    assert pdf_pages(aida.get(f"/sittings/4/files/{first['file']}/").content) == first["pages"]
    late = SimpleUploadedFile("кошумча.png", image, content_type="image/png")
    aida.post("/sittings/4/files/", {"paper": late})
    aida.post("/sittings/4/pack/")
    second = stored(lambda: Sitting.objects.get(pk=4).pack)
    assert second["parts"][:3] == first["parts"]
    assert second["pages"] == first["pages"] + 1
    item = stored(lambda: AgendaItem.objects.get(sitting=4, text="Олимпиаданын биринчи баскычы"))
    own = SimpleUploadedFile("олимпиада.png", image, content_type="image/png")
    assert aida.post("/sittings/4/files/", {"paper": own, "item": item.pk}).status_code == 302
    file = stored(lambda: StoredFile.objects.get(subject_type="item", subject_id=item.pk).pk)
    assert f"/sittings/4/files/{file}/" in aida.get("/sittings/4/").content.decode().split('id="agenda"')[1]
    assert (aida.get(f"/sittings/4/files/{file}/").content, aida.get(f"/sittings/2/files/{file}/").status_code) == (
        image,
        404,
    )
    aida.post("/sittings/4/pack/")
    assert stored(lambda: Sitting.objects.get(pk=4).pack["parts"][-1]["name"]) == f"{item.position}. олимпиада.png"
    wrong = SimpleUploadedFile("тизме.pdf", image, content_type="application/pdf")
    refused = aida.post("/sittings/4/files/", {"paper": wrong})
    assert refused.status_code == 415


@pytest.fixture
def counting(aida: Client) -> Any:
    def cost(path: str) -> tuple[int, int]:
        aida.get(path)
        with CaptureQueriesContext(connection) as queries:
            page = aida.get(path)
        reads = [row for row in queries.captured_queries if row["sql"].lstrip().upper().startswith(("SELECT", "WITH"))]
        return len(reads), len(page.content)

    return cost


@pytest.mark.parametrize("path", ["/sittings/2/", "/sittings/3/", "/sittings/4/", LIVE])
def test_pages_are_light(counting: Any, aida: Client, day: date, path: str) -> None:
    if path == LIVE:
        opened(aida)
    queries, weight = counting(path)
    assert queries <= 12
    assert weight <= 50_000


@pytest.mark.parametrize(
    ("values", "most"),
    [
        ({"deed": "presence", "person": "5", "state": "present"}, 11),
        ({"deed": "speech", "text": "Сөз"}, 11),
        ({"deed": "resolution", "text": "Чара көрүлсүн"}, 12),
    ],
    ids=["presence", "speech", "resolution"],
)
def test_a_deed_asks_little(aida: Client, day: date, values: dict[str, str], most: int) -> None:
    opened(aida)
    item = stored(lambda: AgendaItem.objects.filter(sitting=4).latest("position").pk)
    do(aida, "presence", note="7:present:0")
    if values["deed"] != "presence":
        values = values | {"item": str(item)}
    with CaptureQueriesContext(connection) as seen:
        sent = aida.post(LIVE, {"key": "a-deed-that-is-counted"} | values, headers={"accept": "application/json"})
    assert sent.status_code == 200
    words = ("SELECT", "INSERT", "UPDATE", "DELETE")
    assert len([row for row in seen.captured_queries if row["sql"].startswith(words)]) <= most
    scopes = [row for row in seen.captured_queries if "SET LOCAL ROLE" in row["sql"] and "NONE" not in row["sql"]]
    assert len(scopes) == 2  # who it is, and the deed; a session that was only read opens none
