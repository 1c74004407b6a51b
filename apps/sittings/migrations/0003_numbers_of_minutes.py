"""Minutes repeat the body and year of their sitting, and say whether they are signed."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("sittings", "0002_live"),
    ]

    operations = [
        migrations.RunSQL(
            """
            UPDATE sittings_minutes m SET body_id = s.body_id, year_id = s.year_id,
                chair_signed_on = m.signed_on, secretary_signed_on = m.signed_on,
                state = CASE WHEN m.signed_on IS NULL THEN 'draft' ELSE 'signed' END
            FROM sittings_sitting s WHERE s.id = m.sitting_id
            """,
            migrations.RunSQL.noop,
        ),
    ]
