"""Putting the demonstration district into an installation, once."""

import os
import random
import uuid
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context

from django.db import connections
from django.utils import timezone

from apps.accounts.domain.accounts import create_user, let_in
from apps.accounts.models import User
from apps.calendars.domain.years import open_year, revise_year
from apps.calendars.models import AcademicYear
from apps.charters.domain.inputs import ChoiceInput, ModuleInput, OwnValueInput
from apps.charters.domain.profiles import adopt_profile
from apps.core.actor import Actor
from apps.district.tasks import refresh
from apps.people.domain.staff import link_account
from apps.people.models import Person
from apps.rulebook.enums import Role
from tenants.context import in_school, public_scope
from tenants.enums import AccessLevel, DistrictKind, SchoolStatus
from tenants.models import District, School, SchoolHost
from tenants.provisioning import build_schema
from tenants.routing import default_host, directory, directory_changed
from tenants.scope import SchoolRef
from usul.actors import system_actor
from usul.control.demo.calendar import start_year_of, year_dates
from usul.control.demo.charters import papers_behind, tell_charters
from usul.control.demo.desk import fill_desk
from usul.control.demo.dossiers import tell_dossiers
from usul.control.demo.schools import DISTRICT, STORIES, Story, names_of
from usul.control.demo.staff import Cast, gather
from usul.control.demo.story import Telling, tell_year

Progress = Callable[[str], None]
PASSWORD = "usul-demo-2026"  # demonstration accounts only; printed at every start
OFFICER = "cholpon"


@dataclass(frozen=True, slots=True)
class SignIn:
    """An account of the demonstration, as it is printed for the person who tries it."""

    who: str
    host: str
    username: str
    password: str


def district_is_there() -> bool:
    """Whether the demonstration district exists already."""
    with public_scope(readonly=True):
        return District.objects.filter(slug=DISTRICT["slug"]).exists()


def load(progress: Progress, *, today: date, most: int | None = None) -> None:
    """Onboard the district's schools and tell their past and present year. Schools that are complete already are left alone.

    Several schools at once, each in a process of its own: no two of them share a row. `most` leaves it at the first few.
    """
    by = system_actor("demo", on=today)
    with public_scope():
        district, _made = District.objects.get_or_create(
            slug=DISTRICT["slug"], defaults={**DISTRICT, "kind": DistrictKind.DISTRICT}
        )
        _officer(by, district, today)
    connections.close_all()  # a process that is split off must not go on with the connection of this one
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork")) as pool:
        wanted = range(len(STORIES[:most]))
        telling = [pool.submit(_whole_school, by, district, number, today) for number in wanted]
        try:
            for number, told in enumerate(as_completed(telling), start=1):
                progress(f"{number}/{len(wanted)} · {told.result()}")
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _whole_school(by: Actor, district: District, number: int, today: date) -> str:
    """Tell one school and evaluate it; returns its slug."""
    story = STORIES[number]
    _school(by, district, story, today)
    directory_changed()
    _refresh(story.slug, today)
    return story.slug


def _refresh(slug: str, today: date) -> None:
    """Evaluate a school at once, so that the first page already shows its standing."""
    school = directory.school_with_slug(slug)
    if school is not None:
        refresh(school, as_of=today)


def _officer(by: Actor, district: District, today: date) -> None:
    if User.objects.filter(username=OFFICER).exists():
        return
    user = create_user(by=by, username=OFFICER, family_name="Осмонова", given_name="Чолпон", password=PASSWORD)
    let_in(by=by, user=user, level=AccessLevel.DISTRICT_ADMIN, valid_from=today, district_id=district.id)


def _school(by: Actor, district: District, story: Story, today: date) -> None:
    with public_scope():
        row = School.objects.filter(slug=story.slug).first()
        if row is not None and row.status == SchoolStatus.READY:
            return
        if row is None:
            row = School(slug=story.slug, district=district, status=SchoolStatus.PROVISIONING, **names_of(story))
            row.status_since = timezone.now()
            row.save()
            SchoolHost.objects.create(domain=default_host(story.slug), tenant=row, is_primary=True)
        ref: SchoolRef = row.ref
    build_schema(ref)
    with in_school(ref):
        people = _parts(story, _tell(by, story, today))
    with public_scope():
        users = {part: _account(by, ref, f"{part}-{story.number}", person, today) for part, person in people.items()}
    with in_school(ref):
        for part, person in people.items():
            link_account(by=by, person=Person.objects.get(pk=person.pk), user_id=users[part])
    with public_scope():
        School.objects.filter(pk=ref.id).update(status=SchoolStatus.READY, status_since=timezone.now())


def _parts(story: Story, cast: Cast) -> dict[str, Person]:
    """Who of the school can sign in: two people everywhere, one of every kind at the school a visitor sees first."""
    found = {"deputy": cast.offices[Role.DEPUTY_OTI], "secretary": cast.secretary}
    if story is STORIES[0]:
        _association, members = cast.associations[0]
        found |= {"director": cast.offices[Role.DIRECTOR], "head": members[0], "teacher": members[2]}
    return found


def _tell(by: Actor, story: Story, today: date) -> Cast:
    """The school's rules, people and two years."""
    chance = random.Random(story.number)  # noqa: S311  # a story, not a secret
    current = start_year_of(today)
    adopted = adopt_profile(
        by=by,
        valid_from=date(current - 1, 8, 1),
        chosen=[ModuleInput(module) for modules in story.modules.values() for module in modules],
        own=[OwnValueInput(key, value, reason="Педагогикалык кеңештин чечими") for key, value in story.own.items()],
        choices=[ChoiceInput(key, module, "Жетекчинин милдеттери тагыраак") for key, module in story.choices.items()],
        act=f"№{story.number % 20 + 1} буйрук",
        adopted_on=date(current - 1, 7, 30),
    )
    papers_behind(by=by, story=story, profile=adopted)
    years = []
    for start_year in (current - 1, current):
        dates = year_dates(start_year, trimesters_only=story.trimesters_only)
        years.append(
            (open_year(by=by, dates=dates, published_on=date(start_year, 8, 15), source_act="БИМ буйругу"), dates)
        )
    moved = year_dates(current - 1, end_day=29, trimesters_only=story.trimesters_only)
    past: AcademicYear = years[0][0]
    revise_year(by=by, year=past, dates=moved, published_on=date(current, 2, 24), source_act="БИМ буйругу")
    years[0] = (past, moved)
    cast: Cast = gather(by=by, story=story, since=date(current, 9, 1), chance=chance)
    for year, dates in years:
        tell_year(
            Telling(
                by=by, story=story, cast=cast, year=year, dates=dates, current=year.start_year == current, chance=chance
            )
        )
    tell_charters(by=by, story=story, cast=cast, today=today)
    fill_desk(by=by, story=story, cast=cast, year=years[-1][0], past=past)
    tell_dossiers(by=by, story=story, cast=cast, chance=chance)
    return cast


def _account(by: Actor, ref: SchoolRef, username: str, person: Person, today: date) -> uuid.UUID:
    """The account of a person of the school; directors and deputies manage it."""
    user = User.objects.filter(username=username).first() or create_user(
        by=by,
        username=username,
        family_name=person.family_name,
        given_name=person.given_name,
        password=PASSWORD,
    )
    if not user.accesses.filter(school_id=ref.id).exists():
        manages = username.startswith(("director", "deputy"))
        level = AccessLevel.SCHOOL_ADMIN if manages else AccessLevel.SCHOOL_MEMBER
        let_in(by=by, user=user, level=level, valid_from=today, school_id=ref.id)
    return user.id
