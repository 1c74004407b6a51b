"""The year's plan of a demonstration council, on the way its charter names."""

from apps.acts.domain.papers import record_act
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.core.actor import Actor
from apps.plans.domain.plans import SUBJECT, draft_plan, record_plan_act
from apps.plans.enums import PlanDrafter, PlanForm, PlanTemplate
from apps.rulebook.enums import ActKind, Purpose, Role
from apps.sittings.models import Sitting
from usul.control.demo.schools import Story
from usul.control.demo.staff import Cast


def plan_of_council(*, by: Actor, story: Story, body: Body, year: AcademicYear, cast: Cast) -> None:
    """Considered at the year's first sitting, which elects the secretary; under MK also agreed by the director, confirmed by order."""
    first = Sitting.objects.filter(body=body, year=year, held_on__isnull=False).order_by("held_on").first()
    if first is None or first.held_on is None:
        return
    record_act(
        by=by, kind=ActKind.ELECTION, act_date=first.held_on, subject=("body", body.pk), persons=[cast.secretary]
    )
    by_chair = "MK" in story.modules.get("council", ())
    plan = draft_plan(
        by=by,
        body=body,
        year=year,
        template=PlanTemplate.OWN,
        drafted_by=PlanDrafter.CHAIR if by_chair else PlanDrafter.COUNCIL,
        form=PlanForm.CYCLOGRAM if by_chair else PlanForm.PLAN,
        adopted_at=first,
        adopted_on=first.held_on,
        inputs=("school_plan", "methodical_theme"),
    )
    if not by_chair:
        return
    director = cast.offices[Role.DIRECTOR]
    record_plan_act(
        by=by, plan=plan, kind=ActKind.CONSENT, act_date=first.held_on, signed_by=director, signed_role=Role.DIRECTOR
    )
    record_act(
        by=by,
        kind=ActKind.ORDER,
        purpose=Purpose.PLAN,
        act_date=first.held_on,
        number=f"{year.start_year % 100}-К",
        signed_by=director,
        signed_role=Role.DIRECTOR,
        subject=(SUBJECT, plan.pk),
        title="Кеңештин иш планын бекитүү жөнүндө",
    )
