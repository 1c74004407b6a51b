"""Pages of the district's host."""

from django.urls import path

from apps.web.district import views

urlpatterns = [
    path("", views.home, name="home"),
    path("districts/<slug:slug>/", views.overview, name="district_overview"),
    path("districts/<slug:slug>/schools/<slug:school>/", views.school, name="district_school"),
    path("districts/<slug:slug>/schools/<slug:school>/<slug:check>/", views.school_check, name="district_school_check"),
    path("districts/<slug:slug>/obligations/<slug:check>/", views.obligation, name="district_obligation"),
]
