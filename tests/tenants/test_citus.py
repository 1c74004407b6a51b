"""Schools as shards of a real Citus behind USUL_CITUS_URL: `docker compose --profile citus up`, or one of your own."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, connections

from apps.district.models import DirtyMark
from apps.people.domain.staff import add_person
from apps.people.models import Person
from tenants.context import in_school, public_scope
from tenants.enums import DistrictKind
from tenants.models import District, School
from tenants.owner import cursor_of, owner
from tenants.provisioning import build_schema
from tenants.provisioning.drop import drop_schema
from tenants.scope import SchoolRef
from tests import cast
from tests.tenants.citus_rules import faults_of_schema
from usul.actors import system_actor
from usul.control.bootstrap import prepare
from usul.env import load

pytestmark = [pytest.mark.citus, pytest.mark.xdist_group("citus"), pytest.mark.timeout(600)]
SCHOOLS = 4


@contextmanager
def instead(url: str) -> Iterator[None]:
    """Let this process work with the database of `url`."""
    parts = urlsplit(url)
    place = {"NAME": parts.path.lstrip("/"), "HOST": parts.hostname, "PORT": str(parts.port or 5432)}
    account = {"USER": unquote(parts.username or ""), "PASSWORD": unquote(parts.password or "")}
    kept: list[tuple[dict[str, Any], dict[str, Any]]] = []
    connections.close_all()
    for alias, more in (("default", {}), ("owner", account)):
        for where in (settings.DATABASES[alias], connections[alias].settings_dict):
            kept.append((where, {name: where[name] for name in (*place, *account)}))
            where.update(place | more)
    before, settings.OWNER_URL = settings.OWNER_URL, url
    try:
        yield
    finally:
        connections.close_all()
        settings.OWNER_URL = before
        for where, values in kept:
            where.update(values)


@pytest.fixture(scope="module")
def schools(own_database: str) -> Iterator[list[SchoolRef]]:
    """Some schools on the Citus; gone afterwards."""
    with instead(load()["USUL_CITUS_URL"]):
        prepare(lambda _step: None)
        tag = uuid.uuid4().hex[:8]
        with public_scope():
            district = District.objects.create(slug=f"citus-{tag}", name_ky="Citus", kind=DistrictKind.DISTRICT)
            made = [cast.school(uuid.uuid4(), f"citus-{tag}-{n}", district, n).ref for n in range(SCHOOLS)]
        try:
            for school in made:
                build_schema(school)
            yield made
        finally:
            for school in made:
                drop_schema(school)
            with public_scope():
                School.objects.filter(district=district).delete()
                district.delete()


def ask(text: str, *values: Any) -> list[tuple[Any, ...]]:
    with owner() as opened, cursor_of(opened) as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(text, list(values) or None)
        return list(cursor.fetchall())


def test_every_school_is_a_shard_and_they_are_spread(schools: list[SchoolRef]) -> None:
    names = [school.schema for school in schools]
    placed = ask("SELECT schema_name::text FROM citus_schemas WHERE schema_name::text = ANY(%s)", names)
    assert sorted(row[0] for row in placed) == sorted(names)
    nodes = ask(
        "SELECT DISTINCT nodename, nodeport FROM citus_shards WHERE split_part(table_name::text, '.', 1) = ANY(%s)",
        names,
    )
    workers = ask("SELECT count(*) FROM pg_dist_node WHERE noderole = 'primary' AND shouldhaveshards")
    assert len(nodes) == min(SCHOOLS, workers[0][0])


def test_each_works_under_its_own_role_and_alone(schools: list[SchoolRef]) -> None:
    by = system_actor("citus", on=cast.TODAY)
    for number, school in enumerate(schools):
        with in_school(school):
            add_person(by=by, family_name=f"Асанова {number}", given_name="Айгүл")
            DirtyMark.objects.bulk_create([DirtyMark(schema_name=school.schema, year=2026)])
    for number, school in enumerate(schools):
        with in_school(school), connection.cursor() as cursor:
            assert list(Person.objects.values_list("family_name", flat=True)) == [f"Асанова {number}"]
            cursor.execute("SELECT current_user, current_schema()")
            assert cursor.fetchone() == (school.schema, school.schema)
    other = schools[1].schema
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        in_school(schools[0]),
        connection.cursor() as cursor,
    ):
        cursor.execute(f'SELECT * FROM "{other}".people_person')


def test_a_role_may_sign_in_at_workers_and_has_no_password(schools: list[SchoolRef]) -> None:
    found = ask("SELECT rolcanlogin, rolpassword IS NULL FROM pg_authid WHERE rolname = %s", schools[0].schema)
    assert found == [(True, True)]


def test_the_rules_hold_where_they_come_from(schools: list[SchoolRef]) -> None:
    """Citus adds its own triggers and rules to nothing of ours."""
    with owner() as opened, cursor_of(opened) as cursor:
        assert list(faults_of_schema(cursor, schools[0].schema)) == []
