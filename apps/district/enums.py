"""Codes of the district layer."""

from apps.rulebook.codes import Code


class RuleState(Code):
    """How far a rule of the frame has come."""

    DRAFT = "draft", "долбоор", "проект", "draft"
    PUBLISHED = "published", "жарыяланган", "опубликовано", "published"
    DROPPED = "dropped", "алынып салынган", "снято", "dropped"


class ShiftState(Code):
    """How far a change of the calendar has come."""

    DRAFT = "draft", "долбоор", "проект", "draft"
    PUBLISHED = "published", "жарыяланган", "опубликовано", "published"
    DROPPED = "dropped", "алынып салынган", "снято", "dropped"


class SurveyKind(Code):
    """What every school is asked."""

    FRAME = "frame", "чектин таасири", "последствия рамки", "effect of a frame"
    CALENDAR = "calendar", "календардын таасири", "последствия календаря", "effect of a calendar change"
    SHIFT = "shift", "календарды жылдыруу", "изменение календаря", "change of the calendar"


class CellState(Code):
    """What became of the question in one school."""

    WAITING = "waiting", "күтүүдө", "ожидает", "waiting"
    DONE = "done", "даяр", "готово", "done"
    FAILED = "failed", "болгон жок", "не удалось", "failed"
