"""Pages of a district's frame. Schools answer in tasks; no school's schema is opened here."""

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.core.scopes import Wanted, scope_of_view
from apps.district.domain import frames as verbs
from apps.district.enums import RuleState, SurveyKind
from apps.district.models import FrameDelivery, FrameRule
from apps.district.queries import surveys
from apps.district.queries.frames import inherited_by, rules_of
from apps.district.queries.reach import Reached
from apps.rulebook.parameters import PARAMETERS
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.charters.chapters import in_chapters
from apps.web.district.report import place_of
from apps.web.findings.present import reader_language
from apps.web.frames import present
from apps.web.frames.forms import EndForm, RuleForm, shown_of
from apps.web.guard import DOING, WORKING, page
from apps.web.lists import window
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from tenants.models import School

PORTAL = scope_of_view(Wanted.Kind.PORTAL)
SCHOOLS_ON_A_PAGE = 20
SECTION = "frame"


def place_and_actor(request: UsulRequest, slug: str, needs: Permission) -> tuple[Reached, Actor]:
    """The district with the right, and the actor with the rights held there."""
    place = place_of(request, slug, needs)
    return place, replace(actor_of(request), permissions=place.rights)


def rule_here(place: Reached, rule: uuid.UUID) -> FrameRule:
    """A rule of this very district.

    Raises:
        Fault: `core.not_found`, alike for a rule of another district.
    """
    row = FrameRule.objects.select_related("district").filter(pk=rule, district=place.district).first()
    if row is None:
        raise NOT_FOUND()
    return row


@PORTAL
@page(Permission.DISTRICT_READ)
def frame(request: UsulRequest, slug: str) -> HttpResponse:
    """The district's rules, those of the levels above, and how many schools have received them."""
    place, by = place_and_actor(request, slug, Permission.DISTRICT_READ)
    schools = School.objects.filter(district__in=place.below, status="ready")
    told = FrameDelivery.objects.filter(school__in=schools).select_related("school")
    outside = [row for row in told if row.outside]
    values = {
        "rules": [present.rule_row(row, slug, by.today) for row in rules_of(place.district)],
        "inherited": [
            present.rule_row(row, slug, by.today, level=level.name) for level, row in inherited_by(place.district)
        ],
        "columns": _columns(),
        "schools": schools.aggregate(all=Count("pk"), delivered=Count("delivery", filter=Q(delivery__isnull=False))),
        "outside": [
            (row.school.name, [present.outside_words(one) for one in row.outside])
            for row in outside[:SCHOOLS_ON_A_PAGE]
        ],
        "more_outside": max(len(outside) - SCHOOLS_ON_A_PAGE, 0),
        "may_set": Permission.DISTRICT_FRAME in place.rights,
    }
    return _answer(request, place, "frames/frame.html", values)


@PORTAL
@page(Permission.DISTRICT_READ, methods=WORKING)
def frame_new(request: UsulRequest, slug: str) -> HttpResponse:
    """First the parameter, then the rule."""
    place, by = place_and_actor(request, slug, Permission.DISTRICT_FRAME)
    parameter = PARAMETERS.get(request.GET.get("key", ""))
    crumb = Crumb(_("New rule"))
    if parameter is None:
        chapters = [
            (title, [(row.key, row.label.in_(reader_language()), row.help.in_(reader_language())) for row in rows])
            for title, rows in in_chapters(PARAMETERS.values())
        ]
        return _answer(request, place, "frames/choose.html", {"chapters": chapters}, crumb)
    form = RuleForm(request.POST or None, parameter=parameter, initial={"valid_from": by.today})
    made: list[FrameRule] = []
    if request.method == "POST" and form.is_valid():
        form.attempt(lambda: made.append(verbs.draft_rule(by=by, district=place.district, rule=form.rule())))
    if made:
        messages.success(request, _("The draft is kept. Now look what it would change in the schools."))
        return HttpResponseRedirect(reverse("frame_rule", args=[slug, made[0].pk]))
    values = {"form": form, "parameter": parameter, "name": parameter.label.in_(reader_language())}
    return _answer(request, place, "frames/form.html", values, crumb, status=422 if form.errors else 200)


@PORTAL
@page(Permission.DISTRICT_READ, methods=WORKING)
def frame_change(request: UsulRequest, slug: str, rule: uuid.UUID) -> HttpResponse:
    """Change a draft."""
    place, by = place_and_actor(request, slug, Permission.DISTRICT_FRAME)
    row = rule_here(place, rule)
    parameter = PARAMETERS[row.key]
    names = ("valid_from", "valid_until", "grace_until", "act", "article", "url", "published_on")
    initial = {"bound": row.bound.value, "value": shown_of(parameter, row.value)}
    form = RuleForm(
        request.POST or None, parameter=parameter, initial=initial | {name: getattr(row, name) for name in names}
    )
    seen = request.POST.get("seen", "")
    if request.method == "POST" and form.is_valid():
        version = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 9 else 0
        if form.attempt(lambda: verbs.change_draft(by=by, rule_id=row.pk, rule=form.rule(), seen=version)):
            messages.success(request, _("The draft is kept."))
            return HttpResponseRedirect(reverse("frame_rule", args=[slug, row.pk]))
    values = {
        "form": form,
        "parameter": parameter,
        "name": parameter.label.in_(reader_language()),
        "seen": seen or row.row_version,
    }
    return _answer(request, place, "frames/form.html", values, Crumb(_("Draft")), status=422 if form.errors else 200)


