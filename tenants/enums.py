"""States and levels of the directory."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SchoolStatus(models.TextChoices):
    REQUESTED = "requested", _("requested")
    PROVISIONING = "provisioning", _("being set up")
    READY = "ready", _("in use")
    FAILED = "failed", _("set-up failed")
    SUSPENDED_READONLY = "suspended_readonly", _("suspended, reading only")
    SUSPENDED = "suspended", _("suspended")
    CLOSED = "closed", _("closed")
    DELETED = "deleted", _("deleted")


class AccessLevel(models.TextChoices):
    SCHOOL_MEMBER = "school_member", _("works at the school")
    SCHOOL_ADMIN = "school_admin", _("administers the school")
    DISTRICT_READER = "district_reader", _("reads the district")
    DISTRICT_OFFICER = "district_officer", _("oversees the district")
    DISTRICT_ADMIN = "district_admin", _("administers the district")


class DistrictKind(models.TextChoices):
    COUNTRY = "country", _("country")
    REGION = "region", _("region")
    DISTRICT = "district", _("district")
    CITY = "city", _("city")


class StepState(models.TextChoices):
    """What became of one migration in one school."""

    DONE = "done", _("done")
    LOCKED = "locked", _("waits for a lock")
    FAILED = "failed", _("failed")
