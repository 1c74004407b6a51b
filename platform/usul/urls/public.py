"""Addresses of the district and operator site."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from apps.web import errors
from apps.web.session import views as session

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("usul.urls.account")),
    path("language/", session.language, name="language"),
    path("schools/<slug:slug>/enter/", session.leave_for_school, name="enter_school"),
    path("api/v1/", include("usul.control.api.urls")),
    path("api/v1/", include("api.v1.urls_district")),
    path("", include("usul.control.web.urls")),
    path("", include("apps.web.urls_district")),
]

if settings.DEVELOPMENT:
    urlpatterns.append(path("design/", include("apps.web.design.urls")))

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_fault
