"""Papers as facts, by what they are about. Three queries."""

from collections import defaultdict
from collections.abc import Iterable

from apps.acts.enums import STANDING
from apps.acts.models import Act
from apps.bodies.models import Candidacy, Membership
from apps.rulebook import facts
from apps.rulebook.enums import ActKind
from apps.rulebook.enums import Body as DecidingBody

OF_BODY = "body"
OF_PLAN = "plan"
OF_DIRECTIONS = "directions"
Acts = dict[tuple[str, int], list[facts.Act]]


def acts_by_place(memberships: dict[int, list[Membership]]) -> Acts:
    """Acts under the subject written on them and under every body whose memberships or candidacies cite them.

    An act names the people written on it and those whose membership or candidacy rests on it.
    """
    named: dict[int, set[str]] = defaultdict(set)
    cited: dict[int, set[int]] = defaultdict(set)
    for act_id, person_id, body_id in (*_of_members(memberships), *_of_candidates()):
        named[act_id].add(str(person_id))
        cited[act_id].add(body_id)
    found: Acts = defaultdict(list)
    for act in Act.objects.filter(state__in=STANDING).defer("data", "text", "reply"):
        fact = _act(act, frozenset(named.get(act.pk, ())) | {str(person) for person in act.persons})
        places = {(OF_BODY, body_id) for body_id in cited.get(act.pk, ())}
        if act.subject_id is not None:
            places.add((act.subject_type, act.subject_id))
        for place in places:
            found[place].append(fact)
    return found


def _of_members(memberships: dict[int, list[Membership]]) -> Iterable[tuple[int, int, int]]:
    for body_id, rows in memberships.items():
        yield from ((row.act_id, row.person_id, body_id) for row in rows if row.act_id is not None)


def _of_candidates() -> Iterable[tuple[int, int, int]]:
    for person, body, *papers in Candidacy.objects.values_list(
        "person_id", "body_id", "election_id", "approval_id", "order_id"
    ):
        yield from ((paper, person, body) for paper in papers if paper is not None)


def _act(act: Act, persons: frozenset[str]) -> facts.Act:
    by_council = act.kind is ActKind.DECISION and act.signed_role is None
    return facts.Act(
        id=str(act.pk),
        kind=act.kind,
        on=act.act_date,
        purpose=act.purpose,
        role=act.signed_role,
        person=str(act.signed_by_id) if act.signed_by_id else None,
        body=act.decided_by or (DecidingBody.PEDAGOGICAL_COUNCIL if by_council else None),
        sitting=str(act.sitting_id) if act.sitting_id else None,
        persons=persons,
        until=act.revoked_on,
        number=act.number,
    )
