"""A draft of school A, whose rules in force are those of VARU and MK."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from apps.charters.domain.drafts import start_draft
from apps.charters.models import PolicyProfile
from apps.core.actor import Actor
from tenants.context import in_school
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast, stage
from usul.actors import system_actor

PLANNED = date(2026, 12, 1)


@pytest.fixture
def school(db: None) -> Iterator[SchoolRef]:
    found = directory.school(cast.SCHOOL_A_ID)
    assert found is not None
    with in_school(found):
        yield found


@pytest.fixture
def by() -> Actor:
    return system_actor("tests", on=cast.TODAY)


@pytest.fixture
def director(by: Actor) -> Actor:
    return replace(by, person_id=stage.DIRECTOR, name="Токтогулова Г. М.")


@pytest.fixture
def draft(school: SchoolRef, by: Actor) -> PolicyProfile:
    """The next version, as a copy of the one in force."""
    return start_draft(by=by, valid_from=PLANNED, based_on=PolicyProfile.objects.get(number=1), note="Кворум")
