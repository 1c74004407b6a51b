"""Application configuration."""

from django.apps import AppConfig


class SittingsConfig(AppConfig):
    name = "apps.sittings"
    label = "sittings"
