"""Application configuration of the district layer."""

from django.apps import AppConfig


class DistrictConfig(AppConfig):
    name = "apps.district"
    label = "district"

    def ready(self) -> None:
        from apps.district import receivers  # noqa: F401
