from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("control", "0002_jobs")]

    operations = [
        migrations.AddField(
            "job",
            "batch",
            models.UUIDField(
                blank=True, db_index=True, help_text="Shared by schools that were asked for together.", null=True
            ),
        ),
    ]
