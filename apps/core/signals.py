"""What one application tells those above it, with primitives only."""

from django.dispatch import Signal

# Sent inside the transaction of every deed that can change a verdict. Arguments: year (first calendar year of the academic year, or
# None when every open year may be affected).
record_changed = Signal()


def tell_change(*, year: int | None) -> None:
    """Tell whoever listens that records of `year` have changed."""
    record_changed.send(sender=None, year=year)
