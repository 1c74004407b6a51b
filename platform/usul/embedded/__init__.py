"""PostgreSQL and Valkey from Python wheels, for a machine that has neither: `make run`, `make test` and every command.

    with servers():          # sets DATABASE_URL and REDIS_URL for this process unless they are given
        django.setup()

Production never comes here: it gives DATABASE_URL and REDIS_URL.
"""

from usul.embedded.folder import StateFolder
from usul.embedded.postgres import Postgres
from usul.embedded.session import servers
from usul.embedded.valkey import Valkey

__all__ = ["Postgres", "StateFolder", "Valkey", "servers"]
