"""What both doors, web and API, share when a file leaves: who may fetch it, and the answer that carries it. Opens scopes of its own."""

from django.http import FileResponse, HttpResponse
from django.utils import timezone

from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND, NOT_PERMITTED
from apps.core.permissions import Permission
from apps.core.scopes import Wanted
from apps.web import errors as pages
from apps.web.request import UsulRequest
from tenants.context import in_school
from tenants.scope import SchoolRef
from usul.actors import actor_at_school
from usul.control import errors
from usul.control.domain.bundles import place_of
from usul.control.models import Bundle

INSIDE = Wanted(Wanted.Kind.SCHOOL)


def director_of(request: UsulRequest) -> tuple[Actor, SchoolRef] | HttpResponse:
    """Who asks at a school, when they may take its data out; otherwise the refusal. Leaves no scope open."""
    refusal = pages.refusal(request, INSIDE)
    school, identity = request.school, request.identity
    if refusal is not None or school is None or identity is None:
        return refusal or pages.fault_answer(request, NOT_FOUND())
    with in_school(school, readonly=True):
        by = actor_at_school(identity, school, request=request, on=timezone.localdate())
    if by is None or not by.may(Permission.SCHOOL_EXPORT):
        return pages.fault_answer(request, NOT_PERMITTED(permission=Permission.SCHOOL_EXPORT))
    return by, school


def send(row: Bundle) -> FileResponse:
    """The file of a bundle. It travels after every scope has closed.

    Raises:
        Fault: `control.bundle_gone`.
    """
    try:
        content = place_of(row.pk).open("rb")
    except FileNotFoundError:
        raise errors.BUNDLE_GONE() from None
    name = f"{row.told['school']['slug']}-{row.told['taken_at'][:10]}.usul"
    return FileResponse(content, as_attachment=True, filename=name, content_type="application/octet-stream")
