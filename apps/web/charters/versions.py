"""Versions of the charter: the list, the page of one with its route, the papers that carry it into force."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.acts.domain.charters import approve_charter, bring_into_force, consider_charter
from apps.acts.models import Act
from apps.acts.queries.charters import Route, papers_of, route_of
from apps.audit.queries.events import events_of
from apps.charters.domain.drafts import change_draft, discard_draft, start_draft
from apps.charters.enums import CharterStage, ProfileState
from apps.charters.models import PolicyProfile
from apps.charters.queries.clauses import unsaid
from apps.charters.queries.content import content_of
from apps.charters.queries.difference import difference
from apps.charters.queries.policy import version_of
from apps.charters.queries.versions import with_base
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.people.queries.holders import holders
from apps.rulebook.enums import Role
from apps.rulebook.module_files import all_modules
from apps.rulebook.policy import conflicts
from apps.web.blocks.page import LANGUAGES, Crumb
from apps.web.charters import present_versions as present
from apps.web.charters.forms import ApproveForm, BeginForm, ConsiderForm, InForceForm, MadeOfForm
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm
from apps.web.guard import DOING, WORKING, found, page
from apps.web.lists import window
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

ON_A_PAGE = 10
HISTORY = 12
CHANGES_SHOWN = 8
Forms = dict[str, PageForm]


@page(Permission.SCHOOL_READ, methods=WORKING)
def versions(request: UsulRequest) -> HttpResponse:
    """Every version, newest first; whoever keeps the charter begins the next one here."""
    actor = actor_of(request)
    may = actor.may(Permission.CHARTER_EDIT)
    form = BeginForm(request.POST or None, initial={"valid_from": actor.today + timedelta(days=14)})
    if request.method == "POST" and form.is_valid():
        made: list[PolicyProfile] = []
        last = PolicyProfile.objects.exclude(state=ProfileState.DRAFT).order_by("-valid_from").first()
        if form.attempt(lambda: made.append(start_draft(by=actor, based_on=last, **form.cleaned_data))):
            messages.success(request, _("The draft is begun. Nothing in force has changed."))
            return HttpResponseRedirect(reverse("charter_version", args=[made[0].pk]))
    rows = PolicyProfile.objects.annotate(signed=Count("acknowledgements"))
    part = window(request, total=rows.count(), size=ON_A_PAGE)
    shown = list(rows.order_by("-number").prefetch_related("modules", "values", "choices")[part.start : part.stop])
    papers = papers_of(shown)
    values = {
        "rows": [_line(row, papers[row.pk], actor.today) for row in shown],
        "pages": part.pages,
        "form": form if may else None,
    }
    crumbs = (Crumb(_("Charter"), reverse("charter")), Crumb(_("Versions")))
    return show(
        request, "charters/versions.html", values, section="charter", crumbs=crumbs, status=422 if form.errors else 200
    )


def _line(row: PolicyProfile, papers: Iterable[Act], today: Any) -> dict[str, Any]:
    route = route_of(row, on=today, acts=papers)
    return {
        "row": row,
        "stage": route.stage.value,
        "words": present.stage_words(route.stage, row),
        "modules": [use.module for use in row.modules.all()],
        "order": route.approved.act,
    }


@page(Permission.SCHOOL_READ)
def version(request: UsulRequest, pk: int) -> HttpResponse:
    """One version: where it stands, what it changes, what it still needs."""
    return version_page(request, pk, {})


@page(Permission.CHARTER_EDIT, methods=WORKING)
def made_of(request: UsulRequest, pk: int) -> HttpResponse:
    """The documents of a draft, its language, the day it is meant for."""
    profile: PolicyProfile = found(PolicyProfile.objects.all(), pk=pk)
    before = {row.module: row.council_kind for row in profile.modules.all()}
    initial = {
        "modules": list(before),
        "valid_from": profile.valid_from,
        "language": profile.language,
        "note": profile.note,
        "seen": profile.row_version,
    }
    form = MadeOfForm(request.POST or None, initial=initial)

    def deed() -> None:
        data = form.cleaned_data
        change_draft(
            by=actor_of(request),
            profile=profile,
            seen=data["seen"],
            valid_from=data["valid_from"],
            language=data["language"],
            note=data["note"],
            chosen=form.chosen(before),
        )

    if request.method == "POST" and form.is_valid() and form.attempt(deed):
        messages.success(request, _("The draft is changed."))
        return HttpResponseRedirect(reverse("charter_version", args=[pk]))
    values = {"profile": profile, "form": form}
    crumbs = (*crumbs_of(profile), Crumb(_("What it is made of")))
    status = 422 if form.errors else 200
    return show(request, "charters/made_of.html", values, section="charter", crumbs=crumbs, status=status)


@page(Permission.CHARTER_EDIT, methods=DOING)
def discard(request: UsulRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    profile: PolicyProfile = found(PolicyProfile.objects.all(), pk=pk)
    discard_draft(by=actor_of(request), profile=profile)
    messages.success(request, _("The draft is thrown away."))
    return HttpResponseRedirect(reverse("charter_versions"))


@page(Permission.CHARTER_EDIT, methods=DOING)
def consider(request: UsulRequest, pk: int) -> HttpResponse:
    """Note the protocol of the pedagogical council."""
    profile: PolicyProfile = found(PolicyProfile.objects.all(), pk=pk)
    form = ConsiderForm(request.POST, auto_id="consider-%s")

    def deed() -> None:
        consider_charter(by=actor_of(request), profile=profile, **form.cleaned_data)

    return _after(
        request, profile, "consider", form, deed, _("The protocol is noted; it covers the draft as it stands.")
    )


@page(Permission.CHARTER_CONFIRM, methods=DOING)
def approve(request: UsulRequest, pk: int) -> HttpResponse:
    """Note or give the director's order."""
    profile: PolicyProfile = found(PolicyProfile.objects.all(), pk=pk)
    form = _approve_form(request, profile, request.POST)

    def deed() -> None:
        data = form.cleaned_data
        signer = form.people.get(data["signed_by"])
        approve_charter(
            by=actor_of(request),
            profile=profile,
            act_date=data["act_date"],
            number=data["number"],
            signed_by=signer,
            seen=data["seen"],
        )

    return _after(request, profile, "approve", form, deed, _("The order is given; it covers the draft as it stands."))


