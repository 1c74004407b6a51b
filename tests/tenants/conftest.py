"""The two schools as values."""

import pytest

from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast
from tests.platform.conftest import open_place

__all__ = ["open_place", "school_a", "school_b"]


@pytest.fixture
def school_a(own_database: str) -> SchoolRef:
    return directory_school(cast.SCHOOL_A_ID)


@pytest.fixture
def school_b(own_database: str) -> SchoolRef:
    return directory_school(cast.SCHOOL_B_ID)


def directory_school(school_id: object) -> SchoolRef:
    found = directory.school(school_id)  # type: ignore[arg-type]
    assert found is not None
    return found
