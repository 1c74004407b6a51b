"""The live page of a sitting: one secretary or two, a phone or a laptop, with a line or without."""

import uuid
from functools import cache
from pathlib import Path

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.audit.domain.once import once
from apps.core.errors import Fault, Faults, all_faults
from apps.core.permissions import Permission
from apps.sittings import errors, live_errors
from apps.sittings.domain.deeds import perform
from apps.sittings.enums import SittingState
from apps.sittings.models import Sitting
from apps.web.blocks.page import Crumb
from apps.web.findings.present import reader_language, sitting_words
from apps.web.guard import WORKING, found, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.sittings.live_forms import DeedForm
from apps.web.sittings.live_present import live_values


@page(Permission.SCHOOL_READ, methods=WORKING)
def live(request: UsulRequest, pk: int) -> HttpResponse:
    """Hold the sitting: who is here, what is heard, how it is voted, what is decided."""
    rows = Sitting.objects.select_related("body", "year", "chair", "secretary")
    sitting: Sitting = found(rows, pk=pk)
    if request.method == "POST":
        return _deed(request, sitting)
    if sitting.state in (SittingState.HELD, SittingState.LAPSED, SittingState.CANCELLED):
        return HttpResponseRedirect(reverse("sitting_page", args=[pk]))
    return _page(request, sitting)


@page(Permission.SCHOOL_READ)
def worker(request: UsulRequest, pk: int) -> HttpResponse:
    """The script that keeps the live page of this sitting for a time without a line; its address limits it to that page."""
    found(Sitting.objects.all(), pk=pk)
    return HttpResponse(_worker_script(), content_type="text/javascript; charset=utf-8")


@cache
def _worker_script() -> bytes:
    return (Path(__file__).parents[1] / "static" / "usul" / "js" / "live-worker.js").read_bytes()


def _deed(request: UsulRequest, sitting: Sitting) -> HttpResponse:
    """Do one deed once. A script gets a short answer; a form goes back to the page, or sees what was refused above it."""
    form, scripted = DeedForm(request.POST), request.headers.get("Accept", "") == "application/json"
    try:
        if not form.is_valid():
            raise live_errors.STATE_MISSING(field=next(iter(form.errors)))
        deed, at = form.deed_at(sitting), form.moment(timezone.now())
        answer, _again = once(
            by=actor_of(request),
            key=form.cleaned_data["key"],
            deed=f"live {sitting.pk}",
            asked=form.asked(),
            do=lambda: perform(by=actor_of(request), sitting=sitting, deed=deed, at=at),
        )
    except (Fault, Faults) as error:
        fault = next(iter(all_faults(error)))
        return _refused(request, sitting, fault, scripted=scripted)
    if scripted:
        return JsonResponse(answer)
    return HttpResponseRedirect(f"{request.path}?item={deed.item.pk}" if deed.item else request.path)


def _refused(request: UsulRequest, sitting: Sitting, fault: Fault, *, scripted: bool) -> HttpResponse:
    message = fault.message(reader_language())
    if scripted:
        return JsonResponse({"code": fault.code, "message": message}, status=fault.status)
    fresh = Sitting.objects.select_related("body", "year", "chair", "secretary").get(pk=sitting.pk)
    return _page(request, fresh, refused=message, status=fault.status)


def _page(request: UsulRequest, sitting: Sitting, *, refused: str = "", status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    if sitting.state is SittingState.CANCELLED:
        raise errors.CANCELLED()
    asked = request.GET.get("item", "")
    title = sitting_words(sitting.number, None)
    values = live_values(
        sitting, actor, int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 18 else None
    )
    values |= {"title": title[:1].upper() + title[1:], "refused": refused, "key": str(uuid.uuid4())}
    crumbs = (
        Crumb(_("Sittings"), reverse("sitting_list")),
        Crumb(title, reverse("sitting_page", args=[sitting.pk])),
        Crumb(_("In session")),
    )
    return show(request, "sittings/live.html", values, section="sittings", crumbs=crumbs, status=status)
