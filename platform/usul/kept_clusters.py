"""Clusters that test runs start from, in the person's cache folder.

One is as initdb leaves it; others hold the database `usul_base` too, brought to the state of this very code: a run then copies files
instead of running every migration.
"""

import contextlib
import hashlib
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg2

from usul.embedded.postgres import DATABASE, Postgres, cluster_kind
from usul.embedded.session import Running
from usul.embedded.valkey import Valkey
from usul.env import process_environment
from usul.readiness import ROOT
from usul.supervisor.spec import Account

BASE = "usul_base"
KEPT = 12
SOURCES = (
    "requirements.lock",
    "tenants/**/*.py",
    "apps/*/migrations/*.py",
    "apps/*/models*/**/*.py",
    "apps/*/models.py",
    "platform/usul/control/*.py",
    "platform/usul/control/migrations/*.py",
    "platform/usul/settings/*.py",
)
PREPARE = "import django; django.setup(); from usul.control.bootstrap import prepare; prepare(lambda step: None)"


def copy_cluster(home: Path, account: Account | None) -> str | None:
    """Put a kept cluster below `home`, making and keeping one first where there is none yet.

    Returns the password of the cluster; None when there is no folder to keep one in.
    """
    cache = cache_folder()
    if cache is None:
        return None
    bare, kept = kept_places(cache)
    if not bare.exists():
        _keep(bare, lambda work: _initialise(work, account))
    if not kept.exists():
        # a migration that fails is told by the test that needs the database, so the run goes on from the bare cluster
        _keep(kept, lambda work: _migrate(work, bare, account))
        _forget_oldest(cache, bare.name)
    chosen = kept if kept.exists() else bare
    os.utime(chosen)
    _copy(chosen / "postgres", home / "postgres")
    return (chosen / "password").read_text()


def kept_places(cache: Path) -> tuple[Path, Path]:
    """Folders of the bare cluster and of the one with this code's tables below `cache`; there or not."""
    bare = cache / f"cluster-{cluster_kind()}"
    return bare, cache / f"{bare.name}-{_state_of_code()}"


def _keep(kept: Path, make: Callable[[Path], str | None]) -> None:
    """Let `make` work where the servers' account can, then move the cluster into the cache in one step. It returns the password."""
    with tempfile.TemporaryDirectory(prefix="usul-cluster-") as place:
        work = Path(place)
        work.chmod(0o711)
        password = make(work)
        if password is None:
            return
        unfinished = Path(tempfile.mkdtemp(dir=kept.parent, prefix="unfinished-"))
        _copy(work / "postgres", unfinished / "postgres")
        (unfinished / "password").write_text(password)
        with contextlib.suppress(OSError):  # another run was faster
            unfinished.rename(kept)
        shutil.rmtree(unfinished, ignore_errors=True)


def _initialise(work: Path, account: Account | None) -> str:
    password = secrets.token_hex(8)
    Postgres(work, account=account, password=password).prepare()
    return password


def _migrate(work: Path, bare: Path, account: Account | None) -> str | None:
    """Bring the cluster's own database to the state of this code and set it aside as `usul_base`."""
    _copy(bare / "postgres", work / "postgres")
    password = (bare / "password").read_text()
    postgres = Postgres(work, account=account, password=password, throwaway=True)
    valkey = Valkey(work, account=account, password=secrets.token_hex(8), throwaway=True)
    state = work / "state"
    state.mkdir()
    with _running(postgres, work), _running(valkey, work):
        environment = {
            "DJANGO_SETTINGS_MODULE": "usul.settings.test",
            "USUL_ENV": "test",
            "USUL_STATE_DIR": str(state),
            "DATABASE_URL": postgres.url,
            "REDIS_URL": valkey.url,
        }
        done = subprocess.run(
            (sys.executable, "-c", PREPARE),
            cwd=ROOT,
            env={
                **process_environment(),
                **environment,
                "PYTHONPATH": os.pathsep.join((str(ROOT / "platform"), str(ROOT))),
            },
            capture_output=True,
            check=False,
        )
        if done.returncode:
            return None
        with contextlib.closing(psycopg2.connect(postgres.url.replace(f"/{DATABASE}?", "/postgres?"))) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(f'ALTER DATABASE "{DATABASE}" RENAME TO "{BASE}"')
    return password


@contextlib.contextmanager
def _running(server: Postgres | Valkey, work: Path) -> Iterator[None]:
    running = Running(server, work / "servers.log")
    try:
        yield
    finally:
        running.stop()


def _state_of_code() -> str:
    """Changes with everything that decides what the migrations make."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted({path for pattern in SOURCES for path in ROOT.glob(pattern)}):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _forget_oldest(cache: Path, prefix: str) -> None:
    kept = sorted(cache.glob(f"{prefix}-*"), key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in kept[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    subprocess.run(("cp", "-a", str(source), str(target)), check=True)


def cache_folder() -> Path | None:
    """A private folder in the person's cache; None where there is no place for one."""
    environment = process_environment()
    base = environment.get("XDG_CACHE_HOME") or os.path.join(environment.get("HOME", ""), ".cache")
    folder = Path(base) / "usul"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
    except OSError:
        return None
    return folder
