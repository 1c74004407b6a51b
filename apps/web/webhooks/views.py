"""Programs that are told: the list with a form, the page of one with its messages, and what is done to it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from apps.core.permissions import Permission
from apps.notices.domain.webhooks import add_webhook, remove_webhook, renew_secret, secret_of, switch_webhook
from apps.notices.enums import EventKind
from apps.notices.models import Delivery, Webhook
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.findings.present import reader_language
from apps.web.guard import DOING, WORKING, found, page
from apps.web.lists import window
from apps.web.notices.feeds import schema_of
from apps.web.notices.present import moment
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.webhooks.forms import WebhookForm

ON_A_PAGE = 25


@never_cache
@page(Permission.WEBHOOK_EDIT, methods=WORKING)
def webhooks(request: UsulRequest) -> HttpResponse:
    """Every address that is told, and a form for a new one. The secret is shown once, in the answer that made it."""
    form = WebhookForm(request.POST or None)
    made: list[Webhook] = []
    if request.method == "POST" and form.is_valid():
        form.attempt(lambda: made.append(add_webhook(by=actor_of(request), **form.chosen())))
    if made:
        form = WebhookForm()
    values = {
        "form": form,
        "secret": secret_of(made[0], schema_of(request)) if made else "",
        "rows": [{"hook": row, "events": _words(row)} for row in Webhook.objects.all()],
        "columns": {
            "url": Column(_("Address of the program")),
            "events": Column(_("Told when")),
            "state": Column(_("State")),
        },
    }
    status = 422 if form.errors else 200
    return show(request, "webhooks/list.html", values, section="webhooks", status=status)


@page(Permission.WEBHOOK_EDIT)
def webhook(request: UsulRequest, pk: int) -> HttpResponse:
    """One address and the messages of the last thirty days."""
    return _page(request, found(Webhook.objects.all(), pk=pk), "")


@never_cache
@page(Permission.WEBHOOK_EDIT, methods=DOING)
def change(request: UsulRequest, pk: int) -> HttpResponse:
    """Stop, go on, replace the secret, or take the address away."""
    row: Webhook = found(Webhook.objects.all(), pk=pk)
    by, asked = actor_of(request), request.POST.get("do")
    if asked == "renew":
        return _page(request, renew := renew_secret(by=by, webhook=row), secret_of(renew, schema_of(request)))
    if asked == "remove":
        remove_webhook(by=by, webhook=row)
        messages.success(request, _("The program is told nothing any more."))
        return HttpResponseRedirect(reverse("webhook_list"))
    switch_webhook(by=by, webhook=row, active=asked == "resume")
    messages.success(
        request, _("The program is told again.") if row.active else _("The program is told nothing for now.")
    )
    return HttpResponseRedirect(reverse("webhook_page", args=[pk]))


def _words(row: Webhook) -> str:
    language = reader_language()
    return ", ".join(event.label.in_(language) for event in EventKind if event.value in row.events)


def _page(request: UsulRequest, row: Webhook, secret: str) -> HttpResponse:
    language = reader_language()
    rows = Delivery.objects.filter(webhook=row)
    part = window(request, total=rows.count(), size=ON_A_PAGE)
    values: dict[str, Any] = {
        "hook": row,
        "events": _words(row),
        "secret": secret,
        "rows": [
            {
                "event": one.event.label.in_(language),
                "made": moment(one.made_at),
                "state": one.state.label.in_(language),
                "attempts": one.attempts,
                "status": one.status,
                "next": moment(one.next_at) if one.ended_at is None and one.next_at > timezone.now() else "",
            }
            for one in rows[part.start : part.stop]
        ],
        "columns": {
            "event": Column(_("Message")),
            "made": Column(_("Made")),
            "state": Column(_("State")),
            "attempts": Column(_("Attempts"), end=True),
            "status": Column(_("Last answer"), end=True),
        },
        "pages": part.pages,
    }
    crumbs = (Crumb(_("Messages to programs"), reverse("webhook_list")), Crumb(row.url))
    return show(request, "webhooks/webhook.html", values, section="webhooks", crumbs=crumbs)
