"""Jobs over whole schools."""

import uuid

from django.db import models


class OnboardingJob(models.Model):
    """The setting-up of one school: how often it was tried, and why it failed the last time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.OneToOneField("tenants.School", on_delete=models.CASCADE, related_name="onboarding")
    requested_by = models.CharField(max_length=160)
    requested_at = models.DateTimeField(auto_now_add=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-requested_at",)
