"""The regulations and the school's own rules side by side."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.charters.queries.policy import school_policy
from apps.charters.queries.wording import clauses_of_version, worded
from apps.core.permissions import Permission
from apps.core.scopes import Wanted, scope_of_view
from apps.district.models import SchoolRules
from apps.district.queries import deviations as deviations_query
from apps.district.queries.documents import clauses_of_school, documents_of_schools
from apps.rulebook import comparison
from apps.rulebook.comparison import Row, Said, Side, Worded
from apps.rulebook.enums import CouncilKind, State
from apps.rulebook.module_files import all_modules
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.template_items import TemplateItem
from apps.web.blocks.dates import long_date
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column, Tab
from apps.web.charters.chapters import CHAPTERS, chapter_of
from apps.web.charters.present import with_unit
from apps.web.district.report import place_of
from apps.web.findings.present import reader_language
from apps.web.guard import page
from apps.web.lists import address, choice, window
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

PORTAL = scope_of_view(Wanted.Kind.PORTAL)
FIRST_CHAPTER = 4  # sittings and decisions: where the regulations differ most
CLAUSES_ON_A_PAGE = 30
ROWS_ON_A_PAGE = 60
MODULE, VERSION, SCHOOL = "module", "version", "school"


@dataclass(frozen=True, slots=True)
class CellLine:
    """What one side says, in words."""

    words: str
    places: str
    state: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class RowLine:
    """One parameter over all sides."""

    key: str
    label: str
    differs: bool
    cells: Sequence[CellLine]


def lines_of(rows: Iterable[Row]) -> list[RowLine]:
    """Rows in words."""
    language = reader_language()
    return [
        RowLine(
            row.parameter.key,
            row.parameter.label.in_(language),
            row.differs,
            [_cell(row, cell) for cell in row.cells],
        )
        for row in rows
    ]


def _cell(row: Row, cell: Said) -> CellLine:
    words = with_unit(row.parameter, cell.value) if cell.given else NONE_WORDS[cell.state]()
    return CellLine(
        words, ", ".join(dict.fromkeys(cell.places)), cell.state.value.lower(), not cell.agrees(row.cells[0])
    )


NONE_WORDS = {
    State.SILENT: lambda: "—",
    State.LOST: lambda: "LOST",
    State.CONFLICT: lambda: _("documents disagree"),
    State.MISSING: lambda: _("no rules on this day"),
}


# --- the matrix ------------------------------------------------------------------------------------------------------------------


@page(Permission.SCHOOL_READ)
def school_matrix(request: UsulRequest) -> HttpResponse:
    """What each regulation says, leaves open or has lost."""
    crumbs = (Crumb(_("Charter"), reverse("charter")), Crumb(_("Differences of the regulations")))
    return show(request, "charters/matrix.html", _matrix(request), section="charter", crumbs=crumbs)


@PORTAL
@page(Permission.DISTRICT_READ)
def district_matrix(request: UsulRequest, slug: str) -> HttpResponse:
    """The same for an officer."""
    place = place_of(request, slug, Permission.DISTRICT_READ)
    crumbs = (
        Crumb(place.district.name, reverse("district_overview", args=[slug])),
        Crumb(_("Frame"), reverse("frame", args=[slug])),
        Crumb(_("Differences of the regulations")),
    )
    return show(request, "charters/matrix.html", _matrix(request), section="frame", crumbs=crumbs, district=place)


def _matrix(request: UsulRequest) -> dict[str, Any]:
    rows = comparison.matrix()
    tabs, chosen = _chapters(request, rows)
    known, language = all_modules(), reader_language()
    return {
        "tabs": tabs,
        "lines": lines_of(row for row in rows if chapter_of(row.parameter.key) == chosen),
        "columns": [Column(_("Rule")), *(Column(" + ".join(codes)) for codes in comparison.COLUMNS)],
        "modules": [(code, known[code].title.in_(language)) for codes in comparison.COLUMNS for code in codes],
    }


def _chapters(request: UsulRequest, rows: Sequence[Row]) -> tuple[list[Tab], int]:
    """Tabs of the chapters that have rows, and the one asked for."""
    present = sorted({place for row in rows if (place := chapter_of(row.parameter.key)) is not None})
    asked = request.GET.get("chapter", "")
    wanted = int(asked) - 1 if asked.isascii() and asked.isdigit() and len(asked) < 4 else FIRST_CHAPTER
    chosen = wanted if wanted in present else next(iter(present), 0)
    tabs = [Tab(str(CHAPTERS[place][0]), address(request, chapter=place + 1), place == chosen) for place in present]
    return tabs, chosen


# --- two sides ---------------------------------------------------------------------------------------------------------------------


@page(Permission.SCHOOL_READ)
def school_compare(request: UsulRequest) -> HttpResponse:
    """Any two of the regulations and of the school's own versions."""
    policy = school_policy()
    language = reader_language()
    options = [
        *(
            (
                f"{VERSION}:{row.id}",
                _("our rules from %(date)s") % {"date": long_date(row.valid_from, language, case="ablative")},
            )
            for row in reversed(policy.versions)
        ),
        *_module_options(),
    ]
    versions = {f"{VERSION}:{row.id}": row for row in policy.versions}

    def side(name: str, council: CouncilKind | None) -> Side:
        if name in versions:
            return comparison.side_of_view(policy.at(versions[name].valid_from, council))
        return comparison.side_of_modules([name.partition(":")[2]])

    def clauses(name: str) -> list[Worded]:
        if name in versions:
            return clauses_of_version(policy, versions[name])
        return worded([all_modules()[name.partition(":")[2]]])

    crumbs = (Crumb(_("Charter"), reverse("charter")), Crumb(_("Compare")))
    values = _compare(request, options, side, clauses)
    return show(request, "charters/compare.html", values, section="charter", crumbs=crumbs)


