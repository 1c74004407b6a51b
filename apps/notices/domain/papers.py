"""What people are told of papers: plans that wait for approval, orders that wait for a signature, charters to read, questions proposed."""

from datetime import date

from apps.acts.enums import ActState
from apps.acts.models import Act
from apps.bodies.enums import MembershipRole
from apps.bodies.models import Membership
from apps.charters.queries.policy import school_policy
from apps.core.ranges import valid_at
from apps.notices.domain.tell import tell, withdraw
from apps.notices.enums import NoticeKind
from apps.people.models import Person
from apps.people.queries.holders import holders
from apps.plans.models import WorkPlan
from apps.rulebook.enums import ActKind, Role
from apps.rulebook.parameters.plans import PLAN_APPROVER
from apps.sittings.models import Proposal

PLAN, ACT, CHARTER, PROPOSAL = "plan", "act", "charter", "proposal"
DESK = (MembershipRole.HEAD, MembershipRole.CHAIR, MembershipRole.SECRETARY)


def desk_of(body_id: int, today: date) -> set[int]:
    """Head or chair, and secretary, of a body on the day."""
    rows = valid_at(Membership.objects.filter(body_id=body_id, role__in=DESK), today)
    return set(rows.values_list("person_id", flat=True))


def approvers(today: date) -> set[int]:
    """Who approves work plans by the charter in force; the director where the charter leaves it open."""
    answer = school_policy().at(today).get(PLAN_APPROVER)
    role = Role.of(str(answer.value)) if answer.given else Role.DIRECTOR
    return {person.pk for person in holders(role, on=today)} or {
        person.pk for person in holders(Role.DIRECTOR, on=today)
    }


def tell_plan(pk: int, today: date) -> None:
    """A plan was drafted and waits for its approval."""
    plan = WorkPlan.objects.select_related("body", "year").get(pk=pk)
    data = {
        "body": plan.body.name,
        "body_id": plan.body_id,
        "year": f"{plan.year.start_year}/{plan.year.start_year + 1}",
    }
    tell(approvers(today), kind=NoticeKind.PLAN_WAITING, key=f"plan-{pk}", subject=(PLAN, pk), data=data)


def tell_act(pk: int, today: date) -> None:
    """An order was drafted and waits for the director."""
    act = Act.objects.get(pk=pk)
    if act.state is ActState.DRAFT and act.kind is ActKind.ORDER:
        people = {person.pk for person in holders(Role.DIRECTOR, on=today)}
        tell(people, kind=NoticeKind.ACT_WAITING, key=f"act-{pk}", subject=(ACT, pk), data={"text": act.title})


def tell_act_settled(pk: int) -> None:
    """The paper waits no more."""
    withdraw((ACT, pk), NoticeKind.ACT_WAITING)


def tell_charter(pk: int, since: date | None) -> None:
    """A charter came into force: everyone who works here reads it and says so."""
    people = Person.objects.filter(left_on__isnull=True).values_list("pk", flat=True)
    data = {"day": since.isoformat() if since else None}
    tell(people, kind=NoticeKind.CHARTER_NEW, key=f"charter-{pk}", subject=(CHARTER, pk), data=data)


def tell_proposed(pk: int, today: date) -> None:
    """A question waits to be admitted."""
    row = Proposal.objects.select_related("body", "offered_by", "asker").get(pk=pk)
    who = row.asker.name if row.asker else (row.offered_by.short_name if row.offered_by else "")
    data = {"body": row.body.name, "body_id": row.body_id, "question": row.text, "person": who}
    people = desk_of(row.body_id, today) - {row.offered_by_id}
    tell(people, kind=NoticeKind.PROPOSAL_WAITING, key=f"proposed-{pk}", subject=(PROPOSAL, pk), data=data)


def tell_answered(pk: int, today: date) -> None:
    """The one who proposed a question is told what became of it, and the body that asked."""
    row = Proposal.objects.select_related("body").get(pk=pk)
    withdraw((PROPOSAL, pk), NoticeKind.PROPOSAL_WAITING)
    people = {row.offered_by_id} if row.offered_by_id else set()
    if row.asker_id is not None:
        people |= desk_of(row.asker_id, today)
    data = {
        "body": row.body.name,
        "body_id": row.asker_id or row.body_id,
        "question": row.text,
        "state": row.state.value,
        "reason": row.reply,
    }
    tell(
        [number for number in people if number],
        kind=NoticeKind.PROPOSAL_ANSWERED,
        key=f"answered-{pk}-{row.row_version}",
        subject=(PROPOSAL, pk),
        data=data,
    )


def tell_home(pk: int, today: date) -> None:
    """The excerpt of the answer is back: the body that asked is told, and whoever sent the question."""
    row = Proposal.objects.select_related("body", "asker").get(pk=pk)
    if row.asker_id is None:
        return
    people = desk_of(row.asker_id, today) | ({row.offered_by_id} if row.offered_by_id else set())
    data = {"body": row.body.name, "body_id": row.asker_id, "question": row.text}
    tell(people, kind=NoticeKind.EXCERPT_BACK, key=f"home-{pk}", subject=(PROPOSAL, pk), data=data)
