"""Kinds and states of jobs over whole schools."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobKind(models.TextChoices):
    ONBOARD = "onboard", _("set up a school")
    DELETE = "delete", _("delete a closed school")
    SPLIT = "split", _("set up a school with a copy of another")
    EXPORT = "export", _("take a school's data out")
    IMPORT = "import", _("bring a school in from a bundle")
    RESTORE = "restore", _("load a bundle beside the living school")


class JobState(models.TextChoices):
    QUEUED = "queued", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


OPEN = (JobState.QUEUED, JobState.RUNNING)
