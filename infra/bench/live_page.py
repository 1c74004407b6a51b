"""Deeds of live sittings: 20 schools, ten people in each, every one of them noting, speaking and deciding through the page.

People act at a steady pace, whatever the answers take; a deed's time is counted from the moment the person pressed until the
answer is there, so waiting counts. Web server and database share the machine. Two deeds in three are presence, the rest
speeches and resolutions.
"""

import itertools
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median, quantiles

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore
from django.db import connections
from django.test import Client
from django.utils import timezone

from apps.accounts.domain.accounts import create_user, let_in
from apps.accounts.models import User
from apps.accounts.receivers import REALM_KEY
from apps.bodies.domain.bodies import create_body
from apps.bodies.domain.members import add_member
from apps.bodies.enums import BodyKind, MembershipRole
from apps.calendars.domain.years import YearDates, open_year
from apps.core.actor import Actor
from apps.people.domain.staff import add_person
from apps.rulebook.enums import AssociationKind
from apps.sittings.domain.inputs import ItemInput
from apps.sittings.domain.plan import plan_sitting
from apps.sittings.domain.session import open_sitting
from infra.bench import _fleet as fleet
from tenants.context import in_school, public_scope
from tenants.enums import AccessLevel
from tenants.models import SchoolHost
from tenants.routing import directory
from tenants.scope import SchoolRef
from usul.benching import Report, Target, report

NAME = "live-page"
AT_MOST = 500.0
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
STATES = itertools.cycle(("present", "left", "late", "left"))


@dataclass(frozen=True, slots=True)
class Room:
    """A sitting in session, as one browser knows it."""

    host: str
    path: str
    cookie: str
    people: tuple[int, ...]
    item: int


def run(*, schools: int = 20, people: int = 10, deeds: int = 1000, per_second: int = 20) -> Report:
    """Median and 95th percentile in milliseconds, and how many deeds were refused."""
    district, by = fleet.begin()
    rooms = [_room(by, school, people) for school in fleet.grow(district, schools)]
    directory.forget()
    places = itertools.cycle([(room, n) for n in range(people) for room in rooms])
    _press(*next(places), time.perf_counter())
    with ThreadPoolExecutor(16) as pool:
        began = time.perf_counter()
        waiting = []
        for number, (room, person) in zip(range(deeds), places, strict=False):
            due = began + number / per_second
            time.sleep(max(0.0, due - time.perf_counter()))
            waiting.append(pool.submit(_press, room, person, due))
        answers = [one.result() for one in waiting]
    taken = [milliseconds for milliseconds, _status in answers]
    refused = sum(status != 200 for _milliseconds, status in answers)
    figures = {
        "schools": schools,
        "people": schools * people,
        "deeds": deeds,
        "per_second": per_second,
        "median_ms": round(median(taken), 1),
        "p95_ms": round(quantiles(taken, n=20)[18], 1),
        "refused": refused,
    }
    return report(NAME, figures=figures, targets={"p95_ms": Target(at_most=AT_MOST), "refused": Target(at_most=0)})


def _press(room: Room, person: int, due: float) -> tuple[float, int]:
    """One deed through the whole of Django; milliseconds since it was due, and the status."""
    client = Client(headers={"host": room.host, "accept": "application/json"})
    client.cookies[settings.SESSION_COOKIE_NAME] = room.cookie
    key = uuid.uuid4().hex
    kind = int(key[:4], 16) % 6
    values: dict[str, object] = {"deed": "presence", "person": room.people[person], "state": next(STATES)}
    if kind == 0:
        values = {"deed": "speech", "item": room.item, "text": "Сөз", "person": room.people[person]}
    elif kind == 1:
        values = {"deed": "resolution", "item": room.item, "text": "Чара көрүлсүн", "person": room.people[person]}
    answer = client.post(room.path, values | {"key": key})
    connections.close_all()
    return (time.perf_counter() - due) * 1000, answer.status_code


def _room(by: Actor, school: SchoolRef, people: int) -> Room:
    """A school with an association in session, and a browser signed in there."""
    today = timezone.localdate()
    host = f"{school.slug}.localhost"
    with public_scope():
        SchoolHost.objects.get_or_create(domain=host, tenant_id=school.id, defaults={"is_primary": True})
        name = f"user-{school.slug}"
        user = create_user(by=by, username=name, password=uuid.uuid4().hex, family_name="А", given_name="Б")
        let_in(by=by, user=user, level=AccessLevel.SCHOOL_ADMIN, valid_from=today, school_id=school.id)
    with in_school(school):
        item, staff, sitting = _sitting(by, today, people)
    return Room(host, f"/sittings/{sitting}/live/", _session(user, school), staff, item)


def _sitting(by: Actor, today: date, people: int) -> tuple[int, tuple[int, ...], int]:
    first = date(today.year if today.month >= 9 else today.year - 1, 9, 1)
    open_year(
        by=by, dates=YearDates(first, first + timedelta(days=270), first + timedelta(days=364)), published_on=first
    )
    body = create_body(
        by=by,
        kind=BodyKind.ASSOCIATION,
        name="Бирикме",
        created_on=first,
        association_kind=AssociationKind.SUBJECT,
        subjects=["mathematics"],
    )
    staff = [add_person(by=by, family_name=f"Мүчө{n}", given_name="А") for n in range(people)]
    for person in staff:
        add_member(by=by, body=body, person=person, role=MembershipRole.MEMBER, valid_from=first)
    sitting = plan_sitting(by=by, body=body, planned_on=today, items=[ItemInput("Маселе")])
    open_sitting(by=by, sitting=sitting, at=timezone.now())
    item = sitting.items.get(text="Маселе")
    return item.pk, tuple(person.pk for person in staff), sitting.pk


def _session(user: User, school: SchoolRef) -> str:
    with public_scope():
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = BACKEND
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session[REALM_KEY] = school.schema
        session.save()
    return str(session.session_key)
