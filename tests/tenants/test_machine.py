"""Three threads take steps in any order that hypothesis can think of. After each step schema, role, context and cache agree in every one.

The suite takes some hundred steps. Ten thousand: `pytest tests/tenants/test_machine.py --hypothesis-profile=long --timeout 0`.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, ClassVar

import pytest
from celery.exceptions import Reject
from django.core.cache import cache, caches
from django.core.files.storage import default_storage
from django.db import DatabaseError, Error, InterfaceError, connection, connections, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from apps.audit.models import Event
from tenants.cache import scoped_key
from tenants.context import ScopeError, current_school, district_scope, in_school, public_scope, role_name
from tenants.models import School
from tenants.owner import cursor_of, owner
from tenants.scope import SchoolRef, current_scope
from tenants.tasks import HEADER, SchoolTask, school_header
from tests.tenants.strands import PlannedError, Strand
from usul.celery import app

STRANDS = st.integers(0, 2)
PLACES = st.sampled_from(["a", "b", "portal", "district"])
BOUNDED = settings(
    max_examples=10,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=[Phase.generate],
)
LONG = settings(BOUNDED, max_examples=200, stateful_step_count=60, derandomize=False)


@app.task(base=SchoolTask, name="tests.where_the_machine_is")
def where_the_machine_is() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema() || ' ' || current_user")
        return str(cursor.fetchone()[0])


@dataclass
class Belief:
    """What must be true of one strand.

    Attributes:
        place: key of the place it is bound to; None outside every scope.
        broken: its transaction has met an error and can only be left, since this many savepoints.
        cut: its connection was ended by the server.
        rows: an iterator that was begun, with the place and the number of the scope it was begun in.
        visit: number of the scope, so that two scopes of one place differ.
    """

    strand: Strand
    place: str | None = None
    readonly: bool = False
    broken: int | None = None
    cut: bool = False
    visit: int = 0
    rows: tuple[str, int, Iterator[Any]] | None = None
    after: list[object] = field(default_factory=list)


class Machine(RuleBasedStateMachine):
    """Steps over `tenants.context`, with the invariants that hold after each of them."""

    schools: ClassVar[dict[str, SchoolRef]] = {}
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.all = [Belief(Strand(f"strand-{number}")) for number in range(3)]

    def teardown(self) -> None:
        for belief in self.all:
            belief.strand.end()

    # --- scopes --------------------------------------------------------------------------------------------------------

    @rule(number=STRANDS, place=PLACES, readonly=st.booleans())
    def open(self, number: int, place: str, readonly: bool) -> None:
        """Bind a place; inside another one that is refused and changes nothing."""
        one = self.all[number]
        block = self._scope(place, readonly)
        if one.place is not None:
            with pytest.raises(ScopeError, match="opened inside"):
                one.strand.do(block.__enter__)
            return
        one.strand.enter(block)
        one.place, one.readonly, one.broken, one.cut = place, readonly or place == "district", None, False
        one.visit += 1

    def _scope(self, place: str, readonly: bool) -> Any:
        if place == "portal":
            return public_scope(readonly=readonly)
        if place == "district":
            return district_scope(districts=None)
        return in_school(self.schools[place], readonly=readonly)

    @rule(number=STRANDS, how=st.sampled_from(["keep", "error", "undo"]))
    def leave(self, number: int, how: str) -> None:
        """Leave the innermost block: as it should be, with an error, or after asking for a rollback."""
        one = self.all[number]
        if one.place is None:
            return
        outermost = one.strand.depth == 1
        healthy = one.broken is None and not one.cut
        if how == "undo" and healthy:
            one.strand.do(lambda: transaction.set_rollback(True))
        with suppress(PlannedError, *(() if healthy else (DatabaseError, InterfaceError))):
            one.strand.leave(PlannedError() if how == "error" else None)
        if outermost:
            one.place, one.broken = None, None
            assert [scope for scope in one.after if scope is not None] == []
            one.after.clear()
        elif one.broken is not None and one.strand.depth < one.broken:
            one.broken = None

    @rule(number=STRANDS)
    def savepoint(self, number: int) -> None:
        one = self.all[number]
        if self._works(one) and one.strand.depth < 4:
            one.strand.enter(transaction.atomic())

    @rule(number=STRANDS)
    def break_statement(self, number: int) -> None:
        """A statement fails and nobody minds: the transaction is of no more use, back to the last savepoint."""
        one = self.all[number]
        if self._works(one):
            with pytest.raises(DatabaseError):
                one.strand.do(lambda: self._ask("SELECT 1 / 0"))
            one.broken = one.strand.depth

    @rule(number=STRANDS)
    def wait_for_commit(self, number: int) -> None:
        """What waits for the commit runs outside every scope."""
        one = self.all[number]
        if self._works(one):
            one.strand.do(lambda: transaction.on_commit(lambda: one.after.append(current_scope())))

    # --- connections and threads -----------------------------------------------------------------------------------------

    @rule(number=STRANDS)
    def cut(self, number: int) -> None:
        """The server ends the connection, in the middle of the work or between two pieces of it."""
        one = self.all[number]
        pid = one.strand.do(lambda: connection.connection and connection.connection.info.backend_pid)
        if pid is None or one.cut:
            return
        with owner() as opened, cursor_of(opened) as cursor:
            cursor.execute("RESET ROLE; SELECT pg_terminate_backend(%s, 5000)", [pid])
        one.cut = one.place is not None

    @rule(number=STRANDS, with_context=st.booleans())
    def hop(self, number: int, with_context: bool) -> None:
        """Another thread gets no cursor, whether it borrowed the context or not."""
        with pytest.raises(ScopeError):
            self.all[number].strand.beside(lambda: self._ask("SELECT 1"), with_context=with_context)

    @rule(number=STRANDS, place=st.sampled_from("ab"), header=st.sampled_from(["good", "none", "forged", "of another"]))
    def task(self, number: int, place: str, header: str) -> None:
        """A task runs in the school of its header and nowhere else."""
        one = self.all[number]
        school = self.schools[place]
        good = school_header(where_the_machine_is.name, school.id)
        headers = {
            "good": {HEADER: good},
            "none": {},
            "forged": {HEADER: good.swapcase()},
            "of another": {HEADER: school_header("tests.another", school.id)},
        }[header]
        run = lambda: where_the_machine_is.apply(headers=headers)  # noqa: E731
        if header != "good":
            refused = one.strand.do(run)
            assert isinstance(refused.result, Reject), refused.result
        elif one.place is None:
            assert one.strand.do(run).result == f"{school.schema} {school.schema}"
        else:
            assert isinstance(one.strand.do(run).result, ScopeError)

    # --- rows, iterators, cache, files ---------------------------------------------------------------------------------------

    @rule(number=STRANDS)
    def write(self, number: int) -> None:
        """Leave a row that says where it was written."""
        one = self.all[number]
        if not self._works(one):
            return
        name = one.place or ""
        add = lambda: Event.objects.create(  # noqa: E731
            action="machine", subject_type="test", actor_name=name, door="task"
        )
        if one.place in self.schools and not one.readonly:
            one.strand.do(add)
            return
        with pytest.raises(Error):
            one.strand.do(add)
        one.broken = one.strand.depth

    @rule(number=STRANDS, other=st.sampled_from("ab"))
    def reach(self, number: int, other: str) -> None:
        """A table of another school is closed under its full name too."""
        one = self.all[number]
        if self._works(one) and one.place != other:
            with pytest.raises(DatabaseError, match="permission denied"):
                one.strand.do(lambda: self._ask(f'SELECT * FROM "{self.schools[other].schema}".audit_event'))
            one.broken = one.strand.depth

    @rule(number=STRANDS)
    def begin_rows(self, number: int) -> None:
        """Begin to read row by row."""
        one = self.all[number]
        if self._works(one) and one.place in self.schools:
            rows = Event.objects.filter(action="machine").values_list("actor_name", flat=True).iterator(chunk_size=1)
            one.strand.do(lambda: next(rows, None))
            one.rows = (one.place, one.visit, rows)

    @rule(number=STRANDS)
    def go_on_with_rows(self, number: int) -> None:
        """Go on with it: the school's own rows in the scope they were asked for in, an error in any other."""
        one = self.all[number]
        if one.rows is None:
            return
        place, visit, rows = one.rows
        if one.place is not None and one.visit == visit:
            assert one.strand.do(lambda: next(rows, place)) == place
            return
        with suppress(ScopeError, StopIteration):  # it may have come to its end before
            pytest.fail(f"a row of {place} in {one.place}: {one.strand.do(lambda: [next(rows)])}")
        one.rows = None

    @rule(number=STRANDS)
    def remember(self, number: int) -> None:
        """The same key of the cache is another entry in another place, and none outside."""
        one = self.all[number]
        if one.place is None:
            for use in (lambda: cache.get("machine"), lambda: cache.set("machine", 1)):
                with pytest.raises(ScopeError):
                    one.strand.do(use)
            return
        assert one.strand.do(lambda: cache.get("machine")) in (None, one.place)
        one.strand.do(lambda: cache.set("machine", one.place))

    # --- what holds after every step ------------------------------------------------------------------------------------------

    @invariant()
    def all_agree(self) -> None:
        """Database, context, cache and files tell of one place, in every strand."""
        for one in self.all:
            if one.place is None:
                assert one.strand.do(self._nowhere) == [], "not home"
            elif self._works(one):
                facts = one.strand.do(self._facts)
                assert facts.pop("rows") <= {one.place}
                assert facts == self._expected(one)
            else:
                assert one.strand.do(current_scope) is not None
        type(self).steps += 1

    def _works(self, one: Belief) -> bool:
        return one.place is not None and one.broken is None and not one.cut

    def _ask(self, text: str) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(text)
            return cursor.fetchone()

    def _facts(self) -> dict[str, Any]:
        """What this thread sees of the place it is in."""
        schema, role, readonly = self._ask(
            "SELECT current_schema(), current_user, current_setting('transaction_read_only')"
        )
        scope = current_scope()
        assert scope is not None
        facts = {"schema": schema, "role": role, "readonly": readonly == "on", "realm": scope.realm}
        facts |= {"cache": scoped_key("k", "p", 1), "rows": set()}
        if scope.school is not None:
            facts["school"] = current_school().schema
            facts["files"] = default_storage.location.rpartition("/")[2]
            rows = Event.objects.filter(action="machine").values_list("actor_name", flat=True)
            facts["rows"] = set(rows.distinct())
        return facts

    def _expected(self, one: Belief) -> dict[str, Any]:
        place = str(one.place)
        if place not in self.schools:
            facts = {"schema": "public", "role": role_name(place), "readonly": one.readonly, "realm": place}
            return facts | {"cache": f"p:{place}:1:k"}
        name = self.schools[place].schema
        facts = {"schema": name, "role": name, "readonly": one.readonly, "realm": name, "cache": f"p:{name}:1:k"}
        return facts | {"school": name, "files": name}

    def _nowhere(self) -> list[object]:
        """What is left behind outside every scope; empty when nothing is."""
        left: list[object] = [current_scope()] if current_scope() else []
        raw = connection.connection
        if raw is None or raw.closed:
            return left
        with suppress(Exception), raw.cursor() as cursor:  # cut while idle
            cursor.execute("SELECT current_user = session_user, coalesce(current_schema(), 'public')")
            found = cursor.fetchone()
            left += [found] if found != (True, "public") else []
        return left


