"""What the benchmarks of the fleet share: schools in number, the ways of stock django-tenants beside ours, releases to come."""

import gc
import importlib
import itertools
import shutil
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from statistics import median

import psycopg2
from django.conf import settings
from django.core.management import call_command
from django.db import connections, router, transaction
from django.utils import timezone
from django_tenants.clone import CLONE_SCHEMA_FUNCTION
from psycopg2 import sql

from apps.core.actor import Actor
from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.fleet import versions
from tenants.fleet.compiled import digest_of
from tenants.models import District, School
from tenants.owner import OWNER, cursor_of, owner
from tenants.provisioning import blueprint, build_schema, compilation
from tenants.provisioning.statements import RECORDER_TABLE
from tenants.scope import SchoolRef
from usul.actors import system_actor
from usul.control.bootstrap import prepare
from usul.control.domain.run import run
from usul.control.domain.schools import SchoolInput, request_school

Tell = Callable[[str], None]
AT_ONCE = 2
_numbers = itertools.count(1)


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes by the clock on the wall, garbage of earlier work collected before."""
    gc.collect()
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def middle(times: list[float], places: int = 4) -> float:
    """The median, rounded."""
    return round(median(times), places)


def begin() -> tuple[District, Actor]:
    """An installation with one district and no school."""
    prepare(lambda _text: None)
    with public_scope():
        district = District.objects.create(slug="bench", name_ky="Өлчөө")
    return district, system_actor("bench", on=timezone.localdate())


# --- our way -------------------------------------------------------------------------------------------------------------------


def onboard(by: Actor, district: District) -> SchoolRef:
    """One school as a district onboards it: request, job, schema, ready."""
    with public_scope():
        wanted = SchoolInput(district_id=district.pk, slug=f"school-{next(_numbers)}", name_ky="Мектеп")
        job = request_school(by=by, school=wanted, now=timezone.now())
        ref = job.school.ref
    run(job.pk, now=timezone.now())
    with public_scope(readonly=True):
        if School.objects.get(pk=ref.id).status != SchoolStatus.READY:
            message = f"{ref.slug} was not set up."
            raise RuntimeError(message)
    return ref


def grow(district: District, size: int, tell: Tell = lambda _text: None) -> list[SchoolRef]:
    """Schools until there are `size` of them, without the way through jobs; two at a time."""
    with public_scope():
        missing = size - School.objects.count()
        now = timezone.now()
        rows = [
            School(district=district, slug=f"school-{next(_numbers)}", name_ky="Мектеп", status_since=now)
            for _ in range(missing)
        ]
        put_in_use(rows)
    make([row.ref for row in rows], build_schema, tell)
    with public_scope(readonly=True):
        return [school.ref for school in School.objects.select_related("district").order_by("slug")]


def put_in_use(rows: list[School]) -> None:
    """Enter schools into the directory as if they had been set up. Runs in the public scope."""
    for row in rows:
        row.status = SchoolStatus.READY
        row.save()


def make(schools: list[SchoolRef], build: Callable[[SchoolRef], object], tell: Tell) -> None:
    """Build the schools, two at a time."""
    compilation.current()
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="make") as pool:
        for number, _made in enumerate(pool.map(build, schools), start=1):
            if number % 50 == 0:
                tell(f"{number} of {len(schools)} schools made")


def settle() -> None:
    """Do what the server's own autovacuum has done an hour after many schools came: without it stock clone plans its questions badly."""
    with closing(psycopg2.connect(settings.OWNER_URL)) as connection:
        connection.autocommit = True
        connection.cursor().execute("VACUUM ANALYZE")


def one_string(plan: blueprint.Blueprint) -> Callable[[], None]:
    """The floor: the same statements, sent by the driver as one string in one transaction. Without role, rights and books."""
    name = f"raw_{uuid.uuid4().hex}"
    rows = ", ".join(f"('{app}', '{migration}', now())" for app, migration in plan.applied)
    recorded = f"INSERT INTO django_migrations (app, name, applied) VALUES {rows}"  # noqa: S608 - names of our own migrations
    text = ";\n".join(
        (
            f"CREATE SCHEMA {name}",
            f"SET LOCAL search_path = {name}",
            *plan.ddl,
            *plan.seeds,
            recorded,
        )
    )

    def send() -> None:
        with closing(psycopg2.connect(settings.OWNER_URL)) as connection, connection, connection.cursor() as cursor:
            cursor.execute(text)

    return send


# --- the stock way ---------------------------------------------------------------------------------------------------------------


class _OwnerReads:
    """A router that lets the stock command read the list of schools outside every scope."""

    def db_for_read(self, _model: object, **_hints: object) -> str:
        """The owner's connection."""
        return OWNER


