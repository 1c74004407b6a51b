"""What has happened to a record."""

from django.db.models import Q, QuerySet

from apps.audit.models import Event


def events_of(subject_type: str, subject_id: int) -> QuerySet[Event]:
    """Deeds done to one record, newest first."""
    return Event.objects.filter(subject_type=subject_type, subject_id=subject_id).order_by("-pk")


def deletions() -> QuerySet[Event]:
    """Deeds that removed a record, whatever kind it was."""
    removed = Q(action__endswith=".removed") | Q(action="charter.discarded")
    return Event.objects.filter(removed, subject_id__isnull=False)
