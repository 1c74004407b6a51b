"""The directory: districts as a tree, schools, their hosts, and who may enter which of them."""

import uuid
from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django_tenants.models import DomainMixin, TenantMixin

from tenants.enums import AccessLevel, DistrictKind, SchoolStatus
from tenants.scope import SchoolRef, schema_name_of

SLUG_PATTERN = r"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$"
slug_validator = RegexValidator(SLUG_PATTERN)


class Named(models.Model):
    """Official name in three languages; Kyrgyz is the one that must be there."""

    name_ky = models.CharField(max_length=200)
    name_ru = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """(language, name) for every language the name is given in."""
        pairs = (("ky", self.name_ky), ("ru", self.name_ru), ("en", self.name_en))
        return tuple((language, name) for language, name in pairs if name)

    @property
    def name(self) -> str:
        """The name in the language of the reader, in Kyrgyz when there is none."""
        return dict(self.names).get(get_language() or "ky") or self.name_ky


class District(Named):
    """An education department (райондук / шаардык билим берүү бөлүмү) or a level above it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    kind = models.CharField(max_length=20, choices=DistrictKind, default=DistrictKind.DISTRICT)
    slug = models.CharField(max_length=40, unique=True, validators=[slug_validator])
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.slug


class School(TenantMixin, Named):  # type: ignore[django-manager-missing]
    """A school. Its content lives in its own schema; this row is what the directory knows of it."""

    auto_create_schema = False
    auto_drop_schema = False

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="schools")
    slug = models.CharField(max_length=40, unique=True, validators=[slug_validator])
    status = models.CharField(max_length=20, choices=SchoolStatus, default=SchoolStatus.REQUESTED)
    status_reason = models.CharField(max_length=500, blank=True)
    status_since = models.DateTimeField()
    successor = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="predecessors",
        help_text="The school into which this one was merged; it may read what this one left.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("slug",)
        indexes = (models.Index(fields=["district", "status"]),)

    def __str__(self) -> str:
        return self.slug

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row alone. Making the schema is the business of `tenants.provisioning`, never of a save."""
        self.schema_name = schema_name_of(self.id)
        models.Model.save(self, *args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete the row alone; the schema is dropped by its own procedure."""
        return models.Model.delete(self, *args, **kwargs)

    @property
    def ref(self) -> SchoolRef:
        """The directory facts as a value, without a connection to the database."""
        return SchoolRef(
            id=self.id,
            schema=self.schema_name,
            slug=self.slug,
            status=self.status,
            names=self.names,
            district_id=self.district_id,
            district_slug=self.district.slug,
            successor_id=self.successor_id,
        )


class SchoolHost(DomainMixin):
    """A host name under which a school is served."""

    class Meta:
        ordering = ("domain",)


class RetiredHost(models.Model):
    """A host name that a school no longer uses. It leads to the school for a while, and is never given to another one."""

    domain = models.CharField(max_length=253, unique=True)
    slug = models.CharField(max_length=40, blank=True, db_index=True, help_text="The slug that was given up with it.")
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="retired_hosts")
    redirects_until = models.DateField()

    class Meta:
        ordering = ("domain",)


class Access(models.Model):
    """A user may enter a school or a district, from a date until a date. What they may do inside a school is said by their roles there."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="accesses")
    school = models.ForeignKey(School, null=True, blank=True, on_delete=models.CASCADE, related_name="accesses")
    district = models.ForeignKey(District, null=True, blank=True, on_delete=models.CASCADE, related_name="accesses")
    level = models.CharField(max_length=20, choices=AccessLevel)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    entered_on = models.DateField(null=True, blank=True, help_text="Day of the first sign-in at the school.")

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="access_names_one_place",
                condition=Q(school__isnull=False, district__isnull=True, level__startswith="school_")
                | Q(school__isnull=True, district__isnull=False, level__startswith="district_"),
            ),
            models.CheckConstraint(
                name="access_ends_after_it_starts",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=models.F("valid_from")),
            ),
            models.UniqueConstraint(
                name="access_open_once_per_school",
                fields=["user", "school"],
                condition=Q(valid_until__isnull=True, school__isnull=False),
            ),
            models.UniqueConstraint(
                name="access_open_once_per_district",
                fields=["user", "district"],
                condition=Q(valid_until__isnull=True, district__isnull=False),
            ),
        )