@PORTAL
@page(Permission.DISTRICT_READ)
def district_compare(request: UsulRequest, slug: str) -> HttpResponse:
    """Any two of the regulations and of the district's schools, by what the schools have told."""
    place = place_of(request, slug, Permission.DISTRICT_READ)
    told = {
        f"{SCHOOL}:{row.school.slug}": row
        for row in SchoolRules.objects.filter(school__district__in=place.below)
        .select_related("school")
        .defer("wording")
    }
    options = [*((name, row.school.name) for name, row in sorted(told.items())), *_module_options()]

    def side(name: str, council: CouncilKind | None) -> Side:
        if name in told:
            values = told[name].values
            wanted = council.value if council and council.value in values else ""
            return comparison.side_of_data(values.get(wanted, {}))
        return comparison.side_of_modules([name.partition(":")[2]])

    lived_by, untold = documents_of_schools(place.below), []

    def clauses(name: str) -> list[Worded]:
        kind, _colon, code = name.partition(":")
        if kind != SCHOOL:
            return worded([all_modules()[code]])
        found = clauses_of_school(code, lived_by.get(code, ()), place.below)
        if not found.told:
            untold.append(told[name].school.name)
        return found.clauses

    crumbs = (
        Crumb(place.district.name, reverse("district_overview", args=[slug])),
        Crumb(_("Frame"), reverse("frame", args=[slug])),
        Crumb(_("Compare")),
    )
    values = _compare(request, options, side, clauses) | {"untold": untold}
    return show(request, "charters/compare.html", values, section="frame", crumbs=crumbs, district=place)


def _module_options() -> list[tuple[str, str]]:
    language = reader_language()
    return [(f"{MODULE}:{code}", f"{code} · {row.title.in_(language)}") for code, row in all_modules().items()]


def _compare(
    request: UsulRequest, options: list[tuple[str, str]], side: Any, clauses: Callable[[str], list[Worded]]
) -> dict[str, Any]:
    side_wanted = _("choose a side")
    left = choice(request, "a", _("Left side"), options, blank=side_wanted)
    right = choice(request, "b", _("Right side"), options, blank=side_wanted)
    kinds = [(kind.value, kind.label.in_(reader_language())) for kind in CouncilKind]
    body = choice(request, "body", _("Whose rules"), kinds, blank=_("Associations and the school"))
    how = choice(request, "show", _("Show"), [("all", _("all rules"))], blank=_("only differences"))
    what = choice(request, "what", _("Side by side"), [("clauses", _("clauses"))], blank=_("values"))
    values: dict[str, Any] = {"filters": [left, right, body, what, how], "lines": [], "pairs": [], "is_ready": False}
    if not (left.chosen and right.chosen):
        return values
    rows: Sequence[Row | PairLine]
    if what.chosen:
        rows = _pairs(clauses(left.chosen), clauses(right.chosen))
    else:
        council = CouncilKind.of(body.chosen) if body.chosen else None
        both = comparison.rows_of([side(left.chosen, council), side(right.chosen, council)])
        rows = [row for row in both if row.regulated]
    kept = [row for row in rows if row.differs or how.chosen]
    differing = sum(1 for row in rows if row.differs)
    part = window(request, total=len(kept), size=CLAUSES_ON_A_PAGE if what.chosen else ROWS_ON_A_PAGE)
    shown = kept[part.start : part.stop]
    return values | {
        "is_ready": True,
        "same": len(rows) - differing,
        "differing": differing,
        "lines": lines_of(row for row in shown if isinstance(row, Row)),
        "pairs": [row for row in shown if isinstance(row, PairLine)],
        "pages": part.pages,
        "columns": [Column(_("Rule")), Column(left.words), Column(right.words)],
        "clause_columns": [Column(_("About")), Column(left.words), Column(right.words)],
    }


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """A clause of one side in words; `own`: they are the school's own; `instead`: what holds in place of its value."""

    number: str
    text: str
    own: bool
    left_out: bool
    instead: str

    @property
    def said(self) -> tuple[str, bool, str]:
        """What is compared: not the number."""
        return (self.text, self.left_out, self.instead)


