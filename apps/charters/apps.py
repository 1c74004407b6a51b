"""Application configuration."""

from django.apps import AppConfig


class ChartersConfig(AppConfig):
    name = "apps.charters"
    label = "charters"
