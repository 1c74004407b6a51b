"""What a connection keeps, and for how long: rows of a scope, and what its backend has learned of schools."""

from collections.abc import Callable

import pytest
from django.db import NotSupportedError, connection

from apps.people.models import Person
from tenants.context import ScopeError, in_school, public_scope
from tenants.scope import SchoolRef

Fleet = Callable[[int], list[SchoolRef]]


def backend() -> int:
    """Process number of the server's end of this thread's connection."""
    return int(connection.connection.info.backend_pid)


def test_rows_are_worth_nothing_in_the_next_scope(db: None, school_a: SchoolRef, school_b: SchoolRef) -> None:
    with in_school(school_a):
        begun = Person.objects.order_by("pk").values_list("family_name", flat=True).iterator(chunk_size=2)
        assert next(begun) == "Токтогулова"
        assert next(begun) == "Жумалиев"
        cursor = connection.cursor()
        cursor.execute("SELECT family_name FROM people_person ORDER BY id")
    for late in (lambda: next(begun), cursor.fetchone, cursor.fetchall, lambda: next(iter(cursor))):
        with in_school(school_b), pytest.raises(ScopeError, match="has ended"):
            late()
    with in_school(school_a), pytest.raises(ScopeError, match="has ended"):  # the same school, another unit of work
        cursor.fetchmany(2)


def test_no_cursor_stays_on_the_server(db: None, school_a: SchoolRef) -> None:
    with in_school(school_a):
        assert Person.objects.count() == len(list(Person.objects.iterator(chunk_size=1)))
        with pytest.raises(NotSupportedError, match="outlives its transaction"):
            connection.create_cursor("kept")
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_cursors WHERE is_holdable")
            assert cursor.fetchone() == (0,)


def test_a_connection_is_replaced_after_so_many_schools(
    committed_db: None, school_a: SchoolRef, school_b: SchoolRef, settings: "pytest.FixtureRequest"
) -> None:
    settings.SCHOOLS_PER_CONNECTION = 1
    connection.close()

    def serve(school: SchoolRef | None) -> int:
        with in_school(school) if school else public_scope():
            return backend()

    first = [serve(None), serve(school_a), serve(None), serve(school_a)]
    second = [serve(school_b), serve(school_b), serve(None)]
    third = serve(school_a)
    assert len(set(first)) == len(set(second)) == 1
    assert len({first[0], second[0], third}) == 3


def test_a_connection_serves_known_schools_as_long_as_it_likes(
    committed_db: None, school_a: SchoolRef, school_b: SchoolRef, settings: "pytest.FixtureRequest"
) -> None:
    settings.SCHOOLS_PER_CONNECTION = 2
    connection.close()
    seen = set()
    for school in (school_a, school_b) * 3:
        with in_school(school):
            seen.add(backend())
    assert len(seen) == 1
