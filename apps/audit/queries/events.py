"""What has happened to a record."""

from django.db.models import QuerySet

from apps.audit.models import Event


def events_of(subject_type: str, subject_id: int) -> QuerySet[Event]:
    """Deeds done to one record, newest first."""
    return Event.objects.filter(subject_type=subject_type, subject_id=subject_id).order_by("-pk")


def deletions() -> QuerySet[Event]:
    """Deeds that removed a record, whatever kind it was."""
    return Event.objects.filter(action__endswith=".removed", subject_id__isnull=False)
