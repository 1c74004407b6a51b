"""Codes of sittings and resolutions as the school keeps them."""

from apps.rulebook.codes import Code


class SittingKind(Code):
    """Place of a sitting in the year."""

    FIRST = "first", "биринчи отурум", "первое заседание", "first sitting"
    ORDINARY = "ordinary", "кезектеги отурум", "очередное заседание", "ordinary sitting"
    YEAR_END = "year_end", "жыл соңундагы отурум", "итоговое заседание", "year-end sitting"


class SittingState(Code):
    """How far a sitting has come."""

    PLANNED = "planned", "пландалган", "запланировано", "planned"
    ANNOUNCED = "announced", "жарыяланган", "объявлено", "announced"
    HELD = "held", "өткөрүлгөн", "проведено", "held"
    CANCELLED = "cancelled", "өткөрүлбөй калган", "отменено", "cancelled"


class ResolutionState(Code):
    """How far a resolution has come. Whether it is overdue follows from its date and is not stored."""

    ADOPTED = "adopted", "кабыл алынган", "принято", "adopted"
    DONE = "done", "аткарылган", "исполнено", "done"
    CANCELLED = "cancelled", "жокко чыгарылган", "отменено", "cancelled"
