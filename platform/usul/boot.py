"""How a process of Usul gets its settings: USUL_ENV names them, whatever starts the process."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.db import connections

from usul.embedded import servers
from usul.env import load, process_environment, set_for_children


def choose_settings() -> None:
    """Point Django to `usul.settings.<USUL_ENV>`. A DJANGO_SETTINGS_MODULE that is already set wins."""
    if not process_environment().get("DJANGO_SETTINGS_MODULE"):
        set_for_children(DJANGO_SETTINGS_MODULE=f"usul.settings.{load()['USUL_ENV']}")


# a page or a task makes some thousands of records, nearly all without cycles; the usual 700 would walk over them again and again
RECORDS_BEFORE_A_WALK = 10_000


def keep_what_is_loaded() -> None:
    """What lives by now stays for the life of the process; the collector leaves it out, and no request waits for a walk over it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(RECORDS_BEFORE_A_WALK, *gc.get_threshold()[1:])


@contextmanager
def django_ready() -> Iterator[bool]:
    """For commands: servers to work with (given, running, or started for this block) and Django set up on them.

    True when the database is the embedded one. A command speaks for itself: its log begins at WARNING unless
    USUL_LOG_LEVEL says otherwise.
    """
    if not process_environment().get("USUL_LOG_LEVEL"):
        set_for_children(USUL_LOG_LEVEL="WARNING")
    with servers() as own_database:
        choose_settings()
        django.setup()
        try:
            yield own_database
        finally:
            connections.close_all()
