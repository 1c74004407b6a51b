"""The only reader of the process environment.

Every variable is declared once in `VARIABLES`. An unknown `USUL_…` name or a value of the wrong form stops the process
with one sentence that names the variable, the fault and the remedy.
"""

import difflib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


class EnvironmentFault(SystemExit):
    """A setting cannot be used; the text is the whole message a person sees, the exit status is 2."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Variable:
    name: str
    help: str
    read: Callable[[str], Any]
    default: Any = None


def _text(value: str) -> str:
    return value.strip()


def _flag(value: str) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    try:
        return words[value.strip().lower()]
    except KeyError:
        raise ValueError("write 1 or 0") from None


def _count(value: str) -> int:
    number = int(value)
    if number < 1:
        raise ValueError("write a whole number of at least 1")
    return number


def _port(value: str) -> int:
    number = int(value)
    if not 1 <= number <= 65535:
        raise ValueError("write a port between 1 and 65535")
    return number


def _choice(*allowed: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"write one of: {', '.join(allowed)}")
        return value

    return read


def _url(*schemes: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if urlsplit(value).scheme not in schemes:
            raise ValueError(f"write an address that starts with {' or '.join(s + '://' for s in schemes)}")
        return value

    return read


def _host(value: str) -> str:
    host = value.strip().lower().rstrip(".")
    if not host or "/" in host or ":" in host or " " in host:
        raise ValueError("write a bare host name such as usul.kg, without scheme, port or path")
    return host


VARIABLES: tuple[Variable, ...] = (
    Variable("USUL_ENV", "which settings to use: dev, test or production", _choice("dev", "test", "production"), "dev"),
    Variable("USUL_STATE_DIR", "where the embedded servers and generated secrets live", Path, Path(".usul")),
    Variable("USUL_SECRET_KEY", "signing key; generated into the state folder outside production", _text),
    Variable("USUL_BASE_DOMAIN", "domain of the district site; schools get a name under it", _host, "localhost"),
    Variable("USUL_PORT", "port of the web server", _port, 8000),
    Variable("USUL_BIND", "address the web server listens on", _text, "127.0.0.1"),
    Variable("USUL_HTTPS", "1 when a proxy serves the site over HTTPS", _flag, False),
    Variable("USUL_WEB_WORKERS", "web processes", _count, 2),
    Variable("USUL_WEB_THREADS", "threads in each web process", _count, 4),
    Variable("USUL_TASK_WORKERS", "processes of the task worker", _count, 2),
    Variable("USUL_SCHOOLS_PER_CONNECTION", "schools a database connection serves before it is replaced", _count, 24),
    Variable("USUL_API_REQUESTS_PER_MINUTE", "requests a minute that one token may send at one place", _count, 600),
    Variable("USUL_LOG_FORMAT", "json or text", _choice("json", "text")),
    Variable(
        "USUL_LOG_LEVEL", "least severe level that is logged", _choice("DEBUG", "INFO", "WARNING", "ERROR"), "INFO"
    ),
    Variable("USUL_ROLE_PREFIX", "prefix of the database roles, when installations share one server", _text, "usul"),
    Variable("USUL_CITUS_URL", "a Citus coordinator for the tests that need one", _url("postgres", "postgresql")),
    Variable("USUL_CHROMIUM", "browser used by the browser tests", Path),
    Variable("USUL_METRICS_TOKEN", "bearer token for /metrics from other machines", _text),
    Variable("PROMETHEUS_MULTIPROC_DIR", "where web processes share their metrics; set by the web server", Path),
    Variable("USUL_TEST_SERVERS", "started by the test run: addresses of its servers", _text),
    Variable("DATABASE_URL", "server and owner account: creates roles and schemas", _url("postgres", "postgresql")),
    Variable(
        "DATABASE_APP_URL",
        "account the web process uses; derived from DATABASE_URL when left out",
        _url("postgres", "postgresql"),
    ),
    Variable("REDIS_URL", "Valkey or Redis: broker, cache, results", _url("redis", "rediss", "unix")),
    Variable("EMAIL_URL", "outgoing mail, smtp://user:password@host:port", _url("smtp", "smtps")),
    Variable(
        "USUL_WEBHOOKS_ANYWHERE",
        "1 lets messages to programs go to private addresses and over plain HTTP: for closed networks only",
        _flag,
        False,
    ),
    Variable("SENTRY_DSN", "address of the error collector", _url("https", "http")),
)
_BY_NAME = {variable.name: variable for variable in VARIABLES}


class Env:
    """Validated values by variable name: `env["USUL_PORT"]`. Absent variables give their declared default."""

    def __init__(self, source: Mapping[str, str]) -> None:
        for name in source:
            if name.startswith("USUL_") and name not in _BY_NAME:
                near = difflib.get_close_matches(name, _BY_NAME, n=1)
                hint = f" Did you mean {near[0]}?" if near else f" Known names: {', '.join(sorted(_BY_NAME))}."
                raise EnvironmentFault(f"Unknown setting {name} in the environment.{hint}")
        self._values = {variable.name: self._read(variable, source) for variable in VARIABLES}

    @staticmethod
    def _read(variable: Variable, source: Mapping[str, str]) -> Any:
        raw = source.get(variable.name, "")
        if not raw:
            return variable.default
        try:
            return variable.read(raw)
        except ValueError as error:
            raise EnvironmentFault(f"{variable.name} cannot be used ({variable.help}): {error}.") from None

    def __getitem__(self, name: str) -> Any:
        return self._values[name]


def load() -> Env:
    """Read and check the environment of this process."""
    return Env(os.environ)


def process_environment() -> dict[str, str]:
    """A copy of the raw environment, to hand on to child processes."""
    return dict(os.environ)


def set_for_children(**values: str) -> None:
    """Set variables for this process and every child it starts."""
    os.environ.update(values)
