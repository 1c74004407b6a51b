"""Records of the year's work."""

from apps.activities.models.activity import Activity
from apps.activities.models.mentoring import MentoringPair, MentoringReport

__all__ = ["Activity", "MentoringPair", "MentoringReport"]
