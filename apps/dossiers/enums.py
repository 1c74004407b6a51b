"""Codes of papers on file, cards and archive folders as the school keeps them."""

from apps.rulebook.catalogues import CardField, HosItem, HosReportKind, PlanLevel
from apps.rulebook.codes import Code


class FolderState(Code):
    """How far a folder has come; told by its dates."""

    KEPT = "kept", "мектепте сакталууда", "хранится в школе", "kept in school"
    PREPARED = "prepared", "тапшырууга даяр", "подготовлена к передаче", "prepared"
    HANDED_OVER = "handed_over", "архивге тапшырылган", "передана в архив", "handed over"
    DESTROYED = "destroyed", "акт менен жок кылынган", "уничтожена по акту", "destroyed by act"


class DossierState(Code):
    """How far a year's dossier has come."""

    OPEN = "open", "толтурулууда", "заполняется", "being filled"
    COMPLETE = "complete", "толук", "полное", "complete"
    STORED = "stored", "сактоого коюлган", "сдано на хранение", "stored"


class PlanCopy(Code):
    """Plans of the school whose copies the head of studies keeps."""

    SCHOOL_YEAR = "school_year", "мектептин жылдык планы", "годовой план школы", "the school's year plan"
    COUNCIL = "council", "усулдук кеңештин планы", "план методического совета", "the methodical council's plan"
    PEDAGOGICAL = (
        "pedagogical",
        "педагогикалык кеңештин планы",
        "план педагогического совета",
        "the pedagogical council's plan",
    )


# papers of the head of studies that are a book of findings, kept here entry by entry
BOOKS = (
    HosItem.JOURNAL_CONTROL,
    HosItem.NOTEBOOK_CONTROL,
    HosItem.KTP_CONTROL,
    HosItem.OLYMPIADS,
    HosItem.LABS,
    HosItem.READING_WRITING,
    HosItem.MICROSECTIONS,
)
# papers of the head of studies that consist of several; such a one is on file when all its parts are. The parts of the quarter report
# are the quarters of the school's own calendar
PARTS: dict[HosItem, tuple[Code, ...]] = {
    HosItem.PLANS: tuple(PlanLevel),
    HosItem.PLAN_COPIES: tuple(PlanCopy),
    HosItem.REPORTS: tuple(kind for kind in HosReportKind if kind is not HosReportKind.QUARTER),
}
# the month a report of the head of studies is named after
REPORT_MONTHS = {HosReportKind.AUGUST: 8, HosReportKind.JANUARY: 1, HosReportKind.MAY: 5}
# a teacher may truly have none of these; "none" is then an answer, an empty field is not
MAY_BE_NONE = (CardField.CATEGORY, CardField.AWARDS, CardField.TITLE)
