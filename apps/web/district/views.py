"""Pages of the district officer. They read rollups only; no school's schema is opened."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.core.scopes import Wanted, scope_of_view
from apps.district.queries import overview as standings
from apps.district.queries import trouble
from apps.district.queries.overview import SchoolRow
from apps.district.queries.places import schools_open_to
from apps.district.queries.reach import districts_of
from apps.documents.sheet import xlsx
from apps.rulebook.enums import Verdict
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.blocks.verdicts import mark as look_of
from apps.web.district import matrix, present
from apps.web.district.report import Report, report_of
from apps.web.findings.present import place_of_check, rule_of, title_of
from apps.web.guard import page
from apps.web.lists import Choice, active, address, choice, window
from apps.web.request import UsulRequest
from apps.web.show import identity_of, show

ACT_TODAY = 5
SCHOOLS_ON_A_PAGE = 25
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(None)
def home(request: UsulRequest) -> HttpResponse:
    """Where the person may go. One district and nothing else opens at once."""
    identity = identity_of(request)
    districts, schools = districts_of(identity), schools_open_to(identity)
    if len(districts) == 1 and not schools:
        return HttpResponseRedirect(reverse("district_overview", args=[districts[0].slug]))
    return show(request, "district/home.html", {"districts": districts, "schools": schools}, section="home")


@scope_of_view(Wanted.Kind.DISTRICT)
@page(Permission.DISTRICT_READ)
def overview(request: UsulRequest, slug: str) -> HttpResponse:
    """Which schools need me this week, and why."""
    report = report_of(request, slug)
    now = timezone.localtime()
    view = _matrix_view(request, report)
    part = window(request, total=len(view.rows), size=matrix.rows_that_fit(len(view.checks)))
    needs = present.work_of(trouble.needs(report.worst_first, most=ACT_TODAY), report.slug, report.query)
    result = trouble.result_of(report.rows)
    coverage = standings.coverage(report.rows)
    values = {
        "place": report.place.district,
        "rhythms": _rhythms(request, report.rows),
        "needs": needs,
        "charters": present.charters_of(report.rows),
        "conflicts_url": address(request, verdict=Verdict.CFG.value) + "#schools",
        "use": trouble.use_of(report.rows),
        "result": present.result_figure(result),
        "result_share": present.share_words(result["PASS"], result["FAIL"]),
        "matrix": matrix.matrix_of(view.rows[part.start : part.stop], view.checks, query=report.query, now=now),
        "left_out": len(report.checks) - len(view.checks) if not view.area else 0,
        "pages": part.pages,
        "filters": view.filters,
        "active": active(request, view.filters),
        "reset_url": address(request, **{one.name: "" for one in view.filters}),
        "sheet_url": address(request).replace(request.path, f"{request.path}report.xlsx", 1),
        "sub": present.overview_line(report.place.district.name, now.date(), coverage),
        "fresh": present.fresh(coverage.oldest, now),
    }
    return _answer(request, report, "district/overview.html", values)


@scope_of_view(Wanted.Kind.DISTRICT)
@page(Permission.DISTRICT_READ)
def sheet(request: UsulRequest, slug: str) -> HttpResponse:
    """The matrix as it is filtered and ordered on the screen, every school of it, as an XLSX in the reader's language."""
    report = report_of(request, slug)
    view = _matrix_view(request, report)
    now = timezone.localtime()
    coverage = standings.coverage(report.rows)
    notes = [present.overview_line(report.place.district.name, now.date(), coverage)]
    notes += [one.label for one in active(request, view.filters)]
    table = matrix.table_of(view.rows, view.checks, _("State of the district"), notes)
    answer = HttpResponse(xlsx(table, made=now, author=report.place.district.name), content_type=SHEET)
    answer["Content-Disposition"] = f'attachment; filename="{report.slug}-{now:%Y-%m-%d}.xlsx"'
    return answer


