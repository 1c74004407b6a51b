"""The frame of a year as facts: calendar, staff, offices."""

from itertools import pairwise

from apps.calendars.models import NonWorkingDay, Period, YearRevision
from apps.calendars.queries.years import YearInForce
from apps.compliance.queries.grouping import grouped
from apps.people.models import Person, RoleHolding, ServiceSpell
from apps.rulebook import facts


def calendar(item: YearInForce) -> facts.Calendar:
    """The year as it stands, with what was published before. Three queries."""
    revision = item.revision
    days_off = NonWorkingDay.objects.filter(day__range=(revision.starts_on, revision.close_on))
    older = YearRevision.objects.filter(year=item.year, version__lt=revision.version).order_by("version")
    published = [*older, revision]
    periods: dict[int, tuple[facts.Period, ...]] = {
        key: tuple(
            facts.Period(id=str(row.pk), unit=row.unit, number=row.number, start=row.starts_on, end=row.ends_on)
            for row in rows
        )
        for key, rows in grouped(Period.objects.filter(revision__in=published), lambda row: row.revision_id).items()
    }
    return facts.Calendar(
        id=str(item.year.pk),
        start=revision.starts_on,
        end=revision.ends_on,
        close_date=revision.close_on,
        version=revision.version,
        periods=periods.get(revision.pk, ()),
        days_off=frozenset(days_off.values_list("day", flat=True)),
        revisions=tuple(
            facts.Revision(
                id=str(row.pk),
                end=row.ends_on,
                replaced_on=following.published_on,
                close_date=row.close_on,
                periods=periods.get(row.pk, ()),
            )
            for row, following in pairwise(published)
        ),
    )


def people() -> tuple[facts.Person, ...]:
    """Education and service of the staff. Two queries."""
    spells = grouped(ServiceSpell.objects.filter(in_education=True), lambda row: row.person_id)
    return tuple(
        facts.Person(
            id=str(person.pk),
            education=person.education,
            spells=tuple(
                facts.Spell(id=str(row.pk), since=row.valid_from, until=row.valid_until)
                for row in spells.get(person.pk, ())
            ),
        )
        for person in Person.objects.only("pk", "education")
    )


def holdings() -> tuple[facts.Holding, ...]:
    """Offices held. One query."""
    return tuple(
        facts.Holding(
            id=str(row.pk),
            person=str(row.person_id),
            role=row.role,
            since=row.valid_from,
            until=row.valid_until,
            acting=row.acting,
        )
        for row in RoleHolding.objects.all()
    )
