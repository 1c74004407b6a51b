"""The school's policy as the rulebook reads it: every set of rules it had, under the frames above it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from apps.charters.models import ConflictChoice, FrameEntry, PolicyProfile, ProfileModule, ProfileValue
from apps.rulebook.enums import CouncilKind
from apps.rulebook.frame_files import national_frame
from apps.rulebook.module_files import all_modules
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.policy import CharterVersion, FrameValue, ModuleUse, OwnValue, Policy, Source, Winner

DRAFT = "draft"
Part = Mapping[str, Any]


def school_policy(*, school: str = "") -> Policy:
    """The policy of the school of the running scope. Two queries, whatever the number of versions."""
    profiles = _whole().exclude(state=DRAFT)
    return Policy(
        school=school,
        versions=tuple(_version(profile) for profile in profiles.order_by("valid_from")),
        frame=(*national_frame(), *(_frame_value(entry) for entry in FrameEntry.objects.all())),
    )


def policy_with(profile: PolicyProfile, *, valid_from: date | None = None, school: str = "") -> Policy:
    """The policy as it would be with a draft in force from a day on, by default from the day the draft names. Three queries.

    What is in force then ends on that day; what would begin later falls away.
    """
    policy = school_policy(school=school)
    day = valid_from or profile.valid_from
    coming = replace(version_of(profile), valid_from=day, valid_until=None)
    before = tuple(
        replace(version, valid_until=day) if version.valid_until is None or version.valid_until > day else version
        for version in policy.versions
        if version.valid_from < day and version.id != coming.id
    )
    return Policy(school=school, versions=(*before, coming), frame=policy.frame)


def version_of(profile: PolicyProfile) -> CharterVersion:
    """One version as the rulebook reads it, a draft too. One query."""
    return _version(_whole().get(pk=profile.pk))


def _whole() -> Any:
    return PolicyProfile.objects.defer("clauses", "own_clauses").annotate(
        used=_parts(ProfileModule, "position", "module", "council_kind"),
        own=_parts(ProfileValue, "key", "key", "value", "council_kind", "clause", "reason"),
        settled=_parts(ConflictChoice, "key", "key", "module", "council_kind", "reason"),
    )


def _parts(model: Any, order: str, *fields: str) -> ArraySubquery:
    """The rows of a profile as plain data."""
    rows = model.objects.filter(profile=OuterRef("pk")).order_by(order, "pk")
    return ArraySubquery(rows.values(found=JSONObject(**{name: name for name in fields})))


def _version(profile: Any) -> CharterVersion:
    known = all_modules()
    return CharterVersion(
        id=str(profile.pk),
        valid_from=profile.valid_from,
        valid_until=profile.valid_until,
        modules=tuple(
            ModuleUse(known[row["module"]], frozenset({council}) if (council := _council(row)) else frozenset())
            for row in profile.used
        ),
        own=tuple(
            OwnValue(
                parameter=PARAMETERS[row["key"]],
                value=_read(row["key"], row["value"]),
                council=_council(row),
                clause=row["clause"],
                reason=row["reason"],
            )
            for row in profile.own
        ),
        winners=tuple(
            Winner(parameter=PARAMETERS[row["key"]], module=row["module"], council=_council(row), reason=row["reason"])
            for row in profile.settled
        ),
        act=profile.act,
        adopted_on=profile.adopted_on,
    )


def _council(row: Part) -> CouncilKind | None:
    return CouncilKind.of(row["council_kind"]) if row["council_kind"] else None


def _read(key: str, raw: Any) -> Any:
    return None if raw is None else PARAMETERS[key].read(raw)


def _frame_value(entry: FrameEntry) -> FrameValue:
    return FrameValue(
        id=str(entry.frame_id),
        layer=entry.layer,
        bound=entry.bound,
        parameter=PARAMETERS[entry.key],
        value=_read(entry.key, entry.value),
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
        grace_until=entry.grace_until,
        source=Source(
            act=entry.act,
            article=entry.article,
            url=entry.url,
            published_on=entry.published_on,
            verified_on=entry.verified_on,
            verified_by=entry.verified_by,
        ),
    )
