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
from apps.district.models.standings import DirtyMark, SchoolStanding, StandingCell

__all__ = [
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