@dataclass(frozen=True, slots=True)
class PairLine:
    """Clauses of two sides about one thing, in words."""

    about: str
    left: Sequence[ClauseWords]
    right: Sequence[ClauseWords]

    @property
    def differs(self) -> bool:
        """Whether the two sides say it in other words."""
        return [clause.said for clause in self.left] != [clause.said for clause in self.right]


def _pairs(left: Iterable[Worded], right: Iterable[Worded]) -> list[PairLine]:
    """Clauses of two sides by what they are about."""
    return [
        PairLine(
            about_words(pair.about), *([_clause(one, pair.about) for one in side] for side in (pair.left, pair.right))
        )
        for pair in comparison.pairs(left, right)
    ]


def about_words(about: str) -> str:
    """What a content key stands for: a parameter or a line of the work plan; empty for a topic, which has no words of its own."""
    parameter = PARAMETERS.get(about)
    line = TemplateItem.of(about) if about in TemplateItem.codes() else None
    named = parameter or line
    return named.label.in_(reader_language()) if named else ""


def _clause(clause: Worded, about: str) -> ClauseWords:
    said, instead = clause.instead.get(about), ""
    if said is not None:
        words = with_unit(PARAMETERS[about], said.value) if said.given else NONE_WORDS[said.state]()
        instead = f"{words} ({', '.join(said.places)})" if said.places else words
    number = f"{clause.module} {clause.number}".strip()
    return ClauseWords(number, clause.in_(reader_language()), clause.own, clause.left_out, instead)


# --- deviations ----------------------------------------------------------------------------------------------------------------------


@PORTAL
@page(Permission.DISTRICT_READ)
def deviations(request: UsulRequest, slug: str) -> HttpResponse:
    """Where schools depart from the district's default, or from what most of them say, and where each value comes from."""
    place = place_of(request, slug, Permission.DISTRICT_READ)
    crumbs = (
        Crumb(place.district.name, reverse("district_overview", args=[slug])),
        Crumb(_("Frame"), reverse("frame", args=[slug])),
        Crumb(_("Who departs from the default")),
    )
    kinds = [(kind.value, kind.label.in_(reader_language())) for kind in CouncilKind]
    body = choice(request, "body", _("Whose rules"), kinds, blank=_("Associations and the school"))
    today = actor_of(request).today
    found = [
        _departing(row)
        for row in deviations_query.deviations(place.district.pk, place.below, on=today, council=body.chosen)
    ]
    part = window(request, total=len(found), size=CLAUSES_ON_A_PAGE)
    values: Mapping[str, Any] = {
        "rows": found[part.start : part.stop],
        "pages": part.pages,
        "filters": [body],
        "columns": [Column(_("Rule")), Column(_("Default")), Column(_("Schools that depart"))],
        "slug": slug,
    }
    return show(request, "charters/deviations.html", dict(values), section="frame", crumbs=crumbs, district=place)


def _departing(row: deviations_query.Deviation) -> dict[str, Any]:
    return {
        "key": row.parameter.key,
        "label": row.parameter.label.in_(reader_language()),
        "default": with_unit(row.parameter, row.default),
        "is_set": row.is_set,
        "act": row.act,
        "same": row.same,
        "departures": [
            (with_unit(row.parameter, one.value) if one.given else NONE_WORDS[State.of(one.state)](), one.schools)
            for one in row.departures
        ],
    }
