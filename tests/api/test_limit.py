"""How often a token may ask."""

import time
from typing import Any

import pytest
from django.core.cache.backends.redis import RedisCache
from django.test import Client

from api.v1 import throttling
from tests import cast, doors
from tests.doors import send

ADDRESS = "/api/v1/bodies/"
MOMENT = 1_795_154_400.0 + 30  # half a minute is gone


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, settings: Any) -> list[float]:
    """`clock[0]` is what time the limit believes it is."""
    now = [MOMENT]
    settings.API_REQUESTS_PER_MINUTE = 3
    monkeypatch.setattr(throttling.time, "time", lambda: now[0])
    return now


def test_a_token_that_asks_too_often_waits_and_goes_on(reader: Client, bakyt: Client, clock: list[float]) -> None:
    assert [send(reader, "GET", ADDRESS).status_code for _ in range(5)] == [200, 200, 200, 429, 429]
    refused = send(reader, "GET", ADDRESS)
    assert refused["Content-Type"] == "application/problem+json"
    assert refused.json()["code"] == "api.too_many"
    wait = int(refused["Retry-After"])
    assert wait == 30 + 20  # in the next minute a third of three has to fade
    assert f" {wait} " in refused.json()["detail"]
    other = doors.program(cast.HOST_A, doors.token("bakyt", "school:read", school_id=cast.SCHOOL_A_ID))
    assert [send(client, "GET", ADDRESS).status_code for client in (bakyt, other)] == [200, 200]
    clock[0] += wait - 1.5
    assert send(reader, "GET", ADDRESS).status_code == 429
    clock[0] += 1.5
    assert [send(reader, "GET", ADDRESS).status_code for _ in range(2)] == [200, 429]
    again = int(send(reader, "GET", ADDRESS)["Retry-After"])
    assert again in (20, 21)  # another third
    clock[0] += 120
    assert send(reader, "GET", ADDRESS).status_code == 200


def test_without_the_cache_nobody_is_refused(
    reader: Client, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttling, "cache", RedisCache("redis://127.0.0.1:1/0", {}))
    began = time.monotonic()
    assert [send(reader, "GET", ADDRESS).status_code for _ in range(5)] == [200] * 5
    assert time.monotonic() - began < 5
