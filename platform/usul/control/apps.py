"""Application configuration of the control room."""

from django.apps import AppConfig


class ControlConfig(AppConfig):
    name = "usul.control"
    label = "control"

    def ready(self) -> None:
        from usul import celery  # noqa: F401  # tasks are sent by the application of this installation
