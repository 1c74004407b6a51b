"""The way of a sitting as its page shows it: steps on offer, answers to the invitation, the forecast, the chain of its minutes."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.core.actor import Actor
from apps.core.permissions import Permission as P  # noqa: N817
from apps.documents.models import StoredFile
from apps.rulebook.enums import AttendanceKind
from apps.sittings.domain.pack import ENCLOSED, OF_SITTING
from apps.sittings.enums import Answer, SealKind, SittingState
from apps.sittings.models import Sitting
from apps.sittings.queries.chain import holds, links_of
from apps.sittings.queries.detail import SittingDetail
from apps.sittings.queries.lists import COMING
from apps.sittings.queries.rules import SittingRules, rules_for
from apps.web.blocks.papers import Light
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm
from apps.web.sittings.papers import AttachForm
from apps.web.sittings.steps import minutes_of, offered


def values_of(
    detail: SittingDetail, actor: Actor, forms: Mapping[str, PageForm], papers: Sequence[StoredFile]
) -> dict[str, Any]:
    """What the page shows besides the record itself. Seven queries at the most."""
    row = detail.sitting
    minutes = minutes_of(row)
    links = links_of(minutes) if minutes and minutes.signed_on else []
    again = Sitting.objects.filter(repeats=row).first() if row.state is SittingState.LAPSED else None
    steps = offered(detail, actor, forms)
    coming = row.state in COMING
    rules = rules_for(row.body, row.planned_on) if coming and row.planned_on else None
    forecast = _forecast(detail, rules) if rules and detail.invitations else None
    notice = rules.notice_days if rules else None
    files = [file for file in papers if file.subject_type == OF_SITTING]
    return {
        "steps": [one for one in steps if not (one["name"] == "repeat" and again)],
        "again": again,
        "answers": _answers(detail) if row.state in COMING else [],
        "forecast_row": [forecast, pack_light(row, papers)] if forecast else [],
        "files": files,
        "pack": row.pack,
        "told_url": reverse("sitting_told", args=[row.pk])
        if row.announced_on and actor.may(P.SITTING_PLAN, body_id=row.body_id)  # type: ignore[attr-defined]
        else "",
        "attach_form": AttachForm(auto_id="attach-%s", items=detail.items)
        if coming and actor.may(P.FILE_ADD, body_id=row.body_id)
        else None,
        "may_pack": coming and actor.may(P.SITTING_PLAN, body_id=row.body_id),
        "forecast": forecast,
        "notice_limit": row.planned_on - timedelta(days=notice) if row.planned_on and notice is not None else None,
        "seals": [link for link in links if link.kind is SealKind.CORRECTION],
        "sealed": next((link for link in links if link.kind is SealKind.MINUTES), None),
        "chain_holds": holds(links),
        "days_unsigned": _days_unsigned(row, actor),
        "verify_url": reverse("verify", args=[minutes.code]) if minutes and minutes.code and minutes.signed_on else "",
    }


def _answers(detail: SittingDetail) -> list[tuple[str, str, str]]:
    """(name, answer, reason) of everyone who was asked."""
    language = reader_language()
    return [
        (row.person.full_name, row.answer.label.in_(language) if row.answer else "", row.reason)
        for row in detail.invitations
    ]


def _forecast(detail: SittingDetail, rules: SittingRules) -> Light:
    """Whether those who say they come make the quorum. A forecast binds nobody, so it never passes or fails."""
    asked = [row for row in detail.invitations if row.kind is AttendanceKind.MEMBER]
    counted = [row for row in asked if row.person_id in rules.members]
    coming = sum(row.answer is Answer.YES for row in counted)
    refused = sum(row.answer is Answer.NO for row in counted)
    words = ngettext("%(number)d says they come", "%(number)d say they come", coming) % {"number": coming}
    if rules.least is None:
        return Light(_("Quorum forecast"), "NR", why=f"{words}. " + _("No quorum is asked for."))
    words += " · " + _("needed: %(least)d of %(members)d") % {"least": rules.least, "members": len(rules.members)}
    cannot = len(rules.members) - refused < rules.least
    return Light(_("Quorum forecast"), "WARN" if cannot else "PENDING", why=words)


def pack_light(sitting: Sitting, files: Sequence[StoredFile]) -> Light:
    """Whether the pack holds everything there is. No rule asks for it, so it never fails."""
    packed = {part["key"] for part in sitting.pack.get("parts", ())}
    missing = [row for row in files if row.kind in ENCLOSED and f"file-{row.pk}" not in packed]
    if not sitting.pack:
        return Light(_("Pack of papers"), "PENDING", why=_("Not built yet."))
    if missing:
        return Light(
            _("Pack of papers"), "PENDING", why=_("New papers are not in it yet: %(number)d") % {"number": len(missing)}
        )
    return Light(_("Pack of papers"), "PASS", why=_("Pages: %(pages)d") % {"pages": sitting.pack["pages"]})


def _days_unsigned(sitting: Sitting, actor: Actor) -> int | None:
    """Days since a sitting whose minutes are not signed; None for every other."""
    minutes = minutes_of(sitting)
    if sitting.held_on is None or sitting.state is not SittingState.HELD or (minutes and minutes.signed_on):
        return None
    return (actor.today - sitting.held_on).days
