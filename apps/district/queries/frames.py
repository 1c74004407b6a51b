"""Frames above a school: published rules of its district and of every level above, nation first. Runs in the public scope."""

import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from apps.district.enums import RuleState
from apps.district.models import FrameRule
from apps.rulebook.enums import Layer
from apps.rulebook.fingerprint import fingerprint
from apps.rulebook.frame_files import national_frame
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.policy import FrameValue, Policy, Source
from tenants.enums import DistrictKind
from tenants.models import District


def line_of(district_id: uuid.UUID) -> list[District]:
    """The district and those above it, nearest first. One query."""
    rows = {row.id: row for row in District.objects.all()}
    found, current = [], rows.get(district_id)
    while current is not None:
        found.append(current)
        current = rows.get(current.parent_id) if current.parent_id else None
    return found


def layer_of(district: District) -> Layer:
    """The layer a level's rules belong to."""
    return Layer.NATIONAL if district.kind == DistrictKind.COUNTRY else Layer.DISTRICT


def frame_value(rule: FrameRule, layer: Layer) -> FrameValue:
    """A rule as the rulebook reads it."""
    parameter = PARAMETERS[rule.key]
    return FrameValue(
        id=str(rule.pk),
        layer=layer,
        bound=rule.bound,
        parameter=parameter,
        value=None if rule.value is None else parameter.read(rule.value),
        valid_from=rule.valid_from,
        valid_until=rule.valid_until,
        grace_until=rule.grace_until,
        source=Source(
            act=rule.act,
            article=rule.article,
            url=rule.url,
            published_on=rule.published_on,
            verified_on=rule.verified_on,
            verified_by=rule.verified_by,
        ),
    )


def published_above(district_id: uuid.UUID) -> tuple[FrameValue, ...]:
    """Every published rule that holds in a district, its own and those of the levels above. Two queries."""
    line = line_of(district_id)
    layers = {row.id: layer_of(row) for row in line}
    rules = FrameRule.objects.filter(district__in=layers, state=RuleState.PUBLISHED)
    return tuple(frame_value(rule, layers[rule.district_id]) for rule in rules)


def bounds_above(district: District) -> tuple[FrameValue, ...]:
    """What a rule of this district may not leave: the national frame and the published rules of the levels above it. Two queries."""
    above = [row for row in line_of(district.id) if row.id != district.id]
    layers = {row.id: layer_of(row) for row in above}
    rules = FrameRule.objects.filter(district__in=layers, state=RuleState.PUBLISHED)
    return (*national_frame(), *(frame_value(rule, layers[rule.district_id]) for rule in rules))


def rules_of(district: District) -> list[FrameRule]:
    """The district's own rules that were not dropped. One query."""
    return list(FrameRule.objects.filter(district=district).exclude(state=RuleState.DROPPED))


def inherited_by(district: District) -> list[tuple[District, FrameRule]]:
    """Published rules of the levels above, nearest level first. Two queries."""
    above = [row for row in line_of(district.id) if row.id != district.id]
    rules = FrameRule.objects.filter(district__in=[row.id for row in above], state=RuleState.PUBLISHED)
    places = {row.id: row for row in above}
    return [(places[rule.district_id], rule) for rule in rules]


def print_of(frame: Iterable[FrameValue]) -> str:
    """Fingerprint of a frame, whatever the order of its rules."""
    return fingerprint(Policy("", frame=tuple(sorted(frame, key=lambda row: row.id))))


def as_data(frame: Iterable[FrameValue]) -> list[dict[str, Any]]:
    """A frame as plain data for a message to a school."""
    return [dict(_parts(row)) for row in frame]


def _parts(row: FrameValue) -> Iterator[tuple[str, Any]]:
    yield "id", row.id
    yield "layer", row.layer.value
    yield "bound", row.bound.value
    yield "key", row.parameter.key
    yield "value", row.parameter.encode(row.value)
    for name in ("valid_from", "valid_until", "grace_until"):
        day = getattr(row, name)
        yield name, day.isoformat() if day else None
    source = row.source
    yield "act", source.act
    yield "article", source.article
    yield "url", source.url
    yield "published_on", source.published_on.isoformat() if source.published_on else None
    yield "verified_on", source.verified_on.isoformat() if source.verified_on else None
    yield "verified_by", source.verified_by
