"""The school's policy as the rulebook reads it: every set of rules it had, under the frames above it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar

from apps.charters.models import ConflictChoice, FrameEntry, PolicyProfile, ProfileModule, ProfileValue
from apps.rulebook.module_files import all_modules
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.policy import CharterVersion, FrameValue, ModuleUse, OwnValue, Policy, Source, Winner

Row = TypeVar("Row", ProfileModule, ProfileValue, ConflictChoice)
DRAFT = "draft"


def school_policy(*, school: str = "") -> Policy:
    """The policy of the school of the running scope. Five queries, whatever the number of versions."""
    profiles = list(PolicyProfile.objects.exclude(state=DRAFT).order_by("valid_from"))
    uses = _by_profile(ProfileModule.objects.filter(profile__in=profiles))
    own = _by_profile(ProfileValue.objects.filter(profile__in=profiles))
    choices = _by_profile(ConflictChoice.objects.filter(profile__in=profiles))
    return Policy(
        school=school,
        versions=tuple(
            _version(profile, uses.get(profile.pk, []), own.get(profile.pk, []), choices.get(profile.pk, []))
            for profile in profiles
        ),
        frame=tuple(_frame_value(entry) for entry in FrameEntry.objects.all()),
    )


def _by_profile(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.profile_id].append(row)
    return found


def _version(
    profile: PolicyProfile,
    uses: list[ProfileModule],
    own: list[ProfileValue],
    choices: list[ConflictChoice],
) -> CharterVersion:
    known = all_modules()
    return CharterVersion(
        id=str(profile.pk),
        valid_from=profile.valid_from,
        valid_until=profile.valid_until,
        modules=tuple(
            ModuleUse(known[row.module], frozenset({row.council_kind}) if row.council_kind else frozenset())
            for row in uses
        ),
        own=tuple(
            OwnValue(
                parameter=PARAMETERS[row.key],
                value=_read(row.key, row.value),
                council=row.council_kind,
                clause=row.clause,
                reason=row.reason,
            )
            for row in own
        ),
        winners=tuple(
            Winner(parameter=PARAMETERS[row.key], module=row.module, council=row.council_kind, reason=row.reason)
            for row in choices
        ),
        act=profile.act,
        adopted_on=profile.adopted_on,
    )


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
