"""What a school carries is multiplied by the number of schools: no index that another one makes superfluous."""

from collections.abc import Iterator

from django.db import models

from tenants.roles import tenant_models


def _leading(model: type[models.Model]) -> Iterator[str]:
    """The first column of every index over all rows of `model` that has more than one column."""
    meta = model._meta
    for together in meta.unique_together:
        yield together[0]
    for constraint in meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and not constraint.condition and len(constraint.fields) > 1:
            yield constraint.fields[0]
    for index in meta.indexes:
        if type(index) is models.Index and not index.condition and len(index.fields) > 1:
            yield index.fields[0].lstrip("-")


def _superfluous(model: type[models.Model]) -> list[str]:
    leading = set(_leading(model))
    return [
        field.name
        for field in model._meta.local_fields
        if getattr(field, "db_index", False) and not field.unique and field.name in leading
    ]


def test_no_index_begins_like_a_longer_one() -> None:
    """Whoever breaks this: say db_index=False, since a constraint or an index begins with the column named here."""
    found = {model._meta.label: _superfluous(model) for model in tenant_models() if not model._meta.auto_created}
    assert {label: columns for label, columns in found.items() if columns} == {}


def test_the_rule_can_be_broken() -> None:
    class Doubled(models.Model):
        place = models.IntegerField(db_index=True)
        number = models.IntegerField(db_index=True)

        class Meta:
            app_label = "audit"
            managed = False
            constraints = (models.UniqueConstraint(fields=["place", "number"], name="once"),)

    del Doubled._meta.apps.all_models["audit"]["doubled"]
    assert _superfluous(Doubled) == ["place"]
