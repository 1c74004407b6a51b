"""A calendar feed as a program without a sign-in asks for it. Opens its own scopes: the account is no business of the school's role."""

from collections.abc import Callable
from datetime import date

from apps.accounts.queries.identity import may_enter
from apps.notices.calendar import Place, feed
from apps.notices.queries.feeds import reader_of, resolutions_for, sittings_for
from tenants.context import in_school, public_scope
from tenants.scope import SchoolRef


def feed_of(
    school: SchoolRef,
    person_id: int,
    *,
    is_sealed: Callable[[str], bool],
    today: date,
    place: Place,
    body_id: int | None = None,
) -> bytes | None:
    """The feed of a person, or of one body for a person who sits in it.

    None alike for a person who is none, an address that is not theirs any more, whoever has left, and an account that may not enter the
    school any more.

    Args:
        is_sealed: whether the address was made with this secret of the person.
    """
    with in_school(school, readonly=True):
        person = reader_of(person_id, today)
    if person is None or person.user_id is None or not is_sealed(person.feed_key):
        return None
    with public_scope(readonly=True):
        if not may_enter(school.id, person.user_id, on=today):
            return None
    with in_school(school, readonly=True):
        sittings = list(sittings_for(person_id, today, body_id))
        name = sittings[0].body.name if body_id is not None and sittings else school.name(place.language)
        tasks = list(resolutions_for(person_id, today)) if body_id is None else []
        return feed(" · ".join(part for part in ("Усул", name) if part), sittings, tasks, place)
