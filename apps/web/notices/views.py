"""What a person was told, how they want to be told, and how far the notices about a sitting have come."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.core.actor import require
from apps.core.permissions import Permission
from apps.notices import errors
from apps.notices.domain.own import choose_mail, open_all, open_notice
from apps.notices.links import NOTICE, is_seal
from apps.notices.models import Notice
from apps.notices.queries.notices import notices_of, opened_share, told_of
from apps.sittings.models import Sitting
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.findings.present import sitting_words
from apps.web.guard import DOING, WORKING, found, page
from apps.web.lists import active, address, choice, window
from apps.web.notices import present
from apps.web.notices.feeds import feeds_of, person_of, schema_of
from apps.web.notices.forms import MailForm
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

ON_A_PAGE = 30


@page(Permission.SCHOOL_READ)
def notices(request: UsulRequest) -> HttpResponse:
    """Everything the reader was told, newest first."""
    person, schema = person_of(request), schema_of(request)
    filters = [choice(request, "show", _("Show"), [("new", _("not opened yet"))])]
    rows = notices_of(person.pk)
    if filters[0].chosen:
        rows = rows.filter(opened_at__isnull=True)
    part = window(request, total=rows.count(), size=ON_A_PAGE)
    lines = [present.line_of(row, schema) for row in rows[part.start : part.stop]]
    values = {
        "days": present.days_of(lines),
        "filters": filters,
        "active": active(request, filters),
        "reset_url": address(request, show=""),
        "pages": part.pages,
        "waiting": request.notices or 0,
    }
    return show(request, "notices/list.html", values, section="notices")


@page(Permission.SCHOOL_READ, methods=DOING)
def seen(request: UsulRequest) -> HttpResponse:
    """Everything that waited has been seen."""
    open_all(by=actor_of(request), now=timezone.now())
    messages.success(request, _("Nothing waits for you any more."))
    return HttpResponseRedirect(reverse("notice_list"))


@page(Permission.SCHOOL_READ, methods=WORKING)
def notice(request: UsulRequest, pk: int, seal: str) -> HttpResponse:
    """One notice. Looking at it changes nothing; the button, or the page itself once it is shown, says that it was opened."""
    actor = actor_of(request)
    if not is_seal(seal, NOTICE, schema_of(request), actor.person_id, pk):
        raise errors.NOT_YOURS()
    row: Notice = found(Notice.objects.all(), pk=pk, person_id=actor.person_id)
    target = present.target_of(row)
    if request.method == "POST":
        open_notice(by=actor, notice=row, now=timezone.now())
        return HttpResponse(status=204) if request.htmx else HttpResponseRedirect(target)
    line = present.line_of(row, schema_of(request))
    crumbs = (Crumb(_("Notices"), reverse("notice_list")), Crumb(line.title))
    values = {"line": line, "target": target, "leads_on": target != reverse("notice_list")}
    return show(request, "notices/notice.html", values, section="notices", crumbs=crumbs)


@page(Permission.SCHOOL_READ, methods=WORKING)
def preferences(request: UsulRequest) -> HttpResponse:
    """How notices reach the reader by mail."""
    actor, person = actor_of(request), person_of(request)
    form = MailForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: choose_mail(by=actor, **form.chosen())):
            messages.success(request, _("Your choice is kept."))
            return HttpResponseRedirect(reverse("notice_preferences"))
    crumbs = (Crumb(_("Notices"), reverse("notice_list")), Crumb(_("How I am told")))
    status = 422 if form.errors else 200
    values = {"form": form, "feeds": feeds_of(request, person)}
    return show(request, "notices/preferences.html", values, section="notices", crumbs=crumbs, status=status)


@page(Permission.SCHOOL_READ)
def told(request: UsulRequest, pk: int) -> HttpResponse:
    """Who was told of a sitting, and who has opened it: for those who call the sitting."""
    row: Sitting = found(Sitting.objects.select_related("body"), pk=pk)
    require(actor_of(request), Permission.SITTING_PLAN, body_id=row.body_id)
    opened, people = opened_share("sitting", pk)
    title = sitting_words(row.number, None)
    values: dict[str, Any] = {
        "sitting": row,
        "rows": present.reached(told_of("sitting", pk)),
        "opened": opened,
        "people": people,
        "columns": {
            "name": Column(_("Person")),
            "what": Column(_("Notice")),
            "told": Column(_("Told")),
            "mailed": Column(_("Mailed")),
            "opened": Column(_("Opened")),
        },
    }
    crumbs = (
        Crumb(_("Sittings"), reverse("sitting_list")),
        Crumb(f"{row.body.name}, {title}", reverse("sitting_page", args=[pk])),
        Crumb(_("Who was told")),
    )
    return show(request, "notices/told.html", values, section="sittings", crumbs=crumbs)
