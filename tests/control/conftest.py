"""The control room in tests: an operator, a district, and jobs done at once."""

from datetime import UTC, datetime

import pytest

from apps.core.actor import Actor
from tenants.context import public_scope
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast
from tests.fleet.conftest import Ask, ask, fleet, releases, school_a, school_b
from usul.actors import system_actor
from usul.control.domain.run import run
from usul.control.domain.schools import SchoolInput, request_school
from usul.control.models import Job

__all__ = ["Ask", "ask", "fleet", "releases", "school_a", "school_b"]
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
