"""Callers of the API."""

from datetime import date

import pytest
from django.test import Client

from tests import cast, doors


@pytest.fixture
def aida(db: None, today: date) -> Client:
    """The secretary of school A in her browser."""
    return doors.signed_in("aida", cast.HOST_A)


@pytest.fixture
def bakyt(db: None, today: date) -> Client:
    """The deputy director of school A in his browser."""
    return doors.signed_in("bakyt", cast.HOST_A)


@pytest.fixture
def erkin(db: None, today: date) -> Client:
    """A teacher of school A without an office."""
    return doors.signed_in("erkin", cast.HOST_A)


@pytest.fixture
def reader(db: None, today: date) -> Client:
    """A program that may read school A."""
    return doors.program(cast.HOST_A, doors.token("bakyt", "school:read", school_id=cast.SCHOOL_A_ID))


@pytest.fixture
def writer(db: None, today: date) -> Client:
    """A program that may record sittings at school A."""
    return doors.program(cast.HOST_A, doors.token("bakyt", "school:read", "sittings:write", school_id=cast.SCHOOL_A_ID))


@pytest.fixture
def cholpon(db: None, today: date) -> Client:
    """The district officer in her browser."""
    return doors.signed_in("cholpon", cast.DISTRICT_HOST)


@pytest.fixture
def district_program(db: None, today: date) -> Client:
    """A program that may read the district."""
    return doors.program(cast.DISTRICT_HOST, doors.token("cholpon", "district:read", district_id=cast.DISTRICT_ID))
