"""What if, over the school's own records: other rules, another calendar. Reads only; nothing is stored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.domain.shift import CalendarChange, dates_of, shifted
from apps.calendars.domain.years import YearDates
from apps.calendars.models import YearRevision
from apps.calendars.queries.years import YearInForce, year_asked, years_in_force
from apps.charters.models import PolicyProfile
from apps.charters.queries.policy import policy_with, school_policy
from apps.compliance.kept import KEPT_CHECKS
from apps.compliance.queries import frame_facts
from apps.compliance.queries.facts import facts_of
from apps.compliance.queries.labels import subject_labels
from apps.rulebook import facts
from apps.rulebook.enums import CouncilKind
from apps.rulebook.exchange import encode_finding
from apps.rulebook.findings import Finding
from apps.rulebook.parameters import PARAMETERS, Scope
from apps.rulebook.policy import FrameValue, Policy
from apps.rulebook.rehearsal import Change, DueSitting, Kept, Rehearsal, rehearse

Labels = Mapping[tuple[str, str], str]
YEARS = 2
OF_EACH_BODY = frozenset({Scope.COUNCIL, Scope.BODY})


@dataclass(frozen=True, slots=True)
class YearRehearsal:
    """What would change in one year; `labels` names bodies and sittings."""

    item: YearInForce
    rehearsal: Rehearsal
    labels: Labels

    def as_data(self) -> dict[str, Any]:
        """Plain data without names of people."""
        found = self.rehearsal
        return {
            "year": str(self.item.year),
            "verdicts": [_change(row, self.labels) for row in found.verdicts],
            "deadlines": [_change(row, self.labels) for row in found.deadlines],
            "fallen_away": [_sitting(row, self.labels) for row in found.fallen_away],
            "newly_due": [_sitting(row, self.labels) for row in found.newly_due],
            "kept": [[_kept(before), _kept(after)] for before, after in found.kept],
        }


def _change(change: Change, labels: Labels) -> dict[str, Any]:
    subject = change.shown.subject
    return {
        "check": change.shown.check,
        "about": labels.get((subject.kind.value, subject.id), ""),
        "body": labels.get(("body", subject.body), ""),
        "before": _side(change.before),
        "after": _side(change.after),
    }


def _side(finding: Finding | None) -> dict[str, Any] | None:
    return encode_finding(finding) if finding else None


def _sitting(row: DueSitting, labels: Labels) -> dict[str, Any]:
    return {"body": labels.get(("body", row.body), ""), "by": row.by.isoformat(), "number": row.number}


def _kept(row: Kept) -> dict[str, Any]:
    return {
        "year": row.year,
        "hand_over": row.hand_over.isoformat() if row.hand_over else None,
        "destroy": row.destroy.isoformat() if row.destroy else None,
    }


def last_years(as_of: date) -> list[YearInForce]:
    """The year of that day and the one before it, the newest first. One query."""
    known = years_in_force()
    present = year_asked(known, None, today=as_of)
    if present is None:
        return []
    return [row for row in reversed(known) if row.revision.starts_on <= present.revision.starts_on][:YEARS]


def rehearse_policy(after: Policy, *, as_of: date, before: Policy | None = None) -> list[YearRehearsal]:
    """This and last year under other rules. Runs in the school's scope."""
    now = before or school_policy()
    found = []
    for item in last_years(as_of):
        records = facts_of(item)
        found.append(
            YearRehearsal(
                item, rehearse((records, now), (records, after), as_of, KEPT_CHECKS), subject_labels(item.year)
            )
        )
    return found


def rehearse_frame(rules: Iterable[FrameValue], *, as_of: date) -> list[YearRehearsal]:
    """This and last year as if these rules had stood above the school. A rule of the same identity is replaced."""
    now, new = school_policy(), {row.id: row for row in rules}
    kept = tuple(row for row in now.frame if row.id not in new)
    return rehearse_policy(Policy(now.school, now.versions, (*kept, *new.values())), as_of=as_of, before=now)


def rehearse_change(item: YearInForce, change: CalendarChange, *, as_of: date) -> YearRehearsal:
    """One year with other dates."""
    return rehearse_dates(item, shifted(dates_of(item.revision), change), as_of=as_of)


