"""The rules, one file for each chapter of duties. Importing this package registers all of them."""

from apps.rulebook.checks import associations, councils, decisions, plans, sittings
from apps.rulebook.checks.base import RULES, Rule

CHAPTERS = (associations, plans, sittings, councils, decisions)

__all__ = ["CHAPTERS", "RULES", "Rule"]
