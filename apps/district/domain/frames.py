"""Setting the frame of a district: drafted, looked at, published to its schools, ended."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.district import errors
from apps.district.domain.events import note
from apps.district.domain.surveys import ask_schools
from apps.district.enums import RuleState, SurveyKind
from apps.district.models import FrameRule, Survey
from apps.district.queries.frames import as_data, bounds_above, frame_value, layer_of
from apps.district.signals import frame_changed
from apps.rulebook.parameters import PARAMETERS, ValueProblem, nearest
from apps.rulebook.policy import Bound, Policy
from tenants.models import District


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInput:
    """A rule as a person or program gives it; `value` is plain data and read by its parameter."""

    bound: Bound
    key: str
    value: Any
    valid_from: date
    valid_until: date | None = None
    grace_until: date | None = None
    act: str = ""
    article: str = ""
    url: str = ""
    published_on: date | None = None


@transaction.atomic
def draft_rule(*, by: Actor, district: District, rule: RuleInput) -> FrameRule:
    """Write a rule down without publishing it. Runs in the public scope.

    Raises:
        Fault: not permitted, unknown parameter, a value that does not fit, dates reversed, outside the frame above.
    """
    require(by, Permission.DISTRICT_FRAME)
    row = FrameRule(district=district, made_by=by.name)
    _fill(row, rule)
    row.save(force_insert=True)
    note(by=by, district_id=district.pk, action="frame.drafted", subject=row.pk, key=row.key, bound=row.bound.value)
    return row


@transaction.atomic
def change_draft(*, by: Actor, rule_id: uuid.UUID, rule: RuleInput, seen: int) -> FrameRule:
    """Change a draft; `seen` is the version the person looked at.

    Raises:
        Fault: as for drafting; no draft any more; changed by somebody else meanwhile.
    """
    require(by, Permission.DISTRICT_FRAME)
    row = _locked_draft(rule_id)
    if row.row_version != seen:
        raise errors.CHANGED_MEANWHILE()
    _fill(row, rule)
    row.row_version += 1
    row.save()
    note(by=by, district_id=row.district_id, action="frame.changed", subject=row.pk, key=row.key)
    return row


def _fill(row: FrameRule, rule: RuleInput) -> None:
    for part in fields(rule):
        setattr(row, part.name, getattr(rule, part.name))
    parameter = PARAMETERS.get(rule.key)
    if parameter is None:
        near = nearest(rule.key)
        raise errors.PARAMETER_UNKNOWN(field="key", key=rule.key, hint=f" → {near}" if near else "")
    try:
        value = parameter.read(rule.value)
        row.value = parameter.encode(value)
        read = frame_value(row, layer_of(row.district))
    except ValueProblem as problem:
        raise errors.VALUE_UNUSABLE(field="value", name=parameter.label, reason=problem.text) from None
    if rule.valid_until is not None and rule.valid_until <= rule.valid_from:
        raise errors.RANGE_REVERSED(field="valid_until", since=rule.valid_from, until=rule.valid_until)
    if rule.grace_until is not None and rule.grace_until <= rule.valid_from:
        raise errors.GRACE_TOO_EARLY(field="grace_until", since=rule.valid_from, grace=rule.grace_until)
    for breach in Policy("", frame=bounds_above(row.district)).breaches(parameter, read.value, rule.valid_from):
        raise errors.OUTSIDE_FRAME_ABOVE(field="value", reason=breach.text)


@transaction.atomic
def publish_rule(*, by: Actor, rule_id: uuid.UUID, now: datetime) -> FrameRule:
    """Bring a draft to every school of the district. Schools outside keep their own value until the day of grace.

    Raises:
        Fault: not permitted, no draft any more, no act, another rule of this sort on the same days, outside the frame above.
    """
    require(by, Permission.DISTRICT_FRAME)
    row = _locked_draft(rule_id)
    if not row.act.strip():
        raise errors.ACT_MISSING(field="act")
    _fill(row, RuleInput(**{part.name: getattr(row, part.name) for part in fields(RuleInput)}))
    others = FrameRule.objects.filter(
        district_id=row.district_id, key=row.key, bound=row.bound, state=RuleState.PUBLISHED
    ).filter(Q(valid_until__isnull=True) | Q(valid_until__gt=row.valid_from))
    if row.valid_until is not None:
        others = others.filter(valid_from__lt=row.valid_until)
    other = others.first()
    if other is not None:
        raise errors.SAME_ALREADY(name=PARAMETERS[row.key].label, since=other.valid_from)
    row.state, row.announced_at = RuleState.PUBLISHED, now
    _store(row, "state", "announced_at")
    note(by=by, district_id=row.district_id, action="frame.published", subject=row.pk, key=row.key)
    _tell(row)
    return row


def ask_about_rule(*, by: Actor, rule: FrameRule, below: Iterable[uuid.UUID], now: datetime) -> Survey:
    """Ask every school of the districts `below` what a rule would change there. Nothing is stored in the schools.

    Raises:
        Fault: not permitted.
    """
    return ask_schools(
        by=by,
        district_id=rule.district_id,
        below=below,
        kind=SurveyKind.FRAME,
        subject=rule.pk,
        payload={"rules": as_data([frame_value(rule, layer_of(rule.district))])},
        now=now,
    )


@transaction.atomic
def end_rule(*, by: Actor, rule_id: uuid.UUID, valid_until: date) -> FrameRule:
    """End a published rule; `valid_until` is the first day without it.

    Raises:
        Fault: not permitted, not published, ended before it began.
    """
    require(by, Permission.DISTRICT_FRAME)
    row = FrameRule.objects.select_for_update().get(pk=rule_id)
    if row.state is not RuleState.PUBLISHED:
        raise errors.NOT_PUBLISHED()
    if valid_until <= row.valid_from:
        raise errors.RANGE_REVERSED(field="valid_until", since=row.valid_from, until=valid_until)
    row.valid_until = valid_until
    _store(row, "valid_until")
    note(by=by, district_id=row.district_id, action="frame.ended", subject=row.pk, key=row.key, until=str(valid_until))
    _tell(row)
    return row


@transaction.atomic
def drop_draft(*, by: Actor, rule_id: uuid.UUID) -> None:
    """Put a draft away.

    Raises:
        Fault: not permitted, no draft any more.
    """
    require(by, Permission.DISTRICT_FRAME)
    row = _locked_draft(rule_id)
    row.state = RuleState.DROPPED
    _store(row, "state")
    note(by=by, district_id=row.district_id, action="frame.dropped", subject=row.pk, key=row.key)


@transaction.atomic
def verify_rule(*, by: Actor, rule_id: uuid.UUID) -> FrameRule:
    """Note that a person has compared the rule with its act today; the staleness warning starts anew.

    Raises:
        Fault: not permitted.
    """
    require(by, Permission.DISTRICT_FRAME)
    row = FrameRule.objects.select_for_update().get(pk=rule_id)
    row.verified_on, row.verified_by = by.today, by.name
    _store(row, "verified_on", "verified_by")
    note(by=by, district_id=row.district_id, action="frame.verified", subject=row.pk, key=row.key)
    if row.state is RuleState.PUBLISHED:
        _tell(row)
    return row


def _locked_draft(rule_id: uuid.UUID) -> FrameRule:
    row = FrameRule.objects.select_for_update(of=("self",)).select_related("district").get(pk=rule_id)
    if row.state is not RuleState.DRAFT:
        raise errors.NOT_A_DRAFT()
    return row


def _store(row: FrameRule, *names: str) -> None:
    row.row_version += 1
    row.save(update_fields=[*names, "row_version"])


def _tell(row: FrameRule) -> None:
    district_id = str(row.district_id)
    transaction.on_commit(lambda: frame_changed.send(sender=FrameRule, district_id=district_id))