@pytest.fixture
def schools(committed_db: None, school_a: SchoolRef, school_b: SchoolRef) -> Iterator[dict[str, SchoolRef]]:
    caches["shared"].clear()
    yield {"a": school_a, "b": school_b}
    caches["shared"].clear()


def profile() -> settings:
    """The bounded walk, unless a longer one was asked for by name."""
    return LONG if settings.get_current_profile_name() == "long" else BOUNDED


def test_every_walk_leaves_schema_role_context_and_cache_agreed(schools: dict[str, SchoolRef]) -> None:
    Machine.schools, Machine.steps = schools, 0
    run_state_machine_as_test(Machine, settings=profile())
    assert Machine.steps > (10_000 if profile() is LONG else 300)


class StockMachine(RuleBasedStateMachine):
    """The same threads with the context manager of django-tenants, which nests and says so."""

    rows: ClassVar[dict[str, School]] = {}

    def __init__(self) -> None:
        super().__init__()
        self.all = [Strand(f"stock-{number}") for number in range(3)]
        self.places: list[list[str]] = [["public"] for _ in self.all]

    def teardown(self) -> None:
        for strand in self.all:
            strand.end()
        School._previous_tenant.clear()

    @rule(number=STRANDS, place=st.sampled_from("ab"))
    def open(self, number: int, place: str) -> None:
        self.all[number].enter(self.rows[place])
        self.places[number].append(self.rows[place].schema_name)

    @rule(number=STRANDS)
    def leave(self, number: int) -> None:
        if self.all[number].depth:
            self.all[number].leave()
            self.places[number].pop()

    @invariant()
    def each_is_where_it_should_be(self) -> None:
        for strand, places in zip(self.all, self.places, strict=True):
            assert strand.do(self._schema) == places[-1]

    @staticmethod
    def _schema() -> str:
        with connections["owner"].cursor() as cursor:
            cursor.execute("SELECT current_schema()")
            return str(cursor.fetchone()[0])


def test_the_walk_fails_on_the_context_manager_of_django_tenants(schools: dict[str, SchoolRef]) -> None:
    with public_scope():
        known = {row.schema_name: row for row in School.objects.all()}
    StockMachine.rows = {key: known[school.schema] for key, school in schools.items()}
    with pytest.raises(AssertionError, match="public"):
        run_state_machine_as_test(StockMachine, settings=BOUNDED)