@scope_of_view(Wanted.Kind.DISTRICT)
@page(Permission.DISTRICT_READ)
def obligations(request: UsulRequest, slug: str) -> HttpResponse:
    """Every obligation over all schools: how many regulate it, how many of the decided ones meet it."""
    report = report_of(request, slug)
    area = choice(request, "area", _("Area"), matrix.areas_of(report.checks))
    shown = set(matrix.checks_of(report.checks, area.chosen))
    values = {
        "obligations": [row for row in _obligations(report) if row[0].check_id in shown],
        "columns": _obligation_columns(),
        "filters": [area],
        "active": active(request, [area]),
        "reset_url": address(request, area=""),
        "fresh": present.fresh(standings.coverage(report.rows).oldest, timezone.localtime()),
    }
    return _answer(request, report, "district/obligations.html", values, Crumb(_("Obligations")), section="obligations")


@scope_of_view(Wanted.Kind.DISTRICT)
@page(Permission.DISTRICT_READ)
def school(request: UsulRequest, slug: str, school: str) -> HttpResponse:
    """One school: every obligation, what is on record, the rules in force, how fresh all of it is."""
    report = report_of(request, slug)
    row = report.school(school)
    cells = standings.cells_of(row.standing) if row.standing else []
    cells.sort(key=lambda cell: place_of_check(cell.check_id))
    values = {
        "row": row,
        "rhythm": present.RHYTHM_WORDS[row.rhythm],
        "cells": [(cell, title_of(cell.check_id), present.tally_words(cell.tally)) for cell in cells],
        "columns": {
            "obligation": Column(_("Obligation")),
            "verdict": Column(_("Verdict")),
            "tally": Column(_("Findings")),
        },
        "twin": present.twin_of(row),
        "modules": present.modules_of(row),
        "activity": present.activity_of(row),
        "fresh": present.fresh(row.standing.computed_at if row.standing else None, timezone.localtime()),
        "query": report.query,
    }
    return _answer(request, report, "district/school.html", values, Crumb(row.school.name))


@scope_of_view(Wanted.Kind.DISTRICT)
@page(Permission.DISTRICT_READ)
def school_check(request: UsulRequest, slug: str, school: str, check: str) -> HttpResponse:
    """The findings of one obligation of one school, each with its whole argument and without names of people."""
    report = report_of(request, slug)
    row = report.school(school)
    cell = standings.cell_of(row.standing, check) if row.standing else None
    if cell is None:
        raise NOT_FOUND()
    found = [trouble.told_of(data) for data in cell.findings]
    part = window(request, total=len(found), size=present.ARGUMENTS_ON_A_PAGE)
    school_url = reverse("district_school", args=[report.slug, row.school.slug]) + report.query
    values = {
        "row": row,
        "check": check,
        "title": title_of(check),
        "cell": cell,
        "tally": present.tally_words(cell.tally),
        "arguments": [present.argument_of_told(told) for told in found[part.start : part.stop]],
        "pages": part.pages,
        "obligation_url": reverse("district_obligation", args=[report.slug, check]) + report.query,
        "fresh": present.fresh(row.standing.computed_at if row.standing else None, timezone.localtime()),
    }
    crumbs = (Crumb(row.school.name, school_url), Crumb(title_of(check)))
    return _answer(request, report, "district/school_check.html", values, *crumbs)


