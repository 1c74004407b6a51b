"""Logs and error reports: places and identifiers are in them, people are not."""

import gzip
import http.server
import io
import json
import logging
import logging.config
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
import structlog
from django.test import Client

from tests.platform.machine import environment
from usul.observability import clean_report, configure_logging
from usul.redaction import REMOVED, scrub, without_private

PEOPLE = ("Асанова", "Айгүл", "aida@school.kg", "0555123456", "21204198500123")


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What a process with JSON logs writes; the log settings of the test run are put back."""
    stream = io.StringIO()
    settings = configure_logging(fmt="json", level="INFO")
    settings["handlers"]["stderr"]["stream"] = stream
    logging.config.dictConfig(settings)
    structlog.contextvars.clear_contextvars()
    yield stream
    structlog.contextvars.clear_contextvars()
    logging.config.dictConfig(configure_logging(fmt="text", level="WARNING"))


def documents(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_carries_event_place_and_request(lines: io.StringIO) -> None:
    structlog.contextvars.bind_contextvars(
        request_id="r-1", user="u-1", school="school-33", district="sverdlov", task_id="t-1"
    )
    structlog.get_logger("apps.sittings").info("sitting.recorded", sitting=17)
    (line,) = documents(lines)
    assert line["event"] == "sitting.recorded"
    assert {name: line[name] for name in ("request_id", "user", "school", "district", "task_id", "sitting")} == {
        "request_id": "r-1",
        "user": "u-1",
        "school": "school-33",
        "district": "sverdlov",
        "task_id": "t-1",
        "sitting": 17,
    }
    assert line["level"] == "info"
    assert str(line["timestamp"]).endswith("Z")


def test_what_a_person_typed_never_reaches_a_line(lines: io.StringIO) -> None:
    """Private keys at any depth, query strings, messages of exceptions and their causes."""
    logger = structlog.get_logger("apps.people")
    logger.info("search", request="GET /people/?q=Асанова", email="aida@school.kg", details={"phone": "0555123456"})
    logging.getLogger("library").warning("saved", extra={"last_name": "Асанова", "pin": "21204198500123"})
    try:
        try:
            raise KeyError("Айгүл Асанова")
        except KeyError as cause:
            raise ValueError("Key (email)=(aida@school.kg) exists for 'Aida'\nDETAIL: 0555123456") from cause
    except ValueError as error:
        logger.exception("request_failed", error=str(error))
    written = lines.getvalue()
    assert [word for word in PEOPLE if word in written] == []
    search, saved, failed = documents(lines)
    assert search["request"] == "GET /people/"
    assert search["details"] == {"phone": REMOVED}
    assert saved["event"] == "saved"
    exceptions = failed["exception"]
    assert isinstance(exceptions, list)
    assert [part["exc_type"] for part in exceptions] == ["ValueError", "KeyError"]
    assert exceptions[0]["frames"][-1]["name"] == "test_what_a_person_typed_never_reaches_a_line"
    assert "locals" not in exceptions[0]["frames"][-1]


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ('relation "s_abc.people_person" does not exist', f"relation {REMOVED} does not exist"),
        ("Key (email)=(aida@school.kg) already exists.", f"Key (email){REMOVED} already exists."),
        ("invalid literal for int(): 'Айгүл'", f"invalid literal for int(): {REMOVED}"),
        ("call 0555123456 now", f"call {REMOVED} now"),
        ("no row for Асанова Айгүл here", f"no row for {REMOVED} here"),
        ("duplicate\nDETAIL:  Failing row contains (1, Асанова)", "duplicate"),
        ("connection refused", "connection refused"),
    ],
)
def test_scrubbing_keeps_the_words_of_the_program(message: str, left: str) -> None:
    assert scrub(message) == left


def test_domain_words_are_not_taken_for_private_ones() -> None:
    kept = {"body": "b-1", "sitting": 4, "sessions_held": None, "code": "AS-1"}
    assert without_private({"body": "b-1", "sitting": 4, "code": "AS-1"}) == {
        k: v for k, v in kept.items() if k != "sessions_held"
    }
    assert without_private({"old_password": "x", "Cookie": "y", "csrf_token": "z"}) == dict.fromkeys(
        ("old_password", "Cookie", "csrf_token"), REMOVED
    )


def test_an_error_report_keeps_place_and_type_only() -> None:
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(school="school-33", district="sverdlov", request_id="r-1")
    report = clean_report(
        {
            "exception": {"values": [{"type": "ValueError", "value": "no 'Асанова' with 0555123456"}]},
            "logentry": {"message": "failed for Айгүл", "params": ["Айгүл"]},
            "request": {
                "method": "POST",
                "url": "https://school-33.usul.kg/people/?q=Асанова",
                "query_string": "q=Асанова",
                "headers": {"Cookie": "usul_session=1"},
                "data": {"name": "Айгүл"},
                "env": {"REMOTE_ADDR": "10.0.0.1"},
            },
            "user": {"email": "aida@school.kg", "ip_address": "10.0.0.1"},
            "extra": {"sys.argv": ["21204198500123"]},
            "contexts": {"trace": {"trace_id": "abc"}, "person": {"name": "Айгүл"}},
        },
        {},
    )
    structlog.contextvars.clear_contextvars()
    written = json.dumps(report, ensure_ascii=False)
    assert [word for word in (*PEOPLE, "10.0.0.1", "usul_session") if word in written] == []
    assert report["request"] == {"method": "POST", "url": "https://school-33.usul.kg/people/"}
    assert report["tags"] == {"school": "school-33", "district": "sverdlov", "request_id": "r-1"}
    assert report["exception"]["values"][0]["type"] == "ValueError"


class Collector(http.server.BaseHTTPRequestHandler):
    """An error collector that keeps what it is sent."""

    received: list[bytes]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress}[self.headers["Content-Encoding"]]
        self.received.append(unpack(body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


FAULTY = """
import sys
from usul.observability import start_error_reports
start_error_reports(sys.argv[1])
def record(full_name, phone):
    raise ValueError(f"cannot record {full_name!r} ({phone})")
