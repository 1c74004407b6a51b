"""Application configuration of the control room."""

from django.apps import AppConfig


class ControlConfig(AppConfig):
    name = "usul.control"
    label = "control"
