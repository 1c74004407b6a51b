"""Version 1 of the API, on the district's host."""

from django.urls import path

from api.v1.districts.views import DistrictList, DistrictObligations, DistrictSchool, DistrictStandings
from api.v1.frames.shifts import ShiftAgain, ShiftAnswers, ShiftDetail, ShiftList, ShiftPublish
from api.v1.frames.sides import DistrictClauses, DistrictComparison, DistrictMatrix
from api.v1.frames.views import DeviationList, FrameAnswers, FrameDetail, FrameList, FramePublish
from api.v1.schema_views import docs, document

urlpatterns = [
    path("districts/", DistrictList.as_view(), name="api_districts"),
    path("districts/<slug:slug>/standings/", DistrictStandings.as_view(), name="api_standings"),
    path("districts/<slug:slug>/obligations/", DistrictObligations.as_view(), name="api_obligations"),
    path("districts/<slug:slug>/schools/<slug:school>/", DistrictSchool.as_view(), name="api_district_school"),
    path("districts/<slug:slug>/frame/", FrameList.as_view(), name="api_frame"),
    path("districts/<slug:slug>/frame/<uuid:rule>/", FrameDetail.as_view(), name="api_frame_rule"),
    path("districts/<slug:slug>/frame/<uuid:rule>/publish/", FramePublish.as_view(), name="api_frame_publish"),
    path("districts/<slug:slug>/frame/<uuid:rule>/answers/", FrameAnswers.as_view(), name="api_frame_answers"),
    path("districts/<slug:slug>/year-changes/", ShiftList.as_view(), name="api_shifts"),
    path("districts/<slug:slug>/year-changes/<uuid:shift>/", ShiftDetail.as_view(), name="api_shift"),
    path("districts/<slug:slug>/year-changes/<uuid:shift>/publish/", ShiftPublish.as_view(), name="api_shift_publish"),
    path("districts/<slug:slug>/year-changes/<uuid:shift>/answers/", ShiftAnswers.as_view(), name="api_shift_answers"),
    path(
        "districts/<slug:slug>/year-changes/<uuid:shift>/again/<slug:school>/",
        ShiftAgain.as_view(),
        name="api_shift_again",
    ),
    path("districts/<slug:slug>/deviations/", DeviationList.as_view(), name="api_deviations"),
    path("districts/<slug:slug>/matrix/", DistrictMatrix.as_view(), name="api_district_matrix"),
    path("districts/<slug:slug>/comparison/", DistrictComparison.as_view(), name="api_district_comparison"),
    path("districts/<slug:slug>/clauses/", DistrictClauses.as_view(), name="api_district_clauses"),
    path("openapi.json", document, name="api_document"),
    path("docs/", docs, name="api_docs"),
]
