"""Rules of a frame and answers of schools as the pages draw them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.core.errors import FaultKind
from apps.district.enums import CellState, RuleState
from apps.district.models import FrameRule, SurveyCell
from apps.district.queries.surveys import weight
from apps.rulebook.exchange import decode_finding
from apps.rulebook.parameters import PARAMETERS
from apps.web.blocks.dates import long_date
from apps.web.blocks.verdicts import Mark
from apps.web.blocks.verdicts import mark as look_of
from apps.web.charters.present import with_unit
from apps.web.findings.present import reader_language, title_of, why

SHOWN_CHANGES = 12


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in a list."""

    url: str
    name: str
    key: str
    bound: str
    value: str
    days: str
    act: str
    state: str
    level: str = ""


def rule_row(rule: FrameRule, slug: str, today: date, level: str = "") -> RuleRow:
    """A rule with its words."""
    language = reader_language()
    parameter = PARAMETERS[rule.key]
    return RuleRow(
        url=reverse("frame_rule", args=[slug, rule.pk]) if not level else "",
        name=parameter.label.in_(language),
        key=rule.key,
        bound=rule.bound.label.in_(language),
        value=with_unit(parameter, None if rule.value is None else parameter.read(rule.value)),
        days=days_words(rule.valid_from, rule.valid_until),
        act=" · ".join(part for part in (rule.act, rule.article) if part),
        state=state_words(rule, today),
        level=level,
    )


def days_words(since: date, until: date | None) -> str:
    """From when until when, in words."""
    language = reader_language()
    start = _("from %(date)s") % {"date": long_date(since, language, case="ablative")}
    return f"{start} – {long_date(until, language)}" if until else start


def state_words(rule: FrameRule, today: date) -> str:
    """Draft, coming, in force or ended."""
    if rule.state is not RuleState.PUBLISHED:
        return rule.state.label.in_(reader_language())
    if rule.valid_until is not None and rule.valid_until <= today:
        return _("ended")
    return _("in force") if rule.valid_from <= today else _("comes into force later")


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One verdict before and after, or one day that moves."""

    title: str
    about: str
    before: Mark | None
    after: Mark | None
    why: str


@dataclass(frozen=True, slots=True)
class YearAnswer:
    """What would change in one year of a school."""

    year: str
    verdicts: Sequence[ChangeRow]
    more_verdicts: int
    deadlines: Sequence[str]
    fallen_away: Sequence[str]
    newly_due: Sequence[str]
    kept: Sequence[str]

    @property
    def is_empty(self) -> bool:
        """True when nothing would change."""
        return not (self.verdicts or self.deadlines or self.fallen_away or self.newly_due or self.kept)


@dataclass(frozen=True, slots=True)
class SchoolAnswer:
    """One school's answer."""

    name: str
    state: CellState
    summary: str
    outside: Sequence[str]
    years: Sequence[YearAnswer]
    error: str = ""
    slug: str = ""

    @property
    def has_refused(self) -> bool:
        """The school could not do what it was asked."""
        return self.state is CellState.FAILED


def school_answers(cells: Iterable[SurveyCell]) -> list[SchoolAnswer]:
    """Answers, those that say most first; schools that could not answer before them."""
    rows = sorted(cells, key=lambda cell: (cell.state is not CellState.FAILED, -weight(cell.result), cell.school.slug))
    return [school_answer(cell) for cell in rows]


def school_answer(cell: SurveyCell) -> SchoolAnswer:
    """One answer in words."""
    years = [year_answer(year) for year in cell.result.get("years", ())]
    outside = [outside_words(row) for row in cell.result.get("outside", ())]
    count = weight(cell.result) if cell.state is CellState.DONE else 0
    summary = (
        ngettext("%(count)d change", "%(count)d changes", count) % {"count": count} if count else _("Nothing changes.")
    )
    return SchoolAnswer(
        name=cell.school.name,
        state=cell.state,
        summary=summary if cell.state is CellState.DONE else cell.state.label.in_(reader_language()),
        outside=outside,
        years=[year for year in years if not year.is_empty],
        error=error_words(cell.error),
        slug=cell.school.slug,
    )


def error_words(code: str) -> str:
    """Why a school could not answer."""
    kind = FaultKind.known.get(code)
    if kind is None:
        return ""
    return kind.text.in_(reader_language()).format_map(Blank())


class Blank(dict[str, str]):
    """Values of a sentence that are not known any more."""

    def __missing__(self, key: str) -> str:
        return "…"


def outside_words(row: Mapping[str, Any]) -> str:
    """`Sittings in a year: 4 times, kept until 1 September 2027`."""
    language = reader_language()
    parameter = PARAMETERS[row["key"]]
    return _("%(name)s: the school says %(value)s and keeps it until %(date)s") % {
        "name": parameter.label.in_(language),
        "value": with_unit(parameter, parameter.read(row["value"])),
        "date": long_date(date.fromisoformat(row["kept_until"]), language),
    }


def year_answer(year: Mapping[str, Any]) -> YearAnswer:
    """What changes in a year, in words."""
    verdicts = [change_row(row) for row in year["verdicts"]]
    return YearAnswer(
        year=year["year"],
        verdicts=verdicts[:SHOWN_CHANGES],
        more_verdicts=max(len(verdicts) - SHOWN_CHANGES, 0),
        deadlines=[deadline_words(row) for row in year["deadlines"]][:SHOWN_CHANGES],
        fallen_away=[sitting_words(row) for row in year["fallen_away"]],
        newly_due=[sitting_words(row) for row in year["newly_due"]],
        kept=[kept_words(before, after) for before, after in year["kept"]],
    )


def change_row(row: Mapping[str, Any]) -> ChangeRow:
    """A verdict before and after."""
    after = decode_finding(row["after"]) if row["after"] else None
    return ChangeRow(
        title=title_of(row["check"]),
        about=" · ".join(part for part in (row["body"], row["about"]) if part and part != row["body"]) or row["body"],
        before=mark_of(row["before"]),
        after=mark_of(row["after"]),
        why=why(after) if after else _("The check has nothing to say any more."),
    )


def mark_of(side: Mapping[str, Any] | None) -> Mark | None:
    """The sign of one side."""
    return look_of(side["verdict"], side["severity"] or "") if side else None


def deadline_words(row: Mapping[str, Any]) -> str:
    """`Annual report · Mathematics: from 30 May to 3 June`."""
    language = reader_language()
    before, after = decode_finding(row["before"]).limit, decode_finding(row["after"]).limit
    first, last = (long_date(day, language) if isinstance(day, date) else "—" for day in (before, after))
    name = " · ".join(part for part in (title_of(row["check"]), row["body"]) if part)
    return f"{name}: {first} → {last}"


def sitting_words(row: Mapping[str, Any]) -> str:
    """`Mathematics: sitting 3, by 25 May`."""
    return _("%(body)s: sitting %(number)d, by %(date)s") % {
        "body": row["body"],
        "number": row["number"],
        "date": long_date(date.fromisoformat(row["by"]), reader_language()),
    }


def kept_words(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """How long the papers of the year stay."""

    def day(words: str | None) -> str:
        return long_date(date.fromisoformat(words), reader_language()) if words else _("no term")

    return _("Papers go to the archive: %(before)s → %(after)s; kept there until: %(old)s → %(new)s") % {
        "before": day(before["hand_over"]),
        "after": day(after["hand_over"]),
        "old": day(before["destroy"]),
        "new": day(after["destroy"]),
    }
