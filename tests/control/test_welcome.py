"""The first person of a school: the account, the letter, and the way in that it shows."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.core import mail
from django.test import override_settings

from apps.accounts.models import User
from tenants.context import public_scope
from tenants.enums import AccessLevel, SchoolStatus
from tenants.models import Access, School
from tests import cast, doors
from tests.mailbox import Mailbox, open_mailbox
from usul.control.domain.welcome import send_welcome
from usul.control.models import Deed

PATH = "/districts/sverdlov/onboarding/schools/school-a/administrator/"
NEW = {"family_name": "Абдылдаева", "given_name": "Сезим", "email": "sezim@mektep.kg"}


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    backend = "django.core.mail.backends.smtp.EmailBackend"
    with open_mailbox() as box, override_settings(EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=box.port):
        assert mail.get_connection().host == "127.0.0.1"
        yield box


def account() -> User:
    with public_scope(readonly=True):
        return User.objects.get(email=NEW["email"])


def test_the_letter_leads_to_a_password_and_into_the_school(db: None, today: date, mailbox: Mailbox) -> None:
    district = doors.signed_in("cholpon", cast.DISTRICT_HOST)
    assert district.post(PATH, NEW).status_code == 302
    user = account()
    assert send_welcome(user.pk, cast.SCHOOL_A_ID)
    (letter,) = mailbox.to(NEW["email"])
    assert letter["Subject"].strip() == "№1 орто мектеп: Усулга кирүү"
    text = letter.get_content()
    assert "Саламатсызбы, Абдылдаева Сезим!" in text
    found = re.search(rf"http://{cast.HOST_A}(?::\d+)?(/\S+)", text)
    assert found is not None
    browser = doors.stranger(cast.HOST_A)
    to = browser.get(found[1])
    assert to.status_code == 302
    password = "ак-калпак-2026"
    assert browser.post(to["Location"], {"password1": password, "password2": password}).status_code == 302
    signed = doors.stranger(cast.HOST_A)
    assert signed.post("/account/login/", {"login": NEW["email"], "password": password}).status_code == 302
    assert signed.get("/").status_code == 200
    with public_scope(readonly=True):
        access = Access.objects.get(user=user)
        assert (access.level, access.school_id, access.entered_on) == (
            AccessLevel.SCHOOL_ADMIN,
            cast.SCHOOL_A_ID,
            today,
        )
        assert Deed.objects.get(action="school.administrator").data == {"who": "Абдылдаева Сезим"}
    assert doors.stranger(cast.HOST_A).get(found[1]).status_code == 200  # used up: the page says so


def test_somebody_with_an_account_is_let_in_with_it(db: None, today: date, mailbox: Mailbox) -> None:
    with public_scope():
        User.objects.filter(username="daniyar").update(email="daniyar@mektep.kg", language="ru")
    district = doors.signed_in("cholpon", cast.DISTRICT_HOST)
    sent = {"family_name": "Асанов", "email": "Daniyar@mektep.kg"}
    assert district.post(PATH, sent).status_code == 302
    again = district.post(PATH, sent)
    assert again.status_code == 422
    with public_scope(readonly=True):
        (user,) = User.objects.filter(email__iexact="daniyar@mektep.kg")
        assert Access.objects.filter(user=user).count() == 2
    assert send_welcome(user.pk, cast.SCHOOL_A_ID)
    (letter,) = mailbox.to("daniyar@mektep.kg")
    assert "/account/login/" in letter.get_content()
    assert "password" not in letter.get_content()


def test_the_right_and_a_school_in_use_are_needed(db: None, today: date) -> None:
    reader = doors.signed_in("elmira", cast.DISTRICT_HOST)
    assert reader.post(PATH, NEW).status_code == 403
    operator = doors.signed_in(cast.OPERATOR, cast.DISTRICT_HOST)
    with public_scope():
        School.objects.filter(slug="school-a").update(status=SchoolStatus.CLOSED)
    answer = operator.post(PATH, NEW)
    assert answer.status_code == 422
    with public_scope(readonly=True):
        assert not User.objects.filter(email=NEW["email"]).exists()


@pytest.mark.parametrize("values", [{"email": "no address"}, {"family_name": ""}, {"email": ""}])
def test_what_is_missing_is_told(db: None, today: date, values: dict[str, str]) -> None:
    district = doors.signed_in("cholpon", cast.DISTRICT_HOST)
    assert district.post(PATH, NEW | values).status_code == 422
