"""The first page of a school for those who answer for it: what waits for their signature, and four figures that open their lists."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.acts.enums import ActState
from apps.acts.models import Act
from apps.acts.queries.register import waiting_for_the_director
from apps.bodies.models import Body
from apps.compliance.models import Finding
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.plans.models import WorkPlan
from apps.rulebook.enums import Verdict
from apps.sittings.models import Sitting
from apps.sittings.queries.lists import COMING
from apps.web.acts.words import act_title, hand_words
from apps.web.blocks.numbers import percent
from apps.web.blocks.papers import Work
from apps.web.findings.present import reader_language
from apps.web.school.present import is_unsigned

MOST_SIGNATURES = 6


def signs(actor: Actor) -> bool:
    """Whether orders are this person's to sign: the director, or whoever acts for the director today."""
    return Permission.ACT_ISSUE in actor.permissions


def signatures(bodies: Iterable[Body], plans: Mapping[int, WorkPlan], query: str) -> list[Work]:
    """What only the director's hand can bring further: papers first, then plans that have consent. One query."""
    names = {body.pk: body.name for body in bodies}
    found = [_paper(act) for act in waiting_for_the_director()]
    found += [
        Work(
            _("Approve the work plan"),
            f"{reverse('body_page', args=[plan.body_id])}{query}#plan",
            why=_("It has the consent it needs."),
            about=names.get(plan.body_id, ""),
            icon="plan",
        )
        for plan in plans.values()
        if getattr(plan, "consented", False) and not getattr(plan, "approved", False)
    ]
    return found[:MOST_SIGNATURES]


def _paper(act: Act) -> Work:
    draft = act.state is ActState.DRAFT
    return Work(
        act_title(act),
        reverse("act_page", args=[act.pk]),
        why=_("Sign it, and it takes the next number.") if draft else _("Accept it or decline it with a reason."),
        about=" · ".join(part for part in (act.title or _purpose(act), hand_words(act)) if part),
        icon="order" if draft else "message",
        due=act.act_date,
    )


def _purpose(act: Act) -> str:
    return act.purpose.label.in_(reader_language()) if act.purpose else ""


@dataclass(frozen=True, slots=True)
class Stat:
    """A figure: its label, the number, what it means, and the list behind it."""

    label: str
    value: str
    note: str
    url: str


def stats(
    bodies: Sequence[Body], sittings: Sequence[Sitting], findings: Sequence[Finding], today: date, query: str
) -> list[Stat]:
    """The next sitting, the rules kept, resolutions overdue, minutes without a signature. No query."""
    overdue = sum(int(getattr(body, "overdue_resolutions", 0)) for body in bodies)
    unsigned = sum(1 for row in sittings if is_unsigned(row))
    return [
        _next(sittings, today),
        _kept(findings, query),
        Stat(
            _("Resolutions overdue"),
            str(overdue),
            _("nobody has marked them as done") if overdue else _("everything due is done"),
            f"{reverse('resolution_list')}?{urlencode({'standing': 'overdue'})}",
        ),
        Stat(
            _("Minutes not signed"),
            str(unsigned),
            _("sittings held, protocol open") if unsigned else _("every protocol is signed"),
            f"{reverse('sitting_list')}?{urlencode({'minutes': 'unsigned'})}",
        ),
    ]


def _next(sittings: Iterable[Sitting], today: date) -> Stat:
    coming = [row for row in sittings if row.state in COMING and row.planned_on and row.planned_on >= today]
    first = min(coming, key=lambda row: row.planned_on or date.max, default=None)
    if first is None or first.planned_on is None:
        return Stat(_("Next sitting"), "—", _("none is planned"), reverse("sitting_list"))
    days = (first.planned_on - today).days
    value = ngettext("%(count)d day", "%(count)d days", days) % {"count": days} if days else _("today")
    return Stat(_("Next sitting"), value, first.body.name, reverse("sitting_page", args=[first.pk]))


def _kept(findings: Iterable[Finding], query: str) -> Stat:
    counts = Counter(row.verdict for row in findings)
    passed, failed = counts[Verdict.PASS], counts[Verdict.FAIL]
    note = _("%(passed)d findings met, %(failed)d not met") % {"passed": passed, "failed": failed}
    return Stat(
        _("Rules kept"), percent(passed, passed + failed, reader_language()), note, reverse("finding_list") + query
    )
