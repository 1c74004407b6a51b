"""What people and programs are told, and the proof that it reached them."""

from django.db import models
from django.db.models import Q

from apps.core.fields import CodeField
from apps.notices.enums import DeliveryState, EventKind, NoticeKind


class Notice(models.Model):
    """One thing told to one person. Its words are made when it is read, in the reader's language."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="notices", db_index=False)
    kind = CodeField(NoticeKind)
    key = models.CharField(
        max_length=80, help_text="The same thing is told once: a second notice with this key is none."
    )
    subject_type = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    data = models.JSONField(default=dict)
    made_at = models.DateTimeField(auto_now_add=True)
    mailed_at = models.DateTimeField(null=True, blank=True)
    mail_due = models.BooleanField(default=False)
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints = (models.UniqueConstraint(name="told_once", fields=["person", "key"]),)
        indexes = (
            models.Index(fields=["subject_type", "subject_id"]),
            models.Index(fields=["mail_due"], condition=Q(mail_due=True), name="notice_mail_due"),
            models.Index(fields=["person"], condition=Q(opened_at__isnull=True), name="notice_unopened"),
        )


class Webhook(models.Model):
    """An address of a program that wants to be told. Its secret is derived and never stored."""

    url = models.URLField(max_length=300)
    events = models.JSONField(default=list)
    active = models.BooleanField(default=True)
    generation = models.PositiveSmallIntegerField(default=1, help_text="Grows when the secret is replaced.")
    made_by = models.CharField(max_length=160)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)


class Delivery(models.Model):
    """A message for a program, tried until it arrives or until there is no sense in it."""

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    event = CodeField(EventKind)
    payload = models.JSONField()
    message_id = models.UUIDField(unique=True)
    state = CodeField(DeliveryState, default=DeliveryState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The program's last answer; empty: none."
    )
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        verbose_name_plural = "deliveries"
        indexes = (models.Index(fields=["next_at"], condition=Q(state="waiting"), name="delivery_waiting"),)
