"""Pages of the district's host."""

from django.urls import path

from apps.web.district import views

urlpatterns = [
    path("", views.home, name="home"),
]
