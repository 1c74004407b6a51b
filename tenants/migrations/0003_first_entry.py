from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tenants", "0002_versions")]

    operations = [
        migrations.AddField(
            "access",
            "entered_on",
            models.DateField(blank=True, help_text="Day of the first sign-in at the school.", null=True),
        ),
    ]
