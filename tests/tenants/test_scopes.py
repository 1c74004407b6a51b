"""What a scope lets through and what it stops."""

import threading
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import psycopg2
import pytest
from django.db import OperationalError, ProgrammingError, connection, transaction
from django.db.utils import InternalError

from apps.audit.models import Event
from tenants.context import ScopeError, current_school, district_scope, in_school, public_scope
from tenants.models import School
from tenants.owner import cursor_of, owner
from tenants.scope import SchoolRef, UnknownRoleError, current_scope, schema_name_of


def add_event(name: str) -> Event:
    return Event.objects.create(action="test.done", subject_type="test", actor_name=name, door="command")


def noted() -> list[str]:
    """Who has done what this module does, in the running scope."""
    return list(Event.objects.filter(action="test.done").values_list("actor_name", flat=True))


def where() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user::text, current_schema()::text")
        return cursor.fetchone()


def test_without_a_scope_there_is_no_cursor(own_database: str) -> None:
    with pytest.raises(ScopeError, match="No scope is open"):
        Event.objects.count()
    with pytest.raises(ScopeError, match="No scope is open"), transaction.atomic():
        Event.objects.count()


def test_a_school_scope_runs_under_the_schools_role_and_schema(
    db: None, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    with in_school(school_a):
        assert where() == (school_a.schema, school_a.schema)
        assert current_school() == school_a
    with in_school(school_b):
        assert where() == (school_b.schema, school_b.schema)


def test_rows_of_one_school_are_not_seen_in_another(db: None, school_a: SchoolRef, school_b: SchoolRef) -> None:
    with in_school(school_a):
        first = add_event("Aida").id
    with in_school(school_b):
        assert noted() == []
        Event.objects.create(id=first, action="test.done", subject_type="test", actor_name="Daniyar", door="command")
        assert noted() == ["Daniyar"]
    with in_school(school_a):
        assert noted() == ["Aida"]


def test_a_qualified_name_of_another_school_is_denied(db: None, school_a: SchoolRef, school_b: SchoolRef) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), in_school(school_a), connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{school_b.schema}".audit_event')


@pytest.mark.parametrize(
    "table", ["accounts_user", "tenants_school", "tenants_access", "district_schoolstanding", "django_session"]
)
def test_a_school_role_reads_nothing_of_the_public_schema(db: None, school_a: SchoolRef, table: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), in_school(school_a), connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM public.{table}")


def test_the_portal_reaches_no_school(db: None, school_a: SchoolRef) -> None:
    with public_scope():
        assert School.objects.count() == 2
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f'SELECT * FROM "{school_a.schema}".audit_event')


def test_the_district_role_reads_rollups_only(db: None) -> None:
    with district_scope(districts=None):
        assert School.objects.count() == 2
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT * FROM accounts_user")


def test_scopes_do_not_nest(db: None, school_a: SchoolRef, school_b: SchoolRef) -> None:
    with in_school(school_a), pytest.raises(ScopeError, match="opened inside"), in_school(school_b):
        pass
    with in_school(school_a), pytest.raises(ScopeError, match="opened inside"), public_scope():
        pass


def test_a_read_only_scope_refuses_writes(db: None, school_a: SchoolRef) -> None:
    with pytest.raises(InternalError, match="read-only"), in_school(school_a, readonly=True):
        add_event("Aida")
    with in_school(school_a):
        assert add_event("Aida").id


def test_the_audit_trail_can_only_grow(db: None, school_a: SchoolRef) -> None:
    with in_school(school_a):
        event = add_event("Aida")
        for change in (lambda: Event.objects.filter(pk=event.pk).update(actor_name="x"), event.delete):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                change()


def test_an_error_leaves_nothing_behind(committed_db: None, school_a: SchoolRef) -> None:
    def work() -> None:
        with in_school(school_a):
            add_event("Aida")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        work()
    assert current_scope() is None
    with in_school(school_a):
        assert noted() == []


