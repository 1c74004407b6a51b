"""People of school A in their browsers."""

from datetime import date

import pytest
from django.test import Client

from tests import cast, doors


@pytest.fixture
def bakyt(db: None, today: date) -> Client:
    """The deputy director."""
    return doors.signed_in("bakyt", cast.HOST_A)


@pytest.fixture
def aida(db: None, today: date) -> Client:
    """The secretary of the council."""
    return doors.signed_in("aida", cast.HOST_A)


@pytest.fixture
def erkin(db: None, today: date) -> Client:
    """A teacher without an office, member of the association."""
    return doors.signed_in("erkin", cast.HOST_A)
