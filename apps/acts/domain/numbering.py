"""Numbers of papers: one after the other within kind and calendar year, without gaps and without doubles."""

from datetime import date

from django.db.models import Max

from apps.acts.enums import NUMBERED
from apps.acts.errors import NUMBER_TAKEN
from apps.acts.models import Act
from apps.core.locks import take_turn
from apps.rulebook.enums import ActKind

LONGEST_SERIAL = 6


def next_serial(kind: ActKind, on: date) -> int:
    """The next number of this kind in the year of `on`.

    Whoever asks holds the turn until the transaction ends, so that a number is given again when the deed it was for is undone.
    """
    take_turn(f"acts:{kind.value}:{on.year}")
    last: int | None = Act.objects.filter(kind=kind, act_date__year=on.year).aggregate(last=Max("serial"))["last"]
    return (last or 0) + 1


def serial_of(number: str) -> int | None:
    """The number as a number, when it is one."""
    return int(number) if number.isascii() and number.isdigit() and len(number) <= LONGEST_SERIAL else None


def refuse_taken(kind: ActKind, number: str, on: date) -> None:
    """Make sure that no paper of this kind bears the number in the year of `on`, and keep it so until the transaction ends.

    Raises:
        Fault: `act.number_taken`.
    """
    if not number or kind not in NUMBERED:
        return
    take_turn(f"acts:{kind.value}:{on.year}")
    other = Act.objects.filter(kind=kind, number=number, act_date__year=on.year).first()
    if other is not None:
        raise NUMBER_TAKEN(field="number", number=number, kind=kind, act_date=other.act_date)
