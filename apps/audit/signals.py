"""What the audit trail tells those above it, with primitives only."""

from django.dispatch import Signal

# Sent inside the transaction of the deed, once its event is stored. Arguments: event (its number), action, subject_type, subject_id,
# data, actor_id (account of whoever did it, as text, or None).
event_recorded = Signal()
