"""From an identity to an actor: what the person or program may do in this place today."""

from datetime import date

from django.http import HttpRequest

from apps.accounts.identity import Identity, Via
from apps.accounts.scopes import permissions_of
from apps.bodies.permissions import WITHIN_BODY
from apps.bodies.queries.standing import standing_of
from apps.core.actor import Actor, Door
from apps.core.permissions import Permission
from apps.district.permissions import DISTRICT_RIGHTS
from apps.notices.queries.notices import unopened
from apps.people.permissions import ADMINISTRATOR, OFFICES, WITHOUT_OFFICE
from tenants.enums import AccessLevel
from tenants.scope import SchoolRef


def actor_at_school(identity: Identity, school: SchoolRef, *, request: HttpRequest, on: date) -> Actor | None:
    """The actor in the bound school, or None when the school is not open to them. Runs in the school's scope; one query.

    The same query counts the notices that wait for the person, for the frame of a page.
    """
    level = identity.level_at_school(school.id)
    if level is None:
        return None
    door = _door(request)
    if identity.via is Via.TOKEN:
        return Actor(
            user_id=identity.user_id,
            name=identity.full_name,
            today=on,
            door=door,
            permissions=permissions_of(identity.scopes),
            language=identity.language,
        )
    standing = standing_of(identity.user_id, on=on, also={"unopened": unopened()} if door is Door.WEB else None)
    request.notices = standing.also.get("unopened", 0) if standing else None  # type: ignore[attr-defined]
    rights = set(ADMINISTRATOR if level == AccessLevel.SCHOOL_ADMIN else WITHOUT_OFFICE)
    for role in standing.offices if standing else ():
        rights |= OFFICES.get(role, frozenset())
    return Actor(
        user_id=identity.user_id,
        name=standing.person.short_name if standing else identity.full_name,
        today=on,
        door=door,
        person_id=standing.person.pk if standing else None,
        roles=standing.offices if standing else frozenset(),
        permissions=frozenset(rights),
        body_permissions={
            body: frozenset[Permission]().union(*(WITHIN_BODY[part] for part in parts))
            for body, parts in (standing.seats if standing else {}).items()
        },
        language=identity.language,
    )


def actor_at_district_site(identity: Identity, *, request: HttpRequest, on: date) -> Actor:
    """The actor on the district's host. No query; which districts the rights reach is told by `identity.districts`."""
    if identity.via is Via.TOKEN:
        rights = permissions_of(identity.scopes)
    elif identity.is_operator:
        rights = frozenset(Permission)
    else:
        rights = frozenset[Permission]().union(
            *(DISTRICT_RIGHTS.get(level, frozenset()) for _district, level in identity.districts)
        )
    return Actor(
        user_id=identity.user_id,
        name=identity.full_name,
        today=on,
        door=_door(request),
        permissions=rights,
        language=identity.language,
    )


def _door(request: HttpRequest) -> Door:
    return Door.API if request.path_info.startswith("/api/") else Door.WEB


def system_actor(name: str, *, on: date, door: Door = Door.COMMAND) -> Actor:
    """The installation itself, for commands and jobs: every right."""
    return Actor(user_id=None, name=name, today=on, door=door, permissions=frozenset(Permission))
