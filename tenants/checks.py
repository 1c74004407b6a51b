"""System checks that keep the separation of shared and school applications true."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.db import models

from tenants.roles import shared_models, tenant_models


@register()
def separation(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Shared and school applications are disjoint, and no relation joins the two sides."""
    both = set(settings.SHARED_APPS) & set(settings.TENANT_APPS)
    faults: list[CheckMessage] = [
        Error(f"{name} is in SHARED_APPS and TENANT_APPS.", id="tenants.E001") for name in sorted(both)
    ]
    shared = set(shared_models())
    for model in tenant_models():
        faults.extend(_relations_out(model, shared))
        if not isinstance(model._meta.pk, models.BigAutoField | models.UUIDField | models.OneToOneField):
            faults.append(
                Error(f"{model._meta.label} needs a BigAutoField or UUIDField key.", obj=model, id="tenants.E003")
            )
    return faults


def _relations_out(model: type[models.Model], shared: set[type]) -> list[CheckMessage]:
    return [
        Error(
            f"{model._meta.label}.{field.name} points from a school's schema to the shared {field.related_model._meta.label}.",
            hint="Keep the identity as a plain UUID value.",
            obj=model,
            id="tenants.E002",
        )
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey | models.ManyToManyField) and field.related_model in shared
    ]


@register()
def grants_name_models(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every entry of SHARED_GRANTS names a shared model that exists."""
    known = {model._meta.label for model in shared_models()}
    return [
        Error(f"SHARED_GRANTS names {label}, which is no shared model.", id="tenants.E004")
        for label in settings.SHARED_GRANTS
        if label not in known and apps.ready
    ]
