"""Values and choices of a draft: a number changed inside the frame, a conflict settled by a person who says why."""

from typing import Any

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.charters import errors
from apps.charters.domain.drafts import draft_to_change
from apps.charters.domain.inputs import OwnValueInput, parameter_of, value_faults
from apps.charters.models import ConflictChoice, PolicyProfile, ProfileValue
from apps.charters.queries.policy import school_policy, version_of
from apps.core.actor import Actor, require
from apps.core.errors import Faults
from apps.core.permissions import Permission
from apps.rulebook.enums import CouncilKind
from apps.rulebook.policy import conflicting


@transaction.atomic
def set_value(*, by: Actor, profile: PolicyProfile, value: OwnValueInput, seen: int | None = None) -> PolicyProfile:
    """Give a draft a value of the school's own; the one before it is replaced. An empty value leaves the point open.

    Raises:
        Fault or Faults: not permitted, no draft, changed meanwhile, no such parameter, a value that does not fit or leaves the frame of
            the day the draft is to come into force, no reason.
    """
    require(by, Permission.CHARTER_EDIT)
    profile = draft_to_change(profile, seen)
    faults = Faults(value_faults(value, school_policy(), profile.valid_from))
    faults.raise_if_any()
    if not value.reason.strip():
        raise errors.REASON_MISSING(field="reason")
    parameter = parameter_of(value.key)
    plain = None if value.value is None else parameter.encode(parameter.read(value.value))
    ProfileValue.objects.update_or_create(
        profile=profile,
        key=value.key,
        council_kind=value.council_kind,
        defaults={"value": plain, "clause": value.clause.strip(), "reason": value.reason.strip()},
    )
    profile.store()
    _record(by, profile, "charter.value_set", value.key, {"value": plain})
    return profile


@transaction.atomic
def clear_value(
    *, by: Actor, profile: PolicyProfile, key: str, council_kind: CouncilKind | None = None, seen: int | None = None
) -> PolicyProfile:
    """Take a value of the school's own away, so that its modules speak again.

    Raises:
        Fault: not permitted, no draft, changed meanwhile, no such parameter.
    """
    require(by, Permission.CHARTER_EDIT)
    parameter_of(key)
    profile = draft_to_change(profile, seen)
    gone, _by_model = ProfileValue.objects.filter(profile=profile, key=key, council_kind=council_kind).delete()
    if gone:
        profile.store()
        _record(by, profile, "charter.value_cleared", key, {})
    return profile


@transaction.atomic
def pick_winner(
    *,
    by: Actor,
    profile: PolicyProfile,
    key: str,
    module: str,
    reason: str,
    council_kind: CouncilKind | None = None,
    seen: int | None = None,
) -> PolicyProfile:
    """Say which module holds where two of a draft disagree. Until somebody does, checks that need the value answer CFG.

    Raises:
        Fault: not permitted, no draft, changed meanwhile, no such parameter, no conflict, no such side of it, no reason.
    """
    require(by, Permission.CHARTER_EDIT)
    profile = draft_to_change(profile, seen)
    parameter = parameter_of(key)
    sides = {row.module for row in conflicting(version_of(profile), parameter, council_kind)}
    if not sides:
        raise errors.CHOICE_WITHOUT_CONFLICT(field=key, name=parameter.label)
    if module not in sides:
        raise errors.CHOICE_NOT_A_MODULE(field="module", name=parameter.label, module=module)
    if not reason.strip():
        raise errors.REASON_MISSING(field="reason")
    ConflictChoice.objects.update_or_create(
        profile=profile,
        key=key,
        council_kind=council_kind,
        defaults={"module": module, "reason": reason.strip(), "chosen_by": by.name, "chosen_on": by.today},
    )
    profile.store()
    _record(by, profile, "charter.winner_picked", key, {"module": module})
    return profile


@transaction.atomic
def unpick_winner(
    *, by: Actor, profile: PolicyProfile, key: str, council_kind: CouncilKind | None = None, seen: int | None = None
) -> PolicyProfile:
    """Take a choice back; the conflict is open again.

    Raises:
        Fault: not permitted, no draft, changed meanwhile, no such parameter.
    """
    require(by, Permission.CHARTER_EDIT)
    parameter_of(key)
    profile = draft_to_change(profile, seen)
    gone, _by_model = ConflictChoice.objects.filter(profile=profile, key=key, council_kind=council_kind).delete()
    if gone:
        profile.store()
        _record(by, profile, "charter.winner_unpicked", key, {})
    return profile


def _record(by: Actor, profile: PolicyProfile, action: str, key: str, data: dict[str, Any]) -> None:
    record_event(
        by=by, action=action, subject=("charter", profile.pk), data={"version": profile.number, "key": key, **data}
    )
