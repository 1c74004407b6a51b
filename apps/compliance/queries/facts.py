"""Rows of the school's schema as the frozen facts the rulebook reads. One fixed number of queries, whatever the school's size."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from apps.acts.models import Act
from apps.bodies.enums import BodyKind, MembershipRole
from apps.bodies.models import Body, Membership
from apps.calendars.models import NonWorkingDay, Period, YearRevision
from apps.calendars.queries.years import YearInForce
from apps.compliance.queries import sitting_facts
from apps.people.models import Person, RoleHolding, ServiceSpell
from apps.plans.models import PlanItem, WorkPlan
from apps.rulebook import facts
from apps.rulebook.catalogues import PlanInput
from apps.rulebook.enums import AssociationKind, CouncilKind, Purpose
from apps.rulebook.enums import Body as DecidingBody

Row = TypeVar("Row")
OF_BODY = "body"
OF_PLAN = "plan"


def grouped(rows: Iterable[Row], key: Callable[[Row], Any]) -> dict[Any, list[Row]]:
    """Rows by key."""
    found: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def facts_of(item: YearInForce) -> facts.SchoolYear:
    """Everything the rules may ask about this year, as it stands now. Runs in the school's scope."""
    memberships = grouped(Membership.objects.all(), lambda row: row.body_id)
    acts = _acts(memberships)
    plans = _plans(item, acts)
    sittings = sitting_facts.by_body(item)
    bodies = list(Body.objects.all())
    members = {body.pk: memberships.get(body.pk, []) for body in bodies}
    subjects = {person.pk: frozenset(person.subjects) for person in Person.objects.only("pk", "subjects")}
    return facts.SchoolYear(
        id=str(item.year.start_year),
        calendar=_calendar(item),
        people=_people(),
        holdings=_holdings(),
        associations=tuple(
            _association(body, members[body.pk], acts, plans.get(body.pk, ()), sittings.get(body.pk, ()), subjects)
            for body in bodies
            if body.kind is BodyKind.ASSOCIATION
        ),
        councils=tuple(
            _council(body, members[body.pk], acts, sittings.get(body.pk, ()))
            for body in bodies
            if body.kind is BodyKind.COUNCIL
        ),
    )


def _calendar(item: YearInForce) -> facts.Calendar:
    revision = item.revision
    days_off = NonWorkingDay.objects.filter(day__range=(revision.starts_on, revision.close_on))
    older = YearRevision.objects.filter(year=item.year, version__lt=revision.version).order_by("version")
    published = [*older, revision]
    return facts.Calendar(
        id=str(item.year.pk),
        start=revision.starts_on,
        end=revision.ends_on,
        close_date=revision.close_on,
        version=revision.version,
        periods=tuple(
            facts.Period(id=str(row.pk), unit=row.unit, number=row.number, start=row.starts_on, end=row.ends_on)
            for row in Period.objects.filter(revision=revision)
        ),
        days_off=frozenset(days_off.values_list("day", flat=True)),
        revisions=tuple(
            facts.Revision(id=str(row.pk), end=row.ends_on, replaced_on=following.published_on)
            for row, following in zip(published, published[1:], strict=False)
        ),
    )


def _people() -> tuple[facts.Person, ...]:
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


def _holdings() -> tuple[facts.Holding, ...]:
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


def _acts(memberships: dict[int, list[Membership]]) -> dict[tuple[str, int], list[facts.Act]]:
    """Acts by what they are about: the subject written on them, and every body whose memberships cite them."""
    named: dict[int, set[str]] = defaultdict(set)
    cited: dict[int, set[int]] = defaultdict(set)
    for body_id, rows in memberships.items():
        for row in rows:
            if row.act_id is not None:
                named[row.act_id].add(str(row.person_id))
                cited[row.act_id].add(body_id)
    found: dict[tuple[str, int], list[facts.Act]] = defaultdict(list)
    for act in Act.objects.all():
        fact = _act(act, frozenset(named.get(act.pk, ())))
        places = {(OF_BODY, body_id) for body_id in cited.get(act.pk, ())}
        if act.subject_id is not None:
            places.add((act.subject_type, act.subject_id))
        for place in places:
            found[place].append(fact)
    return found


