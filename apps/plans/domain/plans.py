"""Drawing up a work plan, and recording its consent and approval."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from apps.acts.domain.papers import record_act
from apps.acts.models import Act
from apps.audit.domain.record import record_event
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.people.models import Person
from apps.plans import errors
from apps.plans.enums import PlanDrafter, PlanForm, PlanItemState, PlanTemplate
from apps.plans.models import PlanItem, WorkPlan
from apps.rulebook.enums import ActKind, Purpose, Role
from apps.sittings.models import Sitting

SUBJECT = "plan"
PLANNING = frozenset({BodyKind.ASSOCIATION, BodyKind.COUNCIL})
ROUTE_KINDS = frozenset({ActKind.CONSENT, ActKind.APPROVAL})


@dataclass(frozen=True, slots=True)
class PlanItemInput:
    """One line of a plan; `template_key` for an item of the template, `text` for the school's own."""

    template_key: str = ""
    text: str = ""
    responsible: Person | None = None
    due_on: date | None = None


@transaction.atomic
def draft_plan(
    *,
    by: Actor,
    body: Body,
    year: AcademicYear,
    template: PlanTemplate,
    drafted_by: PlanDrafter,
    form: PlanForm | None = None,
    authors: Iterable[Person] = (),
    adopted_at: Sitting | None = None,
    adopted_on: date | None = None,
    inputs: Iterable[str] = (),
    items: Iterable[PlanItemInput] = (),
) -> WorkPlan:
    """Enter the year's plan of an association or a council; a second one in the same year is its next version.

    Args:
        form: of a council's plan.

    Raises:
        Fault: not permitted, the body is neither an association nor a council.
    """
    require(by, Permission.PLAN_EDIT, body_id=body.pk)
    if body.kind not in PLANNING:
        raise errors.NOT_AN_ASSOCIATION(field="body", body=body.name)
    Body.objects.select_for_update().get(pk=body.pk)
    version = max(WorkPlan.objects.filter(body=body, year=year).values_list("version", flat=True), default=0) + 1
    plan = WorkPlan.objects.create(
        body=body,
        year=year,
        version=version,
        template=template,
        drafted_by=drafted_by,
        form=form if body.kind is BodyKind.COUNCIL else None,
        adopted_at=adopted_at,
        adopted_on=adopted_on or (adopted_at.held_on if adopted_at else None),
        inputs=sorted(inputs),
    )
    plan.authors.set(authors)
    PlanItem.objects.bulk_create(
        PlanItem(
            plan=plan, position=n, template_key=i.template_key, text=i.text, responsible=i.responsible, due_on=i.due_on
        )
        for n, i in enumerate(items, start=1)
    )
    record_event(by=by, action="plan.drafted", subject=(SUBJECT, plan.pk), data={"version": version})
    tell_change(year=year.start_year)
    return plan


@transaction.atomic
def record_plan_act(
    *,
    by: Actor,
    plan: WorkPlan,
    kind: ActKind,
    act_date: date,
    signed_by: Person | None,
    signed_role: Role,
    number: str = "",
) -> Act:
    """Enter a consent to the plan or its approval, as the paper stands.

    A signature by someone who did not hold the office on that day is recorded; the rulebook judges it.

    Raises:
        Fault: not permitted, neither consent nor approval, dated in the future.
    """
    if kind not in ROUTE_KINDS:
        raise errors.NOT_AN_APPROVAL(field="kind", kind=kind)
    act = record_act(
        by=by,
        kind=kind,
        act_date=act_date,
        purpose=Purpose.PLAN,
        number=number,
        signed_by=signed_by,
        signed_role=signed_role,
        subject=(SUBJECT, plan.pk),
    )
    tell_change(year=plan.year.start_year)
    return act


@transaction.atomic
def complete_item(*, by: Actor, item: PlanItem, done_on: date, result: str = "") -> None:
    """Note that an item of the plan has been carried out.

    Raises:
        Fault: not permitted.
    """
    require(by, Permission.PLAN_EDIT, body_id=item.plan.body_id)
    item.state = PlanItemState.DONE
    item.done_on = done_on
    item.result = result
    item.save(update_fields=["state", "done_on", "result"])
    record_event(
        by=by,
        action="plan_item.done",
        subject=(SUBJECT, item.plan_id),
        act_date=done_on,
        data={"position": item.position},
    )
    tell_change(year=item.plan.year.start_year)
