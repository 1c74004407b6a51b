"""Rules of the council's work: plan, secretary, year end, reports, hearings, resolutions, programmes, proposals."""

from datetime import date

from apps.rulebook.catalogues import ProgrammeKind
from apps.rulebook.checks import targets
from apps.rulebook.checks.activities import decided_before, decision_of
from apps.rulebook.checks.base import (
    Due,
    Measure,
    Outcome,
    all_of,
    found,
    major,
    minor,
    not_applicable,
    passed,
    pending,
    rule,
    unset,
    warned,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.index import by_id
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.checks.plans import first_period_end
from apps.rulebook.enums import ActKind, Body, ItemKind, PeriodUnit, Role, SubjectKind
from apps.rulebook.facts import Act, Association, Council, CouncilPlan, Nomination, Programme, Resolution
from apps.rulebook.parameters.councils import (
    COUNCIL_CADENCE,
    COUNCIL_DECISION_EXECUTION,
    COUNCIL_HEARS_REPORTS,
    COUNCIL_PLAN_DRAFTER,
    COUNCIL_PLAN_FORM,
    COUNCIL_PLAN_ROUTE,
    COUNCIL_REPORTS_TO,
    COUNCIL_SECRETARY_METHOD,
    COUNCIL_YEAR_END,
    COUNCIL_YEAR_END_ITEMS,
    PROGRAMME_APPROVER,
    PROGRAMME_RECOMMENDER,
)
from apps.rulebook.parameters.heads import ATTESTATION_AWARDS_BY
from apps.rulebook.parameters.settings import COLLECTIVE_REPORT, COUNCIL_REPORTS_MIN, HEARINGS_MIN
from apps.rulebook.periods import main_unit

APPROVING = (ActKind.APPROVAL, ActKind.DECISION, ActKind.ADOPTION)
RECOMMENDING = (ActKind.RECOMMENDATION, ActKind.DECISION)
SITTING_STEPS = (ActKind.CONSIDERATION, ActKind.APPROVAL, ActKind.ADOPTION, ActKind.DECISION)


class CouncilPlanRoute(Outcome):
    """CN-5."""

    IN_ORDER = passed()
    NO_PLAN = major(Next.ROUTE_COUNCIL_PLAN)
    WRONG_FORM = major(Next.ROUTE_COUNCIL_PLAN)
    WRONG_DRAFTER = major(Next.ROUTE_COUNCIL_PLAN)
    STEP_MISSING = major(Next.ROUTE_COUNCIL_PLAN)
    LATE = major(Next.ROUTE_COUNCIL_PLAN)
    OPEN = pending(Next.ROUTE_COUNCIL_PLAN)
    NO_PERIODS = unset(Next.ADD_PERIODS)


@rule(
    "CN-5",
    per=targets.councils,
    table=CouncilPlanRoute,
    clauses=("MK 7.3", "IMK 5.1"),
    due=Due.FIRST_PERIOD_END,
    subject=SubjectKind.COUNCIL,
    needs=(COUNCIL_PLAN_ROUTE, COUNCIL_PLAN_FORM, COUNCIL_PLAN_DRAFTER),
    gate=all_of(COUNCIL_PLAN_ROUTE),
)
def council_plan_route(case: Case, council: Council) -> Measure:
    """The council's plan passes the steps of the charter in their order by the end of the year's first period."""
    limit = first_period_end(case, case.calendar.start)
    if limit is None:
        return found(CouncilPlanRoute.NO_PERIODS)
    ranked = [plan_outcome(case, council, plan, limit) for plan in sorted(council.plans, key=by_id)]
    outcome = CouncilPlanRoute.IN_ORDER if CouncilPlanRoute.IN_ORDER in ranked else next(iter(ranked), None)
    if outcome is not CouncilPlanRoute.IN_ORDER and case.open_until(limit):
        outcome = CouncilPlanRoute.OPEN
    route = tuple(COUNCIL_PLAN_ROUTE.allowed[step] for step in case.value(COUNCIL_PLAN_ROUTE))
    facts = sorted(row.id for row in council.plans)
    return found(outcome or CouncilPlanRoute.NO_PLAN, limit=limit, facts=facts, route=route)


def plan_outcome(case: Case, council: Council, plan: CouncilPlan, limit: date) -> CouncilPlanRoute:
    """Form, drafter and steps of one plan."""
    if case.maybe(COUNCIL_PLAN_FORM) == "cyclogram" and plan.form != "cyclogram":
        return CouncilPlanRoute.WRONG_FORM
    if case.maybe(COUNCIL_PLAN_DRAFTER) == "chair" and plan.drafter != "chair":
        return CouncilPlanRoute.WRONG_DRAFTER
    last: date | None = None
    for step in case.value(COUNCIL_PLAN_ROUTE):
        days = [act.on for act in case.index.acts(plan.acts) if is_step(case, council, act, step)]
        later = [day for day in days if last is None or day >= last]
        if not later:
            return CouncilPlanRoute.STEP_MISSING
        last = min(later)
    return CouncilPlanRoute.LATE if last and last > limit else CouncilPlanRoute.IN_ORDER


def is_step(case: Case, council: Council, act: Act, step: str) -> bool:
    """True when an act is this step of the route."""
    match step:
        case "sitting":
            return act.body is Body.COUNCIL and act.kind in SITTING_STEPS
        case "first_sitting":
            return act.body is Body.COUNCIL and act.kind in SITTING_STEPS[1:] and at_first_sitting(case, council, act)
        case "order":
            return act.kind is ActKind.ORDER and case.made_by(act, [Role.DIRECTOR])
        case _:
            return act.kind is ActKind.CONSENT and case.made_by(act, [Role.DIRECTOR])


def at_first_sitting(case: Case, council: Council, act: Act) -> bool:
    """True when an act was made at the year's first sitting."""
    held = case.index.held_in_year(council)
    return bool(held) and (act.sitting == held[0].id if act.sitting else act.on == held[0].held_on)


class Secretary(Outcome):
    """CN-11."""

    ELECTED = passed()
    NOT_ELECTED = minor(Next.ELECT_SECRETARY)
    OPEN = pending(Next.ELECT_SECRETARY)


@rule(
    "CN-11",
    per=targets.councils,
    table=Secretary,
    clauses=("IMK 5.4",),
    due=Due.FIRST_SITTING,
    subject=SubjectKind.COUNCIL,
    needs=(COUNCIL_SECRETARY_METHOD,),
)
def secretary(case: Case, council: Council) -> Measure:
    """A secretary is elected at the year's first sitting."""
    held = case.index.held_in_year(council)
    if not held:
        return found(Secretary.NOT_ELECTED if case.closed else Secretary.OPEN, held=None)
    elections = [a for row in council.secretaries for a in case.index.acts(row.acts) if a.kind is ActKind.ELECTION]
    good = [act for act in elections if at_first_sitting(case, council, act)]
    outcome = Secretary.ELECTED if good else Secretary.NOT_ELECTED
    return found(outcome, limit=held[0].held_on, facts=[act.id for act in good], held=held[0].held_on)


class YearEndSitting(Outcome):
    """CN-12."""

    HELD = passed()
    NO_SITTING = major(Next.HOLD_YEAR_END)
    TOO_EARLY = major(Next.HOLD_YEAR_END)
    TOO_LATE = major(Next.HOLD_YEAR_END)
    ITEMS_MISSING = major(Next.HOLD_YEAR_END)
    OPEN = pending(Next.HOLD_YEAR_END)
    NO_PERIODS = unset(Next.ADD_PERIODS)


@rule(
    "CN-12",
    per=targets.councils,
    table=YearEndSitting,
    clauses=("IMK 5.2",),
    due=Due.YEAR_END,
    subject=SubjectKind.COUNCIL,
    needs=(COUNCIL_YEAR_END,),
)
def year_end_sitting(case: Case, council: Council) -> Measure:
    """The year's last sitting lies in its last period, sums up and sets the next directions."""
    end, cadence = case.calendar.end, case.maybe(COUNCIL_CADENCE)
    unit = PeriodUnit.of(cadence) if cadence else main_unit(case.calendar)
    periods = case.index.periods(unit) if unit else ()
    if not periods:
        return found(YearEndSitting.NO_PERIODS)
    if case.open_until(end):
        return found(YearEndSitting.OPEN, limit=end)
    held = case.index.held_in_year(council)
    if not held:
        return found(YearEndSitting.NO_SITTING, limit=end)
    last, wanted = held[-1], case.maybe(COUNCIL_YEAR_END_ITEMS) or frozenset()
    lacking = tuple(sorted(ItemKind.of(code) for code in wanted - {item.kind.value for item in last.items}))
    held_on, inside = last.held_on or end, periods[-1]
    if held_on < inside.start:
        outcome = YearEndSitting.TOO_EARLY
    elif held_on > inside.end:
        outcome = YearEndSitting.TOO_LATE
    else:
        outcome = YearEndSitting.ITEMS_MISSING if lacking else YearEndSitting.HELD
    return found(outcome, limit=end, facts=[last.id], held=held_on, start=inside.start, end=inside.end, lacking=lacking)


class CouncilReported(Outcome):
    """CN-13."""

    REPORTED = passed()
    MISSING = minor(Next.REPORT_COUNCIL)
    OPEN = pending(Next.REPORT_COUNCIL)


@rule(
    "CN-13",
    per=targets.councils,
    table=CouncilReported,
    clauses=("MK 7.6", "IMK 5.5"),
    due=Due.CLOSE,
    subject=SubjectKind.COUNCIL,
    needs=(COUNCIL_REPORTS_TO,),
    readings=(COLLECTIVE_REPORT,),
)
def council_reported(case: Case, council: Council) -> Measure:
    """The council reports to the body the charter names; no frequency is given, the platform expects one a year."""
    to, least, limit = (
        Body.of(case.value(COUNCIL_REPORTS_TO)),
        case.setting(COUNCIL_REPORTS_MIN),
        case.calendar.close_date,
    )
    accepted = {to}
    if to is Body.PEDAGOGICAL_COLLECTIVE and case.setting(COLLECTIVE_REPORT) == "council_accepted":
        accepted.add(Body.PEDAGOGICAL_COUNCIL)
    rows = [row for row in council.reports if row.on <= case.as_of and case.index.in_year(row.on)]
    good = sorted(row.id for row in rows if row.recipient in accepted)
    if len(good) >= least:
        outcome = CouncilReported.REPORTED
    else:
        outcome = CouncilReported.OPEN if case.open_until(limit) else CouncilReported.MISSING
    return found(outcome, limit=limit, facts=good, to=to, count=len(good), least=least)


class Hearings(Outcome):
    """CN-14."""

    ALL_HEARD = passed()
    NOT_HEARD = warned(Next.HEAR_ASSOCIATIONS)
    OPEN = pending(Next.HEAR_ASSOCIATIONS)


@rule(
    "CN-14",
    per=targets.councils,
    table=Hearings,
    clauses=("MK 3.1",),
    due=Due.CLOSE,
    subject=SubjectKind.COUNCIL,
    needs=(COUNCIL_HEARS_REPORTS,),
)
def hearings(case: Case, council: Council) -> Measure:
    """Each association's report is heard; the text gives no frequency, the platform expects one a year."""
    least, limit = case.setting(HEARINGS_MIN), case.calendar.close_date
    heard = [
        item.association
        for sitting in case.index.held_until_close(council)
        for item in sitting.items
        if item.kind is ItemKind.REPORT and item.association
    ]
    lacking = [row.id for row in expected_reports(case) if heard.count(row.id) < least]
    outcome = Hearings.ALL_HEARD
    if lacking:
        outcome = Hearings.OPEN if case.open_until(limit) else Hearings.NOT_HEARD
    return found(outcome, limit=limit, facts=lacking, count=len(lacking), least=least)


def expected_reports(case: Case) -> list[Association]:
    """Associations at work on the year's last day so far, where the council hears associations."""
    if Body.ASSOCIATION.value not in case.value(COUNCIL_HEARS_REPORTS):
        return []
    return [row for row in case.index.associations if case.index.works_on(row, case.index.year_day)]


class ResolutionDone(Outcome):
    """CN-15."""

    DONE = passed()
    CANCELLED = not_applicable()
    OVERDUE = warned(Next.EXECUTE_RESOLUTION)
    NEVER_DONE = minor(Next.EXECUTE_RESOLUTION)
    OPEN = pending(Next.EXECUTE_RESOLUTION)


@rule(
    "CN-15",
    per=targets.council_resolutions,
    table=ResolutionDone,
    clauses=("MK 7.6",),
    due=Due.DUE_DATE,
    subject=SubjectKind.RESOLUTION,
    needs=(COUNCIL_DECISION_EXECUTION,),
)
def resolution_done(case: Case, resolution: Resolution) -> Measure:
    """The council sees to it that resolutions are carried out: overdue warns, never done by the close fails."""
    due, facts = resolution.due_on, [resolution.id]
    if case.index.done(resolution.done_on):
        return found(ResolutionDone.DONE, limit=due, facts=facts, on=resolution.done_on)
    if resolution.cancelled:
        return found(ResolutionDone.CANCELLED, limit=due, facts=facts)
    if case.closed:
        return found(ResolutionDone.NEVER_DONE, limit=due, facts=facts)
    overdue = due is not None and not case.open_until(due)
    return found(ResolutionDone.OVERDUE if overdue else ResolutionDone.OPEN, limit=due, facts=facts)


class ProgrammeApproval(Outcome):
    """CN-16."""

    APPROVED = passed()
    BY_COUNCIL_ITSELF = major(Next.ROUTE_PROGRAMME)
    NOT_RECOMMENDED = major(Next.ROUTE_PROGRAMME)
    OPEN = pending(Next.ROUTE_PROGRAMME)
    OTHER_KIND = not_applicable()


@rule(
    "CN-16",
    per=targets.programmes,
    table=ProgrammeApproval,
    clauses=("S33C 3.2.7",),
    due=Due.ACT,
    subject=SubjectKind.PROGRAMME,
    needs=(PROGRAMME_APPROVER, PROGRAMME_RECOMMENDER),
    gate=all_of(PROGRAMME_APPROVER),
)
def programme_approval(case: Case, programme: Programme) -> Measure:
    """The pedagogical council approves programmes on the council's recommendation; the council's own approval fails."""
    approver = Body.of(case.value(PROGRAMME_APPROVER))
    recommender = Body.of(case.maybe(PROGRAMME_RECOMMENDER) or Body.COUNCIL)
    if programme.kind is ProgrammeKind.AUTHOR:
        return found(ProgrammeApproval.OTHER_KIND, facts=[programme.id])
    acts = case.index.acts(programme.acts)
    approvals = [act for act in acts if act.kind in APPROVING and act.body is not Body.ASSOCIATION]
    proper = [act for act in approvals if act.body is approver]
    if not proper:
        outcome = ProgrammeApproval.BY_COUNCIL_ITSELF if approvals else ProgrammeApproval.OPEN
        return found(outcome, facts=[programme.id], approver=approver, recommender=recommender)
    recommended = [act.on for act in acts if act.body is recommender and act.kind in RECOMMENDING]
    backed = [act for act in proper if any(day <= act.on for day in recommended)]
    outcome, on = (
        (ProgrammeApproval.APPROVED, backed[0].on) if backed else (ProgrammeApproval.NOT_RECOMMENDED, proper[0].on)
    )
    return found(outcome, limit=on, facts=[programme.id], approver=approver, recommender=recommender, on=on)


class AwardProposal(Outcome):
    """CN-17."""

    RECOMMENDED = passed()
    NOT_RECOMMENDED = minor(Next.RECOMMEND_AWARD)
    RECOMMENDED_LATE = minor(Next.RECOMMEND_AWARD)


@rule(
    "CN-17",
    per=targets.award_nominations,
    table=AwardProposal,
    clauses=("S33C 3.2.8", "MK 3.1"),
    due=Due.ACT,
    subject=SubjectKind.NOMINATION,
    needs=(ATTESTATION_AWARDS_BY,),
)
def award_proposal(case: Case, nomination: Nomination) -> Measure:
    """Proposals on attestation, categories, titles and awards carry the council's recommendation."""
    body, on, table = Body.of(case.value(ATTESTATION_AWARDS_BY)), nomination.on, AwardProposal
    act = decision_of(case, nomination.acts, body)
    outcome = decided_before(act, on, table.RECOMMENDED, table.NOT_RECOMMENDED, table.RECOMMENDED_LATE)
    facts = [nomination.id, *([act.id] if act else [])]
    return found(outcome, limit=on, facts=facts, kind=nomination.kind, on=on, body=body)
