"""What the school's own rules say of its records: the list, and one finding with its argument and its history."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.compliance.kept import KEPT_CHECKS
from apps.compliance.models import Finding
from apps.compliance.queries.findings import current, history_of, replaced, subjects_of
from apps.compliance.queries.papers import Papers, papers_of
from apps.core.permissions import Permission
from apps.rulebook.enums import Verdict
from apps.rulebook.exchange import decode_finding
from apps.web.blocks.dates import long_date
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.blocks.verdicts import mark as look_of
from apps.web.findings import links
from apps.web.findings.present import place_of_check, reader_language, sitting_words, title_of, why
from apps.web.guard import found, page
from apps.web.lists import active, address, choice, window
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.years import YEAR, year_of_page

ON_A_PAGE = 25


@page(Permission.SCHOOL_READ)
def findings(request: UsulRequest) -> HttpResponse:
    """Findings of a year, worst first."""
    year, years = year_of_page(request)
    checks = [(check, title_of(check)) for check in sorted(KEPT_CHECKS, key=place_of_check)]
    verdicts = [(verdict.value, str(look_of(verdict).word)) for verdict in Verdict]
    filters = [
        choice(request, "verdict", _("Verdict"), verdicts),
        choice(request, "check", _("Rule"), checks),
        choice(request, "body", _("Body"), [(str(body.pk), body.name) for body in Body.objects.all()]),
        choice(request, "time", _("Time"), [("replaced", _("replaced since"))], blank=_("holds now")),
    ]
    rows = _chosen(year.year, *(one.chosen for one in filters)) if year else Finding.objects.none()
    part = window(request, total=rows.count() if year else 0, size=ON_A_PAGE)
    shown = list(rows[part.start : part.stop])
    subjects = subjects_of(shown)
    values = {
        "rows": [
            (links.look(row), title_of(row.check_id), links.about(row, subjects), why(decode_finding(row.payload)), row)
            for row in shown
        ],
        "columns": {"rule": Column(_("Rule")), "verdict": Column(_("Verdict")), "why": Column(_("Why"))},
        "filters": filters,
        "active": active(request, filters),
        "reset_url": address(request, **{one.name: "" for one in filters}),
        "asked_year": request.GET.get(YEAR, ""),
        "pages": part.pages,
        "total": part.pages.total or len(shown),
    }
    return show(request, "findings/list.html", values, section="findings", years=years)


def _chosen(year: AcademicYear, verdict: str, check: str, body: str, time: str) -> QuerySet[Finding]:
    rows = replaced(year) if time else current(year)
    wanted: dict[str, Any] = {"verdict": verdict, "check_id": check, "body_number": int(body) if body else ""}
    return rows.filter(**{name: value for name, value in wanted.items() if value != ""})


@page(Permission.SCHOOL_READ)
def finding(request: UsulRequest, pk: int) -> HttpResponse:
    """One finding: its argument with every reading, the records that decided it, and what was said before."""
    row: Finding = found(Finding.objects.select_related("year"), pk=pk)
    subjects = subjects_of([row])
    decoded = decode_finding(row.payload)
    title = title_of(row.check_id)
    values = {
        "row": row,
        "title": title,
        "about": links.about(row, subjects),
        "argument": links.argument_for(row, subjects, actor_of(request)),
        "papers": _papers(papers_of(row, decoded.facts), row),
        "record_url": links.record_url(row, subjects),
        "history": [
            (links.look(one), why(decode_finding(one.payload)), one) for one in history_of(row) if one.pk != row.pk
        ],
    }
    crumbs = (Crumb(_("Rules kept"), reverse("finding_list")), Crumb(title))
    return show(request, "findings/finding.html", values, section="findings", crumbs=crumbs)


def _papers(papers: Papers, row: Finding) -> list[tuple[str, str]]:
    """(words, address) of each record that decided the finding."""
    language = reader_language()
    body = f"{reverse('body_page', args=[row.body_number])}" if row.body_number else ""
    found_here = [
        (sitting_words(one.number, one.held_on or one.planned_on), reverse("sitting_page", args=[one.pk]))
        for one in papers.sittings
    ]
    for act in papers.acts:
        number = f" №{act.number}" if act.number else ""
        found_here.append((f"{act.kind.label.in_(language)}{number}, {long_date(act.act_date, language)}", body))
    found_here += [(one.title, reverse("paper_page", args=[one.pk])) for one in papers.on_their_way]
    return found_here + [(person.full_name, body) for person in papers.people]
