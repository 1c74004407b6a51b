"""Browsers at the schools of the cast."""

from datetime import date

import pytest
from django.test import Client

from tests import cast, doors


@pytest.fixture
def bakyt(db: None, today: date) -> Client:
    """The deputy director of school A."""
    return doors.signed_in("bakyt", cast.HOST_A)


@pytest.fixture
def aida(db: None, today: date) -> Client:
    """The secretary of the council of school A."""
    return doors.signed_in("aida", cast.HOST_A)


@pytest.fixture
def erkin(db: None, today: date) -> Client:
    """A teacher without an office."""
    return doors.signed_in("erkin", cast.HOST_A)
