"""Application configuration of the directory."""

from django.apps import AppConfig


class TenantsConfig(AppConfig):
    name = "tenants"
    label = "tenants"

    def ready(self) -> None:
        from tenants import checks  # noqa: F401
        from tenants.fleet import executor  # noqa: F401
