"""Application configuration of the district layer."""

from django.apps import AppConfig


class DistrictConfig(AppConfig):
    name = "apps.district"
    label = "district"
