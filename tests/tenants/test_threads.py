"""Eight threads switch between schools at random, with errors, savepoints and rollbacks. Schema, role and context must always agree.

The same walk over the context manager of django-tenants shows that it can fail: that one keeps the way back in a list all threads share.
"""

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction

from tenants.context import ScopeError, current_school, in_school, public_scope
from tenants.models import School
from tenants.scope import SchoolRef, current_scope

THREADS = 8
SWITCHES = 1_000


class PlannedError(Exception):
    """An error the walk raises on purpose."""


@dataclass
class Walk:
    """One way of binding a school, the connection it works on, and every moment at which it did not hold."""

    alias: str
    enter: Callable[[SchoolRef | None], AbstractContextManager[object]]
    believed: Callable[[], str]
    is_home: Callable[[], bool]
    role_follows: bool
    switches: int = 0
    faults: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def check(self, school: SchoolRef | None) -> None:
        """Compare where this thread should be with what the database and the context say."""
        expected = school.schema if school else "public"
        with connections[self.alias].cursor() as cursor:
            cursor.execute("SELECT current_schema()::text, current_user::text")
            schema, role = cursor.fetchone()
        right_role = role == school.schema if school else role.endswith("_portal")
        if schema != expected or self.believed() != expected or (self.role_follows and not right_role):
            with self.lock:
                self.faults.append(f"expected {expected}, database {schema} as {role}, context {self.believed()}")

    def step(self, dice: random.Random, places: list[SchoolRef | None]) -> None:
        """One switch with what may happen inside it."""
        school = dice.choice(places)
        with suppress(PlannedError), self.enter(school):
            self.check(school)
            deed = dice.choice(("read", "write", "savepoint", "broken statement", "error", "a switch inside"))
            if deed == "error":
                raise PlannedError
            if deed == "broken statement":
                with (
                    suppress(DatabaseError),
                    transaction.atomic(self.alias),
                    connections[self.alias].cursor() as cursor,
                ):
                    cursor.execute("SELECT 1 / 0")
            if deed == "savepoint":
                with suppress(PlannedError), transaction.atomic(self.alias):
                    self.check(school)
                    raise PlannedError
            if deed == "a switch inside":
                other = dice.choice(places)
                with suppress(ScopeError), self.enter(other):
                    self.check(other)
            if deed == "write" and school:
                with connections[self.alias].cursor() as cursor:
                    cursor.execute(
                        "INSERT INTO audit_event (at, action, subject_type, actor_name, actor_roles, door, data) "
                        "VALUES (now(), 'walk', 'test', %s, '[]', 'task', '{}')",
                        [school.schema],
                    )
            self.check(school)
        home = self.is_home()
        with self.lock:
            self.switches += 1
            if not home:
                self.faults.append(f"after leaving {school}: not where it was before")


def walk(way: Walk, places: list[SchoolRef | None]) -> None:
    """Run the walk in all threads at once."""
    start = threading.Barrier(THREADS)

    def one(seed: int) -> None:
        dice = random.Random(seed)
        try:
            start.wait(timeout=30)
            for _ in range(SWITCHES // THREADS):
                way.step(dice, places)
        except Exception as error:
            with way.lock:
                way.faults.append(repr(error))
        finally:
            connections[way.alias].close()

    threads = [threading.Thread(target=one, args=(seed,)) for seed in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def ours() -> Walk:
    """The walk over `tenants.context`."""

    def believed() -> str:
        scope = current_scope()
        assert scope is not None
        return current_school().schema if scope.school else "public"

    def enter(school: SchoolRef | None) -> AbstractContextManager[object]:
        return in_school(school) if school else public_scope()

    def is_home() -> bool:
        with connections[DEFAULT_DB_ALIAS].connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_user = session_user, current_schema() IS NULL OR current_schema() = 'public'"
            )
            return current_scope() is None and cursor.fetchone() == (True, True)

    return Walk(DEFAULT_DB_ALIAS, enter, believed, is_home, role_follows=True)


def test_schema_role_and_context_agree_in_every_thread(
    committed_db: None, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    way = ours()
    walk(way, [school_a, school_b, None])
    assert way.faults == []
    assert way.switches == SWITCHES
    for school in (school_a, school_b):
        with in_school(school), connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute("SELECT DISTINCT actor_name FROM audit_event WHERE action = 'walk'")
            assert cursor.fetchall() == [(school.schema,)]


def test_the_same_walk_fails_on_the_context_manager_of_django_tenants(
    committed_db: None, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    with public_scope():
        rows = {row.schema_name: row for row in School.objects.all()}

    @contextmanager
    def enter(school: SchoolRef | None) -> Iterator[None]:
        owner = connections["owner"]
        if school is None:
            owner.set_schema_to_public()
            yield
            return
        with transaction.atomic("owner"), rows[school.schema]:
            yield

    def believed() -> str:
        return str(connections["owner"].schema_name)

    way = Walk("owner", enter, believed, is_home=lambda: believed() == "public", role_follows=False)
    walk(way, [school_a, school_b, None])
    assert way.faults
