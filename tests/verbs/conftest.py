"""A verb is called inside the scope of school A, by someone with every right unless a test says otherwise."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from apps.core.actor import Actor
from apps.core.permissions import Permission
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


def without(by: Actor, *rights: Permission) -> Actor:
    """The same actor without some rights."""
    return replace(by, permissions=by.permissions - set(rights))
