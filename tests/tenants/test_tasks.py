"""Messages for schools over a real broker to a real worker."""

import time
import uuid
from collections.abc import Callable, Iterator

import pytest
from celery import Task
from celery.contrib.testing.worker import start_worker
from django.db import connection

from tenants.context import ScopeError, current_school, in_school, public_scope
from tenants.enums import SchoolStatus
from tenants.models import School
from tenants.routing import directory_changed
from tenants.scope import SchoolRef
from tenants.tasks import HEADER, SchoolTask, school_header
from usul.celery import app

seen: list[tuple[str, str]] = []


@app.task(base=SchoolTask, name="tests.where_am_i")
def where_am_i(note: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()::text")
        seen.append((note, cursor.fetchone()[0]))


@app.task(base=SchoolTask, name="tests.several_transactions", own_scope=True)
def several_transactions(school: SchoolRef, note: str) -> None:
    for _ in range(2):
        with in_school(school):
            seen.append((note, current_school().schema))


@app.task(base=Task, name="tests.last")
def last() -> None:
    seen.append(("last", ""))


@pytest.fixture
def work(committed_db: None) -> Iterator[Callable[[], list[tuple[str, str]]]]:
    """Let a worker do everything that is queued; returns what the tasks saw."""
    seen.clear()
    app.control.purge()

    def done() -> list[tuple[str, str]]:
        last.delay()
        with start_worker(app, pool="solo", perform_ping_check=False, shutdown_timeout=30):
            deadline = time.monotonic() + 20
            while ("last", "") not in seen and time.monotonic() < deadline:
                time.sleep(0.02)
        assert seen.pop() == ("last", "")
        return list(seen)

    yield done
    app.control.purge()


def test_each_message_runs_in_its_own_school(
    work: Callable[[], list[tuple[str, str]]], school_a: SchoolRef, school_b: SchoolRef
) -> None:
    where_am_i.for_school(school_a, "one")
    where_am_i.for_school(school_b.id, "two")
    several_transactions.for_school(school_b, "three")
    assert work() == [
        ("one", school_a.schema),
        ("two", school_b.schema),
        ("three", school_b.schema),
        ("three", school_b.schema),
    ]


@pytest.mark.parametrize("status", [status for status in SchoolStatus if status != SchoolStatus.READY])
def test_a_task_for_a_school_closed_in_the_meantime_never_runs(
    work: Callable[[], list[tuple[str, str]]], school_a: SchoolRef, school_b: SchoolRef, status: SchoolStatus
) -> None:
    where_am_i.for_school(school_a, "too late")
    where_am_i.for_school(school_b, "in time")
    with public_scope():
        School.objects.filter(pk=school_a.id).update(status=status)
    directory_changed()
    assert work() == [("in time", school_b.schema)]


def test_a_task_for_a_school_that_never_was_never_runs(work: Callable[[], list[tuple[str, str]]]) -> None:
    where_am_i.for_school(uuid.uuid4(), "never was")
    assert work() == []


def test_a_message_without_a_valid_header_never_runs(
    work: Callable[[], list[tuple[str, str]]], school_a: SchoolRef
) -> None:
    good = school_header(where_am_i.name, school_a.id)
    for header in ({}, {HEADER: str(school_a.id)}, {HEADER: good.swapcase()}):
        where_am_i.apply_async(("forged",), headers=header)
    where_am_i.apply_async(
        ("header of another task",), headers={HEADER: school_header(several_transactions.name, school_a.id)}
    )
    where_am_i.apply_async(("good",), headers={HEADER: good})
    assert work() == [("good", school_a.schema)]


def test_a_task_called_like_a_function_has_no_school(own_database: str) -> None:
    from celery.exceptions import Reject

    with pytest.raises(Reject, match="without_school"):
        where_am_i("direct")
    with pytest.raises(ScopeError):
        where_am_i.run("direct")
