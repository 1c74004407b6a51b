"""Sending notices by mail: those of one person together, in their language, each with a link that is theirs alone."""

import hashlib
import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from apps.accounts.queries.addresses import Address, addresses_at
from apps.notices.links import notice_path, site
from apps.notices.models import Notice
from apps.notices.queries.notices import waiting_for_mail
from apps.notices.words import said
from apps.rulebook.text import Text
from tenants.context import in_school, public_scope
from tenants.routing import directory
from tenants.scope import SchoolRef

logger = structlog.get_logger(__name__)

SLICE = 200
MOST_IN_A_MAIL = 50
SUBJECT_OF_MANY = Text("Усул: {count} кабар", "Усул: {count} сообщ.", "Usul: {count} notices")
GREETING = Text("Саламатсызбы, {name}!", "Здравствуйте, {name}!", "Good day, {name}!")
OPEN_IT = Text("Ачуу:", "Открыть:", "Open:")
FOOT = Text(
    "Бул катты сизге {school} жөнөттү. Кайсы кабар кантип келерин өзүңүз тандайсыз: {url}",
    "Это письмо отправлено вам из {school}. Какие сообщения и как получать, вы выбираете сами: {url}",
    "This was sent to you by {school}. You choose what reaches you and how: {url}",
)


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a round: mails sent, people who cannot be reached, whether somebody is still waiting."""

    mails: int = 0
    unreachable: int = 0
    left: bool = False


def is_quiet(now: datetime) -> bool:
    """Whether nobody is disturbed at this hour (local time): from the evening until the morning of `NOTICES_QUIET`."""
    evening, morning = settings.NOTICES_QUIET
    clock = now.time().replace(tzinfo=None)
    return clock >= time(evening) or clock < time(morning)


def send_waiting(school: SchoolRef, *, now: datetime, daily: bool) -> Sent:
    """Mail what waits at a school, person by person. Safe to run twice and at once; opens its own scopes.

    Args:
        now: local time of the school.
        daily: also those who are told once a day.
    """
    with in_school(school, readonly=True):
        people = waiting_for_mail(daily=daily, most=SLICE)
    if not people:
        return Sent()
    with public_scope(readonly=True):
        addresses = addresses_at(school.id, [account for _person, account in people], on=now.date())
    host = site(directory.host_of(school.id))
    mails = unreachable = 0
    for person, account in people:
        address = addresses.get(account)
        if address is None:
            unreachable += _give_up(school, person)
            continue
        mails += _send(school, host, person, address, now)
    return Sent(mails, unreachable, left=len(people) == SLICE)


def _give_up(school: SchoolRef, person: int) -> int:
    """Somebody without an address, or without access, is told inside the product only."""
    with in_school(school):
        return int(Notice.objects.filter(person_id=person, mail_due=True).update(mail_due=False) > 0)


def _send(school: SchoolRef, host: str, person: int, address: Address, now: datetime) -> int:
    """One mail to one person. The rows stay locked until the mail server has taken it, so that nobody else sends them too."""
    with in_school(school):
        rows = Notice.objects.select_for_update(skip_locked=True).filter(person_id=person, mail_due=True)
        due = list(rows.order_by("pk")[:MOST_IN_A_MAIL])
        unread = [row for row in due if row.opened_at is None]
        sent = bool(unread)
        if unread:
            try:
                compose(school, host, address, unread).send()
            except smtplib.SMTPRecipientsRefused:
                logger.warning("mail.refused", person=person)
                sent = False
        Notice.objects.filter(pk__in=[row.pk for row in due]).update(mail_due=False)
        if sent:
            Notice.objects.filter(pk__in=[row.pk for row in unread]).update(mailed_at=now)
    return int(sent)


def compose(school: SchoolRef, host: str, address: Address, rows: Sequence[Notice]) -> EmailMessage:
    """The mail of one person: the same notices give the same message id, so that a repetition is known as one."""
    language = address.language
    told = [(said(row.kind, row.data, language), notice_path(school.schema, row.person_id, row.pk)) for row in rows]
    preferences = host + reverse("notice_preferences", urlconf=settings.SCHOOL_URLCONF)
    parts = [GREETING.in_(language).format(name=address.name)]
    parts += [f"{one.title}\n{one.text}\n{OPEN_IT.in_(language)} {host}{path}" for one, path in told]
    parts.append("-- \n" + FOOT.in_(language).format(school=school.name(language), url=preferences))
    many = SUBJECT_OF_MANY.in_(language).format(count=len(rows))
    numbers = f"{school.schema}:{','.join(str(row.pk) for row in rows)}"
    name = hashlib.sha256(numbers.encode()).hexdigest()[:32]
    return EmailMessage(
        subject=told[0][0].title if len(rows) == 1 else many,
        body="\n\n".join(parts),
        to=[address.email],
        headers={
            "Message-ID": f"<{name}@{settings.BASE_DOMAIN}>",
            "Auto-Submitted": "auto-generated",
            "Content-Language": language,
            "List-Unsubscribe": f"<{preferences}>",
        },
    )
