"""A bundle into a school: verified first, then loaded in one transaction, compared with what was read, and brought to this release."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState
from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor  # noqa: N812

from tenants import roles
from tenants.fleet.compiled import Key
from tenants.fleet.compiler import schema_of, school_labels
from tenants.fleet.plan import Member
from tenants.fleet.replay import Result
from tenants.fleet.run import bring_school
from tenants.owner import OWNER, cursor_of, owner
from tenants.portability.compare import Digest
from tenants.portability.manifest import BundleError, BundleFault, Manifest, Part
from tenants.portability.reading import Bundle, check_bundle, open_bundle
from tenants.portability.tables import Table, restart_sequences, speak_plainly, tables_of
from tenants.provisioning import compilation
from tenants.provisioning.blueprint import loaded
from tenants.provisioning.build import fill_schema, note_version
from tenants.provisioning.drop import drop_schema
from tenants.scope import SchoolRef

UNFINISHED = "provisioning import"  # status and reason of a school that is still being brought to this release
Enter = Callable[[Cursor], None]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a bundle goes.

    Attributes:
        school: the school it becomes; nothing of it may exist yet.
        enter: puts the school into the directory, in the transaction that loads the data.
        leave: takes it out of the directory again, when it could not be brought to this release.
    """

    school: SchoolRef
    enter: Enter
    leave: Enter


def load_school(path: Path, target: Target, *, trusted: frozenset[str]) -> Manifest:
    """Load the bundle at `path` as `target.school`; returns its manifest. On any error nothing of it stays.

    Raises:
        FileNotFoundError: there is no such file.
        BundleError: see `BundleFault`.
    """
    manifest = check_bundle(path, trusted=trusted)
    refuse_newer(manifest)
    school = target.school
    with owner() as connection, tempfile.TemporaryDirectory(prefix="usul-import-", dir=_files_root()) as folder:
        _refuse_existing(connection, target)
        try:
            if manifest.digest != compilation.current().digest:
                _make_as_it_was(connection, school, manifest)
            with open_bundle(path, trusted=trusted) as bundle:
                _load(connection, target, bundle, Path(folder))
            _bring_forward(connection, school, manifest)
        except BaseException:
            _remove(connection, target)
            raise
    return manifest


def refuse_newer(manifest: Manifest) -> None:
    """Every migration of the bundle must be one this release knows.

    Raises:
        BundleError: NEWER.
    """
    ours = school_labels()
    on_disk = loaded().disk_migrations
    known = set(on_disk) | {(app, name) for migration in on_disk.values() for app, name in migration.replaces}
    shared = {app for app, _name in on_disk} - ours
    unknown = sorted(key for key in manifest.applied if key[0] not in shared and key not in known)
    if unknown:
        raise BundleError(BundleFault.NEWER, ", ".join(f"{app}.{name}" for app, name in unknown[:5]))


def _refuse_existing(connection: Any, target: Target) -> None:
    """What a killed import left behind is removed; a school that is here is not touched."""
    school = target.school
    with cursor_of(connection) as cursor:
        cursor.execute(
            "SELECT (SELECT status || ' ' || status_reason FROM public.tenants_school WHERE id = %s), "
            "to_regnamespace(%s) IS NOT NULL",
            [str(school.id), school.schema],
        )
        state, present = cursor.fetchone() or (None, False)
    if state is not None and state != UNFINISHED:
        raise BundleError(BundleFault.EXISTS, str(school.id))
    if state is not None or present:
        _remove(connection, target)


def _make_as_it_was(connection: Any, school: SchoolRef, manifest: Manifest) -> None:
    """The schema at the bundle's own version, by the real migrations."""
    with transaction.atomic(OWNER), cursor_of(connection) as cursor:
        roles.create_school_role(cursor, school.schema)
        roles.create_schema(cursor, school.schema, school.schema)
    wanted = set(manifest.applied)
    with schema_of(connection, school.schema):
        connection.set_schema(school.schema, include_public=False)
        executor = MigrationExecutor(connection)
        executor.recorder.ensure_schema()
        executor.loader.build_graph()
        connection.set_schema(school.schema)
        state = ProjectState(real_apps=executor.loader.unmigrated_apps)
        for migration, _backwards in executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True):
            if _was_applied(migration, wanted):
                state = executor.apply_migration(state, migration)
        executor.check_replacements()


