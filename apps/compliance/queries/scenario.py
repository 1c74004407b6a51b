"""A school's records of one year as a scenario file: whoever holds it reaches the same verdicts without the school's database."""

from datetime import date

from apps.calendars.errors import NO_SUCH_YEAR
from apps.calendars.queries.years import year_asked, years_in_force
from apps.charters.queries.policy import school_policy
from apps.compliance.kept import KEPT_CHECKS
from apps.compliance.queries.facts import facts_of
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.rulebook.engine import evaluate
from apps.rulebook.scenarios import write_scenario


def school_scenario(*, by: Actor, name: str, year: str | None, as_of: date) -> str:
    """Calendar, charters, frames and records with the verdicts of today's rules; people and bodies are numbers. Runs in the school's scope.

    Args:
        name: name of the scenario; `year`: calendar year in which the academic year begins, the one of `as_of` when left out.

    Raises:
        Fault: not permitted, no such year in the calendar.
    """
    require(by, Permission.SCHOOL_READ)
    item = year_asked(years_in_force(), year, today=as_of)
    if item is None:
        raise NO_SUCH_YEAR(field="year", year=year or str(as_of.year))
    facts, policy = facts_of(item), school_policy()
    findings = evaluate(facts, policy, as_of, only=KEPT_CHECKS)
    return write_scenario(
        name=f"{name}-{item.year.start_year}",
        title=f"{name} {item.year}",
        facts=facts,
        policy=policy,
        as_of=as_of,
        findings=findings,
    )
