"""System checks that keep shared and school applications apart."""

from django.core.checks import run_checks
from django.db import models
from django.test.utils import isolate_apps

from tenants import checks


def ids(faults: list[object]) -> list[str]:
    return [fault.id for fault in faults]


def test_the_applications_of_this_release_pass() -> None:
    assert [fault for fault in run_checks() if fault.id.startswith("tenants.")] == []


def test_an_application_on_both_sides_is_a_fault(settings: object) -> None:
    settings.TENANT_APPS = (*settings.TENANT_APPS, "apps.accounts")
    assert "tenants.E001" in ids(checks.separation(None))


def test_a_relation_out_of_the_school_is_a_fault(settings: object) -> None:
    settings.TENANT_APPS = ("apps.district",)  # its rows point at the directory
    assert "tenants.E002" in ids(checks.separation(None))


@isolate_apps("tests")
def test_a_narrow_key_is_a_fault(monkeypatch: object) -> None:
    class Narrow(models.Model):
        id = models.AutoField(primary_key=True)

        class Meta:
            app_label = "tests"

    monkeypatch.setattr(checks, "tenant_models", lambda: [Narrow])
    assert ids(checks.separation(None)) == ["tenants.E003"]


def test_a_grant_on_an_unknown_model_is_a_fault(settings: object) -> None:
    settings.SHARED_GRANTS = {"district.Nothing": {"portal": ("SELECT",)}}
    assert ids(checks.grants_name_models(None)) == ["tenants.E004"]
