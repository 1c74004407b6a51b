"""Bringing a set of rules into force. What was in force before is ended, not changed."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.charters import errors
from apps.charters.domain.inputs import (
    ChoiceInput,
    ModuleInput,
    OwnValueInput,
    parameter_of,
    refuse_unknown_modules,
    value_faults,
)
from apps.charters.enums import ProfileState
from apps.charters.models import ConflictChoice, PolicyProfile, ProfileModule, ProfileValue
from apps.charters.queries.policy import school_policy
from apps.core.actor import Actor, require
from apps.core.errors import Faults
from apps.core.locks import take_turn
from apps.core.permissions import Permission
from apps.core.signals import tell_change


@transaction.atomic
def adopt_profile(
    *,
    by: Actor,
    valid_from: date,
    chosen: Iterable[ModuleInput],
    own: Iterable[OwnValueInput] = (),
    choices: Iterable[ChoiceInput] = (),
    act: str = "",
    adopted_on: date | None = None,
) -> PolicyProfile:
    """Bring a set of rules into force from a day on; the set before it ends on that day.

    Conflicts between modules may stay open: checks that need the value then answer CFG until a person picks a winner.

    Raises:
        Fault or Faults: not permitted, unknown module or parameter, a value that does not fit or leaves the frame, a start before the
            present set.
    """
    require(by, Permission.CHARTER_CONFIRM)
    chosen, own, choices = tuple(chosen), tuple(own), tuple(choices)
    _check(chosen, own, choices, valid_from)
    take_turn("charters")
    end_what_was_in_force(valid_from)
    number = max(PolicyProfile.objects.values_list("number", flat=True), default=0) + 1
    profile = PolicyProfile.objects.create(
        number=number, state=ProfileState.IN_FORCE, valid_from=valid_from, act=act, adopted_on=adopted_on
    )
    _store(profile, by, chosen, own, choices)
    record_event(
        by=by,
        action="profile.adopted",
        subject=("profile", profile.pk),
        act_date=adopted_on,
        data={"modules": [row.module for row in chosen]},
    )
    tell_change(year=None)
    return profile


def end_what_was_in_force(valid_from: date) -> None:
    """Let the version in force end on the day the next one begins, so that each day has one version and none is without.

    Raises:
        Fault: `charter.starts_too_early`, `charter.gap` when what was in force has ended before.
    """
    rows = PolicyProfile.objects.exclude(state=ProfileState.DRAFT).select_for_update()
    before = rows.order_by("-valid_from", "-number").first()
    if before is None:
        return
    if valid_from <= before.valid_from:
        raise errors.STARTS_TOO_EARLY(field="valid_from", since=before.valid_from)
    if before.valid_until is not None and before.valid_until < valid_from:
        raise errors.GAP(field="valid_from", until=before.valid_until, since=valid_from)
    before.valid_until = valid_from
    before.state = ProfileState.SUPERSEDED
    before.store("valid_until", "state")


def _store(
    profile: PolicyProfile,
    by: Actor,
    chosen: tuple[ModuleInput, ...],
    own: tuple[OwnValueInput, ...],
    choices: tuple[ChoiceInput, ...],
) -> None:
    ProfileModule.objects.bulk_create(
        ProfileModule(profile=profile, module=row.module, council_kind=row.council_kind, position=position)
        for position, row in enumerate(chosen, start=1)
    )
    ProfileValue.objects.bulk_create(
        ProfileValue(
            profile=profile,
            key=row.key,
            value=row.value,
            council_kind=row.council_kind,
            clause=row.clause,
            reason=row.reason,
        )
        for row in own
    )
    ConflictChoice.objects.bulk_create(
        ConflictChoice(
            profile=profile,
            key=row.key,
            module=row.module,
            council_kind=row.council_kind,
            reason=row.reason,
            chosen_by=by.name,
            chosen_on=by.today,
        )
        for row in choices
    )


def _check(
    chosen: tuple[ModuleInput, ...],
    own: tuple[OwnValueInput, ...],
    choices: tuple[ChoiceInput, ...],
    valid_from: date,
) -> None:
    refuse_unknown_modules(chosen)
    faults = Faults()
    codes = [row.module for row in chosen]
    policy = school_policy()
    for row in own:
        for fault in value_faults(row, policy, valid_from):
            faults.add(fault)
    for choice in choices:
        parameter = parameter_of(choice.key)
        if choice.module not in codes:
            faults.add(errors.CHOICE_NOT_A_MODULE(field=choice.key, name=parameter.label, module=choice.module))
    faults.raise_if_any()
