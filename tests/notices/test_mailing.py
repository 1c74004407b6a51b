"""Mail as it arrives at a real mail server."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.notices.domain.mailing import is_quiet, send_waiting
from apps.notices.models import Notice
from apps.people.enums import MailMode
from apps.people.models import Person
from tenants.context import in_school, public_scope
from tenants.models import Access
from tenants.scope import SchoolRef
from tests import cast, doors, stage
from tests.mailbox import Mailbox

NOON = datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Asia/Bishkek"))


@pytest.fixture(autouse=True)
def one_notice_each(school: SchoolRef) -> None:
    """Only the announced sitting is still to be mailed, whatever else the stage holds."""
    with in_school(school):
        Notice.objects.exclude(kind="sitting_announced").update(mail_due=False)


def link_of(text: str) -> str:
    """The path of the first link to a notice."""
    found = re.search(r"http://school-a\.localhost(?::\d+)?(/notices/\d+/\w+/)", text)
    assert found is not None, text
    return found[1]


def test_each_reads_it_in_the_own_language_and_only_the_own(school: SchoolRef, mailbox: Mailbox) -> None:
    sent = send_waiting(school, now=NOON, daily=False)
    assert sent.mails == 2  # Bakyt and Aida sit in the council; its other members have no account
    (bakyt,), (aida,) = mailbox.to("bakyt@example.kg"), mailbox.to("aida@example.kg")
    assert bakyt["Subject"].strip() == "Отурум жарыяланды: 2026-жылдын 27-ноябры"
    assert aida["Subject"].strip() == "Объявлено заседание: 27 ноября 2026 г."
    assert "Методикалык кеңеш: заседание № 2 состоится 27 ноября 2026 г., 15:30, Усулдук кабинет." in aida.get_content()
    assert link_of(bakyt.get_content()) != link_of(aida.get_content())
    with in_school(school):
        assert {row.person_id for row in Notice.objects.filter(mailed_at=NOON)} == {stage.DEPUTY, stage.SECRETARY}
    assert send_waiting(school, now=NOON, daily=True).mails == 0


def test_what_came_close_together_is_one_mail(school: SchoolRef, mailbox: Mailbox) -> None:
    with in_school(school):
        rows = Notice.objects.filter(person_id=stage.DEPUTY)
        first = rows.get(subject_id=4, kind="sitting_announced")
        for number in range(2):
            Notice.objects.create(
                person_id=stage.DEPUTY,
                kind=first.kind,
                key=f"more-{number}",
                subject_type="sitting",
                subject_id=1,
                data=first.data,
                mail_due=True,
            )
    send_waiting(school, now=NOON, daily=False)
    (mail,) = mailbox.to("bakyt@example.kg")
    assert mail["Subject"].strip() == "Усул: 3 кабар"
    assert mail.get_content().count("/notices/") == 4  # three links and the preferences


@pytest.mark.parametrize(("mode", "at_once", "in_the_morning"), [("at_once", 1, 1), ("daily", 0, 1), ("never", 0, 0)])
def test_mail_comes_as_the_person_chose(
    school: SchoolRef, mailbox: Mailbox, mode: str, at_once: int, in_the_morning: int
) -> None:
    with in_school(school):
        Person.objects.filter(pk=stage.DEPUTY).update(mail=MailMode.of(mode))
        if mode == "never":
            Notice.objects.filter(person_id=stage.DEPUTY).update(mail_due=False)
    send_waiting(school, now=NOON, daily=False)
    assert len(mailbox.to("bakyt@example.kg")) == at_once
    send_waiting(school, now=NOON, daily=True)
    assert len(mailbox.to("bakyt@example.kg")) == in_the_morning


def test_what_was_opened_meanwhile_is_not_mailed(school: SchoolRef, mailbox: Mailbox) -> None:
    with in_school(school):
        Notice.objects.filter(person_id=stage.DEPUTY).update(opened_at=NOON)
    send_waiting(school, now=NOON, daily=False)
    assert mailbox.to("bakyt@example.kg") == []


def test_whoever_has_lost_access_gets_no_mail(school: SchoolRef, mailbox: Mailbox) -> None:
    with public_scope():
        Access.objects.filter(user__username="bakyt").update(valid_until=cast.TODAY)
    sent = send_waiting(school, now=NOON, daily=False)
    assert (sent.mails, sent.unreachable) == (1, 1)
    assert mailbox.to("bakyt@example.kg") == []


def test_a_refused_address_stops_nobody_else(school: SchoolRef, mailbox: Mailbox) -> None:
    mailbox.refused.add("bakyt@example.kg")
    assert send_waiting(school, now=NOON, daily=False).mails == 1
    assert len(mailbox.to("aida@example.kg")) == 1
    with in_school(school):
        row = Notice.objects.filter(person_id=stage.DEPUTY, kind="sitting_announced").get()
        assert (row.mailed_at, row.mail_due) == (None, False)


def test_while_the_mail_server_is_away_everything_waits(school: SchoolRef, mailbox: Mailbox, settings: object) -> None:
    settings.EMAIL_PORT = 1  # type: ignore[attr-defined]
    with pytest.raises(ConnectionRefusedError):
        send_waiting(school, now=NOON, daily=False)
    settings.EMAIL_PORT = mailbox.port  # type: ignore[attr-defined]
    assert send_waiting(school, now=NOON, daily=False).mails == 2


def test_the_link_opens_for_its_owner_alone_and_looking_changes_nothing(
    school: SchoolRef, mailbox: Mailbox, today: object
) -> None:
    send_waiting(school, now=NOON, daily=False)
    path = link_of(mailbox.to("bakyt@example.kg")[0].get_content())
    bakyt, aida = doors.signed_in("bakyt", cast.HOST_A), doors.signed_in("aida", cast.HOST_A)
    assert doors.stranger(cast.HOST_A).get(path)["Location"].startswith("/account/login/")
    assert aida.get(path).status_code == 404
    assert aida.post(path).status_code == 404
    assert bakyt.get(path[:-2] + ("1/" if path[-2] == "0" else "0/")).status_code == 404
    assert _opened(school) is None
    assert bakyt.get(path).status_code == 200
    assert _opened(school) is None
    answer = bakyt.post(path)
    assert (answer.status_code, answer["Location"]) == (302, "/sittings/4/")
    first = _opened(school)
    assert first == cast.NOON
    assert bakyt.post(path, headers={"hx-request": "true"}).status_code == 204
    assert _opened(school) == first


def _opened(school: SchoolRef) -> datetime | None:
    with in_school(school):
        return Notice.objects.get(person_id=stage.DEPUTY, kind="sitting_announced", subject_id=4).opened_at


@pytest.mark.parametrize(("hour", "quiet"), [(0, True), (6, True), (7, False), (20, False), (21, True), (23, True)])
def test_the_quiet_hours(hour: int, quiet: bool) -> None:
    assert is_quiet(NOON.replace(hour=hour)) is quiet


def test_the_secretary_sees_who_has_opened_it_and_a_teacher_does_not(school: SchoolRef, today: object) -> None:
    with in_school(school):
        Notice.objects.filter(person_id=7, subject_id=4).update(opened_at=cast.NOON + timedelta(minutes=5))
    page = doors.signed_in("aida", cast.HOST_A).get("/sittings/4/told/").content.decode()
    assert "Сообщение открыли 1 из 5" in page
    assert "20\xa0ноября, 12:05" in page
    assert doors.signed_in("erkin", cast.HOST_A).get("/sittings/4/told/").status_code == 403


def client_count(client: Client) -> str:
    found = re.search(r'class="dot"[^>]*>(\d+)<', client.get("/notices/").content.decode())
    return found[1] if found else ""


def test_the_bell_counts_and_is_emptied(school: SchoolRef, today: object) -> None:
    bakyt = doors.signed_in("bakyt", cast.HOST_A)
    with in_school(school):
        waiting = Notice.objects.filter(person_id=stage.DEPUTY, opened_at__isnull=True).count()
    assert client_count(bakyt) == str(waiting)
    assert bakyt.post("/notices/seen/").status_code == 302
    assert client_count(bakyt) == ""


def test_preferences_are_kept_and_muted_kinds_stay_under_the_bell(school: SchoolRef, today: object) -> None:
    bakyt = doors.signed_in("bakyt", cast.HOST_A)
    chosen = {"mode": "daily", "muted": ["sitting_announced", "term_ending"]}
    assert bakyt.post("/notices/settings/", chosen).status_code == 302
    assert bakyt.post("/notices/settings/", {"mode": "hourly"}).status_code == 422
    with in_school(school):
        person = Person.objects.get(pk=stage.DEPUTY)
        assert (person.mail.value, person.muted) == ("daily", ["sitting_announced", "term_ending"])


@pytest.mark.parametrize("rows", [1, 3])
def test_the_centre_asks_the_same_however_long(school: SchoolRef, today: object, rows: int) -> None:
    bakyt = doors.signed_in("bakyt", cast.HOST_A)
    with in_school(school):
        Notice.objects.filter(person_id=stage.DEPUTY).delete()
        for number in range(rows):
            Notice.objects.create(
                person_id=stage.DEPUTY, kind="sitting_soon", key=f"n-{number}", subject_type="sitting", subject_id=4
            )
    with CaptureQueriesContext(connection) as asked:
        response = bakyt.get("/notices/")
    assert response.content.decode().count("work__title") == rows
    assert len([one for one in asked if one["sql"].startswith("SELECT")]) == 6
