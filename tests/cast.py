"""The cast of every test, in two schools whose rows carry the same numbers.

Aida is secretary and Bakyt deputy director of school A; Cholpon is officer of the district; Daniyar is deputy director of school B, the
stranger. A row of the wrong school therefore shows as a hit and not as an empty answer.
"""

import uuid
from datetime import UTC, datetime

from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import District, School, SchoolHost
from tenants.provisioning import build_schema
from tenants.scope import SchoolRef

DISTRICT_ID = uuid.UUID("11111111-1111-4111-8111-111111111111")
SCHOOL_A_ID = uuid.UUID("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa")
SCHOOL_B_ID = uuid.UUID("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb")
OPENED = datetime(2025, 8, 1, tzinfo=UTC)


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
    """Fill an empty, migrated database with the cast."""
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
    for ref in refs:
        build_schema(ref)
