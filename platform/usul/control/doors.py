"""What may be done with a whole school, by the name under which the web and the API offer it. The verbs themselves check everything."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.district.queries.reach import Reached
from tenants.enums import SchoolStatus
from tenants.models import School
from usul.control.domain import bundles, lifecycle, schools
from usul.control.domain.schools import SchoolInput
from usul.control.domain.splitting import split_school
from usul.control.domain.welcome import let_administrator_in
from usul.control.models import Closing

Do = Callable[[Actor, School, Mapping[str, Any], datetime], object]
READY, CLOSED = SchoolStatus.READY, SchoolStatus.CLOSED


@dataclass(frozen=True, slots=True)
class Doing:
    """One deed.

    Attributes:
        needs: the right its verb asks for.
        fits: states of a school in which it is offered.
        do: the deed, by actor, school, values by name, and the moment.
        held: offered to closed schools on hold (True), to those that are not (False), or to any (None).
    """

    needs: Permission
    fits: tuple[SchoolStatus, ...]
    do: Do
    held: bool | None = None


def _split(by: Actor, school: School, values: Mapping[str, Any], now: datetime) -> object:
    names = {name: values.get(name, "") for name in ("name_ru", "name_en")}
    wanted = SchoolInput(school.district_id, values["slug"], values["name_ky"], **names)
    return split_school(by=by, source=school, school=wanted, now=now)


DOINGS: dict[str, Doing] = {
    "administrator": Doing(
        Permission.SCHOOL_ONBOARD,
        lifecycle.LIVING,
        lambda by, school, values, _now: let_administrator_in(
            by=by,
            school=school,
            family_name=values["family_name"],
            given_name=values.get("given_name", ""),
            email=values["email"],
            on=by.today,
        ),
    ),
    "suspend": Doing(
        Permission.SCHOOL_SUSPEND,
        lifecycle.LIVING,
        lambda by, school, values, now: lifecycle.suspend_school(
            by=by, school=school, reason=values["reason"], readonly=bool(values.get("readonly")), now=now
        ),
    ),
    "resume": Doing(
        Permission.SCHOOL_SUSPEND,
        lifecycle.SUSPENDED,
        lambda by, school, _values, now: lifecycle.resume_school(by=by, school=school, now=now),
    ),
    "rename": Doing(
        Permission.SCHOOL_SUSPEND,
        schools.IN_THE_DIRECTORY,
        lambda by, school, values, now: schools.rename_school(
            by=by, school=school, slug=values["slug"], on=by.today, now=now
        ),
    ),
    "add-host": Doing(
        Permission.SCHOOL_SUSPEND,
        schools.IN_THE_DIRECTORY,
        lambda by, school, values, _now: schools.add_host(by=by, school=school, host=values["host"]),
    ),
    "remove-host": Doing(
        Permission.SCHOOL_SUSPEND,
        schools.IN_THE_DIRECTORY,
        lambda by, school, values, _now: schools.remove_host(by=by, school=school, host=values["host"], on=by.today),
    ),
    "merge": Doing(
        Permission.SCHOOL_CLOSE,
        lifecycle.LIVING,
        lambda by, school, values, now: lifecycle.merge_school(
            by=by, school=school, into=values["into"], reason=values["reason"], on=by.today, now=now
        ),
    ),
    "split": Doing(Permission.SCHOOL_CLOSE, (READY,), _split),
    "export": Doing(
        Permission.SCHOOL_EXPORT,
        (*lifecycle.LIVING, CLOSED),
        lambda by, school, _values, now: bundles.ask_for_bundle(by=by, school=school, now=now),
    ),
    "close": Doing(
        Permission.SCHOOL_CLOSE,
        lifecycle.LIVING,
        lambda by, school, values, now: lifecycle.close_school(
            by=by, school=school, reason=values["reason"], on=by.today, now=now
        ),
    ),
    "reopen": Doing(
        Permission.SCHOOL_CLOSE,
        (CLOSED,),
        lambda by, school, _values, now: lifecycle.reopen_school(by=by, school=school, now=now),
    ),
    "hold": Doing(
        Permission.SCHOOL_CLOSE,
        (CLOSED,),
        lambda by, school, values, _now: lifecycle.hold_school(by=by, school=school, reason=values["reason"]),
        held=False,
    ),
    "release": Doing(
        Permission.SCHOOL_CLOSE,
        (CLOSED,),
        lambda by, school, _values, _now: lifecycle.release_school(by=by, school=school),
        held=True,
    ),
    "delete": Doing(
        Permission.SCHOOL_CLOSE,
        (CLOSED,),
        lambda by, school, _values, now: lifecycle.delete_school(by=by, school=school, on=by.today, now=now),
        held=False,
    ),
}


def school_in(place: Reached, slug: str) -> School:
    """A school of the district or of one below it, whatever its state. One query.

    Raises:
        Fault: `core.not_found`, alike for a school elsewhere and for none at all.
    """
    found = (
        School.objects.select_related("district", "successor", "schema_state")
        .filter(slug=slug, district__in=place.below)
        .first()
    )
    if found is None:
        raise NOT_FOUND()
    return found


def offered(rights: frozenset[Permission], school: School, closing: Closing | None) -> list[str]:
    """Names of the deeds that make sense for the school now and that somebody with these rights may do. No query."""
    held = bool(closing and closing.hold_reason)
    return [
        name
        for name, doing in DOINGS.items()
        if doing.needs in rights and school.status in doing.fits and doing.held in (None, held)
    ]
