"""The school's academic years. A change during the year is a new revision; what was judged under the old one stays as it was."""

from django.db import models
from django.db.models import F, Q

from apps.core.fields import CodeField
from apps.rulebook.enums import PeriodUnit


class AcademicYear(models.Model):
    """An academic year, named by the calendar year it begins in."""

    start_year = models.SmallIntegerField(unique=True)

    class Meta:
        ordering = ("-start_year",)

    def __str__(self) -> str:
        return f"{self.start_year}/{(self.start_year + 1) % 100:02d}"


class YearRevision(models.Model):
    """Dates of a year as published on a day by an act. The highest version is in force."""

    year = models.ForeignKey(AcademicYear, on_delete=models.CASCADE, related_name="revisions", db_index=False)
    version = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    close_on = models.DateField(help_text="Last day on which the year's papers may still be put in order.")
    published_on = models.DateField()
    source_act = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("year", "-version")
        constraints = (
            models.UniqueConstraint(name="year_version_once", fields=["year", "version"]),
            models.CheckConstraint(name="year_ends_after_start", condition=Q(ends_on__gt=F("starts_on"))),
            models.CheckConstraint(name="year_closes_after_end", condition=Q(close_on__gte=F("ends_on"))),
        )


class Period(models.Model):
    """A quarter or trimester of a revision. A school may keep both kinds."""

    revision = models.ForeignKey(YearRevision, on_delete=models.CASCADE, related_name="periods", db_index=False)
    unit = CodeField(PeriodUnit)
    number = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField(help_text="Last day, included.")

    class Meta:
        ordering = ("revision", "unit", "number")
        constraints = (
            models.UniqueConstraint(name="period_number_once", fields=["revision", "unit", "number"]),
            models.CheckConstraint(name="period_ends_after_start", condition=Q(ends_on__gte=F("starts_on"))),
        )


class NonWorkingDay(models.Model):
    """A day off other than the weekend; used where a school counts deadlines in working days."""

    day = models.DateField(unique=True)
    name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("day",)
