"""The pattern book at its development address."""

from django.urls import include, path

urlpatterns = [path("design/", include("apps.web.design.urls"))]
