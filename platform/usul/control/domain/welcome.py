"""The first person of a school: an account, the keys of the school, and a letter with the way in. Runs in the public scope."""

import smtplib
import uuid
from dataclasses import replace
from datetime import date

import structlog
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from apps.accounts.domain.accounts import create_user, let_in
from apps.accounts.models import User
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.notices.links import site
from apps.rulebook.text import Text
from tenants.context import public_scope
from tenants.enums import AccessLevel
from tenants.models import School
from tenants.routing import directory
from usul.control import errors
from usul.control.domain.deeds import note
from usul.control.domain.lifecycle import LIVING
from usul.control.signals import administrator_let_in

logger = structlog.get_logger(__name__)

NEEDED_TO_OPEN = frozenset({Permission.PERSON_EDIT, Permission.ROLE_EDIT})
SUBJECT = Text("{school}: Усулга кирүү", "{school}: вход в Усул", "{school}: your way into Usul")
WITH_PASSWORD = Text(
    "Саламатсызбы, {name}!\n\n{school} Усулда иштөөгө даяр, аны сиз башкарасыз.\nКирүү: {url}",
    "Здравствуйте, {name}!\n\n{school} готова к работе в Усуле, вы её администратор.\nВход: {url}",
    "Good day, {name}!\n\n{school} is ready for work in Usul, and you administer it.\nSign in: {url}",
)
WITHOUT_PASSWORD = Text(
    "Саламатсызбы, {name}!\n\n{school} Усулда иштөөгө даяр, аны сиз башкарасыз.\nКирүү атыңыз: {username}\n"
    "Адегенде сырсөз коюңуз (шилтеме бир жолу жарайт): {url}",
    "Здравствуйте, {name}!\n\n{school} готова к работе в Усуле, вы её администратор.\nИмя для входа: {username}\n"
    "Сначала задайте пароль (ссылка действует один раз): {url}",
    "Good day, {name}!\n\n{school} is ready for work in Usul, and you administer it.\nYour sign-in name: {username}\n"
    "First set a password (the link works once): {url}",
)


@transaction.atomic
def let_administrator_in(
    *, by: Actor, school: School, family_name: str, given_name: str, email: str, on: date, language: str = "ky"
) -> User:
    """Give a school its administrator: somebody who has an account under this e-mail address, or a new one without a password.

    A letter with the way in follows.

    Raises:
        Fault: not permitted, the school is not in use, or the person is let in already.
    """
    require(by, Permission.SCHOOL_ONBOARD)
    if school.status not in LIVING:
        raise errors.STATUS_UNFIT(school=school.slug, status=school.get_status_display())
    opener = replace(by, permissions=by.permissions | NEEDED_TO_OPEN)
    email = email.strip().lower()
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user is None:
        user = create_user(
            by=opener,
            username=email[:60],
            family_name=family_name,
            given_name=given_name,
            email=email,
            language=language,
        )
    let_in(by=opener, user=user, level=AccessLevel.SCHOOL_ADMIN, valid_from=on, school_id=school.pk)
    note(by=by, school=school, action="school.administrator", who=user.get_full_name())
    transaction.on_commit(lambda: administrator_let_in.send(User, user_id=user.pk, school_id=school.pk))
    return user


def send_welcome(user_id: uuid.UUID, school_id: uuid.UUID) -> bool:
    """Write to the person; False when the mail server refuses the address. Opens a public scope of its own."""
    host = site(directory.host_of(school_id))
    with public_scope():  # the sign-in library stores the address along with the key of the link
        letter = _letter(User.objects.get(pk=user_id), School.objects.get(pk=school_id), host)
    try:
        letter.send()
    except smtplib.SMTPRecipientsRefused:
        logger.warning("welcome.refused", user=str(user_id))
        return False
    return True


def _letter(user: User, school: School, host: str) -> EmailMessage:
    language = user.language
    ready = user.has_usable_password()
    if ready:
        path = reverse("account_login", urlconf=settings.SCHOOL_URLCONF)
    else:
        values = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
        path = reverse("account_reset_password_from_key", urlconf=settings.SCHOOL_URLCONF, kwargs=values)
    name = dict(school.names).get(language, school.name_ky)
    words = (WITH_PASSWORD if ready else WITHOUT_PASSWORD).in_(language)
    return EmailMessage(
        subject=SUBJECT.in_(language).format(school=name)[:150],
        body=words.format(
            name=user.get_full_name(),
            school=name,
            username=user.username,
            url=host + path,
        ),
        to=[user.email],
        headers={"Auto-Submitted": "auto-generated", "Content-Language": language},
    )