def stock_migrate_all(executor: str) -> None:
    """`migrate_schemas --tenant` of django-tenants over all schools."""
    reads = _OwnerReads()
    router.routers.insert(0, reads)
    try:
        with redirect_stdout(StringIO()):
            call_command(
                "migrate_schemas", tenant=True, executor=executor, database=OWNER, interactive=False, verbosity=0
            )
    finally:
        router.routers.remove(reads)
    connections[OWNER].close()


def stock_create() -> str:
    """What `School.save()` of stock django-tenants does without a base schema; returns the schema."""
    name = f"stock_{uuid.uuid4().hex}"
    with owner() as connection, transaction.atomic(OWNER), cursor_of(connection) as cursor:
        cursor.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(name)))
    _migrate_one(name)
    return name


def stock_clone(base: str) -> str:
    """What it does with one: the functions created again, the schema cloned, every migration faked; returns the schema."""
    name = f"clone_{uuid.uuid4().hex}"
    with closing(psycopg2.connect(settings.OWNER_URL)) as connection, connection, connection.cursor() as cursor:
        cursor.execute(CLONE_SCHEMA_FUNCTION.format(db_user=connection.info.user))
        cursor.execute("SELECT clone_schema(%s, %s, 'DATA')", [base, name])
        cursor.execute(
            sql.SQL(
                "GRANT USAGE ON SCHEMA {place} TO {role}; GRANT ALL ON ALL TABLES IN SCHEMA {place} TO {role}"
            ).format(place=sql.Identifier(name), role=sql.Identifier(f"{settings.ROLE_PREFIX}_owner"))
        )
    _migrate_one(name, fake=True)
    return name


def _migrate_one(schema: str, *, fake: bool = False) -> None:
    with redirect_stdout(StringIO()):
        call_command(
            "migrate_schemas",
            tenant=True,
            schema_name=schema,
            executor="standard",
            database=OWNER,
            fake=fake,
            interactive=False,
            verbosity=0,
        )
    connections[OWNER].close()


def forget_schemas(*prefixes: str) -> None:
    """Drop what the other ways have made, one schema a transaction, so that every side meets the same catalog."""
    with closing(psycopg2.connect(settings.OWNER_URL)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nspname FROM pg_namespace WHERE split_part(nspname, '_', 1) = ANY(%s)", [list(prefixes)]
            )
            for (name,) in cursor.fetchall():
                cursor.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(name)))


# --- releases to come --------------------------------------------------------------------------------------------------------------

MIGRATION = """
from django.db import migrations, models

class Migration(migrations.Migration):
    dependencies = [("audit", "{after}")]
    operations = [
        migrations.AddField("event", "first_{number}", models.CharField(max_length=20, null=True)),
        migrations.AddField("event", "second_{number}", models.IntegerField(null=True)),
        migrations.AddIndex("event", models.Index(fields=["first_{number}"], name="event_first_{number}")),
    ]
"""


class Releases:
    """Additive migrations to come of one school application: two columns and an index each."""

    def __init__(self, folder: Path) -> None:
        self.module = "audit_of_tomorrow"
        self.folder = folder / self.module
        real = importlib.import_module("apps.audit.migrations")
        shutil.copytree(Path(real.__path__[0]), self.folder, ignore=shutil.ignore_patterns("__pycache__"))
        self.names = sorted(path.stem for path in self.folder.glob("0*.py"))

    def add(self) -> None:
        """One more release."""
        number = len(self.names) + 1
        text = MIGRATION.format(after=self.names[-1], number=number)
        self.names.append(f"{number:04}_tomorrow")
        (self.folder / f"{self.names[-1]}.py").write_text(text)
        for name in [name for name in sys.modules if name.startswith(self.module)]:
            del sys.modules[name]
        importlib.invalidate_caches()
        blueprint.forget()
        versions.forget()


@contextmanager
def releases() -> Iterator[Releases]:
    """Releases that Django finds in the place of the real ones."""
    with tempfile.TemporaryDirectory(prefix="usul-releases-") as folder:
        sys.path.insert(0, folder)
        found = Releases(Path(folder))
        settings.MIGRATION_MODULES = {"audit": found.module}
        try:
            yield found
        finally:
            settings.MIGRATION_MODULES = {}
            sys.path.remove(folder)
            blueprint.forget()
            versions.forget()


def take_into_books(schema: str) -> None:
    """After another executor has moved all schools: write down the version that `schema`, and so every school, has now."""
    with owner() as connection, cursor_of(connection) as cursor:
        cursor.execute(sql.SQL("SELECT app, name FROM {}").format(sql.Identifier(schema, RECORDER_TABLE)))
        cursor.execute("UPDATE public.tenants_schoolschema SET digest = %s", [digest_of(cursor.fetchall())])
