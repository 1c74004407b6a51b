"""Schools in and out as files: fetch a bundle by a link that dies, bring one, look at it, load it."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.core.signing import BadSignature, TimestampSigner
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.core.errors import NOT_FOUND, Fault
from apps.core.permissions import Permission
from apps.core.scopes import Wanted, scope_of_view
from apps.web import errors as pages
from apps.web.blocks.page import Crumb
from apps.web.district.report import place_of
from apps.web.guard import WORKING, found, page
from apps.web.request import UsulRequest
from tenants.context import public_scope
from tenants.models import School
from usul.control import errors
from usul.control.domain import bundles
from usul.control.models import Bundle
from usul.control.queries.bundles import kept
from usul.control.travel import send
from usul.control.web.desk import answer, desk_of
from usul.control.web.forms import BundleForm, LoadForm

PORTAL = scope_of_view(Wanted.Kind.PORTAL)
LINK_LIVES = timedelta(minutes=15)
SALT = "usul.bundle"
OUT_OF_REACH = Wanted(Wanted.Kind.PORTAL)


@dataclass(frozen=True, slots=True)
class BundleRow:
    """A bundle that can be fetched. `url` is good for its reader, on this host, for a quarter of an hour."""

    on: date
    until: date
    who: str
    megabytes: str
    url: str


def bundle_rows(request: UsulRequest, school_id: uuid.UUID, url: Callable[[str], str]) -> list[BundleRow]:
    """The bundles of a school that are written and still kept. One query.

    Args:
        url: the address of a file by its sealed name.
    """
    rows = kept(Bundle.objects.filter(school=school_id))
    return [
        BundleRow(
            timezone.localdate(row.made_at),
            timezone.localdate(row.kept_until),
            row.made_by,
            f"{row.size / bundles.MEGABYTE:.1f}",
            url(_sealed(request, row.pk)),
        )
        for row in rows
    ]


def _signed_for(request: UsulRequest, bundle: str) -> list[str]:
    reader = str(request.identity.user_id) if request.identity else ""
    return [bundle, reader, request.get_host()]


def _sealed(request: UsulRequest, bundle: uuid.UUID) -> str:
    return TimestampSigner(salt=SALT).sign_object(_signed_for(request, str(bundle)))


@scope_of_view(Wanted.Kind.NONE)
@require_safe
def file(request: UsulRequest, slug: str, sealed: str) -> HttpResponseBase:
    """Send a bundle to whom the link was made for, on the host it was made on, while it lives.

    No scope is open while the file travels.
    """
    refusal = pages.refusal(request, OUT_OF_REACH)
    if refusal is not None:
        return refusal
    try:
        with public_scope(readonly=True):
            place = place_of(request, slug, Permission.SCHOOL_MOVE)
            return send(opened(request, sealed, Bundle.objects.filter(district__in=place.below)))
    except Fault as fault:
        return pages.fault_answer(request, fault)


def opened(request: UsulRequest, sealed: str, reach: QuerySet[Bundle]) -> Bundle:
    """The bundle of a link, within reach of its reader.

    Raises:
        Fault: the link is over or somebody else's, or the bundle is gone.
    """
    try:
        bundle, *others = TimestampSigner(salt=SALT).unsign_object(sealed, max_age=LINK_LIVES)
    except (BadSignature, ValueError):
        raise errors.LINK_DEAD() from None
    if [bundle, *others] != _signed_for(request, bundle):
        raise errors.LINK_DEAD()
    row: Bundle = found(kept(reach), pk=bundle)
    return row


@PORTAL
@page(Permission.SCHOOL_MOVE, methods=WORKING)
def bring(request: UsulRequest, slug: str) -> HttpResponse:
    """Send a bundle: it is looked through from the first byte to the last, and nothing is loaded yet."""
    desk = desk_of(request, slug, Permission.SCHOOL_MOVE)
    form = BundleForm(request.POST or None, request.FILES or None)
    brought: list[Bundle] = []
    if request.method == "POST" and form.is_valid():

        def take() -> None:
            sent = form.cleaned_data["file"]
            brought.append(
                bundles.bring_bundle(by=desk.by, district=desk.place.district, file=sent, now=timezone.now())
            )

        if form.attempt(take):
            return HttpResponseRedirect(desk.url("bundle", brought[0].pk))
    return answer(
        request, desk, "bring", {"form": form}, Crumb(_("Bring a school in")), status=422 if form.errors else 200
    )


@PORTAL
@page(Permission.SCHOOL_MOVE, methods=WORKING)
def bundle(request: UsulRequest, slug: str, bundle: uuid.UUID) -> HttpResponse:
    """What is in a bundle that was brought, and what it may become."""
    desk = desk_of(request, slug, Permission.SCHOOL_MOVE)
    row: Bundle = found(kept(Bundle.objects.filter(school=None)), pk=bundle, district__in=desk.place.below)
    living = bundles.living_school(row, desk.place.below)
    form = LoadForm(request.POST or None, initial={"slug": row.told["school"]["slug"]}, beside=living is not None)
    made: list[School] = []
    if request.method == "POST" and form.is_valid():

        def load() -> None:
            now = timezone.now()
            if living is not None:
                job = bundles.load_beside(by=desk.by, bundle=row, within=desk.place.below, now=now)
            else:
                job = bundles.load_bundle(
                    by=desk.by, bundle=row, district=desk.place.district, slug=form.cleaned_data["slug"], now=now
                )
            made.append(job.school)

        if form.attempt(load):
            messages.success(request, _("The bundle is being loaded. You may leave the page."))
            return HttpResponseRedirect(_page_of(made[0]))
    values = {"bundle": row, "told": _told(row), "living": living, "form": form}
    crumbs = (Crumb(_("Bring a school in"), desk.url("bundle_bring")), Crumb(row.told["school"]["name_ky"]))
    return answer(request, desk, "bundle", values, *crumbs, status=422 if form.errors else 200)


def _page_of(school: School) -> str:
    return reverse("onboarding_school", args=[school.district.slug, school.slug])


def _told(row: Bundle) -> list[tuple[str, Any]]:
    told = row.told
    taken = parse_datetime(told["taken_at"])
    if taken is None:
        raise NOT_FOUND()
    return [
        (_("School"), told["school"]["name_ky"]),
        (_("Its address there"), told["school"]["slug"]),
        (_("Taken out on"), timezone.localdate(taken)),
        (_("Records"), str(told["rows"])),
        (_("Files"), str(told["files"])),
        (_("Size, MB"), f"{row.size / bundles.MEGABYTE:.1f}"),
        (_("Signed by"), f"{told['signer'][:16]}…"),
        (_("Kept here until"), timezone.localdate(row.kept_until)),
    ]
