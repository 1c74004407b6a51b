"""Pages of a school's host."""

from django.urls import path

from apps.web.school import views

urlpatterns = [
    path("", views.overview, name="school_overview"),
]
