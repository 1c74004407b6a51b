"""A third school with the year 2025/26 of the rulebook's worked examples, made through the verbs; sittings are left to the browser.

Its accounts are Bakyt and Aida; whatever else the year needs stands on record when it begins.
"""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone

from apps.accounts.domain.accounts import let_in
from apps.accounts.models import User
from apps.bodies.domain.bodies import create_body
from apps.bodies.domain.members import add_member
from apps.bodies.enums import BodyKind, MembershipRole
from apps.bodies.models import Body
from apps.calendars.domain.years import PeriodDates, YearDates, open_year
from apps.calendars.models import AcademicYear
from apps.calendars.queries.years import years_in_force
from apps.charters.domain.inputs import ModuleInput
from apps.charters.domain.profiles import adopt_profile
from apps.compliance.kept import KEPT_CHECKS
from apps.compliance.queries.facts import facts_of
from apps.core.actor import Actor
from apps.people.domain.staff import add_person, assign_office
from apps.people.models import Person
from apps.rulebook.enums import AssociationKind, Role
from apps.rulebook.facts import SchoolYear
from apps.rulebook.scenarios import read_scenario
from apps.rulebook.scenarios.running import run_case
from tenants.context import in_school, public_scope
from tenants.enums import AccessLevel
from tenants.models import District
from tenants.provisioning import build_schema
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast
from usul.actors import system_actor

SCHOOL_ID = uuid.UUID("cccccccc-cccc-4ccc-8ccc-cccccccccccc")
HOST = "school-c.localhost"
WORKED = Path(__file__).parents[1] / "rulebook" / "scenarios" / "worked"
LONG_SINCE = date(2024, 9, 2)


@dataclass(frozen=True, slots=True)
class Stage:
    """The school, who acts where no browser does, and the staff by number: 1 is the director, 2 is Bakyt, 3 is Aida."""

    school: SchoolRef
    by: Actor
    people: dict[int, Person]

    def here(self, work: Callable[[], Any]) -> Any:
        """What `work` finds or does inside the school."""
        with in_school(self.school):
            return work()


def enter(names: Iterable[str], offices: dict[int, Role], *, charter: str) -> Stage:
    """The school with its calendar, one charter in force and its staff."""
    by = system_actor("tests", on=timezone.localdate())
    with public_scope():
        ref = cast.school(SCHOOL_ID, "school-c", District.objects.get(pk=cast.DISTRICT_ID), 3).ref
        users = {name: User.objects.get(username=name) for name in ("bakyt", "aida")}
        for user in users.values():
            let_in(by=by, user=user, level=AccessLevel.SCHOOL_MEMBER, valid_from=LONG_SINCE, school_id=ref.id)
    build_schema(ref)
    directory.forget()
    accounts = {2: users["bakyt"].pk, 3: users["aida"].pk}
    with in_school(ref):
        adopt_profile(
            by=by,
            valid_from=date(2025, 8, 28),
            chosen=[ModuleInput(charter)],
            act="№31 буйрук",
            adopted_on=date(2025, 8, 27),
        )
        open_year(by=by, dates=_dates(), published_on=date(2025, 8, 1), source_act="Министрликтин буйругу")
        people = {}
        for number, name in enumerate(names, start=1):
            family, given = name.split()
            people[number] = add_person(by=by, family_name=family, given_name=given, user_id=accounts.get(number))
        for number, role in offices.items():
            assign_office(by=by, person=people[number], role=role, valid_from=date(2022, 9, 1))
    return Stage(ref, by, people)


def _dates() -> YearDates:
    """The calendar of the worked examples as it was revised in February."""
    known = read_scenario(WORKED / "w06-a-council-year.yaml").cases[0].facts.calendar
    periods = tuple(PeriodDates(row.unit, row.number, row.start, row.end) for row in known.periods)
    return YearDates(starts_on=known.start, ends_on=known.end, close_on=known.close_date, periods=periods)


def association(stage: Stage, name: str, subject: str, head: int) -> Body:
    """An association that has worked for a year under its head."""
    body = create_body(
        by=stage.by,
        kind=BodyKind.ASSOCIATION,
        name=name,
        created_on=LONG_SINCE,
        association_kind=AssociationKind.SUBJECT,
        subjects=[subject],
    )
    for role in (MembershipRole.MEMBER, MembershipRole.HEAD):
        add_member(by=stage.by, body=body, person=stage.people[head], role=role, valid_from=LONG_SINCE)
    return body


def year_on_record() -> AcademicYear:
    """The one year of the school."""
    return AcademicYear.objects.get(start_year=2025)


def facts_on_record() -> SchoolYear:
    """What the rules read of the year that was played."""
    [item] = years_in_force()
    return facts_of(item)


def differences(file: str, name: str, facts: SchoolYear) -> list[str]:
    """What the rules say of these facts and the worked example does not, under every charter the example names.

    Checks whose records schools do not keep here are left out.
    """
    [case] = [case for case in read_scenario(WORKED / file).cases if case.name == name]
    wanted = tuple(row for row in case.expectations if row.check in KEPT_CHECKS)
    assert wanted
    return [row.line("en") for row in run_case(file, replace(case, facts=facts, expectations=wanted))]
