"""The year's work of a body, and what each of its members has of it."""

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


def members_of_year(body: Body, item: YearInForce, *, on: date) -> list[Person]:
    """Who was a member on some day of the school year up to `on`, by name. One query."""
    start, end = item.revision.starts_on, min(item.revision.ends_on, max(on, item.revision.starts_on))
    rows = Membership.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gt=start), body=body, valid_from__lte=end
    )
    people = {row.person_id: row.person for row in rows.select_related("person")}
    return sorted(people.values(), key=lambda one: (one.family_name, one.given_name, one.pk))


def members_work(body: Body, item: YearInForce, *, on: date) -> list[MemberWork]:
    """Topic and creative reports of every member of the year. Two queries."""
    rows = work_of(body, item.year).filter(kind__in=(WorkKind.TOPIC, WorkKind.CREATIVE_REPORT))
    by_person: dict[int | None, list[Activity]] = {}
    for row in rows:
        by_person.setdefault(row.person_id, []).append(row)
    return [
        MemberWork(
            person,
            next((row for row in by_person.get(person.pk, []) if row.kind is WorkKind.TOPIC), None),
            tuple(row for row in by_person.get(person.pk, []) if row.kind is WorkKind.CREATIVE_REPORT),
        )
        for person in members_of_year(body, item, on=on)
    ]


def own_work(person: int, year: AcademicYear) -> list[Activity]:
    """A person's own topic, reports and visits of a year, the newest first. One query."""
    kinds = (WorkKind.TOPIC, WorkKind.CREATIVE_REPORT, WorkKind.VISIT)
    rows = Activity.objects.filter(person_id=person, year=year, kind__in=kinds)
    return list(rows.select_related("body", "teacher").order_by("-day", "-pk"))
