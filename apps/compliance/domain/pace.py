"""Early warning: a duty that is not due yet and cannot be met at the pace so far."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from apps.rulebook.enums import Verdict
from apps.rulebook.findings import Finding

COUNTED = "ST-1"


def behind_pace(findings: Iterable[Finding], starts_on: date, ends_on: date, as_of: date) -> bool:
    """Whether some association has held fewer sittings than the share of the year that has passed asks for.

    The number asked for is the finding's own limit, so it is the school's own rule that is compared, prorated over the year's days.
    """
    length, passed = (ends_on - starts_on).days, (as_of - starts_on).days
    if not 0 < passed < length:
        return False
    for finding in findings:
        if finding.check != COUNTED or finding.verdict is not Verdict.PENDING or not isinstance(finding.limit, int):
            continue
        count = dict(finding.values).get("count")
        if isinstance(count, int) and count < int(Fraction(finding.limit * passed, length)):
            return True
    return False
