"""Everything the document of a charter is made from, for every door that gives it out."""

from collections.abc import Callable
from datetime import date

from apps.acts.queries.charter_paper import Past, Signed, Sources
from apps.acts.queries.charters import route_of
from apps.bodies.queries.readers import readers_of
from apps.charters.enums import ProfileState
from apps.charters.models import PolicyProfile
from apps.charters.queries.versions import with_base
from apps.core.errors import NOT_FOUND
from apps.rulebook.text import Language


def charter_sources(
    pk: int, *, today: date, language: str, school: Callable[[str], str], check_url: Callable[[str], str]
) -> Sources:
    """The sources of one version.

    Args:
        language: asked for; the charter's own where it is none of the three.
        school: the school's name in a language; check_url: the public address that proves a fingerprint.

    Raises:
        Fault: `core.not_found`.
    """
    pair = with_base(pk)
    if pair is None:
        raise NOT_FOUND()
    profile = pair[0]
    route = route_of(profile, on=today)
    language = language if language in set(Language) else route.content["language"]
    order = route.approved.act if route.approved.valid else None
    mark = order.fingerprint if order else ""
    readers = () if profile.state is ProfileState.DRAFT else readers_of(profile, today)
    return Sources(
        school=school(language),
        route=route,
        language=language,
        sheet=tuple(Signed(row.person.full_name, row.signed_on) for row in readers),
        history=tuple(_history(profile)),
        check_url=check_url(mark) if mark else "",
    )


def _history(profile: PolicyProfile) -> list[Past]:
    rows = PolicyProfile.objects.exclude(state=ProfileState.DRAFT).filter(number__lte=profile.number).order_by("number")
    fields = rows.values_list("number", "valid_from", "act", "note")
    return [Past(number, since, act, note) for number, since, act, note in fields]
