"""Settings of the web server: `gunicorn -c python:usul.gunicorn_conf usul.wsgi:application`.

Values come from `usul.env`.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from usul.env import load, process_environment, set_for_children
from usul.temporary import own_folder

_env = load()
# a folder in memory where there is one: workers touch a file there, metrics are shared there
_quick = Path("/dev/shm")  # noqa: S108 - a private folder is made inside it
_private = own_folder("web", _quick if os.access(_quick, os.W_OK) else Path(tempfile.gettempdir()))
if not process_environment().get("PROMETHEUS_MULTIPROC_DIR"):
    set_for_children(PROMETHEUS_MULTIPROC_DIR=str(_private))

bind = f"{_env['USUL_BIND']}:{_env['USUL_PORT']}"
worker_class = "gthread"
workers = _env["USUL_WEB_WORKERS"]
threads = _env["USUL_WEB_THREADS"]
preload_app = True
timeout = 60
graceful_timeout = 20
keepalive = 5
backlog = 512
max_requests = 20_000
max_requests_jitter = 2_000
limit_request_line = 4094
limit_request_fields = 60
limit_request_field_size = 8190
forwarded_allow_ips = "127.0.0.1,::1"
worker_tmp_dir = str(_private)
accesslog = None  # every request is one structured line of usul.observability
errorlog = "-"
loglevel = "warning"
proc_name = "usul-web"


def when_ready(_server: Any) -> None:
    """Before the workers are split off: the loaded code is theirs in common, and their collector never walks it again."""
    from usul.boot import keep_what_is_loaded  # needs the folder above, as below

    keep_what_is_loaded()


def child_exit(_server: Any, worker: Any) -> None:
    """Forget the gauges of a worker that has ended."""
    from prometheus_client.multiprocess import mark_process_dead  # needs the folder above before its first import

    mark_process_dead(worker.pid)


def on_exit(_server: Any) -> None:
    """Leave nothing in memory."""
    shutil.rmtree(_private, ignore_errors=True)
