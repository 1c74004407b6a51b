"""Messages to a program that really listens, and addresses that nothing is sent to."""

import hashlib
import hmac
import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.test import Client, override_settings

from apps.bodies.models import Body
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.core.permissions import Permission
from apps.notices import outbound
from apps.notices.domain.webhooks import (
    MOST,
    PAUSES,
    add_webhook,
    claim,
    forget,
    overdue,
    renew_secret,
    secret_of,
    send,
    settle,
    switch_webhook,
)
from apps.notices.enums import EventKind
from apps.notices.models import Delivery, Webhook
from apps.sittings.domain.inputs import HeldInput, ItemInput, SignatureInput
from apps.sittings.domain.plan import announce_sitting
from apps.sittings.domain.record import record_sitting
from apps.sittings.models import Sitting
from tenants.context import in_school
from tenants.scope import SchoolRef
from tests import cast, doors
from tests.verbs.conftest import without


@dataclass
class Program:
    """A program that listens: what came, and with which status it answers."""

    url: str
    answer: int = 204
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
def program() -> Iterator[Program]:
    class Listener(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.heard.append((dict(self.headers), body))
            self.send_response(heard.answer)
            self.send_header("Location", "http://127.0.0.1:1/inside")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_words: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    heard = Program(f"http://127.0.0.1:{server.server_address[1]}/usul?x=1")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    with override_settings(WEBHOOKS_ANYWHERE=True):
        yield heard
    server.shutdown()
    server.server_close()
    thread.join(5)


def deliver(school: SchoolRef, pk: int, now: datetime) -> tuple[int | None, int | None]:
    """One attempt, as the task makes it."""
    with in_school(school):
        message = claim(pk, now=now, schema=school.schema)
    assert message is not None
    status = send(message)
    with in_school(school):
        return status, settle(pk, status, now=now)


def announced(school: SchoolRef, by: Actor) -> Delivery:
    """An announcement that a program is told of."""
    with in_school(school):
        announce_sitting(by=by, sitting=Sitting.objects.get(pk=4), announced_on=cast.TODAY)
        return Delivery.objects.get()


def test_a_message_arrives_signed_and_holds_no_names(school: SchoolRef, by: Actor, program: Program) -> None:
    with in_school(school):
        Webhook.objects.all().delete()
        hook = add_webhook(by=by, url=program.url, events=[EventKind.ANNOUNCED])
    made = announced(school, by)
    now = made.next_at + timedelta(seconds=1)
    assert deliver(school, made.pk, now) == (204, None)
    (headers, body) = program.heard[0]
    stamp, given = (part.partition("=")[2] for part in headers["Usul-Signature"].split(","))
    secret = secret_of(hook, school.schema)
    assert given == hmac.new(secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
    assert stamp == str(int(now.timestamp()))
    told = json.loads(body)
    assert told | {"id": "", "at": ""} == {
        "id": "",
        "at": "",
        "event": "sitting.announced",
        "school": "school-a",
        "data": {"sitting": 4, "body": 2, "number": 2, "day": "2026-11-27"},
    }
    assert headers["Usul-Delivery"] == told["id"]
    with in_school(school):
        row = Delivery.objects.get()
        assert (row.state.value, row.attempts, row.status) == ("delivered", 1, 204)
        assert claim(row.pk, now=now + timedelta(days=1), schema=school.schema) is None


def test_every_event_is_told_to_those_who_asked_for_it(school: SchoolRef, by: Actor, program: Program) -> None:
    with in_school(school):
        Webhook.objects.all().delete()
        add_webhook(by=by, url=program.url, events=list(EventKind))
        add_webhook(by=by, url=program.url, events=[EventKind.SIGNED])
        held = HeldInput(
            held_on=date(2026, 11, 18),
            items=(ItemInput("Биринчи", adopted=True), ItemInput("Экинчи"), ItemInput("Үчүнчү", adopted=False)),
            signature=SignatureInput(date(2026, 11, 19)),
        )
        record_sitting(by=by, body=Body.objects.get(pk=1), held=held)
        told = [(row.event.value, row.payload["data"].get("item")) for row in Delivery.objects.order_by("pk")]
    assert told == [
        ("sitting.held", None),
        ("question.decided", 1),
        ("question.decided", 3),
        ("minutes.signed", None),
        ("minutes.signed", None),
    ]


def test_a_program_that_does_not_answer_is_tried_later_and_later(
    school: SchoolRef, by: Actor, program: Program
) -> None:
    with in_school(school):
        Webhook.objects.all().delete()
        add_webhook(by=by, url=program.url, events=[EventKind.ANNOUNCED])
    made = announced(school, by)
    program.answer, now, pauses = 503, made.next_at, []
    while True:
        status, pause = deliver(school, made.pk, now)
        assert status == 503
        if pause is None:
            break
        pauses.append(pause)
        with in_school(school):
            assert claim(made.pk, now=now + timedelta(seconds=pause - 1), schema=school.schema) is None
            assert overdue(now=now + timedelta(seconds=pause), most=5) == [made.pk]
        now += timedelta(seconds=pause)
    assert tuple(pauses) == PAUSES
    with in_school(school):
        assert Delivery.objects.get().state.value == "given_up"
        assert forget(now=now + timedelta(days=29)) == 0
        assert forget(now=now + timedelta(days=31)) == 1


def test_a_program_that_is_gone_is_told_no_more(school: SchoolRef, by: Actor, program: Program) -> None:
    with in_school(school):
        Webhook.objects.all().delete()
        add_webhook(by=by, url=program.url, events=[EventKind.ANNOUNCED])
    made = announced(school, by)
    program.answer = 410
    assert deliver(school, made.pk, made.next_at) == (410, None)
    with in_school(school):
        assert not Webhook.objects.get().active
        announce_sitting(by=by, sitting=Sitting.objects.get(pk=4), announced_on=cast.TODAY)
        assert Delivery.objects.count() == 1


def test_a_redirect_is_not_followed(school: SchoolRef, by: Actor, program: Program) -> None:
    with in_school(school):
        Webhook.objects.all().delete()
        add_webhook(by=by, url=program.url, events=[EventKind.ANNOUNCED])
    made = announced(school, by)
    program.answer = 307
    assert deliver(school, made.pk, made.next_at) == (307, PAUSES[0])
    assert len(program.heard) == 1


def test_a_stopped_address_gets_nothing_and_a_new_secret_differs(
    school: SchoolRef, by: Actor, program: Program
) -> None:
    with in_school(school):
        Webhook.objects.all().delete()
        hook = add_webhook(by=by, url=program.url, events=[EventKind.ANNOUNCED])
        before = secret_of(hook, school.schema)
        assert secret_of(renew_secret(by=by, webhook=hook), school.schema) != before
        assert secret_of(hook, "s_another") != before
    made = announced(school, by)
    with in_school(school):
        switch_webhook(by=by, webhook=Webhook.objects.get(), active=False)
        assert claim(made.pk, now=made.next_at, schema=school.schema) is None
        assert Delivery.objects.get().state.value == "given_up"


@pytest.mark.parametrize(
    "url",
    [
        "http://journal.example.kg/usul",
        "https://user:word@journal.example.kg/",
        "https://localhost/",
        "https://db.internal/",
        "https://127.0.0.1/",
        "https://10.0.0.8/x",
        "https://192.168.1.1:8443/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[fd00::1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://0.0.0.0/",
        "https://journal.example.kg:99999/",
        "ftp://journal.example.kg/",
        "file:///etc/passwd",
        "journal.example.kg",
        "https://",
        "",
    ],
)
def test_addresses_that_nothing_is_sent_to(school: SchoolRef, by: Actor, url: str) -> None:
    with in_school(school):
        before = Webhook.objects.count()
        with pytest.raises(Fault) as refused:
            add_webhook(by=by, url=url, events=[EventKind.HELD])
        assert refused.value.code == "webhook.url_unusable"
        assert Webhook.objects.count() == before


def test_a_name_that_leads_inside_is_refused_when_it_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def inside(*_args: Any, **_kwargs: Any) -> list[Any]:
        public = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))
        return [public, (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.1.2.3", 443))]

    monkeypatch.setattr(socket, "getaddrinfo", inside)
    target = outbound.target_of("https://journal.example.kg/", anywhere=False)
    assert target is not None
    with pytest.raises(outbound.Unreachable, match="private"):
        outbound.post(target, b"{}", {}, anywhere=False)


def test_who_may_and_how_many(school: SchoolRef, by: Actor) -> None:
    with in_school(school):
        with pytest.raises(Fault, match="not_permitted"):
            add_webhook(by=without(by, Permission.WEBHOOK_EDIT), url="https://a.example.kg/", events=[EventKind.HELD])
        with pytest.raises(Fault, match="events_missing"):
            add_webhook(by=by, url="https://a.example.kg/", events=[])
        for number in range(MOST - 1):
            add_webhook(by=by, url=f"https://a{number}.example.kg/", events=[EventKind.HELD])
        with pytest.raises(Fault, match="enough"):
            add_webhook(by=by, url="https://last.example.kg/", events=[EventKind.HELD])


def test_the_secret_is_shown_once(school: SchoolRef, today: date) -> None:
    bakyt = doors.signed_in("bakyt", cast.HOST_A)
    made = bakyt.post("/webhooks/", {"url": "https://n.example.kg/", "events": ["sitting.held"]}).content.decode()
    assert made.count("whsec_") == 1
    assert "whsec_" not in bakyt.get("/webhooks/").content.decode()
    assert "whsec_" not in bakyt.get("/webhooks/1/").content.decode()
    renewed = bakyt.post("/webhooks/1/change/", {"do": "renew"}).content.decode()
    assert renewed.count("whsec_") == 1
    assert bakyt.post("/webhooks/", {"url": "https://10.0.0.1/", "events": ["sitting.held"]}).status_code == 422
    erkin = doors.signed_in("erkin", cast.HOST_A)
    assert erkin.get("/webhooks/").status_code == 403
    assert erkin.post("/webhooks/1/change/", {"do": "remove"}).status_code == 403


def key(*scopes: str) -> Client:
    return doors.program(cast.HOST_A, doors.token("bakyt", *scopes, school_id=cast.SCHOOL_A_ID))


def test_programs_manage_addresses_alike(school: SchoolRef, today: date) -> None:
    client = key("school:read", "webhooks:write")
    made = doors.send(client, "POST", "/api/v1/webhooks/", {"url": "https://p.example.kg/", "events": ["sitting.held"]})
    assert (made.status_code, made.json()["secret"][:6]) == (201, "whsec_")
    path = f"/api/v1/webhooks/{made.json()['id']}/"
    assert "secret" not in doors.send(client, "GET", path).json()
    assert doors.send(client, "PATCH", path, {"active": False}).json()["active"] is False
    assert doors.send(client, "POST", f"{path}secret/").json()["secret"] != made.json()["secret"]
    assert doors.send(client, "GET", f"{path}deliveries/").json()["results"] == []
    assert doors.send(client, "DELETE", path).status_code == 204
    assert doors.send(client, "GET", path).status_code == 404
    assert doors.send(key("school:read"), "GET", "/api/v1/webhooks/").status_code == 403
    gone = doors.send(client, "GET", "/api/v1/deletions/?type=webhook").json()["results"]
    assert [(row["type"], row["id"]) for row in gone] == [("webhook", made.json()["id"])]
    assert doors.send(client, "GET", "/api/v1/deletions/?since=2099-01-01T00:00:00Z").json()["results"] == []


def test_what_changed_since_a_moment(school: SchoolRef, by: Actor) -> None:
    client = key("school:read")
    moment = datetime.fromisoformat(doors.send(client, "GET", "/api/v1/resolutions/3/").json()["updated_at"])
    later = (moment + timedelta(minutes=3)).isoformat().replace("+", "%2B")
    near = (moment + timedelta(minutes=1)).isoformat().replace("+", "%2B")
    for path in ("resolutions", "sittings", "bodies"):
        assert doors.send(client, "GET", f"/api/v1/{path}/?modified_since={later}").json()["results"] == [], path
        assert doors.send(client, "GET", f"/api/v1/{path}/?modified_since=2020-01-01T00:00:00Z").json()["results"], path
        assert doors.send(client, "GET", f"/api/v1/{path}/?modified_since=yesterday").status_code in (400, 422), path
    ids = [
        row["id"] for row in doors.send(client, "GET", f"/api/v1/resolutions/?modified_since={near}").json()["results"]
    ]
    assert 3 in ids
