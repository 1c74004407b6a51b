"""Application configuration of the control room."""

from django.apps import AppConfig

from usul.celery import app as task_app


class ControlConfig(AppConfig):
    name = "usul.control"
    label = "control"

    def ready(self) -> None:
        """Every process that sends tasks sends them through the application `usul`."""
        task_app.set_default()
