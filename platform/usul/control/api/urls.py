"""Version 1 of the API: the control room, on the district's host."""

from django.urls import path

from usul.control.api.bundles import BroughtBundle, BroughtBundles, BundleFile, BundleLoad, SchoolBundles
from usul.control.api.views import DEEDS, Fleet, Onboarding, OnboardingJob, OnboardingRetry, deed_view

_PLACE = "districts/<slug:slug>/onboarding/"
urlpatterns = [
    path("fleet/", Fleet.as_view(), name="api_fleet"),
    path(_PLACE, Onboarding.as_view(), name="api_onboarding"),
    path(f"{_PLACE}jobs/<uuid:job>/", OnboardingJob.as_view(), name="api_onboarding_job"),
    path(f"{_PLACE}jobs/<uuid:job>/retry/", OnboardingRetry.as_view(), name="api_onboarding_retry"),
    path(f"{_PLACE}schools/<slug:school>/bundles/", SchoolBundles.as_view(), name="api_school_bundles"),
    path(f"{_PLACE}bundles/", BroughtBundles.as_view(), name="api_bundles"),
    path(f"{_PLACE}bundles/<uuid:bundle>/", BroughtBundle.as_view(), name="api_bundle"),
    path(f"{_PLACE}bundles/<uuid:bundle>/load/", BundleLoad.as_view(), name="api_bundle_load"),
    path(f"{_PLACE}bundles/<uuid:bundle>/file/", BundleFile.as_view(), name="api_bundle_file"),
    *(
        path(f"{_PLACE}schools/<slug:school>/{name}/", deed_view(name, form, says).as_view(), name=f"api_school_{name}")
        for name, (form, says) in DEEDS.items()
    ),
]
