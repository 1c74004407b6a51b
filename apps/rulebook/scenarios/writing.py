"""A school's records as a scenario file, so that any verdict can be reproduced on a desk.

Persons and bodies stay the ids they are in the facts: no name leaves the school this way.
"""

from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

import yaml

from apps.rulebook.checks import RULES
from apps.rulebook.facts import SchoolYear
from apps.rulebook.findings import Finding, worst
from apps.rulebook.policy import CharterVersion, FrameValue, Policy
from apps.rulebook.scenarios.shapes import FORMAT

WIDTH = 120


def write_scenario(
    *, name: str, title: str, facts: SchoolYear, policy: Policy, as_of: date, findings: Iterable[Finding]
) -> str:
    """A scenario with one case that expects the worst finding of each check.

    Args:
        name: name of the scenario, letters and digits; `title`: a line for people.
        facts: must have a calendar.
        findings: what an evaluation of these facts on `as_of` gave.
    """
    data = {
        "format": FORMAT,
        "scenario": name,
        "title": title,
        "as_of": as_of.isoformat(),
        "calendar": written(facts.calendar),
        "frame": {row.id: frame_of(row) for row in policy.frame},
        "profiles": {"school": {"versions": {row.id: version_of(row) for row in policy.versions}}},
        "records": {key: value for key, value in written(facts).items() if key != "calendar"},
        "cases": {"as-it-is": {"expect": expected(list(findings))}},
    }
    kept = {key: value for key, value in data.items() if value not in ({}, None) or key == "records"}
    return str(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=WIDTH))


def expected(findings: list[Finding]) -> dict[str, dict[str, str]]:
    """The worst finding of each check, as scenarios write it."""
    rows = {check: worst(row for row in findings if row.check == check) for check in RULES}
    return {
        check: {"school": f"{row.shown} {row.severity.value}" if row.severity else row.shown}
        for check, row in rows.items()
        if row is not None
    }


def written(value: Any) -> Any:
    """A record as plain data: without its id, without what is default; collections of records by id."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            row.name: written(getattr(value, row.name))
            for row in fields(value)
            if row.name != "id" and (row.default is MISSING or getattr(value, row.name) != row.default)
        }
    if isinstance(value, tuple) and value and is_dataclass(value[0]):
        return {row.id: written(row) for row in value}
    if isinstance(value, tuple):
        return [written(row) for row in value]
    if isinstance(value, frozenset):
        return sorted(written(row) for row in value)
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def version_of(version: CharterVersion) -> dict[str, Any]:
    """A charter version as plain data."""
    councils = {use.module.code: sorted(row.value for row in use.councils) for use in version.modules if use.councils}
    data: dict[str, Any] = {
        "valid_from": version.valid_from.isoformat(),
        "valid_until": version.valid_until.isoformat() if version.valid_until else None,
        "modules": [use.module.code for use in version.modules],
        "councils": councils,
        "own": {row.parameter.key: row.parameter.encode(row.value) for row in version.own if row.council is None},
        "winners": {row.parameter.key: row.module for row in version.winners if row.council is None},
        "own_of_council": {},
        "winners_of_council": {},
        "act": version.act,
        "adopted_on": version.adopted_on.isoformat() if version.adopted_on else None,
    }
    for own in version.own:
        if own.council is not None:
            part = data["own_of_council"].setdefault(own.council.value, {})
            part[own.parameter.key] = own.parameter.encode(own.value)
    for winner in version.winners:
        if winner.council is not None:
            data["winners_of_council"].setdefault(winner.council.value, {})[winner.parameter.key] = winner.module
    return {key: value for key, value in data.items() if value not in (None, "", {}) or key == "modules"}


def frame_of(row: FrameValue) -> dict[str, Any]:
    """A frame value as plain data."""
    data = {
        "layer": row.layer.value,
        "bound": row.bound.value,
        "parameter": row.parameter.key,
        "value": row.parameter.encode(row.value),
        "valid_from": row.valid_from,
        "valid_until": row.valid_until,
        "grace_until": row.grace_until,
        **{part.name: getattr(row.source, part.name) for part in fields(row.source)},
    }
    return {key: written(value) for key, value in data.items() if value not in (None, "")}
