"""Real servers for the test run: one throw-away PostgreSQL for all its processes, one Valkey for each of them.

Loaded with `-p usul.pytest_plugin`. It acts before the settings of Django are read. DATABASE_URL and REDIS_URL of the
environment are used instead where given; a REDIS_URL is left to runs of a single process, since parallel processes
would empty each other's cache. Nothing stays behind: the servers also end when the test run is killed, and the next
run removes its folder.
"""

import secrets
import shutil
import tempfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import pytest

from usul.embedded.account import server_account
from usul.embedded.postgres import Postgres
from usul.embedded.session import Running
from usul.embedded.valkey import Valkey
from usul.env import load, process_environment, set_for_children
from usul.kept_clusters import copy_cluster
from usul.messages.catalogues import compile_all
from usul.readiness import CATALOGUES
from usul.supervisor.spec import Account
from usul.temporary import own_folder

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
POOLER_PATH = "/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin"
_stack = ExitStack()
_report: list[str] = []


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Generator[None, object, object]:
    """Start the servers before any other plugin looks at the settings."""
    start_servers()
    try:
        return (yield)
    except BaseException:
        _stack.close()
        raise


def pytest_report_header() -> list[str]:
    return _report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, and count, what this machine cannot run."""
    env = load()
    absent = {}
    if not (env["USUL_CHROMIUM"] or any(shutil.which(name) for name in BROWSERS)):
        absent["browser"] = pytest.mark.skip(reason="no chromium on this machine")
    if not env["USUL_CITUS_URL"]:
        absent["citus"] = pytest.mark.skip(reason="no Citus behind USUL_CITUS_URL")
    if not shutil.which("pgbouncer", path=POOLER_PATH):
        absent["pooler"] = pytest.mark.skip(reason="no pgbouncer on this machine")
    for item in items:
        for name, skip in absent.items():
            if item.get_closest_marker(name):
                item.add_marker(skip)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Stop the servers, also after a failed or interrupted run."""
    _stack.close()


def start_servers() -> None:
    """Set USUL_STATE_DIR, DATABASE_URL and REDIS_URL for this process and its children."""
    env = load()
    parallel = "PYTEST_XDIST_WORKER" in process_environment()
    account = server_account()
    home = _temporary_home(account)
    if not parallel:
        compile_all(CATALOGUES)
        (home / "state" / "static").mkdir(parents=True)  # where the web server looks for collected files
        set_for_children(USUL_STATE_DIR=str(home / "state"), USUL_ENV="test")
        if not env["DATABASE_URL"]:
            postgres = Postgres(
                home, account=account, password=copy_cluster(home, account) or secrets.token_hex(8), throwaway=True
            )
            _start(postgres, home)
            set_for_children(DATABASE_URL=postgres.url, USUL_TEST_SERVERS="postgres,valkey")
            _report.append(f"PostgreSQL: thrown away after this run, {postgres.socket}")
    if parallel or not env["REDIS_URL"]:
        valkey = Valkey(home, account=account, password=secrets.token_hex(8), throwaway=True)
        _start(valkey, home)
        set_for_children(REDIS_URL=valkey.url)


def _start(server: Postgres | Valkey, home: Path) -> None:
    _stack.callback(Running(server, home / "servers.log").stop)


def _temporary_home(account: Account | None) -> Path:
    """A new folder on a short path, removed after the run; folders of killed runs are removed now."""
    home = own_folder("test", Path(tempfile.gettempdir()))
    home.chmod(0o711 if account else 0o700)
    _stack.callback(shutil.rmtree, home, ignore_errors=True)
    return home
