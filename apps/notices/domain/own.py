"""What a person does with the own notices: opens them, chooses how they come, makes and ends the calendar feed."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.notices import errors
from apps.notices.enums import NoticeKind
from apps.notices.models import Notice
from apps.people.enums import MailMode
from apps.people.models import Person

KEY_BYTES = 16


@transaction.atomic
def open_notice(*, by: Actor, notice: Notice, now: datetime) -> Notice:
    """Note that a person has opened a notice: the proof that it reached them. The first opening counts.

    Raises:
        Fault: the notice is somebody else's.
    """
    require(by, Permission.SCHOOL_READ)
    row = Notice.objects.select_for_update().get(pk=notice.pk)
    if by.person_id is None or row.person_id != by.person_id:
        raise errors.NOT_YOURS()
    if row.opened_at is None:
        row.opened_at = now
        row.mail_due = False
        row.save(update_fields=["opened_at", "mail_due"])
        record_event(by=by, action="notice.opened", subject=("notice", row.pk))
    return row


@transaction.atomic
def open_all(*, by: Actor, now: datetime) -> int:
    """Note that a person has seen everything that waited; returns how many."""
    person = own_record(by)
    rows = Notice.objects.filter(person=person, opened_at__isnull=True)
    count = rows.update(opened_at=now, mail_due=False)
    if count:
        record_event(by=by, action="notice.all_opened", subject=("person", person.pk), data={"count": count})
    return count


@transaction.atomic
def choose_mail(*, by: Actor, mode: MailMode, muted: Iterable[NoticeKind]) -> None:
    """Say how notices come by mail: at once, once a day or never, and which kinds do not. Inside the product all are kept.

    Raises:
        Fault: the account has no staff record here.
    """
    person = own_record(by)
    person.mail = mode
    person.muted = sorted(kind.value for kind in muted)
    person.save(update_fields=["mail", "muted"])
    record_event(
        by=by,
        action="person.mail_chosen",
        subject=("person", person.pk),
        data={"mode": mode.value, "muted": person.muted},
    )


@transaction.atomic
def renew_feed(*, by: Actor) -> Person:
    """Give the calendar feed of a person a new address; the old one ends at once.

    Raises:
        Fault: the account has no staff record here.
    """
    person = own_record(by)
    person.feed_key = secrets.token_hex(KEY_BYTES)
    person.save(update_fields=["feed_key"])
    record_event(by=by, action="feed.renewed", subject=("person", person.pk))
    return person


@transaction.atomic
def end_feed(*, by: Actor) -> None:
    """End the calendar feed of a person.

    Raises:
        Fault: the account has no staff record here.
    """
    person = own_record(by)
    person.feed_key = ""
    person.save(update_fields=["feed_key"])
    record_event(by=by, action="feed.ended", subject=("person", person.pk))


def own_record(by: Actor) -> Person:
    """The staff record of whoever acts, locked.

    Raises:
        Fault: the account has none here.
    """
    require(by, Permission.SCHOOL_READ)
    person = Person.objects.select_for_update().filter(pk=by.person_id).first() if by.person_id else None
    if person is None:
        raise errors.NO_STAFF_RECORD()
    return person
