"""Application configuration."""

from django.apps import AppConfig


class ActsConfig(AppConfig):
    name = "apps.acts"
    label = "acts"
