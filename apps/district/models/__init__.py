"""What the district knows of its schools and what it sets for them."""

from apps.district.models.frames import (
    CalendarShift,
    DistrictEvent,
    FrameDelivery,
    FrameRule,
    SchoolRules,
    Survey,
    SurveyCell,
)
from apps.district.models.standings import EVERY_YEAR, DirtyMark, SchoolStanding, StandingCell

__all__ = [
    "EVERY_YEAR",
    "CalendarShift",
    "DirtyMark",
    "DistrictEvent",
    "FrameDelivery",
    "FrameRule",
    "SchoolRules",
    "SchoolStanding",
    "StandingCell",
    "Survey",
    "SurveyCell",
]
