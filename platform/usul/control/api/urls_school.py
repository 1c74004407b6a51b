"""Version 1 of the API: a school's own data, on its host."""

from django.urls import path

from usul.control.api.bundles import OwnBundleFile, OwnBundles, OwnJob, PersonData

urlpatterns = [
    path("data/bundles/", OwnBundles.as_view(), name="api_data_bundles"),
    path("data/bundles/<uuid:bundle>/file/", OwnBundleFile.as_view(), name="api_data_bundle_file"),
    path("data/jobs/<uuid:job>/", OwnJob.as_view(), name="api_data_job"),
    path("data/people/<int:pk>/", PersonData.as_view(), name="api_data_person"),
]