def rehearse_dates(item: YearInForce, dates: YearDates, *, as_of: date) -> YearRehearsal:
    """One year as if these dates had been published on the day of evaluation."""
    records, policy = facts_of(item), school_policy()
    other = replace(records, calendar=with_dates(records.calendar, dates, as_of))
    found = rehearse((records, policy), (other, policy), as_of, KEPT_CHECKS)
    return YearRehearsal(item, found, subject_labels(item.year))


def rehearse_draft(profile: PolicyProfile, *, as_of: date) -> list[YearRehearsal]:
    """This and last year as if a draft of the charter had been in force all the time."""
    years = last_years(as_of)
    since = min((item.revision.starts_on for item in years), default=as_of)
    return rehearse_policy(policy_with(profile, valid_from=since), as_of=as_of)


def moved_by(revision: YearRevision, before: YearRevision, *, as_of: date) -> YearRehearsal:
    """What a revision of the year moved against the one before it."""
    item = YearInForce(revision.year, revision)
    records, policy = facts_of(item), school_policy()
    older = replace(records, calendar=frame_facts.calendar(YearInForce(before.year, before)))
    found = rehearse((older, policy), (records, policy), as_of, KEPT_CHECKS)
    return YearRehearsal(item, found, subject_labels(item.year))


def with_dates(calendar: facts.Calendar | None, dates: YearDates, as_of: date) -> facts.Calendar | None:
    """The calendar with new dates; what stood before counts as replaced on `as_of`, so that nobody is late in the past."""
    if calendar is None:
        return None
    before = facts.Revision(
        id=f"before-{calendar.version + 1}",
        end=calendar.end,
        replaced_on=as_of,
        close_date=calendar.close_date,
        periods=calendar.periods,
    )
    return replace(
        calendar,
        start=dates.starts_on,
        end=dates.ends_on,
        close_date=dates.close_on,
        version=calendar.version + 1,
        periods=tuple(
            facts.Period(
                id=f"{row.unit.value}-{row.number}",
                unit=row.unit,
                number=row.number,
                start=row.starts_on,
                end=row.ends_on,
            )
            for row in dates.periods
        ),
        revisions=(*calendar.revisions, before),
    )


def councils_at_work() -> list[CouncilKind]:
    """Kinds of the school's councils. One query."""
    councils = Body.objects.filter(kind=BodyKind.COUNCIL, dissolved_on__isnull=True).only("council_kind")
    return sorted({body.council_kind for body in councils if body.council_kind is not None})


def outside(rules: Iterable[FrameValue], policy: Policy, councils: Iterable[CouncilKind]) -> list[dict[str, Any]]:
    """Values of the school's own that these rules do not admit on their first day, body by body."""
    bodies: tuple[CouncilKind | None, ...] = (None, *councils)
    bare = Policy(policy.school, policy.versions)
    found = []
    for rule in rules:
        for council in bodies if rule.parameter.scope in OF_EACH_BODY else bodies[:1]:
            answer = bare.at(rule.valid_from, council).get(rule.parameter)
            if not (answer.given and answer.settled) or answer.value is None or rule.admits(answer.value):
                continue
            found.append(
                {
                    "rule": rule.id,
                    "key": rule.parameter.key,
                    "council": council.value if council else "",
                    "value": rule.parameter.encode(answer.value),
                    "kept_until": (rule.grace_until or rule.valid_from).isoformat(),
                }
            )
    return found


def rules_now(policy: Policy, councils: Iterable[CouncilKind], as_of: date) -> dict[str, dict[str, list[Any]]]:
    """Every value the school lives by, for the school and for each council, with its state and source."""
    found: dict[str, dict[str, list[Any]]] = {}
    for council in (None, *councils):
        view = policy.at(as_of, council)
        found[council.value if council else ""] = {
            key: _told(view.get(parameter)) for key, parameter in PARAMETERS.items()
        }
    return found


def _told(answer: Any) -> list[Any]:
    source = answer.sources[0] if answer.sources else None
    return [
        answer.state.value,
        answer.parameter.encode(answer.value),
        source.layer.value if source else "",
        source.module if source else "",
        source.printed if source else "",
        source.act if source else "",
    ]