import sentry_sdk
try:
    record("Айгүл Асанова", "0555123456")
except ValueError:
    sentry_sdk.capture_exception()
sentry_sdk.flush(5)
"""


def test_what_really_arrives_at_a_collector_names_nobody(tmp_path: Path) -> None:
    """A process with a real collector: the report arrives, with its type and frames, without values, locals or host names."""
    Collector.received = []
    server = http.server.HTTPServer(("127.0.0.1", 0), Collector)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        dsn = f"http://key@127.0.0.1:{server.server_port}/1"
        done = subprocess.run(
            [sys.executable, "-c", FAULTY, dsn],
            env=environment(tmp_path),
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
    assert done.stderr == ""
    arrived = b"".join(Collector.received).decode()
    assert '"ValueError"' in arrived
    assert "cannot record" in arrived
    assert [word for word in PEOPLE if word in arrived or json.dumps(word)[1:-1] in arrived] == []
    assert '"vars"' not in arrived


def test_without_a_collector_nothing_is_started(tmp_path: Path) -> None:
    code = (
        "from usul.observability import start_error_reports; import sentry_sdk; "
        "start_error_reports(None); print(sentry_sdk.is_initialized())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(tmp_path), capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_a_request_is_one_line_without_its_query(lines: io.StringIO, db: None, client: Client) -> None:
    client.get("/nowhere/?q=Асанова", headers={"host": "school-a.localhost"})
    (line,) = [document for document in documents(lines) if document["event"] == "request_finished"]
    assert line["request"] == "GET /nowhere/"
    assert line["code"] == 404
    assert isinstance(line["duration_ms"], float)
    assert len(str(line["request_id"])) == 36
    assert "Асанова" not in lines.getvalue()
