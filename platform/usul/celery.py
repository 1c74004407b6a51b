"""The Celery application `usul`: `celery -A usul worker`, `celery -A usul beat`.

A message is acknowledged after its task has ended, and a task whose worker was lost runs again: every task can run
twice.
"""

from typing import Any

from celery import Celery
from celery.signals import setup_logging, worker_init, worker_process_init
from django.db import connections
from django_structlog.celery.steps import DjangoStructLogInitStep

from usul.boot import choose_settings, keep_what_is_loaded

choose_settings()

# a task belongs to a school unless it says otherwise with `base=celery.Task`
app = Celery("usul", task_cls="tenants.tasks:SchoolTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    # a task that runs while the broker is away runs to its end; ended early, it would wait for the visibility timeout
    worker_cancel_long_running_tasks_on_connection_loss=False,
    worker_max_memory_per_child=300_000,  # KB; a process grows with the number of schools it has served
    task_default_queue="usul",
    beat_max_loop_interval=60,
)
app.steps["worker"].add(DjangoStructLogInitStep)
app.autodiscover_tasks()


@setup_logging.connect
def keep_our_logging(**_: Any) -> None:
    """Its presence keeps Celery from replacing the log settings of `usul.observability`."""


@worker_init.connect
def share_what_is_loaded(**_: Any) -> None:
    """Before the processes are split off: the loaded code is theirs in common, and no task waits for a walk over it."""
    keep_what_is_loaded()


@worker_process_init.connect
def forget_connections(**_: Any) -> None:
    """A forked process must not share database connections with its parent."""
    for connection in connections.all(initialized_only=True):
        connection.inc_thread_sharing()
        connection.close()
