"""Numbers that are plain numbers count towards the next one."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("acts", "0002_issue"),
    ]

    operations = [
        migrations.RunSQL(
            """
            UPDATE acts_act SET serial = number::int
            WHERE number ~ '^[0-9]{1,6}$' AND kind IN ('order', 'submission')
            """,
            migrations.RunSQL.noop,
        ),
    ]
