"""The district's figures as what its pages draw."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.district.queries.overview import Coverage, Mark, Obligation, SchoolRow
from apps.district.queries.trouble import Need, Told, rank_of, shares_of
from apps.rulebook.enums import WORST_FIRST, SubjectKind, Verdict
from apps.rulebook.module_files import all_modules
from apps.web.blocks.dates import long_date, updated_at
from apps.web.blocks.numbers import grouped, percent
from apps.web.blocks.papers import Argument, Work
from apps.web.blocks.tables import Freshness, Twin
from apps.web.blocks.verdicts import Mark as Look
from apps.web.blocks.verdicts import mark as look_of
from apps.web.charts import Figure, Part, stack
from apps.web.findings.present import argument_of, item_words, reader_language, sitting_words, title_of, why

# a standing is computed anew every night; one that is older has missed a night
FRESH_FOR = timedelta(hours=36)
UNKNOWN = look_of("NA")
RHYTHM_WORDS = {
    "in_rhythm": gettext_lazy("In rhythm"),
    "slipping": gettext_lazy("Slipping"),
    "late": gettext_lazy("Late"),
    "silent": gettext_lazy("Silent"),
}
RHYTHM_NOTES = {
    "in_rhythm": gettext_lazy("sittings and papers keep the rules"),
    "slipping": gettext_lazy("behind the pace, nothing broken for good"),
    "late": gettext_lazy("an obligation is not met"),
    "silent": gettext_lazy("not one sitting this year"),
}
VERDICT_FILLS = {
    "PASS": "f-pass",
    "FAIL": "f-fail",
    "WARN": "f-warn",
    "REVIEW": "f-review",
    "CFG": "f-none",
    "PENDING": "f-plan",
}


# where more schools are good news
WANTED = {"in_rhythm": 1, "slipping": -1, "late": -1, "silent": -1}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How many schools keep a rhythm, what the word means, and what has changed since last week."""

    words: str
    count: int
    url: str
    note: str
    delta: str
    mood: str


def rhythm_of(code: str, count: int, moved: int, url: str) -> Rhythm:
    """One of the four figures that open the district's page."""
    mood = "same" if not moved else "good" if moved * WANTED[code] > 0 else "bad"
    delta = _("%(change)s since last week") % {"change": f"{moved:+d}".replace("-", "−")} if moved else ""
    return Rhythm(str(RHYTHM_WORDS[code]), count, url, str(RHYTHM_NOTES[code]), delta, mood)


def look(mark: Mark | None) -> Look:
    """The sign of a summary mark; schools that have pushed nothing show a dash."""
    return look_of(mark.verdict, mark.severity, differs=mark.starred) if mark else UNKNOWN


def fresh(computed_at: datetime | None, now: datetime) -> Freshness | None:
    """When a school's figures were computed, in the reader's time."""
    if computed_at is None:
        return None
    at = timezone.localtime(computed_at)
    return Freshness(at, updated_at(at, now, reader_language()), stale=now - at > FRESH_FOR)


def overview_line(district: str, today: date, coverage: Coverage) -> str:
    """`Ala-Too district · Friday, 20 November 2026 · figures of 11 schools out of 12`."""
    figures = _("figures of %(reporting)d schools out of %(schools)d") % {
        "reporting": coverage.reporting,
        "schools": coverage.schools,
    }
    return f"{district} · {long_date(today, reader_language(), weekday=True)} · {figures}"


def about_of(told: Told) -> str:
    """What a pushed finding is about: the body, and the sitting or the item with its day."""
    return " · ".join(part for part in (told.body, _record_words(told.finding.subject.kind, told.about)) if part)


def _record_words(kind: SubjectKind, about: str) -> str:
    """A label such as `№3 · 15.10.2026 · 2` in words; labels of bodies repeat their name and say nothing more."""
    if kind not in (SubjectKind.SITTING, SubjectKind.ITEM) or not about.startswith("№"):
        return ""
    number, *rest = about.removeprefix("№").split(" · ")
    day = _day(rest[0]) if rest else None
    words = sitting_words(int(number), day) if number.isdigit() else about
    return f"{words}, {item_words(int(rest[-1]))}" if kind is SubjectKind.ITEM and rest[-1].isdigit() else words


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None


def argument_of_told(told: Told) -> Argument:
    """A pushed finding as an argument. It carries no name of a person and leads into no school."""
    return argument_of(told.finding, about=about_of(told))


# --- act today --------------------------------------------------------------------------------------------------------


def work_of(needs: Iterable[Need], slug: str, query: str) -> list[Work]:
    """Schools that need someone, each with the obligation that weighs most and why."""
    return [_work(need, slug, query) for need in needs]


def _work(need: Need, slug: str, query: str) -> Work:
    school = need.row.school
    if not need.check_id:
        return Work(
            title=_("Nothing is on record this year"),
            url=reverse("district_school", args=[slug, school.slug]) + query,
            why=_("Ask how the school is doing and whether someone there knows how to enter a sitting."),
            about=school.name,
            icon="message",
        )
    return Work(
        title=title_of(need.check_id),
        url=reverse("district_school_check", args=[slug, school.slug, need.check_id]) + query,
        why=why(need.told.finding) if need.told else "",
        about=" · ".join(part for part in (school.name, about_of(need.told) if need.told else "") if part),
        mark=look(need.mark),
    )


# --- figures ----------------------------------------------------------------------------------------------------------


