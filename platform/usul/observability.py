"""Logs, error reports and metrics.

Every line carries what is bound in the context: `request_id`, `user` (identifier), `school` and `district` (slugs),
`task_id`. Whoever opens a request or a task binds them with `structlog.contextvars`; the school is also taken from the
running scope.
"""

import time
from collections.abc import MutableMapping
from typing import Any

import sentry_sdk
import structlog
from django.dispatch import receiver
from django_structlog import signals
from sentry_sdk.integrations.logging import LoggingIntegration
from sentry_sdk.types import Event, Hint
from structlog.tracebacks import ExceptionDictTransformer
from structlog.typing import Processor

from tenants.scope import current_scope
from usul.redaction import scrub, without_private, without_query

LogEvent = MutableMapping[str, Any]
# who says every minute that nothing was due; kept for a log that is searched, not for a person who watches
CLOCKWORK = ("celery.beat", "django_structlog.celery.receivers")
PLACES = ("request_id", "user", "school", "district", "task_id")


# --- what goes onto a line ------------------------------------------------------------------------------------------
def add_place(_logger: Any, _method: str, event: LogEvent) -> LogEvent:
    """Name the school of the running scope when nobody bound one."""
    scope = current_scope()
    if scope is not None and scope.school is not None:
        event.setdefault("school", scope.school.slug)
        event.setdefault("district", scope.school.district_slug)
    return event


def tidy_request(_logger: Any, _method: str, event: LogEvent) -> LogEvent:
    """Take the query string off the request, and leave out what says nothing."""
    if isinstance(event.get("request"), str):
        event["request"] = without_query(event["request"])
    for name in ("user_agent", "correlation_id"):
        event.pop(name, None)
    return event


def remove_private(_logger: Any, _method: str, event: LogEvent) -> LogEvent:
    """The last processor before rendering: no value of a person leaves the process."""
    kept: LogEvent = without_private(event)
    if "error" in kept:
        kept["error"] = scrub(str(kept["error"]))
    found = kept.get("exception")
    if isinstance(found, BaseException):
        del kept["exception"]
    for part in found if isinstance(found, list) else ():
        part["exc_value"] = scrub(part["exc_value"])
        part.pop("exc_notes", None)
    return kept


@receiver(signals.bind_extra_request_metadata)
def _remember_start(request: Any, log_kwargs: dict[str, Any], **_: Any) -> None:
    request.usul_started = time.monotonic()


@receiver(signals.bind_extra_request_finished_metadata)
def _add_duration(request: Any, log_kwargs: dict[str, Any], **_: Any) -> None:
    log_kwargs["duration_ms"] = round((time.monotonic() - request.usul_started) * 1000, 1)


# --- logs ---------------------------------------------------------------------------------------------------------
def configure_logging(*, fmt: str, level: str) -> dict[str, Any]:
    """The value of Django's LOGGING:

    one stream on stderr, `fmt` is json (one document a line) or text (for a person).
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        add_place,
        tidy_request,
    ]
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "usul": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_rendering(fmt)],
                "foreign_pre_chain": [structlog.stdlib.ExtraAdder(), *shared],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "usul"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": [], "propagate": True},
            "django.request": {"level": "CRITICAL"},  # django_structlog writes these lines, with their context
            "celery.app.trace": {"level": "CRITICAL"},  # likewise
            "celery.worker.strategy": {"level": "WARNING"},
            **({} if fmt == "json" else {name: {"level": "WARNING"} for name in CLOCKWORK}),
        },
    }


def _rendering(fmt: str) -> list[Processor]:
    if fmt == "json":
        return [
            structlog.processors.ExceptionRenderer(ExceptionDictTransformer(show_locals=False, max_frames=30)),
            remove_private,
            structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
        ]
    return [
        remove_private,
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
    ]


# --- error reports -------------------------------------------------------------------------------------------------
def start_error_reports(dsn: str | None) -> None:
    """Send unexpected errors to the collector at `dsn`; without one nothing is sent.

    Places and types only, no personal data.
    """
    if not dsn:
        return
    sentry_sdk.init(
        dsn=dsn,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        server_name="usul",
        integrations=[LoggingIntegration(level=None, event_level=None)],
        before_send=clean_report,
    )


def clean_report(event: Event, _hint: Hint) -> Event:
    """The report with its messages scrubbed, its request cut down to method and path, and the place as tags."""
    for part in (event.get("exception") or {}).get("values", ()):
        part["value"] = scrub(part.get("value") or "")
    logentry = event.get("logentry")
    if logentry:
        event["logentry"] = {"message": scrub(str(logentry.get("message", "")))}
    if event.get("message"):
        event["message"] = scrub(str(event["message"]))
    request = event.get("request")
    if request:
        event["request"] = {"method": request.get("method"), "url": without_query(str(request.get("url", "")))}
    for name in ("user", "extra", "breadcrumbs", "modules"):
        event.pop(name, None)  # type: ignore[misc]
    event["contexts"] = {
        name: value for name, value in event.get("contexts", {}).items() if name in {"trace", "runtime"}
    }
    bound = add_place(None, "", structlog.contextvars.get_contextvars())
    event["tags"] = {**event.get("tags", {}), **{name: str(bound[name]) for name in PLACES if bound.get(name)}}
    return event
