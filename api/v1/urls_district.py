"""Version 1 of the API, on the district's host."""

from django.urls import path

from api.v1.districts.views import DistrictList, DistrictObligations, DistrictSchool, DistrictStandings
from api.v1.schema_views import docs, document

urlpatterns = [
    path("districts/", DistrictList.as_view(), name="api_districts"),
    path("districts/<slug:slug>/standings/", DistrictStandings.as_view(), name="api_standings"),
    path("districts/<slug:slug>/obligations/", DistrictObligations.as_view(), name="api_obligations"),
    path("districts/<slug:slug>/schools/<slug:school>/", DistrictSchool.as_view(), name="api_district_school"),
    path("openapi.json", document, name="api_document"),
    path("docs/", docs, name="api_docs"),
]