def _was_applied(migration: Any, wanted: set[Key]) -> bool:
    parts = {(app, name) for app, name in migration.replaces}
    return (migration.app_label, migration.name) in wanted or (bool(parts) and parts <= wanted)


def _load(connection: Any, target: Target, bundle: Bundle, folder: Path) -> None:
    """Directory, schema and rows in one transaction; files beside it, to be moved into place afterwards."""
    school, manifest = target.school, bundle.manifest
    with transaction.atomic(OWNER), cursor_of(connection) as cursor:
        target.enter(cursor)
        if manifest.digest == compilation.current().digest:
            fill_schema(cursor, school, compilation.current(), seeds=False)
        else:
            _empty(cursor, school)
        speak_plainly(cursor)
        tables = {table.name: table for table in tables_of(cursor, school.schema)}
        _compare_columns(tables, manifest)
        for member, part, content in bundle.parts():
            if member.startswith("tables/"):
                count = tables[part.name].copy_in(cursor, content, part.columns)
                if count != part.rows:
                    raise BundleError(BundleFault.DIFFERENT, f"{part.name}: {count} rows of {part.rows}")
            else:
                _store(folder, part, content)
        restart_sequences(cursor, school.schema, manifest.sequences)
        for part in manifest.tables:
            _compare_rows(cursor, tables[part.name], part)
        roles.revoke_for_appending(cursor, school.schema, school.schema)
        note_version(cursor, school)
        roles.join_schools(cursor, school.schema)
        _put_files(folder, school)


def _empty(cursor: Cursor, school: SchoolRef) -> None:
    """Remove the rows that the migrations themselves left: the bundle brings its own."""
    names = [table.identifier for table in tables_of(cursor, school.schema)]
    cursor.execute(sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(names)))


def _compare_columns(tables: dict[str, Table], manifest: Manifest) -> None:
    theirs = {part.name: set(part.columns) for part in manifest.tables}
    ours = {name: set(table.columns) for name, table in tables.items()}
    if theirs != ours:
        odd = sorted(name for name in theirs.keys() | ours.keys() if theirs.get(name) != ours.get(name))
        raise BundleError(BundleFault.DIFFERENT, f"other columns than its migrations make: {', '.join(odd[:5])}")


def _compare_rows(cursor: Cursor, table: Table, part: Part) -> None:
    """Read the table back; it must give the very bytes that were loaded."""
    sink = Digest()
    Table(table.schema, table.name, part.columns, table.key).copy_out(cursor, sink)
    if sink.sha.hexdigest() != part.sha256:
        raise BundleError(BundleFault.DIFFERENT, f"{part.name} reads back differently")


def _bring_forward(connection: Any, school: SchoolRef, manifest: Manifest) -> None:
    with cursor_of(connection) as cursor:
        cursor.execute("SELECT digest FROM public.tenants_schoolschema WHERE school_id = %s", [str(school.id)])
        (digest,) = cursor.fetchone() or ("",)
    if digest == compilation.current().digest:
        return
    outcome = bring_school(connection, Member(school.id, school.schema, school.slug, digest))
    if outcome.result is not Result.DONE:
        raise BundleError(BundleFault.DIFFERENT, f"it could not be brought to this release: {outcome.error}")


def _remove(connection: Any, target: Target) -> None:
    connection.close()
    with cursor_of(connection) as cursor:
        target.leave(cursor)
    drop_schema(target.school)
    shutil.rmtree(_files_root() / target.school.schema, ignore_errors=True)


def _files_root() -> Path:
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    return root


def _store(folder: Path, part: Part, content: Any) -> None:
    path = folder / "files" / part.name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        while piece := content.read():
            file.write(piece)


def _put_files(folder: Path, school: SchoolRef) -> None:
    """Move what the bundle brought into the school's own, still empty folder."""
    brought = folder / "files"
    if brought.exists():
        place = _files_root() / school.schema
        shutil.rmtree(place, ignore_errors=True)
        brought.replace(place)
