"""Whether the signed papers of a school are as they were sealed."""

from apps.sittings.queries.chain import check_chains
from tenants.context import in_school
from tenants.scope import SchoolRef


def chains_of(school: SchoolRef, language: str) -> tuple[int, list[str]]:
    """How many links the chains of the school's bodies have, and what does not hold, one line each."""
    with in_school(school, readonly=True):
        links, broken = check_chains()
    return links, [f"body {row.body}, minutes {row.number}: {row.reason.in_(language)}" for row in broken]
