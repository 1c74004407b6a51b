"""Answers for machines, before any host is looked up: `/healthz`, `/readyz`, `/hostz`, `/metrics`.

/healthz   the process answers; touches nothing else
/readyz    200 when database, broker and migrations are in order, else 503 with what is not
/hostz     200 when `?domain=` is a host of ours, for a proxy that fetches certificates by name; for this machine and its proxy
/metrics   Prometheus text; for this machine, or with `Authorization: Bearer <USUL_METRICS_TOKEN>`
"""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from redis import Redis
from redis.exceptions import RedisError

from tenants.context import public_scope
from tenants.routing import directory, normalise_host, public_hosts
from usul.settings.installed import SHARED_APPS

LOCAL = frozenset({"127.0.0.1", "::1", ""})  # "" is a Unix socket
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_VIA")
GetResponse = Callable[[HttpRequest], HttpResponse]


class HealthMiddleware:
    """Stands in front of host routing, sessions and security redirects: a probe comes with any host name."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.answers: dict[str, GetResponse] = {
            "/healthz": alive,
            "/readyz": ready,
            "/hostz": known_host,
            "/metrics": metrics,
        }

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.answers.get(request.path_info)
        if answer is None:
            return self.get_response(request)
        if request.method not in {"GET", "HEAD"}:
            return JsonResponse({"status": "method_not_allowed"}, status=405, headers={"Allow": "GET, HEAD"})
        response = answer(request)
        response["Cache-Control"] = "no-store"
        return response


def alive(_request: HttpRequest) -> HttpResponse:
    """200 as long as the process can answer at all."""
    return JsonResponse({"status": "ok"})


def ready(_request: HttpRequest) -> HttpResponse:
    """One word for each thing a request needs: ok, unreachable or pending."""
    database, migrations = _database()
    checks = {"database": database, "migrations": migrations, "broker": _broker()}
    whole = all(state == "ok" for state in checks.values())
    return JsonResponse({"status": "ok" if whole else "unavailable", "checks": checks}, status=200 if whole else 503)


def _database() -> tuple[str, str]:
    """State of the database and of the migrations of schema public."""
    try:
        with public_scope(readonly=True), connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            applied = {(app, name) for app, name in cursor.fetchall()}
    except Error as error:
        reached = getattr(error.__cause__, "pgcode", None) is not None
        return ("ok", "pending") if reached else ("unreachable", "unknown")
    return "ok", "ok" if newest_migrations() <= applied else "pending"


@cache
def newest_migrations() -> frozenset[tuple[str, str]]:
    """The last migrations of the applications in schema public, as this release has them."""
    loader = MigrationLoader(None)
    labels = {config.rsplit(".", 1)[-1] for config in SHARED_APPS}
    return frozenset((app, name) for app, name in loader.graph.leaf_nodes() if app in labels)


def _broker() -> str:
    try:
        Redis.from_url(settings.CELERY_BROKER_URL, socket_timeout=2, socket_connect_timeout=2).ping()
    except (RedisError, OSError):
        return "unreachable"
    return "ok"


def known_host(request: HttpRequest) -> HttpResponse:
    """Whether the district's site or a school answers under the host of `?domain=`."""
    host = normalise_host(request.GET.get("domain", ""))
    known = host in public_hosts() or directory.school_at(host) is not None
    return JsonResponse({"status": "ok" if known else "unknown"}, status=200 if known else 404)


def metrics(request: HttpRequest) -> HttpResponse:
    """Metrics of all web processes. 404 for everyone who may not see them."""
    if not _may_see_metrics(request):
        return JsonResponse({"status": "not_found"}, status=404)
    registry: CollectorRegistry = REGISTRY
    if settings.METRICS_FOLDER:
        registry = CollectorRegistry()
        MultiProcessCollector(registry, path=str(settings.METRICS_FOLDER))
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def _may_see_metrics(request: HttpRequest) -> bool:
    token: str | None = settings.METRICS_TOKEN
    if token and constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {token}"):
        return True
    forwarded = any(request.META.get(name) for name in FORWARDED)
    return not forwarded and request.META.get("REMOTE_ADDR", "") in LOCAL
