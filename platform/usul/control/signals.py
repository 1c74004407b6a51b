"""What happened in the control room, sent once its transaction has committed. Arguments are primitives."""

from django.dispatch import Signal

# names the job: job_id, a UUID
job_queued = Signal()
# names who was let in, and where: user_id and school_id, UUIDs
administrator_let_in = Signal()
