"""Notices of a person, and how far those about one record have reached the people."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from apps.notices.enums import NoticeKind
from apps.notices.models import Notice
from apps.people.enums import MailMode
from apps.people.models import Person

ABOUT_A_SITTING = (NoticeKind.SITTING_ANNOUNCED, NoticeKind.SITTING_MOVED, NoticeKind.SITTING_CANCELLED)


def notices_of(person_id: int) -> QuerySet[Notice]:
    """Everything a person was told, newest first."""
    return Notice.objects.filter(person_id=person_id).order_by("-pk")


def unopened() -> Subquery:
    """How many notices wait for the person of the row around it. For the query that finds out who is there."""
    waiting = Notice.objects.filter(person=OuterRef("pk"), opened_at__isnull=True).order_by()
    return Coalesce(Subquery(waiting.values("person").annotate(number=Count("pk")).values("number")), 0)  # type: ignore[return-value]


def told_of(subject_type: str, subject_id: int) -> QuerySet[Notice]:
    """Notices about one record with the people they went to, in the order of names: told, mailed, opened."""
    rows = Notice.objects.filter(subject_type=subject_type, subject_id=subject_id, kind__in=ABOUT_A_SITTING)
    return rows.select_related("person").order_by("person__family_name", "person__given_name", "pk")


def waiting_for_mail(*, daily: bool, most: int) -> list[tuple[int, UUID]]:
    """(person, account) of people with something to be mailed; those who are told once a day only with `daily`."""
    people = Person.objects.filter(
        Exists(Notice.objects.filter(person=OuterRef("pk"), mail_due=True)), user_id__isnull=False
    )
    if not daily:
        people = people.filter(mail=MailMode.AT_ONCE)
    return [(pk, account) for pk, account in people.order_by("pk").values_list("pk", "user_id")[:most] if account]


def mailable(people: Iterable[int], kind: NoticeKind) -> frozenset[int]:
    """Which of these people want to be told of this by mail and can be."""
    wanting = Person.objects.filter(pk__in=list(people), user_id__isnull=False).exclude(mail=MailMode.NEVER)
    return frozenset(pk for pk, muted in wanting.values_list("pk", "muted") if kind.value not in muted)


def opened_share(subject_type: str, subject_id: int) -> tuple[int, int]:
    """(people who have opened a notice about the record, people who were told). One query."""
    rows = Notice.objects.filter(subject_type=subject_type, subject_id=subject_id, kind__in=ABOUT_A_SITTING)
    found = rows.aggregate(
        told=Count("person", distinct=True),
        opened=Count("person", distinct=True, filter=Q(opened_at__isnull=False)),
    )
    return int(found["opened"]), int(found["told"])
