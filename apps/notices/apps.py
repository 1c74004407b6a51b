"""Application configuration."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "apps.notices"
    label = "notices"

    def ready(self) -> None:
        """Listen to what the applications below tell."""
        from apps.notices import receivers  # noqa: F401
