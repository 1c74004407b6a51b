"""Is there anything to do? One question to the database, however many schools there are."""

from dataclasses import dataclass
from typing import Any

from django.db import ProgrammingError

from tenants.fleet.public import mark_of_release
from tenants.owner import cursor_of
from tenants.provisioning.blueprint import source_on

QUESTION = """
SELECT obj_description('public'::regnamespace, 'pg_namespace'), b.digest, (SELECT count(*) FROM public.tenants_schoolschema),
       (SELECT count(*) FROM public.tenants_schoolschema t WHERE t.digest <> b.digest)
FROM (SELECT (SELECT digest FROM public.tenants_blueprint WHERE source = %s) AS digest) b
"""


@dataclass(frozen=True, slots=True)
class FleetState:
    """How far the installation is from this release.

    Attributes:
        public: schema public has the migrations, rights and policies of this release.
        compiled: there is a blueprint of this release.
        schools: schools with a schema.
        behind: those among them at another version; all of them when nothing is compiled yet.
    """

    public: bool
    compiled: bool
    schools: int
    behind: int

    @property
    def settled(self) -> bool:
        """Whether nothing is to be done."""
        return self.public and self.compiled and not self.behind


def ask_state(connection: Any) -> FleetState:
    """Ask the one question. Nothing is there yet when the tables are missing."""
    try:
        with cursor_of(connection) as cursor:
            cursor.execute(QUESTION, [source_on(connection)])
            mark, digest, schools, behind = cursor.fetchone() or (None, None, 0, 0)
    except ProgrammingError:
        return FleetState(public=False, compiled=False, schools=0, behind=0)
    return FleetState(mark == mark_of_release(), digest is not None, schools, behind if digest else schools)
