"""An association or a council as its page draws it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.bodies.enums import MembershipRole
from apps.bodies.models import Body, Membership
from apps.compliance.models import Finding
from apps.compliance.queries.findings import Subjects
from apps.plans.enums import PlanItemState
from apps.plans.models import PlanItem
from apps.plans.queries.plans import PlanDetail, RouteAct
from apps.rulebook.enums import ActKind, Role, SubjectKind, Verdict
from apps.rulebook.exchange import decode_finding
from apps.rulebook.template_items import TemplateItem
from apps.sittings.enums import SittingState
from apps.sittings.models import Resolution, Sitting
from apps.sittings.queries.lists import COMING
from apps.web.blocks.page import Person
from apps.web.blocks.papers import RouteStep
from apps.web.blocks.verdicts import Mark
from apps.web.findings.links import look
from apps.web.findings.present import goes_wrong, reader_language

APPROVAL, CONSENT = "PL-1", "PL-2"
OFFICE_ORDER = {
    MembershipRole.CHAIR: 0,
    MembershipRole.HEAD: 0,
    MembershipRole.DEPUTY: 1,
    MembershipRole.SECRETARY: 2,
}


def kind_of(body: Body) -> str:
    """`methodical association, by subject`; a council is told by its own kind alone."""
    language = reader_language()
    narrower = body.council_kind or body.association_kind
    if body.council_kind is not None:
        return body.council_kind.label.in_(language)
    words = body.kind.label.in_(language)
    return f"{words}, {narrower.label.in_(language)}" if narrower else words


def members_of(rows: Iterable[Membership]) -> list[Person]:
    """Everyone as a chip with their part in the body."""
    language = reader_language()
    return [
        Person(
            row.person.full_name,
            row.role.label.in_(language) if row.role is not MembershipRole.MEMBER else "",
            reverse("person_page", args=[row.person_id]),
        )
        for row in rows
    ]


def office_holders(rows: Iterable[Membership]) -> str:
    """`head: Асанова Г. Т.; secretary: Садыкова А. Н.`"""
    language = reader_language()
    return "; ".join(
        f"{row.role.label.in_(language)}: {row.person.short_name}"
        for row in rows
        if row.role is not MembershipRole.MEMBER
    )


def seat_order(row: Membership) -> tuple[int, str, str]:
    """Sorting key: offices in their order, then by name."""
    return (OFFICE_ORDER.get(row.role, len(OFFICE_ORDER)), row.person.family_name, row.person.given_name)


# --- sittings ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SittingRow:
    """A sitting on one line. `presence` is empty until attendance is on record; `mark` until a verdict is."""

    url: str
    number: int
    body: str
    on: date | None
    state: str
    presence: str
    minutes: str
    mark: Mark | None


def sitting_row(sitting: Sitting, worst: Finding | None) -> SittingRow:
    """A sitting of `sittings_of` with its presence."""
    listed, present = getattr(sitting, "members_listed", 0), getattr(sitting, "members_present", 0)
    return SittingRow(
        url=reverse("sitting_page", args=[sitting.pk]),
        number=sitting.number,
        body=sitting.body.name,
        on=sitting.held_on or sitting.planned_on,
        state=sitting.state.label.in_(reader_language()),
        presence=f"{present} / {listed}" if listed else "",
        minutes=minutes_words(sitting),
        mark=look(worst) if worst else None,
    )


def minutes_words(sitting: Sitting) -> str:
    """Whether the minutes of a held sitting are signed."""
    if sitting.state is not SittingState.HELD:
        return ""
    minutes = getattr(sitting, "minutes", None)
    return _("signed") if minutes is not None and minutes.signed_on else _("not signed")


def next_sitting(sittings: Iterable[Sitting], today: date) -> Sitting | None:
    """The nearest sitting that is planned or announced; one whose day has passed comes first, because it waits to be recorded."""
    coming = [row for row in sittings if row.state in COMING]
    return min(coming, key=lambda row: (row.planned_on or date.max, row.pk), default=None)


def worst_by_sitting(findings: Iterable[Finding]) -> dict[int, Finding]:
    """The first, that is the worst, finding about each sitting itself."""
    found: dict[int, Finding] = {}
    for row in findings:
        if row.subject_type == SubjectKind.SITTING.value and row.subject_id is not None:
            found.setdefault(row.subject_id, row)
    return found


def subjects_at_hand(body: Body, sittings: Iterable[Sitting], plan: PlanDetail | None, more: Subjects) -> Subjects:
    """What the page knows already, with the items that had to be looked up."""
    return Subjects(
        bodies={body.pk: body.name},
        sittings={row.pk: row for row in sittings} | more.sittings,
        items=more.items,
        plans={plan.plan.pk: body.pk} if plan else {},
        papers=more.papers,
    )


# --- the plan and its route -------------------------------------------------------------------------------------------


def route_of(detail: PlanDetail | None, findings: Sequence[Finding]) -> list[RouteStep]:
    """Draft, adoption, consent where the rules ask for it, approval: what is done, what waits now, until when."""
    by_check = {row.check_id: row for row in reversed(findings) if row.subject_type != SubjectKind.SITTING.value}
    approval, consent = by_check.get(APPROVAL), by_check.get(CONSENT)
    acts = detail.acts if detail else []
    consents = [act for act in acts if act.kind is ActKind.CONSENT]
    approvals = [act for act in acts if act.kind is ActKind.APPROVAL]
    steps = [_draft(detail), _adoption(detail)]
    if consents or (consent is not None and consent.verdict not in (Verdict.NR, Verdict.LOST)):
        steps.append(_signed(_("Consent"), consents, _asked(consent, "by")))
    steps.append(_signed(_("Approval"), approvals, _asked(approval, "wanted"), refused=_is_wrong(approval, approvals)))
    return _with_current(steps)


def _draft(detail: PlanDetail | None) -> RouteStep:
    name = _("Draft")
    if detail is None:
        return RouteStep(name, "todo")
    return RouteStep(name, "done", who=detail.plan.drafted_by.label.in_(reader_language()))


def _adoption(detail: PlanDetail | None) -> RouteStep:
    on = detail.plan.adopted_on if detail else None
    return RouteStep(_("Adopted at a sitting"), "done" if on else "todo", on=on)


def _signed(name: str, acts: Sequence[RouteAct], asked: str, *, refused: bool = False) -> RouteStep:
    if not acts:
        return RouteStep(name, "todo", who=asked)
    act = acts[0]
    role = act.role.label.in_(reader_language()) if act.role else ""
    who = ", ".join(part for part in (act.who, role) if part)
    note = _("The rules ask for another office: %(office)s") % {"office": asked} if refused and asked else ""
    return RouteStep(name, "refused" if refused else "done", who=who, on=act.on, note=note)


def _asked(finding: Finding | None, name: str) -> str:
    """The office a rule names, in words; empty when the finding does not say."""
    if finding is None:
        return ""
    value = dict(decode_finding(finding.payload).values).get(name)
    roles = value if isinstance(value, tuple) else (value,)
    return ", ".join(role.label.in_(reader_language()) for role in roles if isinstance(role, Role))


def _is_wrong(finding: Finding | None, approvals: Sequence[RouteAct]) -> bool:
    if not approvals or finding is None:
        return False
    return finding.verdict is Verdict.FAIL or goes_wrong(decode_finding(finding.payload))


def _with_current(steps: list[RouteStep]) -> list[RouteStep]:
    """The first step that is not done is the one that waits now."""
    for place, step in enumerate(steps):
        if step.state == "todo":
            return [*steps[:place], RouteStep(step.name, "current", step.who, step.on, step.note), *steps[place + 1 :]]
    return steps


@dataclass(frozen=True, slots=True)
class PlanLine:
    """An item of a plan. `late` when its day has passed and nothing says that it was done or taken off."""

    text: str
    who: str
    due: date | None
    state: str
    done: bool
    late: bool


def plan_lines(items: Iterable[PlanItem], today: date) -> list[PlanLine]:
    """Items in their order."""
    language = reader_language()
    return [
        PlanLine(
            text=item.text or item_words(item.template_key),
            who=item.responsible.short_name if item.responsible else "",
            due=item.due_on,
            state=item.state.label.in_(language),
            done=item.state is not PlanItemState.PLANNED,
            late=item.state is PlanItemState.PLANNED and item.due_on is not None and item.due_on < today,
        )
        for item in items
    ]


def item_words(key: str) -> str:
    """The name of a template's item; its key when the template is not known."""
    try:
        return TemplateItem.of(key).label.in_(reader_language())
    except KeyError:
        return key


# --- resolutions ------------------------------------------------------------------------------------------------------


def is_late(resolution: Resolution, today: date) -> bool:
    """Whether its day has passed."""
    return resolution.due_on is not None and resolution.due_on < today
