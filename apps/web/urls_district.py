"""Pages of the district's host."""

from django.urls import path

from apps.web.district import views
from apps.web.tokens import views as tokens

urlpatterns = [
    path("", views.home, name="home"),
    path("districts/<slug:slug>/", views.overview, name="district_overview"),
    path("districts/<slug:slug>/schools/<slug:school>/", views.school, name="district_school"),
    path("districts/<slug:slug>/schools/<slug:school>/<slug:check>/", views.school_check, name="district_school_check"),
    path("districts/<slug:slug>/report.xlsx", views.sheet, name="district_sheet"),
    path("districts/<slug:slug>/obligations/", views.obligations, name="district_obligations"),
    path("districts/<slug:slug>/obligations/<slug:check>/", views.obligation, name="district_obligation"),
    path("districts/<slug:slug>/tokens/", tokens.district_tokens, name="district_tokens"),
    path("districts/<slug:slug>/tokens/<slug:key>/revoke/", tokens.district_token_revoke, name="district_token_revoke"),
]
