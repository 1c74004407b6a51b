"""Work plans with the acts of their route."""

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.db.models.functions import JSONObject

from apps.acts.models import Act
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.people.models import Person
from apps.plans.models import PlanItem, WorkPlan
from apps.rulebook.enums import ActKind, Role

SUBJECT = "plan"


@dataclass(frozen=True, slots=True)
class RouteAct:
    """A consent or an approval of a plan as its paper says; whether the signer held the office is judged by the rulebook."""

    kind: ActKind
    on: date
    role: Role | None
    who: str


@dataclass(frozen=True, slots=True)
class PlanDetail:
    """The newest version of a plan with its items and its acts, oldest first."""

    plan: WorkPlan
    items: list[PlanItem]
    acts: list[RouteAct]


def plans_of(year: AcademicYear) -> QuerySet[WorkPlan]:
    """The newest version of each body's plan of the year, with `consented` and `approved`: whether such an act holds."""
    about = _acts()
    return (
        WorkPlan.objects.filter(year=year)
        .annotate(
            consented=Exists(about.filter(kind=ActKind.CONSENT)), approved=Exists(about.filter(kind=ActKind.APPROVAL))
        )
        .order_by("body_id", "-version")
        .distinct("body_id")
    )


def plan_of(body: Body, year: AcademicYear) -> PlanDetail | None:
    """The newest version of a body's plan of the year. Two queries."""
    acts = _acts().filter(kind__in=(ActKind.CONSENT, ActKind.APPROVAL)).order_by("act_date", "pk")
    as_data = JSONObject(
        kind="kind",
        on="act_date",
        role="signed_role",
        family="signed_by__family_name",
        given="signed_by__given_name",
        patronymic="signed_by__patronymic",
    )
    items = PlanItem.objects.select_related("responsible").order_by("position")
    plan = (
        WorkPlan.objects.filter(body=body, year=year)
        .annotate(route=ArraySubquery(acts.values(found=as_data)))
        .prefetch_related(Prefetch("items", items))
        .order_by("-version")
        .first()
    )
    if plan is None:
        return None
    return PlanDetail(plan, list(plan.items.all()), [_route_act(row) for row in plan.route])


def _acts() -> QuerySet[Act]:
    return Act.objects.filter(subject_type=SUBJECT, subject_id=OuterRef("pk"), revoked_on__isnull=True)


def _route_act(row: dict[str, str | None]) -> RouteAct:
    signer = Person(family_name=row["family"] or "", given_name=row["given"] or "", patronymic=row["patronymic"] or "")
    return RouteAct(
        kind=ActKind.of(row["kind"] or ""),
        on=date.fromisoformat(row["on"] or ""),
        role=Role.of(row["role"]) if row["role"] else None,
        who=signer.short_name,
    )


def items_of_plan(body: Body, year: AcademicYear) -> list[PlanItem]:
    """Items of the newest version of a body's plan of the year, in their order; none without a plan. One query."""
    newest = WorkPlan.objects.filter(body=body, year=year).order_by("-version").values("pk")[:1]
    rows = PlanItem.objects.filter(plan__in=newest).select_related("responsible")
    return list(rows.order_by("position"))
