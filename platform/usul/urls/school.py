"""Addresses of a school."""

from django.urls import URLPattern, URLResolver, include, path

from apps.web import errors
from apps.web.session import views as session

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("usul.urls.account")),
    path("language/", session.language, name="language"),
    path("enter/", session.enter, name="enter"),
    path("api/v1/", include("api.v1.urls_school")),
    path("api/v1/", include("usul.control.api.urls_school")),
    path("", include("usul.control.web.urls_school")),
    path("", include("apps.web.urls_school")),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_fault
