"""Pages of the district's host."""

from django.urls import path

from apps.web.charters import compare
from apps.web.district import views
from apps.web.frames import shifts
from apps.web.frames import views as frames
from apps.web.tokens import views as tokens

urlpatterns = [
    path("", views.home, name="home"),
    path("districts/<slug:slug>/", views.overview, name="district_overview"),
    path("districts/<slug:slug>/schools/<slug:school>/", views.school, name="district_school"),
    path("districts/<slug:slug>/schools/<slug:school>/<slug:check>/", views.school_check, name="district_school_check"),
    path("districts/<slug:slug>/report.xlsx", views.sheet, name="district_sheet"),
    path("districts/<slug:slug>/obligations/", views.obligations, name="district_obligations"),
    path("districts/<slug:slug>/obligations/<slug:check>/", views.obligation, name="district_obligation"),
    path("districts/<slug:slug>/frame/", frames.frame, name="frame"),
    path("districts/<slug:slug>/frame/new/", frames.frame_new, name="frame_new"),
    path("districts/<slug:slug>/frame/<uuid:rule>/", frames.frame_rule, name="frame_rule"),
    path("districts/<slug:slug>/frame/<uuid:rule>/change/", frames.frame_change, name="frame_change"),
    path("districts/<slug:slug>/frame/<uuid:rule>/ask/", frames.frame_ask, name="frame_ask"),
    path("districts/<slug:slug>/frame/<uuid:rule>/publish/", frames.frame_publish, name="frame_publish"),
    path("districts/<slug:slug>/frame/<uuid:rule>/end/", frames.frame_end, name="frame_end"),
    path("districts/<slug:slug>/frame/<uuid:rule>/verify/", frames.frame_verify, name="frame_verify"),
    path("districts/<slug:slug>/frame/<uuid:rule>/drop/", frames.frame_drop, name="frame_drop"),
    path("districts/<slug:slug>/matrix/", compare.district_matrix, name="district_matrix"),
    path("districts/<slug:slug>/compare/", compare.district_compare, name="district_compare"),
    path("districts/<slug:slug>/deviations/", compare.deviations, name="deviations"),
    path("districts/<slug:slug>/calendar/", shifts.shifts, name="shifts"),
    path("districts/<slug:slug>/calendar/<uuid:shift>/", shifts.shift, name="shift"),
    path("districts/<slug:slug>/calendar/<uuid:shift>/ask/", shifts.shift_ask, name="shift_ask"),
    path("districts/<slug:slug>/calendar/<uuid:shift>/publish/", shifts.shift_publish, name="shift_publish"),
    path("districts/<slug:slug>/calendar/<uuid:shift>/again/<slug:school>/", shifts.shift_again, name="shift_again"),
    path("districts/<slug:slug>/tokens/", tokens.district_tokens, name="district_tokens"),
    path("districts/<slug:slug>/tokens/<slug:key>/revoke/", tokens.district_token_revoke, name="district_token_revoke"),
]
