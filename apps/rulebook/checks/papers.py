"""Rules of papers: dossier, data cards, archive, the charter itself and who has read it."""

from datetime import date

from apps.rulebook.catalogues import CardField, DossierItem
from apps.rulebook.checks import targets
from apps.rulebook.checks.base import (
    GATES,
    Due,
    Gate,
    Measure,
    Outcome,
    any_of,
    blocking,
    found,
    major,
    minor,
    not_applicable,
    passed,
    pending,
    review,
    rule,
    warned,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.dates import holds
from apps.rulebook.enums import ActKind, Body, Role, State, SubjectKind
from apps.rulebook.facts import Act, Association, CharterPaper, Council, Folder
from apps.rulebook.module import ModuleKind
from apps.rulebook.parameters.papers import (
    CHARTER_ACKNOWLEDGEMENT,
    CHARTER_ADOPTED_BY,
    CHARTER_APPROVED_BY,
    CHARTER_CONSIDERED_BY,
    DATA_BANK_FIELDS,
    DOSSIER,
    RETENTION_ARCHIVE_ITEMS,
    RETENTION_ARCHIVE_YEARS,
    RETENTION_SCHOOL_YEARS,
)
from apps.rulebook.parameters.settings import ARCHIVE_COUNT_FROM
from apps.rulebook.policy import View
from apps.rulebook.retention import is_archived, is_asked, last_day_in_archive, last_day_in_school


def listed_papers(view: View) -> dict[DossierItem, str]:
    """Papers the charter lists, with `required` or `conditional`."""
    kept: dict[DossierItem, str] | None = view.memo.get("papers")
    if kept is None:
        values = {item: view.get(parameter).value for item, parameter in DOSSIER.items()}
        kept = {item: value for item, value in values.items() if value in ("required", "conditional")}
        view.memo["papers"] = kept
    return kept


def dossier_gate(view: View) -> Gate:
    """Regulated when the charter lists any paper; a conflict on one of them comes first."""
    if view.version is None:
        return Gate(*GATES[State.MISSING])
    answers = [view.get(parameter) for parameter in DOSSIER.values()]
    open_points = [row for row in answers if row.state is State.CONFLICT]
    if open_points:
        return Gate(*GATES[State.CONFLICT], tuple(source for row in open_points for source in row.sources))
    listed = listed_papers(view)
    if not listed:
        return Gate(*GATES[State.SILENT])
    return Gate(None, "", tuple(source for item in listed for source in view.get(DOSSIER[item]).sources))


class Dossier(Outcome):
    """DS-1."""

    COMPLETE = passed()
    INCOMPLETE = minor(Next.COMPLETE_DOSSIER)
    OPEN = pending(Next.COMPLETE_DOSSIER)


@rule(
    "DS-1",
    per=targets.associations,
    table=Dossier,
    clauses=("S33U 6", "VARU 6"),
    due=Due.CLOSE,
    subject=SubjectKind.ASSOCIATION,
    needs=tuple(DOSSIER.values()),
    gate=dossier_gate,
)
def dossier(case: Case, association: Association) -> Measure:
    """Every paper the charter lists is on file; papers are told apart by content, not by number."""
    listed, limit = listed_papers(case.view), case.calendar.close_date
    wanted = [item for item, how in listed.items() if is_asked(how, week_held_alone=association.week_held_alone)]
    there = {row.item for row in association.papers if row.on is None or row.on <= case.as_of}
    lacking = tuple(item for item in wanted if item not in there)
    outcome = Dossier.COMPLETE
    if lacking:
        outcome = Dossier.OPEN if case.open_until(limit) else Dossier.INCOMPLETE
    return found(outcome, limit=limit, lacking=lacking, count=len(wanted))


NOTHING_FILLED: frozenset[CardField] = frozenset()


class DataCards(Outcome):
    """DS-2."""

    COMPLETE = passed()
    INCOMPLETE = minor(Next.COMPLETE_CARDS)
    OPEN = pending(Next.COMPLETE_CARDS)


@rule(
    "DS-2",
    per=targets.associations,
    table=DataCards,
    clauses=("S33U 6.9",),
    due=Due.CLOSE,
    subject=SubjectKind.ASSOCIATION,
    needs=(DATA_BANK_FIELDS,),
)
def data_cards(case: Case, association: Association) -> Measure:
    """Each present member has a card with every field of the charter's list."""
    wanted, limit = case.codes(DATA_BANK_FIELDS, CardField), case.calendar.close_date
    cards = {row.person: row.filled for row in association.cards}
    on = case.index.year_day
    people = sorted({row.person for row in association.members if holds(row.since, row.until, on)})
    lacking = [person for person in people if not wanted <= cards.get(person, NOTHING_FILLED)]
    empty = frozenset().union(*(wanted - cards.get(person, NOTHING_FILLED) for person in lacking))
    fields = tuple(field for field in CardField if field in empty) if empty else ()
    outcome = DataCards.COMPLETE
    if lacking:
        outcome = DataCards.OPEN if case.open_until(limit) else DataCards.INCOMPLETE
    return found(outcome, limit=limit, facts=lacking, count=len(lacking), fields=fields)


def end_of_keeping(case: Case, folder: Folder) -> date:
    """Last day on which the papers have to stay in school."""
    return last_day_in_school(folder.year_end, case.value(RETENTION_SCHOOL_YEARS))


def goes_to_archive(case: Case, folder: Folder) -> bool:
    """True for the kinds of papers the charter sends to the archive."""
    return is_archived(folder.kind, case.maybe(RETENTION_ARCHIVE_ITEMS))


class KeptInSchool(Outcome):
    """AR-1."""

    LONG_ENOUGH = passed()
    STILL_KEPT = not_applicable()
    HANDED_EARLY = minor(Next.KEEP_PAPERS)
    DESTROYED_EARLY = major(Next.KEEP_PAPERS)


@rule(
    "AR-1",
    per=targets.folders,
    table=KeptInSchool,
    clauses=("S33U 5.8", "VARU 5.8"),
    due=Due.RETENTION,
    subject=SubjectKind.FOLDER,
    needs=(RETENTION_SCHOOL_YEARS,),
)
def kept_in_school(case: Case, folder: Folder) -> Measure:
    """Papers leave the school only after the years of keeping; the day after is the first allowed."""
    limit, done = end_of_keeping(case, folder), case.index.done
    handed, destroyed = folder.handed_on, folder.destroyed_on
    if done(destroyed) and destroyed and destroyed <= limit:
        return found(KeptInSchool.DESTROYED_EARLY, limit=limit, facts=[folder.id], kind=folder.kind, on=destroyed)
    if done(handed) and handed and handed <= limit:
        return found(KeptInSchool.HANDED_EARLY, limit=limit, facts=[folder.id], kind=folder.kind, on=handed)
    left = done(handed) or done(destroyed)
    outcome = KeptInSchool.LONG_ENOUGH if left else KeptInSchool.STILL_KEPT
    return found(outcome, limit=limit, facts=[folder.id], kind=folder.kind, on=handed or destroyed)


class HandOver(Outcome):
    """AR-2."""

    HANDED_OVER = passed()
    DUE = warned(Next.HAND_OVER)
    NOT_YET = pending(Next.HAND_OVER)
    STAYS_OUT = not_applicable()


@rule(
    "AR-2",
    per=targets.folders,
    table=HandOver,
    clauses=("S33U 5.8", "VARU 5.8"),
    due=Due.RETENTION,
    subject=SubjectKind.FOLDER,
    needs=(RETENTION_SCHOOL_YEARS, RETENTION_ARCHIVE_ITEMS),
)
def hand_over(case: Case, folder: Folder) -> Measure:
    """After the years in school the papers go to the archive; the text gives no last day, so a delay only warns."""
    limit = end_of_keeping(case, folder)
    if not goes_to_archive(case, folder) or case.index.done(folder.destroyed_on):
        outcome = HandOver.STAYS_OUT
    elif case.index.done(folder.handed_on):
        outcome = HandOver.HANDED_OVER
    else:
        outcome = HandOver.DUE if case.as_of > limit else HandOver.NOT_YET
    return found(outcome, limit=limit, facts=[folder.id], kind=folder.kind, on=folder.handed_on)


class Destruction(Outcome):
    """AR-3."""

    ALLOWED = passed()
    NOT_DESTROYED = not_applicable()
    TOO_EARLY = blocking(Next.KEEP_PAPERS)
    NEVER_ARCHIVED = blocking(Next.KEEP_PAPERS)
    NO_TERM = review(Next.DECIDE_RETENTION)


@rule(
    "AR-3",
    per=targets.folders,
    table=Destruction,
    clauses=("S33U 5.8", "VARU 5.8"),
    due=Due.RETENTION,
    subject=SubjectKind.FOLDER,
    needs=(RETENTION_SCHOOL_YEARS, RETENTION_ARCHIVE_ITEMS, RETENTION_ARCHIVE_YEARS),
    gate=any_of(RETENTION_SCHOOL_YEARS),
    readings=(ARCHIVE_COUNT_FROM,),
)
def destruction(case: Case, folder: Folder) -> Measure:
    """Archived papers are destroyed only after the archive's years; without a term they are kept."""
    on = folder.destroyed_on
    if on is None or on > case.as_of:
        return found(Destruction.NOT_DESTROYED, facts=[folder.id], kind=folder.kind)
    limit, handed = end_of_keeping(case, folder), folder.handed_on
    if goes_to_archive(case, folder):
        years = case.maybe(RETENTION_ARCHIVE_YEARS)
        if years is None:
            return found(Destruction.NO_TERM, facts=[folder.id], kind=folder.kind, on=on)
        if handed is None or handed > on:
            return found(Destruction.NEVER_ARCHIVED, limit=limit, facts=[folder.id], kind=folder.kind, on=on)
        limit = last_day_in_archive(folder.year_end, handed, years, case.setting(ARCHIVE_COUNT_FROM))
    outcome = Destruction.ALLOWED if on > limit else Destruction.TOO_EARLY
    return found(outcome, limit=limit, facts=[folder.id], kind=folder.kind, on=on)


class CharterHeader(Outcome):
    """CH-1."""

    COMPLETE = passed()
    INCOMPLETE = minor(Next.COMPLETE_HEADER)
    NOTHING_ASKED = not_applicable()


@rule(
    "CH-1",
    per=targets.charters,
    table=CharterHeader,
    clauses=("S33U", "VARU", "IMK"),
    due=Due.IN_FORCE,
    subject=SubjectKind.CHARTER,
    needs=(CHARTER_APPROVED_BY, CHARTER_CONSIDERED_BY, CHARTER_ADOPTED_BY),
    gate=any_of(CHARTER_APPROVED_BY, CHARTER_CONSIDERED_BY, CHARTER_ADOPTED_BY),
)
def charter_header(case: Case, charter: CharterPaper) -> Measure:
    """The charter carries the acts its own header or stamp asks for, not later than it came into force."""
    limit = charter.in_force_on
    acts = [act for act in case.index.acts(charter.acts) if act.on <= limit]
    asked = [
        (parameter, test)
        for parameter, test in HEADER_TESTS.items()
        if case.view.of_module(parameter, charter.module).given
    ]
    if not asked:
        return found(CharterHeader.NOTHING_ASKED, limit=limit, facts=[charter.id])
    lacking = tuple(parameter.label for parameter, test in asked if not any(test(case, act) for act in acts))
    outcome = CharterHeader.INCOMPLETE if lacking else CharterHeader.COMPLETE
    return found(outcome, limit=limit, facts=[charter.id], lacking=lacking)


def is_director_approval(case: Case, act: Act) -> bool:
    """An approval by the director or the acting one."""
    return act.kind is ActKind.APPROVAL and case.made_by(act, [Role.DIRECTOR])


def is_consideration(case: Case, act: Act) -> bool:
    """A consideration by the pedagogical council."""
    return act.kind is ActKind.CONSIDERATION and act.body is Body.PEDAGOGICAL_COUNCIL and case.index.done(act.on)


def is_numbered_adoption(case: Case, act: Act) -> bool:
    """An adoption by the pedagogical council with its number filled in."""
    kinds = (ActKind.ADOPTION, ActKind.DECISION)
    return act.kind in kinds and act.body is Body.PEDAGOGICAL_COUNCIL and bool(act.number) and case.index.done(act.on)


HEADER_TESTS = {
    CHARTER_APPROVED_BY: is_director_approval,
    CHARTER_CONSIDERED_BY: is_consideration,
    CHARTER_ADOPTED_BY: is_numbered_adoption,
}


class Acknowledged(Outcome):
    """AK-1."""

    ALL_SIGNED = passed()
    NOT_SIGNED = minor(Next.SIGN_ACKNOWLEDGEMENT)
    NOBODY_ASKED = not_applicable()


@rule(
    "AK-1",
    per=targets.councils,
    table=Acknowledged,
    clauses=("MK foot",),
    due=Due.MEMBER_START,
    subject=SubjectKind.COUNCIL,
    needs=(CHARTER_ACKNOWLEDGEMENT,),
)
def acknowledged(case: Case, council: Council) -> Measure:
    """Everybody the charter asks signed to have read the version in force."""
    who, on = case.value(CHARTER_ACKNOWLEDGEMENT), case.index.year_day
    if who == "none":
        return found(Acknowledged.NOBODY_ASKED)
    members = {row.person for row in council.members if holds(row.since, row.until, on)}
    people = members if who == "council_members" else members | set(case.index.people)
    charter = charter_in_force(case, council, on)
    signed = {row.person for row in (charter.acknowledgements if charter else ()) if row.signed_on <= case.as_of}
    lacking = sorted(people - signed)
    outcome = Acknowledged.NOT_SIGNED if lacking else Acknowledged.ALL_SIGNED
    return found(outcome, facts=lacking, count=len(lacking), people=len(people))


def charter_in_force(case: Case, council: Council, on: date) -> CharterPaper | None:
    """The council's charter as a paper: its own, or the one of all councils of its sort."""
    codes = {row.code for row in case.view.modules() if row.kind is ModuleKind.COUNCIL_CHARTER}
    rows = [row for row in case.index.facts.charters if holds(row.in_force_on, row.until, on)]
    own = [row for row in rows if row.body == council.id]
    shared = [row for row in rows if row.body is None and row.module in codes]
    return max(own or shared, key=lambda row: (row.in_force_on, row.id), default=None)
