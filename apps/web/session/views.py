"""Language, and the way from the district's site into a school."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.domain.handover import open_handover, take_handover
from apps.accounts.models import User
from apps.core import faults
from apps.core.scopes import Wanted, scope_of_view
from apps.web import errors
from apps.web.request import UsulRequest
from tenants.routing import directory

YEAR_SECONDS = 365 * 24 * 3600
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@scope_of_view(Wanted.Kind.NONE)
@require_POST
def language(request: UsulRequest) -> HttpResponse:
    """Remember the language chosen and go back to where the reader was."""
    chosen = request.POST.get("language", "")
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        target = "/"
    response = HttpResponseRedirect(target)
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=YEAR_SECONDS,
            samesite="Lax",
            secure=settings.HTTPS,
            httponly=True,
        )
    return response


@scope_of_view(Wanted.Kind.NONE)
@require_POST
def leave_for_school(request: UsulRequest, slug: str) -> HttpResponse:
    """From the district's site into a school that is open to the person, with a pass that is good once and for a minute."""
    identity = request.identity
    school = directory.school_with_slug(slug)
    if identity is None or school is None or identity.level_at_school(school.id) is None:
        return errors.answer(request, faults.NO_ACCESS_TO_SCHOOL)
    ticket = open_handover(user_id=identity.user_id, school_id=school.id)
    port = request.get_port()
    suffix = "" if port in ("80", "443") else f":{port}"
    return HttpResponseRedirect(f"{request.scheme}://{directory.host_of(school.id)}{suffix}/enter/?ticket={ticket}")


@scope_of_view(Wanted.Kind.PORTAL, open_to_strangers=True, writes_on_get=True)
@require_safe
def enter(request: UsulRequest) -> HttpResponse:
    """Arrive at a school with a pass: a session of this school's own begins.

    A pass in a link on somebody else's page is left alone, or it would sign the reader in as whoever laid it out.
    """
    if request.headers.get("Sec-Fetch-Site") == "cross-site" and _is_below_base(request):
        return HttpResponseRedirect(settings.LOGIN_REDIRECT_URL)
    school = request.school
    user_id = take_handover(request.GET.get("ticket", ""), school_id=school.id) if school else None
    user = User.objects.filter(pk=user_id, is_active=True).first() if user_id else None
    if user is None:
        return HttpResponseRedirect(settings.LOGIN_REDIRECT_URL)
    login(request, user, backend=BACKEND)
    return HttpResponseRedirect("/")


def _is_below_base(request: UsulRequest) -> bool:
    """Whether the district's site and this school are one site to a browser; a school's own domain is not."""
    return request.get_host().partition(":")[0].endswith(f".{settings.BASE_DOMAIN}")
