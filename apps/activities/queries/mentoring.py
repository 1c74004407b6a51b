"""Mentoring pairs with their papers."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from apps.activities.models import MentoringPair, MentoringReport
from apps.acts.enums import STANDING
from apps.acts.models import Act
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.rulebook.enums import ActKind

SUBJECT = "mentoring"


@dataclass(frozen=True, slots=True)
class PairDetail:
    """A pair, its reports, and the order that stands."""

    pair: MentoringPair
    reports: list[MentoringReport]
    order: Act | None


def orders_of(pairs: Collection[int]) -> dict[int, Act]:
    """The standing order of each pair that has one, the newest first. One query."""
    rows = Act.objects.filter(
        kind=ActKind.ORDER, subject_type=SUBJECT, subject_id__in=pairs, state__in=STANDING, revoked_on__isnull=True
    )
    return {row.subject_id: row for row in rows.order_by("act_date", "pk") if row.subject_id is not None}


def pairs_of(body: Body, year: AcademicYear) -> list[PairDetail]:
    """Pairs of a year in the order of the mentors' names. Three queries."""
    rows = whole().filter(body=body, year=year).order_by("mentor__family_name", "mentor__given_name", "pk")
    return with_orders(list(rows))


def whole() -> QuerySet[MentoringPair]:
    """Pairs with their people and reports."""
    return MentoringPair.objects.select_related("body", "year", "mentor", "young").prefetch_related(
        Prefetch("reports", MentoringReport.objects.order_by("day", "pk"))
    )


def with_orders(rows: list[MentoringPair]) -> list[PairDetail]:
    """The same with the order of each. One query."""
    orders = orders_of([row.pk for row in rows])
    return [PairDetail(row, list(row.reports.all()), orders.get(row.pk)) for row in rows]