def result_figure(counts: Counter[str]) -> Figure:
    """All summary marks of the district as one bar, in the order of a legend; what is not regulated stays out."""
    parts = [
        Part(str(look_of(verdict).word), counts[verdict], css)
        for verdict, css in VERDICT_FILLS.items()
        if counts[verdict]
    ]
    language = reader_language()
    return stack(
        parts,
        title=_("Result: obligations of all schools"),
        description=_("How many obligations are met, not met, or wait."),
        ident="result",
        head=(_("Verdict"), _("Obligations"), _("Share")),
        share=lambda part: percent(part, 1, language),
    )


def share_words(passed: int, failed: int) -> str:
    """`78 %`, or a dash when nothing has been decided."""
    return percent(passed, passed + failed, reader_language())


def share_number(obligation: Obligation) -> int | None:
    """PASS / (PASS + FAIL) from 0 to 100."""
    return None if obligation.share is None else round(100 * obligation.share)


def obligation_figure(figures: Obligation) -> Figure:
    """Schools by verdict on one obligation, those that do not regulate it included."""
    language = reader_language()
    fills = {**VERDICT_FILLS, "NA": "f-heat-1", "NR": "f-void", "LOST": "f-void"}
    parts = [
        Part(str(look_of(verdict).word), figures.counts[verdict], css)
        for verdict, css in fills.items()
        if figures.counts.get(verdict)
    ]
    return stack(
        parts,
        title=_("Schools by verdict"),
        description=_("How many schools meet the obligation, do not meet it, or do not regulate it."),
        ident="schools",
        head=(_("Verdict"), _("Schools"), _("Share")),
        share=lambda part: percent(part, 1, language),
    )


@dataclass(frozen=True, slots=True)
class Charters:
    """Regulations in force over the district: (code, title, how many schools), and how many schools have left a conflict open."""

    modules: list[tuple[str, str, int]]
    conflicts: int


def charters_of(rows: Sequence[SchoolRow]) -> Charters:
    """What the schools' rules rest on, the most common first."""
    known = all_modules()
    counts = Counter(code for row in rows for code in codes_of(row))
    modules = [
        (code, known[code].title.in_(reader_language()) if code in known else code, count)
        for code, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    conflicts = sum(1 for row in rows if any(mark.verdict == Verdict.CFG.value for mark in row.marks.values()))
    return Charters(modules, conflicts)


def codes_of(row: SchoolRow) -> set[str]:
    """Codes of the charter modules in force at a school."""
    return {code for found in (row.standing.modules.values() if row.standing else ()) for code in found}


# --- one school -------------------------------------------------------------------------------------------------------

ARGUMENTS_ON_A_PAGE = 12
ACTIVITY_WORDS = {
    "sittings_held": gettext_lazy("Sittings held"),
    "minutes_signed": gettext_lazy("Signed minutes"),
    "resolutions": gettext_lazy("Resolutions made"),
    "plans": gettext_lazy("Work plans entered"),
    "plans_approved": gettext_lazy("Work plans approved"),
    "bodies": gettext_lazy("Associations and councils"),
    "bodies_recording": gettext_lazy("… that have recorded a sitting"),
}


def twin_of(row: SchoolRow) -> Twin:
    """Activity and result of one school."""
    return Twin(*shares_of(row))


def tally_words(tally: dict[str, int]) -> str:
    """`2 not met, 5 met`, worst first."""
    order = [verdict for verdict in VERDICT_ORDER if tally.get(verdict)]
    return ", ".join(f"{tally[verdict]} × {str(look_of(verdict).word).lower()}" for verdict in order)


VERDICT_ORDER = tuple(dict.fromkeys(verdict.value for verdict, _severity in WORST_FIRST))


def activity_of(row: SchoolRow) -> list[tuple[str, str]]:
    """Counts of records as (label, number)."""
    counts = row.standing.activity if row.standing else {}
    language = reader_language()
    return [(str(words), grouped(counts[name], language)) for name, words in ACTIVITY_WORDS.items() if name in counts]


def modules_of(row: SchoolRow) -> list[str]:
    """Titles of the charter modules in force."""
    known = all_modules()
    codes = sorted(codes_of(row))
    return [f"{code} · {known[code].title.in_(reader_language())}" if code in known else code for code in codes]


# --- one obligation ---------------------------------------------------------------------------------------------------


def by_mark(rows: Iterable[SchoolRow], check: str) -> list[SchoolRow]:
    """Schools with the worst mark on one obligation first; those that have pushed nothing come last."""

    def place(row: SchoolRow) -> tuple[int, str]:
        mark = row.marks.get(check)
        return (rank_of(mark) if mark else len(WORST_FIRST), row.school.slug)

    return sorted(rows, key=place)


def is_(row: SchoolRow, check: str, verdict: str) -> bool:
    """Whether the school's mark on an obligation is this verdict."""
    mark = row.marks.get(check)
    return mark is not None and mark.verdict == verdict


def schools_of_obligation(
    rows: Iterable[SchoolRow], check: str, told: Mapping[Any, Told], slug: str, query: str
) -> list[tuple[str, str, Look, str]]:
    """(name, address of the argument, sign, why in one sentence) of each school."""
    found = []
    for row in rows:
        mark = row.marks.get(check)
        name = "district_school_check" if mark else "district_school"
        url = reverse(name, args=[slug, row.school.slug, *([check] if mark else [])]) + query
        first = told.get(row.standing.pk) if row.standing else None
        found.append(
            (row.school.name, url, look(mark), why(first.finding) if first else _("Nothing has been reported."))
        )
    return found
