"""Addresses of the control room on a school's own host."""

from django.urls import path

from usul.control.web import data, former

urlpatterns = [
    path("data/", data.overview, name="school_data"),
    path("data/files/<str:sealed>/", data.file, name="school_data_file"),
    path("data/people/<int:pk>/", data.person, name="person_data"),
    path("former/", former.listed, name="former_schools"),
    path("former/<slug:slug>/", former.one, name="former_school"),
    path("former/<slug:slug>/<slug:kind>/<int:pk>/", former.paper, name="former_paper"),
]