@page(Permission.CHARTER_CONFIRM, methods=DOING)
def in_force(request: UsulRequest, pk: int) -> HttpResponse:
    """Let an approved draft hold from a day on."""
    profile: PolicyProfile = found(PolicyProfile.objects.all(), pk=pk)
    form = InForceForm(request.POST, auto_id="force-%s")

    def deed() -> None:
        bring_into_force(by=actor_of(request), profile=profile, **form.cleaned_data)

    return _after(request, profile, "in_force", form, deed, _("The version is in force from that day on."))


def _after(
    request: UsulRequest, profile: PolicyProfile, name: str, form: PageForm, deed: Callable[[], None], done: str
) -> HttpResponse:
    if form.is_valid() and form.attempt(deed):
        messages.success(request, done)
        return HttpResponseRedirect(reverse("charter_version", args=[profile.pk]))
    return version_page(request, profile.pk, {name: form}, status=422)


def _approve_form(request: UsulRequest, profile: PolicyProfile, data: Any = None) -> ApproveForm:
    today = actor_of(request).today
    initial = {"act_date": today, "seen": profile.row_version}
    return ApproveForm(data, directors=holders(Role.DIRECTOR, on=today), initial=initial, auto_id="approve-%s")


def crumbs_of(profile: PolicyProfile) -> tuple[Crumb, ...]:
    """The way to the page of a version."""
    return (
        Crumb(_("Charter"), reverse("charter")),
        Crumb(_("Versions"), reverse("charter_versions")),
        Crumb(title_of(profile), reverse("charter_version", args=[profile.pk])),
    )