def test_a_missing_role_is_an_error_and_not_schema_public(committed_db: None, school_a: SchoolRef) -> None:
    nobody = uuid.UUID(int=7)
    ghost = SchoolRef(
        id=nobody,
        schema=schema_name_of(nobody),
        slug="ghost",
        status="ready",
        names=(("ky", "x"),),
        district_id=school_a.district_id,
        district_slug="d",
    )
    with pytest.raises(UnknownRoleError, match=ghost.schema), in_school(ghost):
        pass
    with in_school(school_a):
        assert where() == (school_a.schema, school_a.schema)


def test_a_school_cannot_be_named_with_another_ones_schema(school_a: SchoolRef, school_b: SchoolRef) -> None:
    with pytest.raises(ScopeError, match="is not the one of the school"):
        replace(school_a, schema=school_b.schema)


def test_the_connection_keeps_no_state(committed_db: None, school_a: SchoolRef) -> None:
    with in_school(school_a):
        add_event("Aida")
    raw = connection.connection
    with raw.cursor() as cursor:
        cursor.execute("SELECT current_user::text, current_setting('search_path')")
        user, path = cursor.fetchone()
    assert user.endswith("_app")
    assert school_a.schema not in path


def test_set_config_cannot_change_the_role(db: None, school_a: SchoolRef, school_b: SchoolRef) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), in_school(school_a), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', %s, false)", (school_b.schema,))


def test_another_thread_must_open_its_own_scope(committed_db: None, school_a: SchoolRef) -> None:
    import contextvars

    found: list[object] = []

    def work() -> None:
        try:
            found.append(Event.objects.count())
        except ScopeError as error:
            found.append(str(error))
        finally:
            connection.close()

    def run(target: Callable[[], object]) -> None:
        thread = threading.Thread(target=target)
        thread.start()
        thread.join()

    with in_school(school_a):
        run(work)
        borrowed = contextvars.copy_context()
        run(lambda: borrowed.run(work))
    assert "No scope is open" in str(found[0])
    assert "does not carry" in str(found[1])


def test_what_waits_for_commit_runs_outside_the_scope(db: None, school_a: SchoolRef, school_b: SchoolRef) -> None:
    seen: list[int] = []

    def after() -> None:
        with in_school(school_b):
            seen.append(len(noted()))

    with in_school(school_a):
        transaction.on_commit(after)
        assert seen == []
    assert seen == [0]


def test_what_waits_for_commit_runs_outside_the_scope_with_real_commits(
    committed_db: None, school_a: SchoolRef
) -> None:
    seen: list[object] = []
    with in_school(school_a):
        transaction.on_commit(lambda: seen.append(current_scope()))
    assert seen == [None]


def test_a_broken_transaction_never_counts_as_committed(committed_db: None, school_a: SchoolRef) -> None:
    def work() -> None:
        with in_school(school_a):
            add_event("Aida")
            with suppress(psycopg2.Error), connection.connection.cursor() as cursor:
                cursor.execute("SELECT 1/0")

    with pytest.raises(InternalError, match="had already failed"):
        work()
    with in_school(school_a):
        assert noted() == []


def cut(pid: int) -> None:
    """Let the server end a connection, and wait until it has."""
    with owner() as opened, cursor_of(opened) as cursor:
        cursor.execute("RESET ROLE; SELECT pg_terminate_backend(%s, 5000)", (pid,))


def test_a_connection_lost_before_the_commit_is_replaced(committed_db: None, school_a: SchoolRef) -> None:
    """The work is lost and says so; the next one finds a connection."""

    def work() -> None:
        with in_school(school_a):
            add_event("Aida")
            cut(connection.connection.info.backend_pid)

    with pytest.raises(OperationalError):
        work()
    assert current_scope() is None
    with in_school(school_a):
        assert where()[0] == school_a.schema
        assert noted() == []


def test_a_connection_lost_while_idle_is_replaced(committed_db: None, school_a: SchoolRef) -> None:
    with in_school(school_a):
        pid = connection.connection.info.backend_pid
    cut(pid)
    with in_school(school_a):
        assert connection.connection.info.backend_pid != pid
        assert where()[0] == school_a.schema
