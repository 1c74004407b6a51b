"""The audit trail of a school: who did what, through which door, with which values. Rows are added and never changed."""

from django.db import models


class Event(models.Model):
    """One deed. It refers to its subject by kind and number, without foreign keys, so that it outlives what it tells of."""

    append_only = True

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(auto_now_add=True)
    action = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=40)
    subject_id = models.BigIntegerField(null=True)
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=160)
    actor_roles = models.JSONField(default=list)
    door = models.CharField(max_length=10)
    act_date = models.DateField(null=True)
    data = models.JSONField(default=dict)

    class Meta:
        indexes = (models.Index(fields=["subject_type", "subject_id", "id"]),)

    def __str__(self) -> str:
        return f"{self.action} {self.subject_type} {self.subject_id}"


class Receipt(models.Model):
    """The answer given to a deed that came under a key: the same deed sent again is answered alike and done once."""

    key = models.CharField(max_length=80)
    actor_id = models.UUIDField(null=True)
    deed = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, help_text="Of what was asked; the same key for something else is refused.")
    answer = models.JSONField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_receipt_per_key", fields=["actor_id", "key"], nulls_distinct=False),
        )
        indexes = (models.Index(fields=["at"]),)
