"""Early warning: a duty that is not due yet and cannot be met at the pace so far."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from apps.rulebook.enums import Verdict
from apps.rulebook.findings import Finding

COUNTED = "ST-1"


def asked_by(limit: int, starts_on: date, ends_on: date, as_of: date) -> int:
    """How many of `limit` the share of the year that has passed asks for: none before the year, all of them after it."""
    length, passed = (ends_on - starts_on).days, (as_of - starts_on).days
    return int(Fraction(limit * min(max(passed, 0), length), length)) if length else limit


def behind_pace(findings: Iterable[Finding], starts_on: date, ends_on: date, as_of: date) -> bool:
    """Whether some association has held fewer sittings than the share of the year that has passed asks for.

    The number asked for is the finding's own limit, so it is the school's own rule that is compared, prorated over the year's days.
    """
    if not starts_on < as_of < ends_on:
        return False
    for finding in findings:
        if finding.check != COUNTED or finding.verdict is not Verdict.PENDING or not isinstance(finding.limit, int):
            continue
        count = dict(finding.values).get("count")
        if isinstance(count, int) and count < asked_by(finding.limit, starts_on, ends_on, as_of):
            return True
    return False
