"""Who counts as a member of a council, and who should."""

from bisect import bisect_right
from datetime import date

from apps.rulebook.checks.case import Case
from apps.rulebook.checks.index import by_id
from apps.rulebook.dates import holds
from apps.rulebook.enums import DEPUTIES, ActKind, AttendanceKind, Body, MemberCategory, Purpose, Role
from apps.rulebook.facts import Act, Council, Item, Sitting
from apps.rulebook.parameters.councils import COUNCIL_MEMBERS_ACT
from apps.rulebook.parameters.settings import QUORUM_MEMBERS

ADMINISTRATORS = DEPUTIES | {Role.DIRECTOR, Role.HEAD_OF_STUDIES}


def acted_by(case: Case, council: Council, code: str, purpose: Purpose, more: tuple[Act, ...] = ()) -> list[Act]:
    """Acts of the council for a purpose that are of the kind the charter asks for, oldest first."""
    rows = [act for acts in (council.acts, more) for act in case.index.acts(acts) if act.purpose is purpose]
    return [act for act in rows if is_act(case, act, code)]


def is_act(case: Case, act: Act, code: str) -> bool:
    """True when an act is what the charter calls by `code`."""
    match code:
        case "director_order":
            return act.kind is ActKind.ORDER and case.made_by(act, [Role.DIRECTOR])
        case "pedagogical_council_decision":
            return act.kind is ActKind.DECISION and act.body is Body.PEDAGOGICAL_COUNCIL
        case _:
            return act.kind is ActKind.EX_OFFICIO


def ordered_members(case: Case, council: Council, on: date) -> frozenset[str]:
    """Persons on the confirming acts in force on a day."""
    code = case.maybe(COUNCIL_MEMBERS_ACT)
    if code is None:
        return frozenset()
    rows = case.shared(("orders", id(council)), lambda: acted_by(case, council, code, Purpose.MEMBERS))
    lists = [act.persons for act in rows if holds(act.on, act.until, on)]
    return lists[0] if len(lists) == 1 else frozenset().union(*lists)


def serving_members(case: Case, council: Council, on: date) -> frozenset[str]:
    """Persons whose membership is running on a day, with or without an order; the same from one change to the next."""
    changes = case.index.once(("changes", id(council)), lambda: days_of_change(council))
    return case.index.once(
        ("serving", id(council), bisect_right(changes, on)),
        lambda: frozenset([row.person for row in council.members if holds(row.since, row.until, on)]),
    )


def days_of_change(council: Council) -> list[date]:
    """Days on which somebody came or was gone, in order."""
    return sorted({day for row in council.members for day in (row.since, row.until) if day is not None})


def membership(case: Case, council: Council, on: date) -> frozenset[str]:
    """Members who count: those on the orders in force, or, where no order is asked for, those serving."""
    key = ("members", id(council), on, case.setting(QUORUM_MEMBERS))
    return case.shared(key, lambda: counted_members(case, council, on))


def counted_members(case: Case, council: Council, on: date) -> frozenset[str]:
    """The same, worked out."""
    serving = serving_members(case, council, on)
    if case.maybe(COUNCIL_MEMBERS_ACT) is None:
        return serving
    ordered = ordered_members(case, council, on)
    return ordered if case.setting(QUORUM_MEMBERS) == "on_order" else ordered & serving


def members_present(case: Case, sitting: Sitting, members: frozenset[str], item: Item | None = None) -> frozenset[str]:
    """Members recorded as present, at the decision itself where that was noted; invited persons never count."""
    if item is not None and item.present is not None:
        return members & item.present
    return members & case.index.once(("present", id(sitting)), lambda: marked_present(sitting))


def marked_present(sitting: Sitting) -> frozenset[str]:
    """Persons marked present in the quality of a member."""
    return frozenset(
        row.person for row in sitting.attendance if row.present and row.kind is AttendanceKind.MEMBER
    )  # fmt: skip


def heads_outside(case: Case, members: frozenset[str], on: date) -> list[str]:
    """Heads of working associations who are not members."""
    working = [row for row in case.index.associations if case.index.works_on(row, on)]
    terms = [case.index.term_on(row.heads, on) for row in working]
    return [term.person for term in terms if term is not None and term.person not in members]


def has_administrator(case: Case, council: Council, members: frozenset[str], on: date) -> int:
    """Number of members from the administration, by office or by the category of their membership."""
    listed = {row.person for row in council.members if row.category is MemberCategory.ADMINISTRATION}
    return sum(person in listed or bool(case.index.roles_on(person, on) & ADMINISTRATORS) for person in members)


def groups_without_member(
    case: Case, members: frozenset[str], on: date, category: MemberCategory, least: int
) -> list[str]:
    """Creative groups whose head, or whose representatives, are missing from the council."""
    lacking = []
    for group in sorted(case.index.facts.groups, key=by_id):
        if not holds(group.since, group.until, on):
            continue
        heads = {group.head} if group.head else set()
        if category is MemberCategory.CREATIVE_GROUP_HEADS:
            missing = bool(heads) and not heads & members
        else:
            missing = len((group.members | heads) & members) < least
        if missing:
            lacking.append(group.id)
    return lacking
