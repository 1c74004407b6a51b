"""Recording a held sitting: one sheet, with or without JavaScript."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.bodies.models import Body, Membership
from apps.bodies.queries.members import members_on
from apps.core.actor import Actor, require
from apps.core.errors import Fault, Faults
from apps.core.permissions import Permission
from apps.people.queries.staff import staff
from apps.sittings import errors
from apps.sittings.domain.inputs import ItemInput
from apps.sittings.domain.record import record_sitting
from apps.sittings.enums import SittingKind
from apps.sittings.models import Sitting
from apps.sittings.queries.detail import SittingDetail, sitting_detail
from apps.sittings.queries.lists import COMING
from apps.web.blocks.page import Crumb
from apps.web.guard import WORKING, found, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.sittings.rows import People
from apps.web.sittings.sheet import MEMBERS, Change, Filled, Sheet, again, blank, day_of, office_holders, sent

ASKED = "do"
SAVE = "save"
VERSION = "version"


@page(Permission.SCHOOL_READ, methods=WORKING)
def record(request: UsulRequest, pk: int) -> HttpResponse:
    """Record a sitting of a body that was never entered as planned."""
    body: Body = found(Body.objects.all(), pk=pk)
    return _record(request, body, None)


@page(Permission.SCHOOL_READ, methods=WORKING)
def record_planned(request: UsulRequest, pk: int) -> HttpResponse:
    """Record a planned sitting that was held."""
    detail = sitting_detail(pk)
    if detail.sitting.state not in COMING:
        raise _closed(detail.sitting)
    return _record(request, detail.sitting.body, detail)


def _closed(sitting: Sitting) -> Fault:
    return errors.ALREADY_HELD(held_on=sitting.held_on) if sitting.held_on else errors.CANCELLED()


def _record(request: UsulRequest, body: Body, planned: SittingDetail | None) -> HttpResponse:
    actor = actor_of(request)
    require(actor, Permission.SITTING_RECORD, body_id=body.pk)
    may_sign = actor.may(Permission.MINUTES_SIGN, body_id=body.pk)
    start = _start(actor, planned)
    if request.method != "POST":
        members = members_on(body, start)
        filled = _filled(start, members, planned)
        return _sheet(request, body, planned, blank(filled, members, _people(start, members), may_sign=may_sign))
    members = members_on(body, day_of(request.POST) or start)
    people = _people(start, members)
    if request.POST.get(ASKED, SAVE) != SAVE:
        change = Change.asked(request.POST[ASKED])
        return _sheet(request, body, planned, again(request.POST, members, people, change, may_sign=may_sign))
    sheet = sent(request.POST, people, may_sign=may_sign)
    recorded = _stored(request, body, planned, sheet, people)
    if recorded is None:
        return _sheet(request, body, planned, sheet, status=422)
    messages.success(request, _("The sitting is recorded. What the rules say of it appears within a minute."))
    return HttpResponseRedirect(reverse("sitting_page", args=[recorded.pk]))


def _stored(
    request: UsulRequest, body: Body, planned: SittingDetail | None, sheet: Sheet, people: People
) -> Sitting | None:
    """The sitting as it was stored, or None when something has to be corrected; nothing is stored then."""
    if not sheet.is_valid():
        return None
    try:
        return record_sitting(
            by=actor_of(request),
            body=body,
            held=sheet.held(people),
            sitting=planned.sitting if planned else None,
            kind=SittingKind.of(sheet.head.cleaned_data["kind"]),
            expected_version=_version(request) if planned else None,
        )
    except (Fault, Faults) as error:
        sheet.put(error)
        return None


def _version(request: UsulRequest) -> int | None:
    """The version of the planned sitting the person has seen."""
    raw = request.POST.get(VERSION, "")
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 9 else None


def _start(actor: Actor, planned: SittingDetail | None) -> date:
    """The day to begin with: the planned one when it has come, else today."""
    day = planned.sitting.planned_on if planned else None
    return min(day, actor.today) if day else actor.today


def _people(day: date, members: list[Membership]) -> People:
    known = staff(day)
    near = {row.person_id for row in members} | {person.pk for person in known if person.in_office}  # type: ignore[attr-defined]
    return People({person.pk: person for person in known}, frozenset(near))


def _filled(start: date, members: list[Membership], planned: SittingDetail | None) -> Filled:
    head: dict[str, Any] = {"held_on": start, "kind": SittingKind.ORDINARY.value}
    items: list[ItemInput] = []
    if planned is not None:
        row = planned.sitting
        head |= {
            "announced_on": row.announced_on,
            "starts_at": row.starts_at,
            "place": row.place,
            "kind": row.kind.value,
        }  # type: ignore[attr-defined]
        items = [ItemInput(text=item.text, kind=item.kind) for item in planned.items]
    signature: Mapping[str, Any] = office_holders(members)
    return Filled(head, items, signature)


def _sheet(
    request: UsulRequest, body: Body, planned: SittingDetail | None, sheet: Sheet, *, status: int = 200
) -> HttpResponse:
    crumbs = (
        Crumb(_("Associations and councils"), reverse("body_list")),
        Crumb(body.name, reverse("body_page", args=[body.pk])),
        Crumb(_("Record a sitting")),
    )
    values = {
        "body": body,
        "planned": planned.sitting if planned else None,
        "sheet": sheet,
        "is_council": body.council_kind is not None,
        "draft": f"record-{body.pk}-{planned.sitting.pk if planned else 'new'}",
        "members_button": MEMBERS,
        "today": actor_of(request).today,
    }
    return show(request, "sittings/record.html", values, section="sittings", crumbs=crumbs, status=status)
