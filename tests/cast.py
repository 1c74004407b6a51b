"""The cast of every test, in two schools whose rows carry the same numbers.

Gulnara is director, Aida secretary and Bakyt deputy director of school A; Cholpon is officer of the district; Daniyar is deputy
director of school B, the stranger. A row of the wrong school therefore shows as a hit and not as an empty answer. Erkin teaches at
school A and holds no office: the colleague without the right. Elmira may read the district and nothing else. Meerim runs the
installation.

What the schools have on record is told in `tests.stage`; the district has a draft of a frame and of a calendar change.
Every account has the password `PASSWORD`.
"""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from apps.accounts.domain.accounts import create_user, let_in
from apps.accounts.models import ApiToken
from apps.core.actor import Actor
from apps.district.models import CalendarShift, FrameRule, SchoolStanding
from apps.district.tasks import refresh
from apps.rulebook.policy import Bound
from tenants.context import in_school, public_scope
from tenants.enums import AccessLevel, SchoolStatus
from tenants.models import District, School, SchoolHost
from tenants.provisioning import build_schema
from tenants.scope import SchoolRef
from tests import stage
from usul.actors import system_actor

DISTRICT_ID = uuid.UUID("11111111-1111-4111-8111-111111111111")
SCHOOL_A_ID = uuid.UUID("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa")
SCHOOL_B_ID = uuid.UUID("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb")
# a draft of the frame and a draft of a calendar change, both of the district
RULE_ID = uuid.UUID("00000000-0000-4000-8000-00000000000a")
SHIFT_ID = uuid.UUID("00000000-0000-4000-8000-00000000000b")
OPENED = datetime(2025, 8, 1, tzinfo=UTC)
TODAY = stage.TODAY
NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 6, tzinfo=UTC)  # noon in Bishkek
KEYS_END = datetime(2027, 5, 25, tzinfo=UTC)
PASSWORD = "cast-of-the-tests-1"
OPERATOR = "meerim"
# digests of a program's key to school A, to school B and to the district; nobody knows the keys themselves
KEY_A, KEY_B, KEY_DISTRICT = "a" * 128, "b" * 128, "d" * 128
HOST_A, HOST_B, DISTRICT_HOST = "school-a.localhost", "school-b.localhost", "localhost"


@dataclass(frozen=True, slots=True)
class Part:
    """An account of the cast and the one place it may enter; `person` is the number of the staff record there."""

    username: str
    family_name: str
    given_name: str
    level: AccessLevel
    school_id: uuid.UUID | None = None
    person: int | None = None


PARTS = (
    Part("gulnara", "Токтогулова", "Гүлнара", AccessLevel.SCHOOL_MEMBER, SCHOOL_A_ID, stage.DIRECTOR),
    Part("bakyt", "Жумалиев", "Бакыт", AccessLevel.SCHOOL_ADMIN, SCHOOL_A_ID, stage.DEPUTY),
    Part("aida", "Садыкова", "Аида", AccessLevel.SCHOOL_MEMBER, SCHOOL_A_ID, stage.SECRETARY),
    Part("erkin", "Токтосунов", "Эркин", AccessLevel.SCHOOL_MEMBER, SCHOOL_A_ID, stage.TEACHER),
    Part("daniyar", "Асанов", "Данияр", AccessLevel.SCHOOL_ADMIN, SCHOOL_B_ID, stage.DEPUTY),
    Part("cholpon", "Осмонова", "Чолпон", AccessLevel.DISTRICT_ADMIN),
    Part("elmira", "Бекова", "Эльмира", AccessLevel.DISTRICT_READER),
)


def school(school_id: uuid.UUID, slug: str, district: District, number: int) -> School:
    """Store a school in use, with its host."""
    row = School(
        id=school_id,
        district=district,
        slug=slug,
        name_ky=f"№{number} орто мектеп",
        name_ru=f"Средняя школа № {number}",
        name_en=f"School No. {number}",
        status=SchoolStatus.READY,
        status_since=OPENED,
    )
    row.save()
    SchoolHost.objects.create(domain=f"{slug}.localhost", tenant=row, is_primary=True)
    return row


def enter_stage() -> None:
    """Fill an empty, migrated database with the cast and what its schools have on record."""
    by = system_actor("cast", on=TODAY)
    with public_scope():
        district = District.objects.create(
            id=DISTRICT_ID,
            slug="sverdlov",
            name_ky="Свердлов району",
            name_ru="Свердловский район",
            name_en="Sverdlov district",
        )
        schools = [school(SCHOOL_A_ID, "school-a", district, 1), school(SCHOOL_B_ID, "school-b", district, 2)]
        refs: list[SchoolRef] = [row.ref for row in schools]
        accounts = {part: _account(by, part) for part in PARTS}
        create_user(
            by=by, username=OPERATOR, family_name="Сатарова", given_name="Мээрим", password=PASSWORD, is_operator=True
        )
        users = {part.username: user for part, user in accounts.items()}
        _key(KEY_A, users["bakyt"], school_id=SCHOOL_A_ID, scopes=["school:read"])
        _key(KEY_B, users["daniyar"], school_id=SCHOOL_B_ID, scopes=["school:read"])
        _key(KEY_DISTRICT, users["cholpon"], district_id=DISTRICT_ID, scopes=["district:read"])
        FrameRule.objects.create(
            id=RULE_ID,
            district=district,
            bound=Bound.FLOOR,
            key="association.sittings.min_per_year",
            value=5,
            valid_from=date(2027, 9, 1),
            act="Бөлүмдүн №5 буйругу",
            made_by="Осмонова Чолпон",
        )
        CalendarShift.objects.create(
            id=SHIFT_ID,
            district=district,
            start_year=2026,
            change={"ends_on": "2027-05-29", "close_on": None, "periods": []},
            act="Министрликтин №9 буйругу",
            published_on=TODAY,
            made_by="Осмонова Чолпон",
        )
    for ref, script in zip(refs, (stage.SCHOOL_A, stage.SCHOOL_B), strict=True):
        build_schema(ref)
        staff = {part.person: user for part, user in accounts.items() if part.person and part.school_id == ref.id}
        with in_school(ref):
            stage.play(by, script, staff)
        refresh(ref, as_of=TODAY)
    with public_scope():
        SchoolStanding.objects.update(computed_at=NOON)


def _account(by: Actor, part: Part) -> uuid.UUID:
    user = create_user(
        by=by,
        username=part.username,
        family_name=part.family_name,
        given_name=part.given_name,
        password=PASSWORD,
    )
    let_in(
        by=by,
        user=user,
        level=part.level,
        valid_from=date(2026, 8, 1),
        school_id=part.school_id,
        district_id=None if part.school_id else DISTRICT_ID,
    )
    return user.id


def _key(digest: str, issuer: uuid.UUID, **place: Any) -> None:
    """Store a key under a digest that tests can name."""
    ApiToken(digest=digest, token_key="", user_id=issuer, name="Электрондук журнал", expiry=KEYS_END, **place).save()
