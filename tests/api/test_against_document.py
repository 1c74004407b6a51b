"""The API against its own document: thousands of generated calls, none answered with a 500, a page or an undeclared form."""

from collections.abc import Iterator
from datetime import date

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.v1.document import built
from tests import cast, doors
from usul.wsgi import application

CHECKS = [not_a_server_error, content_type_conformance, status_code_conformance, response_schema_conformance]
CALLS = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def described(place: str) -> schemathesis.BaseSchema:
    schema = schemathesis.openapi.from_dict(built(place))
    schema.app = application
    return schema


school, district = described("school"), described("district")


@pytest.fixture
def within_one_transaction(db: None) -> Iterator[None]:
    """The server closes its connection between requests; here it carries the test's own transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def writer(within_one_transaction: None, today: date) -> str:
    return doors.token("bakyt", "school:read", "sittings:write", "school:export", school_id=cast.SCHOOL_A_ID)


@pytest.fixture
def reader(within_one_transaction: None, today: date) -> str:
    return doors.token("cholpon", "district:read", "schools:write", "schools:move", district_id=cast.DISTRICT_ID)


def call(case: schemathesis.Case, host: str, raw: str) -> None:
    headers = {"Host": host, "Authorization": f"Bearer {raw}", "Accept-Encoding": "identity"}
    case.call_and_validate(base_url=f"http://{host}", headers=headers, checks=CHECKS)


@school.parametrize()
@CALLS
def test_the_school(case: schemathesis.Case, writer: str) -> None:
    call(case, cast.HOST_A, writer)


@district.parametrize()
@CALLS
def test_the_district(case: schemathesis.Case, reader: str) -> None:
    call(case, cast.DISTRICT_HOST, reader)
