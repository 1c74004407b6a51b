"""Application configuration."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "apps.dossiers"
    label = "dossiers"
