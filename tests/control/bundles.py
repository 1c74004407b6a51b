"""A school in a bundle, and what tests of portability do with it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from apps.core.actor import Actor
from apps.core.errors import Fault, FaultKind
from tenants.models import School
from tenants.owner import OWNER, owner
from tenants.provisioning import drop_schema
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests.control.conftest import NOW, Ask
from usul.control.domain import moving


def forget_school(school: SchoolRef, ask: Ask) -> None:
    """As in an installation that has never heard of it."""
    drop_schema(school)
    shutil.rmtree(Path(settings.MEDIA_ROOT) / school.schema, ignore_errors=True)
    ask("DELETE FROM public.district_dirtymark WHERE schema_name = %s", school.schema)
    with owner():
        School.objects.using(OWNER).get(pk=school.id).delete()
    directory.forget()


def world(ask: Ask) -> list[object]:
    """Everything an import could write, outside the schemas of schools, and the schemas themselves."""
    return [
        ask("SELECT slug, status FROM public.tenants_school ORDER BY 1"),
        ask("SELECT domain FROM public.tenants_schoolhost ORDER BY 1"),
        ask("SELECT school_id, digest FROM public.tenants_schoolschema ORDER BY 1"),
        ask("SELECT nspname FROM pg_namespace WHERE nspname LIKE 's\\_%%' ORDER BY 1"),
        sorted(path.name for path in Path(settings.MEDIA_ROOT).iterdir() if path.name.startswith("s_")),
    ]


def bring_in(by: Actor, path: Path, **values: str) -> SchoolRef:
    return moving.bring_in(by=by, path=path, district="sverdlov", now=NOW, **values)


def refused(by: Actor, path: Path, deed: Callable[..., object] = bring_in) -> FaultKind:
    with pytest.raises(Fault) as caught:
        deed(by, path)
    assert all(caught.value.message(language) for language in ("ky", "ru", "en"))
    return caught.value.kind
