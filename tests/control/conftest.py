"""The control room in tests: an operator, a district, and jobs done at once."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from apps.audit.models import Event
from apps.core.actor import Actor
from tenants.context import in_school, public_scope
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast
from tests.fleet.conftest import Ask, ask, fleet, releases, school_a, school_b
from usul.actors import system_actor
from usul.control.domain import moving
from usul.control.domain.run import run
from usul.control.domain.schools import SchoolInput, request_school
from usul.control.models import Job

__all__ = ["Ask", "ask", "fleet", "releases", "school_a", "school_b"]
FILE, PAPER = "orders/2026/буйрук.txt", "Буйрук №1\n".encode() * 50
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def operator() -> Actor:
    return system_actor("Мээрим", on=NOW.date())


def wanted(slug: str = "school-c", **values: object) -> SchoolInput:
    return SchoolInput(**{"district_id": cast.DISTRICT_ID, "slug": slug, "name_ky": "№3 орто мектеп", **values})


def requested(by: Actor, slug: str = "school-c", **values: object) -> Job:
    with public_scope():
        return request_school(by=by, school=wanted(slug, **values), now=NOW)


def onboarded(by: Actor, slug: str = "school-c", **values: object) -> SchoolRef:
    """A school set up through its job."""
    job = requested(by, slug, **values)
    run(job.pk, now=NOW)
    directory.forget()
    found = directory.school(job.school_id)
    assert found is not None
    return found


@pytest.fixture
def bundle(committed_db: None, operator: Actor, school_a: SchoolRef, tmp_path: Path) -> Iterator[Path]:
    """Everything of school A, with a file, in a bundle."""
    with in_school(school_a):
        default_storage.save(FILE, ContentFile(PAPER))
        Event.objects.create(action="x", subject_type="x", actor_name="tab\there; back\\slash\nнов ө", door="task")
    path = tmp_path / "school-a.usul"
    moving.take_out(by=operator, school=school_a, path=path)
    yield path
    for school in directory.schools():
        shutil.rmtree(Path(settings.MEDIA_ROOT) / school.schema, ignore_errors=True)
