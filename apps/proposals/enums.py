"""Codes of papers on their way."""

from apps.rulebook.codes import Code
from apps.rulebook.enums import ActKind, Body, Role


class Family(Code):
    """The four ways a paper may go."""

    REPORT = "report", "жылдык отчёт", "годовой отчёт", "year report"
    MATERIAL = "material", "план же материал", "план или материал", "plan or material"
    PROGRAMME = "programme", "программа", "программа", "programme"
    NOMINATION = "nomination", "көрсөтүү", "выдвижение", "nomination"


class PaperKind(Code):
    """What is on its way. The codes are those of the rulebook, which knows each family by a list of its own."""

    YEAR_REPORT = (
        "year_report", "бирикменин жылдык отчёту", "годовой отчёт объединения", "year report of the association",
    )  # fmt: skip
    INDIVIDUAL_PLAN = "individual_plan", "жекече иш план", "индивидуальный план", "individual work plan"
    TRANSFER_EXAM = (
        "transfer_exam", "көчүү сынагынын материалы", "материал переводной аттестации", "transfer-class material",
    )  # fmt: skip
    FINAL_EXAM = (
        "final_exam", "жыйынтыктоочу сынактын материалы", "материал итоговой аттестации", "final-exam material",
    )  # fmt: skip
    WORKING = "working", "жумушчу программа", "рабочая программа", "working programme"
    INNOVATIVE = "innovative", "инновациялык программа", "инновационная программа", "innovative programme"
    EXPERIMENTAL = (
        "experimental", "эксперименттик программа", "экспериментальная программа", "experimental programme",
    )  # fmt: skip
    AUTHOR = "author", "автордук программа", "авторская программа", "author's programme"
    CONTEST = "contest", "сынакка көрсөтүү", "выдвижение на конкурс", "nomination to a contest"
    TRAINING = (
        "training", "кесиптик өсүүгө көрсөтүү", "выдвижение на повышение квалификации", "nomination for training",
    )  # fmt: skip
    PUBLICATION = (
        "publication", "тажрыйбаны жарыялоого сунуш", "предложение опыта к публикации", "proposal for publication",
    )  # fmt: skip
    ATTESTATION = "attestation", "аттестацияга сунуш", "представление к аттестации", "proposal for attestation"
    CATEGORY = "category", "категорияга сунуш", "представление к категории", "proposal for a category"
    TITLE = "title", "наамга сунуш", "представление к званию", "proposal for a title"
    AWARD = "award", "сыйлыкка сунуш", "представление к награде", "proposal for an award"

    @property
    def family(self) -> Family:
        """The way it goes."""
        return FAMILY[self]


_REPORTS = (PaperKind.YEAR_REPORT,)
_MATERIALS = (PaperKind.INDIVIDUAL_PLAN, PaperKind.TRANSFER_EXAM, PaperKind.FINAL_EXAM)
_PROGRAMMES = (PaperKind.WORKING, PaperKind.INNOVATIVE, PaperKind.EXPERIMENTAL, PaperKind.AUTHOR)
_NOMINATIONS = tuple(kind for kind in PaperKind if kind not in (*_REPORTS, *_MATERIALS, *_PROGRAMMES))
FAMILY: dict[PaperKind, Family] = (
    dict.fromkeys(_REPORTS, Family.REPORT)
    | dict.fromkeys(_MATERIALS, Family.MATERIAL)
    | dict.fromkeys(_PROGRAMMES, Family.PROGRAMME)
    | dict.fromkeys(_NOMINATIONS, Family.NOMINATION)
)
# these go out of the school, or to an office in it, on a day
HANDED_IN = frozenset({Family.REPORT, Family.NOMINATION})
# these are an association's own
OF_ASSOCIATIONS = frozenset({Family.REPORT, Family.MATERIAL})
# these are about one person
ABOUT_A_PERSON = frozenset({PaperKind.INDIVIDUAL_PLAN, *_NOMINATIONS})
RECIPIENTS = (
    Role.DEPUTY_OTI,
    Role.HEAD_OF_STUDIES,
    Role.LEADERSHIP,
    Role.DIRECTOR,
    Role.DEPUTY_METHODICAL,
    Role.DEPUTY_SCI_METHODICAL,
)
# what a body may do with a paper, and what it does when nothing else is said
DECIDING_KINDS = frozenset(
    {ActKind.DECISION, ActKind.APPROVAL, ActKind.ADOPTION, ActKind.RECOMMENDATION, ActKind.CONSIDERATION}
)


def usual_kind(family: Family, body: Body) -> ActKind:
    """What a body does with a paper of this family unless something else is said."""
    if family is Family.MATERIAL or body is Body.PEDAGOGICAL_COUNCIL:
        return ActKind.APPROVAL
    if body is Body.COUNCIL:
        return ActKind.RECOMMENDATION
    return ActKind.CONSIDERATION if family is Family.PROGRAMME else ActKind.DECISION


class Level(Code):
    """How far a contest or an award reaches."""

    SCHOOL = "school", "мектеп", "школа", "school"
    DISTRICT = "district", "район (шаар)", "район (город)", "district"
    REGION = "region", "облус", "область", "region"
    REPUBLIC = "republic", "республика", "республика", "republic"


class Deed(Code):
    """A step of the way."""

    DECIDE = "decide", "орган чечим чыгарат", "орган принимает решение", "a body decides"
    HAND_IN = "hand_in", "тапшыруу", "сдать", "hand in"
    RECEIVE = "receive", "кабыл алуу", "принять", "receive"
    RESULT = "result", "жыйынтыгын жазуу", "записать итог", "note the result"


class StepState(Code):
    """How far a step has come."""

    DONE = "done", "аткарылды", "сделано", "done"
    NOT_ASKED = "not_asked", "күн тартибине коюла элек", "не внесено в повестку", "not put on an agenda"
    OFFERED = "offered", "катчы кабыл алышын күтөт", "ждёт приёма секретарём", "waits to be admitted"
    ON_AGENDA = "on_agenda", "отурумду күтөт", "ждёт заседания", "waits for the sitting"
    REFUSED = "refused", "кабыл алынган жок", "не принято", "not adopted"
    UNDECIDED = "undecided", "чечим чыккан жок", "решение не принято", "no decision was taken"
    AHEAD = "ahead", "кезеги келе элек", "ещё не на очереди", "not its turn yet"
    WAITS = "waits", "күтүүдө", "ожидает", "waits"


class PaperState(Code):
    """Where a paper stands as a whole."""

    WAITING = "waiting", "жолдо", "в пути", "on its way"
    FINISHED = "finished", "аяктады", "завершено", "finished"
    WITHDRAWN = "withdrawn", "кайтарылып алынды", "отозвано", "withdrawn"
