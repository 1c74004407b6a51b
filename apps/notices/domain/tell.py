"""Telling people: one notice for one person and one thing, in the transaction of the deed it tells of."""

from collections.abc import Iterable
from typing import Any

from apps.notices.enums import NoticeKind
from apps.notices.models import Notice
from apps.notices.queries.notices import mailable

Data = dict[str, Any]


def tell(people: Iterable[int], *, kind: NoticeKind, key: str, subject: tuple[str, int], data: Data) -> int:
    """Tell each of these people once; a second call with the same key tells only those who were not told. Returns how many were asked for.

    Args:
        people: numbers of staff records.
        key: names the thing that is told.
        subject: kind and number of the record it is about.
        data: values for the words, see `apps.notices.words`.
    """
    numbers = sorted(set(people))
    if not numbers:
        return 0
    by_mail = mailable(numbers, kind)
    Notice.objects.bulk_create(
        (
            Notice(
                person_id=number,
                kind=kind,
                key=key,
                subject_type=subject[0],
                subject_id=subject[1],
                data=data,
                mail_due=number in by_mail,
            )
            for number in numbers
        ),
        ignore_conflicts=True,
    )
    return len(numbers)


def withdraw(subject: tuple[str, int], *kinds: NoticeKind) -> None:
    """Take back what nobody needs to be told any more: notices about a record that were neither mailed nor opened."""
    Notice.objects.filter(
        subject_type=subject[0], subject_id=subject[1], kind__in=kinds, opened_at__isnull=True, mailed_at__isnull=True
    ).delete()