@scope_of_view(Wanted.Kind.DISTRICT)
@page(Permission.DISTRICT_READ)
def obligation(request: UsulRequest, slug: str, check: str) -> HttpResponse:
    """One obligation over all schools, those that do not meet it first."""
    report = report_of(request, slug)
    figures = next((one for one in standings.obligations(report.rows) if one.check_id == check), None)
    if figures is None:
        raise NOT_FOUND()
    verdicts = [(code, str(look_of(code).word)) for code in sorted(figures.counts)]
    chosen = choice(request, "verdict", _("Verdict"), verdicts)
    rows = [
        row
        for row in present.by_mark(report.rows, check)
        if not chosen.chosen or present.is_(row, check, chosen.chosen)
    ]
    part = window(request, total=len(rows), size=SCHOOLS_ON_A_PAGE)
    shown = rows[part.start : part.stop]
    values = {
        "check": check,
        "title": title_of(check),
        "rule": rule_of(check),
        "figures": figures,
        "share": present.share_words(figures.passed, figures.failed),
        "chart": present.obligation_figure(figures),
        "filters": [chosen],
        "active": active(request, [chosen]),
        "reset_url": address(request, verdict=""),
        "schools": present.schools_of_obligation(
            shown, check, trouble.of_checks(shown, check), report.slug, report.query
        ),
        "columns": {"school": Column(_("School")), "verdict": Column(_("Verdict")), "why": Column(_("Why"))},
        "pages": part.pages,
        "fresh": present.fresh(standings.coverage(report.rows).oldest, timezone.localtime()),
    }
    above = Crumb(_("Obligations"), reverse("district_obligations", args=[report.slug]) + report.query)
    return _answer(
        request, report, "district/obligation.html", values, above, Crumb(title_of(check)), section="obligations"
    )


def _answer(
    request: UsulRequest,
    report: Report,
    template: str,
    values: dict[str, Any],
    *below: Crumb,
    section: str = "district",
) -> HttpResponse:
    overview_url = reverse("district_overview", args=[report.slug]) + report.query
    crumbs = (Crumb(report.place.district.name, overview_url), *below) if below else ()
    return show(request, template, values, section=section, crumbs=crumbs, years=report.years, district=report.place)


@dataclass(frozen=True, slots=True)
class MatrixView:
    """What the filters leave of the matrix: schools in their order, columns, and the filters themselves."""

    rows: list[SchoolRow]
    checks: list[str]
    area: str
    filters: list[Choice]


def _matrix_view(request: UsulRequest, report: Report) -> MatrixView:
    area = choice(request, "area", _("Area"), matrix.areas_of(report.checks))
    filters = _filters(request)
    rhythm, verdict, by_name = (one.chosen for one in filters)
    rows = _chosen(report.rows if by_name else report.worst_first, rhythm, verdict)
    return MatrixView(rows, matrix.columns_of(report.rows, report.checks, area.chosen), area.chosen, [area, *filters])


def _filters(request: UsulRequest) -> list[Choice]:
    rhythms = [(code, str(words)) for code, words in present.RHYTHM_WORDS.items()]
    verdicts = [(code, str(look_of(code).word)) for code in ("FAIL", "CFG", "REVIEW", "WARN", "PENDING", "LOST")]
    return [
        choice(request, "rhythm", _("Rhythm"), rhythms),
        choice(request, "verdict", _("Has an obligation"), verdicts),
        choice(request, "sort", _("Order"), [("name", _("By name"))], blank=_("By trouble")),
    ]


def _chosen(rows: list[SchoolRow], rhythm: str, verdict: str) -> list[SchoolRow]:
    return [
        row
        for row in rows
        if (not rhythm or row.rhythm == rhythm)
        and (not verdict or any(mark.verdict == verdict for mark in row.marks.values()))
    ]


def _rhythms(request: UsulRequest, rows: list[SchoolRow]) -> list[present.Rhythm]:
    """The four rhythms, each with its schools and the address of their list."""
    counts, moved = Counter(row.rhythm for row in rows), standings.changes(rows)
    return [
        present.rhythm_of(code, counts[code], moved[code], address(request, rhythm=code) + "#schools")
        for code in present.RHYTHM_WORDS
    ]


def _obligations(report: Report) -> list[tuple[standings.Obligation, str, int | None, str]]:
    """(figures, title, share from 0 to 100, address) in the order of the rulebook."""
    found = sorted(standings.obligations(report.rows), key=lambda one: place_of_check(one.check_id))
    return [(one, title_of(one.check_id), present.share_number(one), f"{one.check_id}/{report.query}") for one in found]


def _obligation_columns() -> dict[str, Column]:
    return {
        "obligation": Column(_("Obligation")),
        "regulated": Column(_("Regulated by"), end=True),
        "met": Column(_("Met")),
        "failed": Column(_("Not met"), end=True),
    }
