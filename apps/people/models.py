"""The school's staff and the offices they hold, each from a day until another."""

from django.db import models
from django.db.models import Q

from apps.core.fields import CodeField
from apps.core.ranges import Ranged
from apps.core.versions import Versioned
from apps.people.enums import AbsenceKind, MailMode
from apps.rulebook.enums import Education, Role


class Person(Versioned):
    """A member of the staff. Their account, if they have one, is known by its identity alone."""

    family_name = models.CharField(max_length=80)
    given_name = models.CharField(max_length=80)
    patronymic = models.CharField(max_length=80, blank=True)
    user_id = models.UUIDField(null=True, blank=True)
    education = CodeField(Education, null=True, blank=True)
    subjects = models.JSONField(default=list, help_text="Codes of the subjects taught; empty for staff who teach none.")
    joined_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True, help_text="First day without them.")
    left_reason = models.CharField(max_length=200, blank=True, db_default="")
    mail = CodeField(MailMode, default=MailMode.AT_ONCE, db_default=MailMode.AT_ONCE.value)
    muted = models.JSONField(
        default=list, db_default=[], help_text="Kinds of notices this person does not want by mail."
    )
    feed_key = models.CharField(max_length=32, blank=True, db_default="", help_text="Part of the calendar's address.")

    class Meta:
        ordering = ("family_name", "given_name", "id")
        constraints = (
            models.UniqueConstraint(
                name="one_person_per_account", fields=["user_id"], condition=Q(user_id__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return self.short_name

    @property
    def full_name(self) -> str:
        """Family name first, as papers write it."""
        return " ".join(part for part in (self.family_name, self.given_name, self.patronymic) if part)

    @property
    def short_name(self) -> str:
        """`Асанова Г. Т.`"""
        initials = " ".join(f"{part[0]}." for part in (self.given_name, self.patronymic) if part)
        return f"{self.family_name} {initials}".strip()


class RoleHolding(Ranged):
    """An office held by a person from a day until another, by an order. An acting holder has the office's powers on those days."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="holdings")
    role = CodeField(Role)
    acting = models.BooleanField(default=False)
    order_number = models.CharField(max_length=40, blank=True)
    order_date = models.DateField(null=True, blank=True)

    class Meta(Ranged.Meta):
        ordering = ("valid_from", "id")
        indexes = (models.Index(fields=["role", "valid_from"]),)


class ServiceSpell(Ranged):
    """A stretch of work in the education system, for the years of service an office asks for."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="spells")
    place = models.CharField(max_length=200, blank=True)
    in_education = models.BooleanField(default=True)

    class Meta(Ranged.Meta):
        ordering = ("valid_from", "id")


class Absence(Ranged):
    """Days on which a member of the staff is not at work, so that an acting holder or a missing head is seen in time."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="absences")
    kind = CodeField(AbsenceKind)
    note = models.CharField(max_length=200, blank=True)

    class Meta(Ranged.Meta):
        ordering = ("-valid_from", "-id")