def title_of(profile: PolicyProfile) -> str:
    """`Version 2`."""
    return _("Version %(number)s") % {"number": profile.number}


def version_page(request: UsulRequest, pk: int, forms: Forms, *, status: int = 200) -> HttpResponse:
    """The page of one version, with forms that came back."""
    actor, language = actor_of(request), reader_language()
    pair = with_base(pk)
    if pair is None:
        raise NOT_FOUND()
    profile, base = pair
    route = route_of(profile, on=actor.today)
    stale = route.stale
    bound = stale.act.data.get("bound") if stale and stale.act else None
    changed = difference(bound, route.content) if bound else []
    against_base = difference(content_of(base), route.content) if base else []
    version_now = version_of(profile)
    found_conflicts = list(conflicts(version_now)) if profile.state is ProfileState.DRAFT else []
    known = all_modules()
    values = {
        "profile": profile,
        "title": title_of(profile),
        "stage": route.stage.value,
        "words": present.stage_words(route.stage, profile),
        "steps": present.steps_of(route),
        "needs_again": route.stage is CharterStage.NEEDS_AGAIN,
        "changed": present.changes_of(changed[:CHANGES_SHOWN]),
        "changed_more": max(len(changed) - CHANGES_SHOWN, 0),
        "base": base,
        "base_count": len(against_base),
        "conflicts": [present.conflict_line(profile, one) for one in found_conflicts],
        "unsaid": [
            (one.parameter.label.in_(language), f"{one.line.module} {one.line.number}", one.line)
            for one in unsaid(profile, version_now)
        ],
        "open_conflicts": sum(one.winner is None for one in found_conflicts),
        "documents": [
            (use.module.code, use.module.title.in_(language), known[use.module.code].kind.label.in_(language))
            for use in version_now.modules
        ],
        "order": route.approved.act,
        "languages": [one for one in LANGUAGES if one.code != route.content["language"]],
        "may_template": actor.may(Permission.CHARTER_EDIT),
        "mark": route.approved.act.fingerprint if route.approved.act and route.approved.valid else "",
        "timeline": present.timeline_of(events_of("charter", profile.pk)[:HISTORY]),
        "forms": list(forms.values()),
        "is_draft": profile.state is ProfileState.DRAFT,
        "may_edit": profile.state is ProfileState.DRAFT and actor.may(Permission.CHARTER_EDIT),
    }
    values |= _deeds(request, route, forms)
    crumbs = (*crumbs_of(profile)[:-1], Crumb(title_of(profile)))
    return show(request, "charters/version.html", values, section="charter", crumbs=crumbs, status=status)


def _deeds(request: UsulRequest, route: Route, forms: Forms) -> dict[str, Any]:
    """Forms of the next paper this person may put down; None hides one."""
    actor, profile = actor_of(request), route.profile
    if profile.state is not ProfileState.DRAFT:
        return {}
    initial = {"seen": profile.row_version, "act_date": actor.today}
    may_edit, may_confirm = actor.may(Permission.CHARTER_EDIT), actor.may(Permission.CHARTER_CONFIRM)
    considered, approved = route.considered.valid, route.considered.valid and route.approved.valid
    coming = InForceForm(initial={"seen": profile.row_version, "valid_from": profile.valid_from}, auto_id="force-%s")
    asked = {
        "consider": forms.get("consider", ConsiderForm(initial=initial, auto_id="consider-%s")),
        "in_force": forms.get("in_force", coming),
    }
    return {
        "consider_form": asked["consider"] if may_edit and not considered else None,
        "approve_form": (forms.get("approve") or _approve_form(request, profile))
        if may_confirm and considered and not approved
        else None,
        "in_force_form": asked["in_force"] if may_confirm and approved else None,
    }
