"""Judging the school's years and keeping the verdicts. What has not changed is not stored again; what has is added, never edited."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from apps.calendars.queries.years import YearInForce, years_in_force
from apps.charters.queries.policy import school_policy
from apps.compliance.domain.pace import behind_pace
from apps.compliance.domain.summary import YearStanding, cells_of, rhythm_of, worst_of
from apps.compliance.kept import KEPT_CHECKS
from apps.compliance.models import Evaluation, Finding
from apps.compliance.queries.facts import facts_of
from apps.compliance.queries.labels import activity_of, subject_labels
from apps.rulebook import engine
from apps.rulebook.exchange import encode_finding
from apps.rulebook.findings import Finding as Verdict
from apps.rulebook.fingerprint import fingerprint
from apps.rulebook.policy import Policy
from apps.sittings.models import Sitting


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What an evaluation of one year came to.

    Attributes:
        changed: how many verdicts were added, replaced or withdrawn.
    """

    standing: YearStanding
    changed: int


def evaluate_years(
    *, as_of: date, now: datetime, years: Collection[int] | None = None, policy: Policy | None = None
) -> list[Evaluated]:
    """Judge some years, or every year the calendar knows. Runs in the school's scope; evaluations of a year queue behind each other.

    Args:
        as_of: the day of evaluation.
        now: the moment, for the record.
        years: calendar years in which the academic years begin; one the calendar does not know is left out.
        policy: the school's, where it has been read already.
    """
    policy = policy or school_policy()
    print_of_policy = fingerprint(policy)
    items = [item for item in years_in_force() if years is None or item.year.start_year in years]
    return [_evaluate(item, policy, print_of_policy, as_of=as_of, now=now) for item in items]


@transaction.atomic
def _evaluate(item: YearInForce, policy: Policy, print_of_policy: str, *, as_of: date, now: datetime) -> Evaluated:
    Evaluation.objects.bulk_create([Evaluation(year=item.year)], ignore_conflicts=True)
    record = Evaluation.objects.select_for_update().get(year=item.year)
    facts = facts_of(item)
    verdicts = engine.evaluate(facts, policy, as_of, only=KEPT_CHECKS)
    print_of_facts = fingerprint(facts)
    changed = _keep(item, verdicts, record, print_of_facts, print_of_policy, as_of)
    fresh = (print_of_facts, print_of_policy, as_of)
    if changed or fresh != (record.facts_fingerprint, record.policy_fingerprint, record.as_of):
        record.version += 1
        record.facts_fingerprint, record.policy_fingerprint, record.as_of = fresh
        record.evaluated_at = now
        record.save()
    return Evaluated(_standing(item, verdicts, record, policy, now), changed)


def _keep(
    item: YearInForce,
    verdicts: Iterable[Verdict],
    record: Evaluation,
    print_of_facts: str,
    print_of_policy: str,
    as_of: date,
) -> int:
    """Add what is new, close what it replaces; returns how many subjects of checks that concerned."""
    kept = {
        (row.check_id, row.subject_key): row
        for row in Finding.objects.filter(year=item.year, superseded_on__isnull=True).only(
            "pk", "check_id", "subject_key", "digest"
        )
    }
    new: list[Finding] = []
    for key, verdict, payload, digest in _keyed(verdicts):
        old = kept.get((verdict.check, key))
        if old is not None and old.digest == digest:
            del kept[verdict.check, key]
            continue
        new.append(
            Finding(
                year=item.year,
                check_id=verdict.check,
                subject_type=verdict.subject.kind.value,
                subject_id=int(verdict.subject.id) if verdict.subject.id.isdigit() else None,
                body_number=int(verdict.subject.body) if verdict.subject.body.isdigit() else None,
                subject_key=key,
                verdict=verdict.verdict,
                severity=verdict.severity,
                starred=verdict.starred,
                payload=payload,
                digest=digest,
                facts_fingerprint=print_of_facts,
                policy_fingerprint=print_of_policy,
                evaluation_version=record.version + 1,
                found_on=as_of,
            )
        )
    if kept:
        Finding.objects.filter(pk__in=[row.pk for row in kept.values()]).update(superseded_on=as_of)
    Finding.objects.bulk_create(new)
    return len({(row.check_id, row.subject_key) for row in new} | kept.keys())


def _keyed(verdicts: Iterable[Verdict]) -> Iterable[tuple[str, Verdict, dict[str, Any], str]]:
    """Each verdict with a key that is unique within its check, its payload and the digest of that."""
    seen: Counter[tuple[str, str]] = Counter()
    for verdict in verdicts:
        subject = verdict.subject
        key = f"{subject.kind.value}:{subject.id}:{subject.body}"
        seen[verdict.check, key] += 1
        number = seen[verdict.check, key]
        payload = encode_finding(verdict)
        digest = hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
        yield (key if number == 1 else f"{key}#{number}"), verdict, payload, digest


def _standing(
    item: YearInForce, verdicts: tuple[Verdict, ...], record: Evaluation, policy: Policy, now: datetime
) -> YearStanding:
    activity = activity_of(item.year)
    version = policy.version(record.as_of or now.date())
    modules: dict[str, list[str]] = {}
    for use in version.modules if version else ():
        modules.setdefault(use.module.kind.value, []).append(use.module.code)
    return YearStanding(
        year=item.year.start_year,
        version=record.version,
        as_of=record.as_of or now.date(),
        computed_at=now,
        calendar_version=item.revision.version,
        facts_fingerprint=record.facts_fingerprint,
        policy_fingerprint=record.policy_fingerprint,
        modules=modules,
        activity=activity,
        worst=worst_of(verdicts),
        rhythm=rhythm_of(
            verdicts,
            held=activity["sittings_held"],
            pace_behind=behind_pace(
                verdicts, item.revision.starts_on, item.revision.ends_on, record.as_of or now.date()
            ),
        ),
        last_record_on=_last_record(item),
        cells=cells_of(verdicts, subject_labels(item.year)),
    )


def _last_record(item: YearInForce) -> date | None:
    """Day of the newest sitting held in the year."""
    found: date | None = Sitting.objects.filter(year=item.year).aggregate(last=Max("held_on"))["last"]
    return found
