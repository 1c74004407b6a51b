"""Rows of the school's schema as the frozen facts the rulebook reads. One fixed number of queries, whatever the school's size."""

from collections import defaultdict
from dataclasses import dataclass

from apps.acts.models import Act
from apps.bodies.enums import BodyKind, MembershipRole
from apps.bodies.models import Body, Membership
from apps.calendars.queries.years import YearInForce
from apps.compliance.queries import charter_facts, frame_facts, sitting_facts
from apps.compliance.queries.grouping import grouped
from apps.people.models import Person
from apps.plans.models import PlanItem, WorkPlan
from apps.rulebook import facts
from apps.rulebook.catalogues import PlanInput
from apps.rulebook.enums import ActKind, AssociationKind, CouncilKind, Purpose
from apps.rulebook.enums import Body as DecidingBody

OF_BODY = "body"
OF_PLAN = "plan"
Acts = dict[tuple[str, int], list[facts.Act]]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that belongs to bodies, by body."""

    memberships: dict[int, list[Membership]]
    acts: Acts
    plans: dict[int, tuple[facts.Plan, ...]]
    sittings: dict[int, tuple[facts.Sitting, ...]]
    reviews: dict[int, tuple[facts.YearReview, ...]]
    subjects: dict[int, frozenset[str]]


def facts_of(item: YearInForce) -> facts.SchoolYear:
    """Everything the rules may ask about this year, as it stands now. Runs in the school's scope."""
    memberships = grouped(Membership.objects.all(), lambda row: row.body_id)
    acts = _acts(memberships)
    records = Records(
        memberships=memberships,
        acts=acts,
        plans=_plans(item, acts),
        sittings=sitting_facts.by_body(item),
        reviews=sitting_facts.reviews(item),
        subjects={person.pk: frozenset(person.subjects) for person in Person.objects.only("pk", "subjects")},
    )
    bodies = list(Body.objects.all())
    return facts.SchoolYear(
        id=str(item.year.start_year),
        calendar=frame_facts.calendar(item),
        people=frame_facts.people(),
        holdings=frame_facts.holdings(),
        associations=tuple(_association(body, records) for body in bodies if body.kind is BodyKind.ASSOCIATION),
        councils=tuple(_council(body, records) for body in bodies if body.kind is BodyKind.COUNCIL),
        charters=charter_facts.charters(acts, since=item.revision.starts_on),
    )


def _acts(memberships: dict[int, list[Membership]]) -> Acts:
    """Acts by what they are about: the subject written on them, and every body whose memberships cite them."""
    named: dict[int, set[str]] = defaultdict(set)
    cited: dict[int, set[int]] = defaultdict(set)
    for body_id, rows in memberships.items():
        for row in rows:
            if row.act_id is not None:
                named[row.act_id].add(str(row.person_id))
                cited[row.act_id].add(body_id)
    found: Acts = defaultdict(list)
    for act in Act.objects.defer("data", "text", "reply"):
        fact = _act(act, frozenset(named.get(act.pk, ())))
        places = {(OF_BODY, body_id) for body_id in cited.get(act.pk, ())}
        if act.subject_id is not None:
            places.add((act.subject_type, act.subject_id))
        for place in places:
            found[place].append(fact)
    return found


def _act(act: Act, persons: frozenset[str]) -> facts.Act:
    by_council = act.kind is ActKind.DECISION and act.signed_role is None
    return facts.Act(
        id=str(act.pk),
        kind=act.kind,
        on=act.act_date,
        purpose=act.purpose,
        role=act.signed_role,
        person=str(act.signed_by_id) if act.signed_by_id else None,
        body=DecidingBody.PEDAGOGICAL_COUNCIL if by_council else None,
        persons=persons,
        until=act.revoked_on,
        number=act.number,
    )


def _plans(item: YearInForce, acts: Acts) -> dict[int, tuple[facts.Plan, ...]]:
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
                inputs=frozenset(PlanInput.of(code) for code in plan.inputs),
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


def _association(body: Body, records: Records) -> facts.Association:
    papers = records.acts.get((OF_BODY, body.pk), [])
    rows = records.memberships.get(body.pk, [])
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
                subjects=records.subjects.get(row.person_id, frozenset()),
            )
            for row in rows
        ),
        heads=_terms(rows, MembershipRole.HEAD, papers, Purpose.APPOINT_HEAD),
        plans=records.plans.get(body.pk, ()),
        sittings=records.sittings.get(body.pk, ()),
        reviews=records.reviews.get(body.pk, ()),
    )


def _council(body: Body, records: Records) -> facts.Council:
    papers = records.acts.get((OF_BODY, body.pk), [])
    rows = records.memberships.get(body.pk, [])
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
        sittings=records.sittings.get(body.pk, ()),
    )
