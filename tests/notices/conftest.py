"""Notices are told through the verbs that cause them, and mailed to a real mail server."""

from collections.abc import Iterator

import pytest
from django.core import mail
from django.test import override_settings

from apps.accounts.models import User
from apps.core.actor import Actor
from tenants.context import public_scope
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast
from tests.mailbox import Mailbox, open_mailbox
from usul.actors import system_actor

ADDRESSES = {"bakyt": "bakyt@example.kg", "aida": "aida@example.kg", "erkin": "erkin@example.kg"}


@pytest.fixture
def by() -> Actor:
    return system_actor("tests", on=cast.TODAY)


@pytest.fixture
def school(db: None) -> SchoolRef:
    """School A, whose people have mail addresses; Aida reads Russian."""
    found = directory.school(cast.SCHOOL_A_ID)
    assert found is not None
    with public_scope():
        for name, address in ADDRESSES.items():
            User.objects.filter(username=name).update(email=address)
        User.objects.filter(username="aida").update(language="ru")
    return found


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """A mail server of the test's own."""
    backend = "django.core.mail.backends.smtp.EmailBackend"
    with open_mailbox() as box, override_settings(EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=box.port):
        assert mail.get_connection().host == "127.0.0.1"
        yield box
