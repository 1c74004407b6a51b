"""Addresses of the pattern book; included by the development settings only."""

from django.urls import path

from apps.web.design import views

app_name = "design"
urlpatterns = [
    path("", views.index, name="index"),
    path("marks/", views.marks, name="marks"),
    path("data/", views.data, name="data"),
    path("papers/", views.papers, name="papers"),
    path("forms/", views.forms, name="forms"),
    path("district/", views.district, name="district"),
    path("school/", views.school, name="school"),
    path("sitting/", views.sitting, name="sitting"),
    path("association/", views.association, name="association"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("errors/<slug:name>/", views.error, name="error"),
    path("language/", views.language, name="language"),
    path("job/", views.job, name="job"),
]
