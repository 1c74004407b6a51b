"""Addresses of the control room on a school's own host."""

from django.urls import path

from usul.control.web import former

urlpatterns = [
    path("former/", former.listed, name="former_schools"),
    path("former/<slug:slug>/", former.one, name="former_school"),
    path("former/<slug:slug>/<slug:kind>/<int:pk>/", former.paper, name="former_paper"),
]
