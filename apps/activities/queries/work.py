"""The year's work of a body, and what each of its members has of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from apps.activities.enums import WorkKind
from apps.activities.models import Activity
from apps.bodies.models import Body, Membership
from apps.calendars.models import AcademicYear
from apps.calendars.queries.years import YearInForce
from apps.people.models import Person


@dataclass(frozen=True, slots=True)
class MemberWork:
    """What a member of the year has on record: the topic, creative reports (newest first)."""

    person: Person
    topic: Activity | None
    reports: tuple[Activity, ...]

    @property
    def handed_on(self) -> date | None:
        """The day on which the last report went to the leadership."""
        return max((row.handed_on for row in self.reports if row.handed_on), default=None)


def work_of(body: Body, year: AcademicYear, *, kind: WorkKind | None = None) -> QuerySet[Activity]:
    """Work of a year, the newest first, with the people a line names."""
    rows = Activity.objects.filter(body=body, year=year).select_related("person", "teacher").order_by("-day", "-pk")
    return rows.filter(kind=kind) if kind else rows


def whole() -> QuerySet[Activity]:
    """Work with everything that is shown of it."""
    return Activity.objects.select_related("body", "year", "person", "teacher").prefetch_related("lessons")


def members_of_all(bodies: Iterable[Body], item: YearInForce, *, on: date) -> dict[int, list[MemberWork]]:
    """Topic and creative reports of everyone who was a member on some day of the school year up to `on`, by body and name. Two queries."""
    numbers = [body.pk for body in bodies]
    start, end = item.revision.starts_on, min(item.revision.ends_on, max(on, item.revision.starts_on))
    seats = Membership.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gt=start), body__in=numbers, valid_from__lte=end
    ).select_related("person")
    people = {(seat.body_id, seat.person_id): seat.person for seat in seats}
    work: dict[tuple[int, int | None], list[Activity]] = {}
    rows = Activity.objects.filter(
        body__in=numbers, year=item.year, kind__in=(WorkKind.TOPIC, WorkKind.CREATIVE_REPORT)
    )
    for row in rows.order_by("-day", "-pk"):
        work.setdefault((row.body_id, row.person_id), []).append(row)
    found: dict[int, list[MemberWork]] = {}
    by_name = sorted(people.items(), key=lambda one: (one[1].family_name, one[1].given_name, one[0]))
    for key, person in by_name:
        own = work.get(key, [])
        topic = next((row for row in own if row.kind is WorkKind.TOPIC), None)
        reports = tuple(row for row in own if row.kind is WorkKind.CREATIVE_REPORT)
        found.setdefault(key[0], []).append(MemberWork(person, topic, reports))
    return found


def members_work(body: Body, item: YearInForce, *, on: date) -> list[MemberWork]:
    """The same of one body. Two queries."""
    return members_of_all([body], item, on=on).get(body.pk, [])


def own_work(person: int, year: AcademicYear) -> list[Activity]:
    """A person's own topic, reports and visits of a year, the newest first. One query."""
    kinds = (WorkKind.TOPIC, WorkKind.CREATIVE_REPORT, WorkKind.VISIT)
    rows = Activity.objects.filter(person_id=person, year=year, kind__in=kinds)
    return list(rows.select_related("body", "teacher").order_by("-day", "-pk"))
