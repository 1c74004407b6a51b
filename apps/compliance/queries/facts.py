"""Rows of the school's schema as the frozen facts the rulebook reads. One fixed number of queries, whatever the school's size."""

from dataclasses import dataclass
from datetime import date

from apps.bodies.enums import BodyKind, MembershipRole
from apps.bodies.models import Body, Directions, Membership
from apps.calendars.queries.years import YearInForce
from apps.compliance.queries import activity_facts, charter_facts, dossier_facts, frame_facts, plan_facts, sitting_facts
from apps.compliance.queries.act_facts import OF_BODY, OF_DIRECTIONS, Acts, acts_by_place
from apps.compliance.queries.grouping import grouped
from apps.compliance.queries.paper_facts import PaperFacts, paper_facts
from apps.people.models import Person
from apps.rulebook import facts
from apps.rulebook.enums import ActKind, AssociationKind, CouncilKind, Purpose
from apps.rulebook.parameters.associations import DIRECTIONS_SCOPE

# with an order that appoints, these papers lead to an office
ON_THE_WAY = frozenset({Purpose.APPROVE_HEAD})


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that belongs to bodies, by body."""

    memberships: dict[int, list[Membership]]
    acts: Acts
    plans: dict[int, facts.Plan]
    council_plans: dict[int, facts.CouncilPlan]
    directions: dict[int, tuple[facts.Directions, ...]]
    sittings: dict[int, tuple[facts.Sitting, ...]]
    reviews: dict[int, tuple[facts.YearReview, ...]]
    reports: dict[int, tuple[facts.CouncilReport, ...]]
    subjects: dict[int, frozenset[str]]
    dossiers: dossier_facts.DossierRecords
    papers: PaperFacts
    work: dict[int, activity_facts.Work]
    monthly_plans: dict[int, tuple[facts.MonthlyPlan, ...]]
    schedules: dict[int, tuple[facts.Schedule, ...]]


def facts_of(item: YearInForce) -> facts.SchoolYear:
    """Everything the rules may ask about this year, as it stands now. Runs in the school's scope."""
    memberships = grouped(Membership.objects.all(), lambda row: row.body_id)
    acts = acts_by_place(memberships)
    plans, council_plans = plan_facts.plans_by_body(item, acts)
    records = Records(
        memberships=memberships,
        acts=acts,
        plans=plans,
        council_plans=council_plans,
        directions=_directions(item, acts),
        sittings=sitting_facts.by_body(item),
        reviews=sitting_facts.reviews(item),
        reports=sitting_facts.council_reports(item),
        subjects={person.pk: frozenset(person.subjects) for person in Person.objects.only("pk", "subjects")},
        dossiers=dossier_facts.dossiers(item),
        papers=paper_facts(item),
        work=activity_facts.by_body(item, acts),
        monthly_plans=plan_facts.monthly_plans(item),
        schedules=plan_facts.schedules(item),
    )
    bodies = list(Body.objects.all())
    calendar = frame_facts.calendar(item)
    return facts.SchoolYear(
        id=str(item.year.start_year),
        calendar=calendar,
        people=frame_facts.people(),
        holdings=frame_facts.holdings(),
        associations=tuple(_association(body, records) for body in bodies if body.kind is BodyKind.ASSOCIATION),
        councils=tuple(_council(body, records) for body in bodies if body.kind is BodyKind.COUNCIL),
        groups=tuple(_group(body, memberships.get(body.pk, [])) for body in bodies if _is_group(body)),
        nominations=records.papers.nominations,
        programmes=records.papers.programmes,
        charters=charter_facts.charters(acts, since=item.revision.starts_on),
        folders=dossier_facts.folders(item),
        head_of_studies=dossier_facts.head_of_studies(calendar, records.dossiers),
    )


def _terms(
    rows: list[Membership], role: MembershipRole, acts: list[facts.Act], purpose: Purpose
) -> tuple[facts.Term, ...]:
    return tuple(
        facts.Term(
            id=str(row.pk),
            person=str(row.person_id),
            since=row.valid_from,
            until=row.valid_until,
            acts=tuple(act for act in acts if str(row.person_id) in act.persons and _leads_to(act, purpose)),
        )
        for row in rows
        if row.role is role
    )


def _leads_to(act: facts.Act, purpose: Purpose) -> bool:
    """Whether an act is the paper of an office, or an election or approval on the way to it."""
    return act.purpose is purpose or act.purpose in ON_THE_WAY or act.kind is ActKind.ELECTION


def _directions(item: YearInForce, acts: Acts) -> dict[int, tuple[facts.Directions, ...]]:
    """Directions of the year by body. One query."""
    scopes = set(DIRECTIONS_SCOPE.allowed)
    found: dict[int, tuple[facts.Directions, ...]] = {}
    for row in Directions.objects.filter(year=item.year):
        scope = frozenset(part for part, words in row.content.items() if words and part in scopes)
        papers = tuple(acts.get((OF_DIRECTIONS, row.pk), ()))
        found[row.body_id] = (facts.Directions(id=str(row.pk), scope=scope, acts=papers),)
    return found


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
        directions=records.directions.get(body.pk, ()),
        plans=(records.plans[body.pk],) if body.pk in records.plans else (),
        sittings=records.sittings.get(body.pk, ()),
        reviews=records.reviews.get(body.pk, ()),
        papers=records.dossiers.papers_of(body.pk),
        cards=records.dossiers.cards_of(rows),
        week_held_alone=body.pk in records.dossiers.papers.week_alone,
        reports=records.papers.reports.get(body.pk, ()),
        materials=records.papers.materials.get(body.pk, ()),
        monthly_plans=records.monthly_plans.get(body.pk, ()),
        schedules=records.schedules.get(body.pk, ()),
        **records.work.get(body.pk, activity_facts.Work()).of_association(),
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
        plans=(records.council_plans[body.pk],) if body.pk in records.council_plans else (),
        sittings=records.sittings.get(body.pk, ()),
        reports=records.reports.get(body.pk, ()),
        activities=tuple(records.work.get(body.pk, activity_facts.Work()).activities),
    )


def _is_group(body: Body) -> bool:
    return body.kind is BodyKind.CREATIVE_GROUP and body.created_on is not None


def _group(body: Body, rows: list[Membership]) -> facts.Group:
    """A creative group with those who are in it now."""
    open_rows = [row for row in rows if row.valid_until is None]
    return facts.Group(
        id=str(body.pk),
        head=next((str(row.person_id) for row in open_rows if row.role is MembershipRole.HEAD), None),
        members=frozenset(str(row.person_id) for row in open_rows),
        since=body.created_on or date.min,
        until=body.dissolved_on,
    )
