"""Whether a person may be appointed head on a day, argued by the rulebook before anything is signed."""

from collections.abc import Iterable
from datetime import date, timedelta

from apps.bodies.enums import BodyKind, MembershipRole
from apps.bodies.models import Body, Membership
from apps.charters.queries.policy import school_policy
from apps.people.models import Person, ServiceSpell
from apps.rulebook import facts
from apps.rulebook.engine import evaluate
from apps.rulebook.enums import AssociationKind
from apps.rulebook.findings import Finding

OF_THE_PERSON = ("HD-3", "HD-4")
OF_THE_NUMBER = ("AS-2",)


def eligibility_of(people: Iterable[Person], *, on: date) -> dict[int, list[Finding]]:
    """Education and years of work as the job description in force on `on` judges them (ABDH 1.1), by person. Three queries.

    An order of that day is assumed for everyone; nothing is stored.
    """
    candidates = {person.pk: person for person in people}
    spells: dict[int, list[ServiceSpell]] = {}
    for row in ServiceSpell.objects.filter(person__in=candidates, in_education=True).order_by("pk"):
        spells.setdefault(row.person_id, []).append(row)
    told = tuple(
        facts.Person(
            id=str(number),
            education=person.education,
            spells=tuple(
                facts.Spell(id=str(row.pk), since=row.valid_from, until=row.valid_until)
                for row in spells.get(number, ())
            ),
        )
        for number, person in candidates.items()
    )
    headed = tuple(
        facts.Association(
            id=str(number),
            kind=AssociationKind.OTHER,
            created_on=on,
            heads=(facts.Term(id=str(number), person=str(number), since=on),),
        )
        for number in candidates
    )
    year = facts.SchoolYear(id="", calendar=_calendar(on), people=told, associations=headed)
    found: dict[int, list[Finding]] = {number: [] for number in candidates}
    for finding in evaluate(year, school_policy(), on, only=OF_THE_PERSON) if candidates else ():
        if finding.subject.id.isdigit():
            found[int(finding.subject.id)].append(finding)
    return found


def below_minimum(bodies: Iterable[Body], *, on: date) -> tuple[Finding, ...]:
    """What the rulebook says of the number of subject teachers in each association on `on` (S33U 1.2). Three queries."""
    associations = [body for body in bodies if body.kind is BodyKind.ASSOCIATION]
    rows = Membership.objects.filter(body__in=associations).select_related("person").order_by("pk")
    members: dict[int, list[facts.Membership]] = {}
    for row in rows:
        members.setdefault(row.body_id, []).append(
            facts.Membership(
                id=str(row.pk),
                person=str(row.person_id),
                since=row.valid_from,
                until=row.valid_until,
                subjects=frozenset(row.person.subjects),
            )
        )
    told = tuple(
        facts.Association(
            id=str(body.pk),
            kind=body.association_kind or AssociationKind.OTHER,
            subjects=frozenset(body.subjects),
            created_on=body.created_on,
            dissolved_on=body.dissolved_on,
            members=tuple(members.get(body.pk, ())),
        )
        for body in associations
    )
    year = facts.SchoolYear(id="", calendar=_calendar(on), associations=told)
    return evaluate(year, school_policy(), on, only=OF_THE_NUMBER)


def _calendar(on: date) -> facts.Calendar:
    """A year around the day, for checks that read nothing of the calendar but the day itself."""
    return facts.Calendar(
        id="", start=on - timedelta(days=1), end=on + timedelta(days=1), close_date=on + timedelta(days=1)
    )


def head_on(body: Body, day: date) -> Membership | None:
    """Whoever leads the body on the day: head of an association or group, chair of a council. One query."""
    rows = Membership.objects.filter(body=body, role__in=(MembershipRole.HEAD, MembershipRole.CHAIR))
    return next((row for row in rows.select_related("person") if row.holds_on(day)), None)