@PORTAL
@page(Permission.DISTRICT_READ)
def frame_rule(request: UsulRequest, slug: str, rule: uuid.UUID) -> HttpResponse:
    """One rule: what it says, what schools answered, and what can be done with it."""
    place, by = place_and_actor(request, slug, Permission.DISTRICT_READ)
    row = rule_here(place, rule)
    survey = surveys.last_survey(row.pk, SurveyKind.FRAME)
    progress = surveys.progress_of(survey) if survey else None
    told = present.school_answers(surveys.answers(survey)) if survey and progress and progress.is_over else []
    part = window(request, total=len(told), size=SCHOOLS_ON_A_PAGE)
    words = present.rule_row(row, slug, by.today)
    values = {
        "rule": row,
        "row": words,
        "help": PARAMETERS[row.key].help.in_(reader_language()),
        "survey": survey,
        "progress": progress,
        "answers": told[part.start : part.stop],
        "touched": sum(1 for one in told if one.outside or one.years),
        "outside": sum(1 for one in told if one.outside),
        "pages": part.pages,
        "is_draft": row.state is RuleState.DRAFT,
        "is_published": row.state is RuleState.PUBLISHED,
        "may_set": Permission.DISTRICT_FRAME in place.rights,
        "may_ask": Permission.DISTRICT_FRAME in place.rights,
        "end_form": EndForm(initial={"valid_until": by.today + timedelta(days=1)}),
    }
    return _answer(request, place, "frames/rule.html", values, Crumb(words.name))


@PORTAL
@page(Permission.DISTRICT_READ, methods=DOING)
def frame_ask(request: UsulRequest, slug: str, rule: uuid.UUID) -> HttpResponse:
    """Ask every school what the rule would change there."""
    place, by = place_and_actor(request, slug, Permission.DISTRICT_FRAME)
    row = rule_here(place, rule)
    verbs.ask_about_rule(by=by, rule=row, below=place.below, now=timezone.now())
    return HttpResponseRedirect(reverse("frame_rule", args=[slug, row.pk]) + "#answers")


@PORTAL
@page(Permission.DISTRICT_READ, methods=DOING)
def frame_publish(request: UsulRequest, slug: str, rule: uuid.UUID) -> HttpResponse:
    """Bring the rule to the schools."""
    place, by = place_and_actor(request, slug, Permission.DISTRICT_FRAME)
    verbs.publish_rule(by=by, rule_id=rule_here(place, rule).pk, now=timezone.now())
    messages.success(request, _("The rule is published. Schools receive it within minutes."))
    return HttpResponseRedirect(reverse("frame_rule", args=[slug, rule]))


@PORTAL
@page(Permission.DISTRICT_READ, methods=DOING)
def frame_end(request: UsulRequest, slug: str, rule: uuid.UUID) -> HttpResponse:
    """End a published rule."""
    place, by = place_and_actor(request, slug, Permission.DISTRICT_FRAME)
    row, form = rule_here(place, rule), EndForm(request.POST)
    if form.is_valid() and form.attempt(
        lambda: verbs.end_rule(by=by, rule_id=row.pk, valid_until=form.cleaned_data["valid_until"])
    ):
        messages.success(request, _("The end is noted and told to the schools."))
    else:
        messages.error(request, " ".join(str(words) for found in form.errors.values() for words in found))
    return HttpResponseRedirect(reverse("frame_rule", args=[slug, row.pk]))


@PORTAL
@page(Permission.DISTRICT_READ, methods=DOING)
def frame_verify(request: UsulRequest, slug: str, rule: uuid.UUID) -> HttpResponse:
    """Note that the rule was compared with its act."""
    place, by = place_and_actor(request, slug, Permission.DISTRICT_FRAME)
    verbs.verify_rule(by=by, rule_id=rule_here(place, rule).pk)
    messages.success(request, _("Noted: compared with the act today."))
    return HttpResponseRedirect(reverse("frame_rule", args=[slug, rule]))


@PORTAL
@page(Permission.DISTRICT_READ, methods=DOING)
def frame_drop(request: UsulRequest, slug: str, rule: uuid.UUID) -> HttpResponse:
    """Put a draft away."""
    place, by = place_and_actor(request, slug, Permission.DISTRICT_FRAME)
    verbs.drop_draft(by=by, rule_id=rule_here(place, rule).pk)
    messages.success(request, _("The draft is put away."))
    return HttpResponseRedirect(reverse("frame", args=[slug]))


def _columns() -> dict[str, Column]:
    return {
        "name": Column(_("Rule")),
        "bound": Column(_("What it does")),
        "value": Column(_("Value")),
        "days": Column(_("Days")),
        "act": Column(_("Act")),
        "state": Column(_("State")),
    }


def _answer(
    request: UsulRequest, place: Reached, template: str, values: dict[str, Any], *below: Crumb, status: int = 200
) -> HttpResponse:
    slug = place.district.slug
    crumbs = (
        Crumb(place.district.name, reverse("district_overview", args=[slug])),
        Crumb(_("Frame"), reverse("frame", args=[slug]) if below else ""),
        *below,
    )
    return show(
        request, template, {"slug": slug, **values}, section=SECTION, crumbs=crumbs, district=place, status=status
    )
