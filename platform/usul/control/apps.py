"""Application configuration of the control room."""

from django.apps import AppConfig

from usul.celery import app as task_app


class ControlConfig(AppConfig):
    name = "usul.control"
    label = "control"

    def ready(self) -> None:
        """Tasks are sent through the application `usul`, from every thread: the current one is known to its own thread only."""
        task_app.set_default()
        from usul.control import receivers  # noqa: F401
