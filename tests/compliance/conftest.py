"""School A inside its scope, evaluated at noon of the day of the cast."""

from collections.abc import Iterator
from datetime import date

import pytest

from apps.compliance.domain.evaluate import Evaluated, evaluate_years
from apps.core.actor import Actor
from tenants.context import in_school
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast
from usul.actors import system_actor


@pytest.fixture
def school(db: None) -> Iterator[SchoolRef]:
    found = directory.school(cast.SCHOOL_A_ID)
    assert found is not None
    with in_school(found):
        yield found


@pytest.fixture
def by() -> Actor:
    return system_actor("tests", on=cast.TODAY)


def evaluated(as_of: date = cast.TODAY) -> Evaluated:
    """The one year of the stage, judged on a day."""
    [result] = evaluate_years(as_of=as_of, now=cast.NOON)
    return result
