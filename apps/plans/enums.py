"""Codes of work plans as the school keeps them."""

from apps.rulebook.codes import Code


class PlanTemplate(Code):
    """Which template the plan follows."""

    S33 = "s33", "№33 мектептин үлгүсү", "образец школы № 33", "template of School 33"
    VARIANT = "variant", "үлгүнүн экинчи түрү", "второй образец", "variant template"
    OWN = "own", "мектептин өз үлгүсү", "собственный образец школы", "school's own template"


class PlanDrafter(Code):
    """Who drew the plan up."""

    HEAD = "head", "жетекчи", "руководитель", "the head alone"
    HEAD_WITH_TEACHERS = (
        "head_with_teachers",
        "жетекчи мугалимдер менен",
        "руководитель с учителями",
        "the head with teachers",
    )
    ASSOCIATION = "association", "усулдук бирикме", "объединение", "the association"
    CHAIR = "chair", "төрага", "председатель", "the chair"
    COUNCIL = "council", "кеңеш", "совет", "the council"


class PlanForm(Code):
    """The form of a council's plan; the plan of an association has none to choose."""

    CYCLOGRAM = "cyclogram", "циклограмма", "циклограмма", "cyclogram"
    PLAN = "plan", "план", "план", "plan"


class PlanItemState(Code):
    """How far an item of the plan has come."""

    PLANNED = "planned", "пландалган", "запланировано", "planned"
    DONE = "done", "аткарылган", "выполнено", "done"
    WAIVED = "waived", "себеп менен алынган", "снято с причиной", "waived with a reason"


class LessonKind(Code):
    """What a line of the schedule is."""

    OPEN_LESSON = "open_lesson", "ачык сабак", "открытый урок", "open lesson"
    EVENT = "event", "класстан тышкаркы иш-чара", "внеклассное мероприятие", "out-of-class event"


class EntryState(Code):
    """What became of a line of the schedule."""

    PLANNED = "planned", "пландалган", "запланировано", "planned"
    HELD = "held", "өттү", "проведено", "held"
    MOVED = "moved", "башка күнгө жылдырылды", "перенесено", "moved"
    CANCELLED = "cancelled", "болбой калды", "отменено", "cancelled"
