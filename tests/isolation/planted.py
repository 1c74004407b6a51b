"""Faults that take down one wall each. Every one must be caught by the tests beside it: `make mutants-isolation`."""

from dataclasses import dataclass

SCOPES, MACHINE, ROLES = "tests/tenants/test_scopes.py", "tests/tenants/test_machine.py", "tests/tenants/test_roles.py"
GRANTS, TASKS = "tests/tenants/test_grants.py", "tests/tenants/test_tasks.py"
BINDINGS, DOORS = "tests/isolation/test_bindings.py", "tests/api/test_doors.py"
BACKEND, MIDDLEWARE = "tenants/backend/base.py", "platform/usul/middleware.py"


@dataclass(frozen=True, slots=True)
class Fault:
    """A wall taken down.

    Attributes:
        name: the wall, in a few words.
        path: the file that is changed.
        before: text that stands there exactly once.
        after: what it becomes.
        tests: those that have to notice, the likeliest first.
        rebuilds: roles, rights or policies are made by the changed code, so that the test database is made anew.
    """

    name: str
    path: str
    before: str
    after: str
    tests: tuple[str, ...]
    rebuilds: bool = False


FAULTS = (
    Fault(
        "a cursor without a scope",
        BACKEND,
        "        if self._bound is not scope:\n",
        "        if False:\n",
        (SCOPES, MACHINE),
    ),
    Fault(
        "the role of a transaction",
        BACKEND,
        """return f'SET LOCAL ROLE "{scope.role}"; SET LOCAL search_path""",
        """return f'SET LOCAL ROLE "usul_owner"; SET LOCAL search_path""",
        (SCOPES, MACHINE),
    ),
    Fault(
        "the role is forgotten at the end of the transaction",
        BACKEND,
        """return f'SET LOCAL ROLE "{scope.role}"; SET LOCAL search_path""",
        """return f'SET ROLE "{scope.role}"; SET search_path""",
        (SCOPES, MACHINE),
    ),
    Fault(
        "scopes do not nest",
        "tenants/context.py",
        "    if outer is not None and outer.kind is not ScopeKind.HARNESS:\n",
        "    if False:\n",
        (SCOPES, MACHINE),
    ),
    Fault(
        "a reading scope does not write",
        BACKEND,
        "'BEGIN READ ONLY' if scope.readonly else 'BEGIN'",
        "'BEGIN'",
        (MACHINE,),
    ),
    Fault(
        "rows end with their scope",
        BACKEND,
        "        if current_scope() is not self.scope:\n",
        "        if False:\n",
        ("tests/tenants/test_connections.py", MACHINE),
    ),
    Fault(
        "what waits for the commit runs outside the scope",
        "tenants/context.py",
        "        connection.enter(scope)\n        ending.callback(release)\n",
        "        connection.enter(scope)\n",
        (SCOPES, MACHINE),
    ),
    Fault(
        "a connection is replaced after so many schools",
        BACKEND,
        "len(self._served) >= settings.SCHOOLS_PER_CONNECTION",
        "False",
        ("tests/tenants/test_connections.py",),
    ),
    Fault(
        "the prefix of cache keys",
        "tenants/cache.py",
        "{key_prefix}:{scope.realm}:{version}",
        "{key_prefix}:{version}",
        ("tests/tenants/test_cache.py", BINDINGS),
    ),
    Fault(
        "the folder of a school's files",
        "tenants/storage.py",
        "os.path.join(os.path.abspath(self.base_location), current_school().schema)",
        'os.path.join(os.path.abspath(self.base_location), current_school().schema and "all")',
        ("tests/tenants/test_storage.py", BINDINGS),
    ),
    Fault(
        "a key of a program is for one place",
        "apps/accounts/identity.py",
        "return dict(self.schools).get(school_id)",
        "return next(iter(dict(self.schools).values()), None)",
        (BINDINGS, DOORS),
    ),
    Fault(
        "a session is for one place",
        MIDDLEWARE,
        "        if request.session.get(REALM_KEY) != request.realm:\n",
        "        if False:\n",
        (BINDINGS, DOORS),
    ),
    Fault(
        "a session needs its form token to write",
        "api/v1/authentication.py",
        "        if identity.via is Via.SESSION:\n",
        "        if False:\n",
        (DOORS,),
    ),
    Fault(
        "a pass is for one school",
        "apps/accounts/domain/handover.py",
        "if wanted == str(school_id) else None",
        "if wanted else None",
        (BINDINGS,),
    ),
    Fault(
        "a pass is good once",
        "apps/accounts/domain/handover.py",
        """if not caches["shared"].delete(f"handover:{nonce}"):""",
        """if not caches["shared"].get(f"handover:{nonce}"):""",
        (BINDINGS,),
    ),
    Fault(
        "the seal of a link",
        "apps/notices/links.py",
        "for part in (schema, *parts)",
        "for part in parts",
        (BINDINGS,),
    ),
    Fault(
        "a mail goes to people of its own school",
        "apps/notices/domain/mailing.py",
        "addresses_at(school.id, [account",
        "addresses_at(directory.schools()[-1].id, [account",
        ("tests/notices/test_mailing.py",),
    ),
    Fault(
        "the header of a task is signed for that task",
        "tenants/tasks.py",
        "        if task_name != self.name:\n",
        "        if False:\n",
        (TASKS, MACHINE),
    ),
    Fault(
        "a task of a closed school is refused",
        "tenants/tasks.py",
        "        if school.status not in WORKING:\n",
        "        if False:\n",
        (TASKS,),
    ),
    Fault(
        "files in an export",
        "tenants/portability/export.py",
        "    root = Path(settings.MEDIA_ROOT) / school.schema\n",
        "    root = Path(settings.MEDIA_ROOT)\n",
        (BINDINGS,),
    ),
    Fault(
        "a school marks itself alone",
        "tenants/rows.py",
        '"USING (schema_name = current_user) WITH CHECK (schema_name = current_user)"',
        '"USING (true) WITH CHECK (true)"',
        (ROLES,),
        rebuilds=True,
    ),
    Fault(
        "a district reads its own schools' rows",
        "tenants/rows.py",
        'f"USING ({condition})"',
        '"USING (true)"',
        (ROLES,),
        rebuilds=True,
    ),
    Fault(
        "a new shared table is guarded",
        "tenants/rows.py",
        'if field.name == "schema_name":',
        'if field.name == "no_such_name":',
        (ROLES,),
        rebuilds=True,
    ),
    Fault(
        "the audit trail only grows",
        "tenants/roles.py",
        '        if getattr(model, "append_only", False)\n',
        '        if getattr(model, "append_only", False) and model._meta.app_label != "audit"\n',
        (SCOPES, ROLES),
        rebuilds=True,
    ),
    Fault(
        "set_config is the owner's",
        "tenants/roles.py",
        '"REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC"',
        '"GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC"',
        (GRANTS, SCOPES),
        rebuilds=True,
    ),
    Fault(
        "the account inherits no school's rights",
        "tenants/roles.py",
        """GRANT {} TO {} WITH INHERIT FALSE, SET TRUE").format(sql.Identifier(role), app)""",
        """GRANT {} TO {} WITH INHERIT TRUE, SET TRUE").format(sql.Identifier(role), app)""",
        (GRANTS, ROLES),
        rebuilds=True,
    ),
    Fault(
        "the district's reach ends at its border",
        MIDDLEWARE,
        "return None if identity.is_operator else",
        "return None if identity.districts else",
        ("tests/isolation/test_reach.py",),
    ),
    Fault(
        "whoever has no access is stopped at the door",
        "apps/web/errors.py",
        "identity.level_at_school(request.school.id) is None",
        "False",
        (DOORS,),
    ),
    Fault(
        "a school is named with its own schema alone",
        "tenants/scope.py",
        "        if self.schema != schema_name_of(self.id):\n",
        "        if False:\n",
        (SCOPES, "tests/tenants/test_routing.py"),
    ),
    Fault(
        "a bundle goes to its own school alone",
        "platform/usul/control/api/bundles.py",
        "Bundle.objects.filter(pk=bundle, school=school.id)",
        "Bundle.objects.filter(pk=bundle)",
        ("tests/control/test_bundle_api.py",),
    ),
    Fault(
        "nobody gives a program all data without the right to them",
        "apps/accounts/scopes.py",
        "if RIGHTS[scope] & ALL_DATA <= rights)",
        "if scope in RIGHTS)",
        ("tests/control/test_bundle_api.py",),
    ),
)
