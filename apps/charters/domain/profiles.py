"""Bringing a set of rules into force. What was in force before is ended, not changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.charters import errors
from apps.charters.enums import ProfileState
from apps.charters.models import ConflictChoice, PolicyProfile, ProfileModule, ProfileValue
from apps.charters.queries.policy import school_policy
from apps.core.actor import Actor, require
from apps.core.errors import Faults
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.rulebook.enums import CouncilKind
from apps.rulebook.module_files import all_modules
from apps.rulebook.parameters import PARAMETERS, Parameter, ValueProblem, nearest


@dataclass(frozen=True, slots=True)
class ModuleInput:
    """A charter module; a council charter may be bound to one kind of council."""

    module: str
    council_kind: CouncilKind | None = None


@dataclass(frozen=True, slots=True)
class OwnValueInput:
    """A value of the school's own as plain data."""

    key: str
    value: Any
    council_kind: CouncilKind | None = None
    clause: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceInput:
    """The module whose value holds where modules disagree."""

    key: str
    module: str
    reason: str
    council_kind: CouncilKind | None = None


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
    PolicyProfile.objects.select_for_update().order_by("pk").values_list("pk").first()
    before = PolicyProfile.objects.filter(state=ProfileState.IN_FORCE, valid_until__isnull=True).first()
    if before is not None:
        if valid_from <= before.valid_from:
            raise errors.STARTS_TOO_EARLY(field="valid_from", since=before.valid_from)
        before.valid_until = valid_from
        before.state = ProfileState.SUPERSEDED
        before.save(update_fields=["valid_until", "state"])
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
    faults = Faults()
    known = all_modules()
    codes = [row.module for row in chosen]
    for code in codes:
        if code not in known:
            faults.add(errors.MODULE_UNKNOWN(field="modules", module=code, known=", ".join(known)))
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        faults.add(errors.MODULE_TWICE(field="modules", module=code))
    policy = school_policy()
    for row in own:
        parameter = _parameter(row.key, faults)
        if parameter is None or (row.value is None and not parameter.nullable):
            continue
        try:
            value = parameter.read(row.value)
        except ValueProblem as problem:
            faults.add(errors.VALUE_UNUSABLE(field=row.key, name=parameter.label, reason=problem.text))
            continue
        for breach in policy.breaches(parameter, value, valid_from):
            if breach.enforced:
                faults.add(errors.OUTSIDE_FRAME(field=row.key, reason=breach.text))
    for choice in choices:
        parameter = _parameter(choice.key, faults)
        if parameter is not None and choice.module not in codes:
            faults.add(errors.CHOICE_NOT_A_MODULE(field=choice.key, name=parameter.label, module=choice.module))
    faults.raise_if_any()


def _parameter(key: str, faults: Faults) -> Parameter[Any] | None:
    parameter = PARAMETERS.get(key)
    if parameter is None:
        near = nearest(key)
        faults.add(errors.PARAMETER_UNKNOWN(field=key, key=key, hint=f" → {near}" if near else ""))
    return parameter
