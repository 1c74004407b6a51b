"""Addresses of the control room, on the district's host."""

from django.urls import path

from usul.control.web import bundles, fleet, onboarding, school

urlpatterns = [
    path("fleet/", fleet.overview, name="fleet"),
    path("fleet/jobs/<uuid:job>/retry/", fleet.retry, name="fleet_retry"),
    path("districts/<slug:slug>/onboarding/", onboarding.home, name="onboarding"),
    path("districts/<slug:slug>/onboarding/new/", onboarding.new, name="onboarding_new"),
    path("districts/<slug:slug>/onboarding/list/", onboarding.listed, name="onboarding_list"),
    path("districts/<slug:slug>/onboarding/lists/<uuid:batch>/", onboarding.batch, name="onboarding_batch"),
    path("districts/<slug:slug>/onboarding/jobs/<uuid:job>/retry/", onboarding.retry, name="onboarding_retry"),
    path("districts/<slug:slug>/onboarding/bundle/", bundles.bring, name="bundle_bring"),
    path("districts/<slug:slug>/onboarding/bundles/<uuid:bundle>/", bundles.bundle, name="bundle"),
    path("districts/<slug:slug>/onboarding/files/<str:sealed>/", bundles.file, name="bundle_file"),
    path("districts/<slug:slug>/onboarding/schools/<slug:school>/", school.overview, name="onboarding_school"),
    path("districts/<slug:slug>/onboarding/schools/<slug:school>/<slug:deed>/", school.deed, name="onboarding_deed"),
]
