"""Version 1 of the API, on a school's host."""

from django.urls import path

from api.v1.bodies.views import BodyDetail, BodyList
from api.v1.findings.views import FindingList
from api.v1.people.views import PersonList
from api.v1.policy.views import PolicyDetail
from api.v1.resolutions.views import (
    ResolutionDetail,
    ResolutionDone,
    ResolutionDrop,
    ResolutionList,
    ResolutionMove,
)
from api.v1.schema_views import docs, document
from api.v1.school.views import SchoolDetail
from api.v1.sittings.views import SittingDetail, SittingList, SittingMinutes

urlpatterns = [
    path("school/", SchoolDetail.as_view(), name="api_school"),
    path("bodies/", BodyList.as_view(), name="api_bodies"),
    path("bodies/<int:pk>/", BodyDetail.as_view(), name="api_body"),
    path("people/", PersonList.as_view(), name="api_people"),
    path("sittings/", SittingList.as_view(), name="api_sittings"),
    path("sittings/<int:pk>/", SittingDetail.as_view(), name="api_sitting"),
    path("sittings/<int:pk>/minutes/", SittingMinutes.as_view(), name="api_sitting_minutes"),
    path("resolutions/", ResolutionList.as_view(), name="api_resolutions"),
    path("resolutions/<int:pk>/", ResolutionDetail.as_view(), name="api_resolution"),
    path("resolutions/<int:pk>/done/", ResolutionDone.as_view(), name="api_resolution_done"),
    path("resolutions/<int:pk>/move/", ResolutionMove.as_view(), name="api_resolution_move"),
    path("resolutions/<int:pk>/drop/", ResolutionDrop.as_view(), name="api_resolution_drop"),
    path("findings/", FindingList.as_view(), name="api_findings"),
    path("policy/", PolicyDetail.as_view(), name="api_policy"),
    path("openapi.json", document, name="api_document"),
    path("docs/", docs, name="api_docs"),
]
