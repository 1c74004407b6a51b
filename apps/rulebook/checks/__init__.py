"""The rules, one file for each chapter of duties. Importing this package registers all of them."""

from apps.rulebook.checks import (
    activities,
    associations,
    council_work,
    councils,
    decisions,
    head_of_studies,
    heads,
    members,
    papers,
    plan_papers,
    plans,
    reports,
    sittings,
)
from apps.rulebook.checks.base import RULES, Rule

CHAPTERS = (
    associations,
    heads,
    reports,
    plans,
    plan_papers,
    sittings,
    activities,
    members,
    councils,
    decisions,
    council_work,
    papers,
    head_of_studies,
)

FAMILIES = ("AS", "HD", "RP", "PL", "ST", "MT", "AC", "AP", "CN", "DS", "AR", "HS", "CH", "AK")


def place_of(check: str) -> tuple[int, int]:
    """Place of a check in lists: by family, then by number."""
    family, _, number = check.partition("-")
    return FAMILIES.index(family), int(number)


for check in sorted(RULES, key=place_of):
    RULES[check] = RULES.pop(check)

__all__ = ["CHAPTERS", "RULES", "Rule"]
