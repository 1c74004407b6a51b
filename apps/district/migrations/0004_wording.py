"""Schools tell the words of their own beside the values: a column, and a mark for each so that all of them tell soon."""

from typing import Any

from django.db import migrations, models

EVERY_YEAR, READY = 0, "ready"


def mark_all(apps: Any, editor: Any) -> None:
    """One mark for each school in use; the sweep takes them."""
    marks, schools, alias = (
        apps.get_model("district", "DirtyMark"),
        apps.get_model("tenants", "School"),
        editor.connection.alias,
    )
    names = schools.objects.using(alias).filter(status=READY).values_list("schema_name", flat=True)
    marks.objects.using(alias).bulk_create([marks(schema_name=name, year=EVERY_YEAR) for name in names])


class Migration(migrations.Migration):
    dependencies = [("district", "0003_rhythm_before"), ("tenants", "0003_first_entry")]

    operations = [
        migrations.AddField(
            "schoolrules",
            "wording",
            models.JSONField(
                null=True,
                help_text="Where its charter has other words than its modules; empty until the school has told.",
            ),
        ),
        migrations.RunPython(mark_all, migrations.RunPython.noop, elidable=True),
    ]
