"""The twelve schools of the demonstration district: their rules, their habits, their size."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Habit(StrEnum):
    """How carefully a school keeps its rules."""

    EXEMPLARY = "exemplary"
    STEADY = "steady"
    SLIPPING = "slipping"
    LATE = "late"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Story:
    """One school of the demonstration.

    Attributes:
        modules: charter modules by slot.
        choices: chosen winner by parameter; a conflict without one stays open.
        own: values of the school's own by parameter.
        trimesters_only: the calendar has no quarters.
        associations: how many of the common associations it has.
    """

    slug: str
    number: int
    honours: tuple[str, str, str]
    modules: dict[str, tuple[str, ...]]
    habit: Habit
    choices: dict[str, str] = field(default_factory=dict)
    own: dict[str, Any] = field(default_factory=dict)
    trimesters_only: bool = False
    associations: int = 4


NO_HONOURS = ("", "", "")


STORIES: tuple[Story, ...] = (
    Story(
        "school-33",
        33,
        ("Жусуп Турусбеков атындагы", "имени Жусупа Турусбекова", "named after Jusup Turusbekov"),
        {"association": ("S33U", "S33H"), "council": ("S33C",)},
        Habit.EXEMPLARY,
        associations=5,
    ),
    Story(
        "school-94", 94, NO_HONOURS, {"association": ("VARU",), "council": ("IMK",)}, Habit.EXEMPLARY, associations=5
    ),
    Story(
        "school-12",
        12,
        NO_HONOURS,
        {"association": ("S33U", "S33H"), "head": ("ABDH",), "council": ("MK",)},
        Habit.STEADY,
    ),
    Story(
        "school-5",
        5,
        NO_HONOURS,
        {"association": ("VARU",), "head": ("ABDH",), "council": ("MK",)},
        Habit.STEADY,
        choices={"plan.approval_deadline": "ABDH"},
    ),
    Story("school-27", 27, NO_HONOURS, {"association": ("S33U", "S33H"), "council": ("IMK",)}, Habit.STEADY),
    Story("school-8", 8, NO_HONOURS, {"association": ("VARU",), "council": ("MK",)}, Habit.SLIPPING),
    Story(
        "school-61",
        61,
        NO_HONOURS,
        {"association": ("VARU",), "council": ("IMK",)},
        Habit.STEADY,
        trimesters_only=True,
        associations=3,
    ),
    Story(
        "school-70",
        70,
        NO_HONOURS,
        {"association": ("S33U", "S33H"), "council": ("MK",)},
        Habit.EXEMPLARY,
        choices={"association.directions.scope": "MK"},
        own={"association.min_members": 5, "council.agenda_notice_days": 8},
    ),
    Story("school-3", 3, NO_HONOURS, {"association": ("S33U", "S33H"), "council": ("MK",)}, Habit.LATE),
    Story("school-17", 17, NO_HONOURS, {"association": ("VARU",), "council": ("IMK",)}, Habit.SILENT, associations=3),
    Story(
        "school-45",
        45,
        NO_HONOURS,
        {"association": ("S33U", "S33H"), "head": ("ABDH",), "council": ("IMK",)},
        Habit.SLIPPING,
        choices={"plan.approver": "ABDH", "plan.approval_deadline": "ABDH"},
    ),
    Story("school-82", 82, NO_HONOURS, {"head": ("ABDH",), "council": ("MK",)}, Habit.LATE, associations=3),
)

DISTRICT = {
    "slug": "ala-too",
    "name_ky": "Ала-Тоо районунун билим берүү бөлүмү",
    "name_ru": "Отдел образования района Ала-Тоо",
    "name_en": "Ala-Too district education department",
}


def names_of(story: Story) -> dict[str, str]:
    """Official name of a school in three languages."""
    ky, ru, en = story.honours
    return {
        "name_ky": f"{ky} №{story.number} жалпы билим берүүчү орто мектеп".strip(),
        "name_ru": f"Средняя школа № {story.number} {ru}".strip(),
        "name_en": f"Secondary school No. {story.number} {en}".strip(),
    }