def _act(act: Act, persons: frozenset[str]) -> facts.Act:
    body = None
    if act.kind.value == "decision" and act.signed_role is None:
        body = DecidingBody.PEDAGOGICAL_COUNCIL
    return facts.Act(
        id=str(act.pk),
        kind=act.kind,
        on=act.act_date,
        purpose=act.purpose,
        role=act.signed_role,
        person=str(act.signed_by_id) if act.signed_by_id else None,
        body=body,
        persons=persons,
        until=act.revoked_on,
        number=act.number,
    )


def _plans(item: YearInForce, acts: dict[tuple[str, int], list[facts.Act]]) -> dict[int, tuple[facts.Plan, ...]]:
    """The newest version of each body's plan of the year."""
    newest = list(WorkPlan.objects.filter(year=item.year).order_by("body_id", "-version").distinct("body_id"))
    items = grouped(PlanItem.objects.filter(plan__in=newest), lambda row: row.plan_id)
    authors = grouped(WorkPlan.authors.through.objects.filter(workplan__in=newest), lambda row: row.workplan_id)
    return {
        plan.body_id: (
            facts.Plan(
                id=str(plan.pk),
                period_start=item.revision.starts_on,
                period_end=item.revision.ends_on,
                authors=frozenset(str(row.person_id) for row in authors.get(plan.pk, ())),
                inputs=frozenset(PlanInput(code) for code in plan.inputs),
                items=tuple(
                    facts.PlanItem(
                        id=str(row.pk),
                        key=row.template_key,
                        due_on=row.due_on,
                        done_on=row.done_on,
                        waived=bool(row.waiver_reason),
                    )
                    for row in items.get(plan.pk, ())
                ),
                acts=tuple(acts.get((OF_PLAN, plan.pk), ())),
            ),
        )
        for plan in newest
    }


def _terms(
    rows: list[Membership], role: MembershipRole, acts: list[facts.Act], purpose: Purpose
) -> tuple[facts.Term, ...]:
    return tuple(
        facts.Term(
            id=str(row.pk),
            person=str(row.person_id),
            since=row.valid_from,
            until=row.valid_until,
            acts=tuple(act for act in acts if act.purpose is purpose and str(row.person_id) in act.persons),
        )
        for row in rows
        if row.role is role
    )


def _association(
    body: Body,
    rows: list[Membership],
    acts: dict[tuple[str, int], list[facts.Act]],
    plans: tuple[facts.Plan, ...],
    sittings: tuple[facts.Sitting, ...],
    subjects: dict[int, frozenset[str]],
) -> facts.Association:
    papers = acts.get((OF_BODY, body.pk), [])
    return facts.Association(
        id=str(body.pk),
        kind=body.association_kind or AssociationKind.OTHER,
        subjects=frozenset(body.subjects),
        created_on=body.created_on,
        dissolved_on=body.dissolved_on,
        acts=tuple(papers),
        members=tuple(
            facts.Membership(
                id=str(row.pk),
                person=str(row.person_id),
                since=row.valid_from,
                until=row.valid_until,
                subjects=subjects.get(row.person_id, frozenset()),
            )
            for row in rows
        ),
        heads=_terms(rows, MembershipRole.HEAD, papers, Purpose.APPOINT_HEAD),
        plans=plans,
        sittings=sittings,
    )


def _council(
    body: Body,
    rows: list[Membership],
    acts: dict[tuple[str, int], list[facts.Act]],
    sittings: tuple[facts.Sitting, ...],
) -> facts.Council:
    papers = acts.get((OF_BODY, body.pk), [])
    return facts.Council(
        id=str(body.pk),
        kind=body.council_kind or CouncilKind.METHODICAL,
        created_on=body.created_on,
        dissolved_on=body.dissolved_on,
        acts=tuple(papers),
        members=tuple(
            facts.CouncilMembership(
                id=str(row.pk),
                person=str(row.person_id),
                since=row.valid_from,
                until=row.valid_until,
                category=row.category,
            )
            for row in rows
        ),
        chairs=_terms(rows, MembershipRole.CHAIR, papers, Purpose.APPOINT_CHAIR),
        secretaries=_terms(rows, MembershipRole.SECRETARY, papers, Purpose.MEMBERS),
        sittings=sittings,
    )
