"""A page of ten queries: Usul, plain Django without tenants, and django-tenants as it comes, in one run.

Three stacks in one process over the same server, the same tables and the same rows; only what binds a request to a school differs:

- `plain`: Django's own backend, one schema, no middleware of tenancy, autocommit. Nothing is bound, nothing is separated.
- `stock`: the backend and `TenantMainMiddleware` of django-tenants with their defaults.
- `ours`: host from memory, one transaction with the school's own role and path.

The stacks take turns in short rounds whose order changes, so that a busy moment of the machine hits all of them; medians are compared.
"""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from statistics import median
from typing import Any
from unittest.mock import patch

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import path
from django_tenants.middleware import main as stock_middleware

from apps.core.scopes import Wanted, scope_of_view
from apps.people.models import Person
from tenants.context import in_school, public_scope
from tenants.enums import SchoolStatus
from tenants.models import District, School, SchoolHost
from tenants.provisioning import build_schema
from tenants.routing import directory
from usul.benching import Report, Target, report
from usul.control.bootstrap import prepare

NAME = "ten-query-page"
QUERIES = 10
PEOPLE = 200
ROWS = 20
HOST = "bench.localhost"
AT_MOST = 1.10
TEMPLATE = Engine(autoescape=True).from_string(
    "<!doctype html><title>Bench</title>{% for rows in lists %}<table>{% for person in rows %}<tr><td>{{ person.pk }}"
    "<td>{{ person.family_name }}<td>{{ person.given_name }}</tr>{% endfor %}</table>{% endfor %}"
)


def _lists(alias: str) -> list[list[Person]]:
    people = Person.objects.using(alias).order_by("pk")
    return [list(people.filter(pk__gt=ROWS * number)[:ROWS]) for number in range(QUERIES)]


def _page(alias: str) -> Callable[[HttpRequest], HttpResponse]:
    def view(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(TEMPLATE.render(Context({"lists": _lists(alias)})))

    return scope_of_view(Wanted.Kind.SCHOOL, open_to_strangers=True)(view)


urlpatterns = [path(f"{alias}/", _page(alias)) for alias in ("plain", "stock", "default")]


class StockMiddleware(stock_middleware.TenantMainMiddleware):
    """The middleware of django-tenants, told that its connection has another name here; `get_tenant` is its own code otherwise."""

    def get_tenant(self, domain_model: Any, hostname: str) -> Any:
        return domain_model.objects.using("stock").select_related("tenant").get(domain=hostname).tenant


@dataclass(frozen=True, slots=True)
class Stack:
    """One way to serve the page."""

    name: str
    alias: str
    middleware: tuple[str, ...]

    def server(self) -> Callable[[], None]:
        """What asks for the page once. Fails when the page is not whole."""
        handler = BaseHandler()
        with override_settings(MIDDLEWARE=[*self.middleware]):
            handler.load_middleware()
        requests = RequestFactory()

        def serve() -> None:
            answer = handler.get_response(requests.get(f"/{self.alias}/", headers={"host": HOST}))
            if answer.status_code != 200 or answer.content.count(b"<tr>") != QUERIES * ROWS:
                raise RuntimeError(f"{self.name}: the page is not whole ({answer.status_code}).")

        return serve


COMMON = "django.middleware.common.CommonMiddleware"
STACKS = (
    Stack("plain", "plain", (COMMON,)),
    Stack("stock", "stock", (f"{__name__}.StockMiddleware", COMMON)),
    Stack(
        "ours",
        "default",
        (
            "usul.middleware.HostMiddleware",
            "usul.middleware.IdentityMiddleware",
            COMMON,
            "usul.middleware.ScopeMiddleware",
        ),
    ),
)


def run(*, rounds: int = 21, pages: int = 60) -> Report:
    """Milliseconds of one page by stack; the ratios are medians over the rounds."""
    schema = _school()
    _connect(schema)
    urls = override_settings(ROOT_URLCONF=__name__, SCHOOL_URLCONF=__name__, PUBLIC_SCHEMA_URLCONF=__name__)
    with urls, patch.object(stock_middleware, "connection", connections["stock"]):
        servers = {stack.name: stack.server() for stack in STACKS}
        trips = {stack.name: _statements(stack, servers[stack.name]) for stack in STACKS}
        taken = _alternate(servers, rounds, pages)
    connections.close_all()
    figures: dict[str, Any] = {"queries": QUERIES, "rounds": rounds, "pages_per_round": pages}
    for name, times in taken.items():
        figures[f"ms_{name}"] = round(median(times), 3)
        figures[f"statements_{name}"] = trips[name]
    ratios = {
        f"{name}_to_plain": round(median(a / b for a, b in zip(taken[name], taken["plain"], strict=True)), 3)
        for name in ("ours", "stock")
    }
    return report(NAME, figures=figures, ratios=ratios, targets={"ours_to_plain": Target(at_most=AT_MOST)})


def _alternate(servers: dict[str, Callable[[], None]], rounds: int, pages: int) -> dict[str, list[float]]:
    """Milliseconds of one page in each round. The first round warms up and does not count."""
    taken: dict[str, list[float]] = {name: [] for name in servers}
    names = list(servers)
    for number in range(rounds + 1):
        for name in names[number % 3 :] + names[: number % 3]:
            began = time.perf_counter()
            for _page_number in range(pages):
                servers[name]()
            if number:
                taken[name].append((time.perf_counter() - began) * 1000 / pages)
    return taken


def _statements(stack: Stack, serve: Callable[[], None]) -> int:
    serve()
    with CaptureQueriesContext(connections[stack.alias]) as sent:
        serve()
    return len(sent)


def _school() -> str:
    """A school with a staff; the name of its schema."""
    prepare(lambda _step: None)
    with public_scope():
        district = District.objects.create(slug="bench", name_ky="Bench")
        row = School(
            district=district,
            slug="bench",
            name_ky="Bench",
            status=SchoolStatus.READY,
            status_since=datetime(2026, 9, 1, tzinfo=UTC),
        )
        row.save()
        SchoolHost.objects.create(domain=HOST, tenant=row, is_primary=True)
        school = row.ref
    build_schema(school)
    with in_school(school):
        Person.objects.bulk_create(
            Person(family_name=f"Асанова {number}", given_name="Айгүл", joined_on=date(2020, 9, 1))
            for number in range(PEOPLE)
        )
    directory.forget()
    with closing(connections["owner"]) as owner, owner.cursor() as cursor:
        cursor.execute(f'ANALYZE "{school.schema}".people_person')
    return school.schema


def _connect(schema: str) -> None:
    """Connections for the other two stacks, with the account that owns the tables."""
    base = settings.DATABASES["owner"] | {"CONN_MAX_AGE": None, "SCHEMA": None}
    path_option = f"-c search_path={schema},public"
    for alias, engine, options in (
        ("plain", "django.db.backends.postgresql", {"options": path_option}),
        ("stock", "django_tenants.postgresql_backend", {}),
    ):
        one = {**base, "ENGINE": engine, "OPTIONS": {**base["OPTIONS"], **options}}
        settings.DATABASES[alias] = connections.settings[alias] = connections.configure_settings(
            {"default": {}, alias: one}
        )[alias]
