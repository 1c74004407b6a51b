"""What both doors, web and API, share when a file leaves: who may fetch it, and the answer that carries it. Opens scopes of its own."""

from django.http import FileResponse
from django.utils import timezone

from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND, NOT_PERMITTED
from apps.core.permissions import Permission
from apps.web.request import UsulRequest
from tenants.context import in_school
from tenants.scope import SchoolRef
from usul.actors import actor_at_school
from usul.control import errors
from usul.control.domain.bundles import place_of
from usul.control.models import Bundle


def director_of(request: UsulRequest) -> tuple[Actor, SchoolRef]:
    """Who asks at a school and may take its data out. Leaves no scope open.

    Raises:
        Fault: not permitted.
    """
    school, identity = request.school, request.identity
    if school is None or identity is None:
        raise NOT_FOUND()
    with in_school(school, readonly=True):
        by = actor_at_school(identity, school, request=request, on=timezone.localdate())
    if by is None or not by.may(Permission.SCHOOL_EXPORT):
        raise NOT_PERMITTED(permission=Permission.SCHOOL_EXPORT)
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
