"""An officer of another district: schools that are not theirs are not there, under any address of the district's site."""

from datetime import date

import pytest
from django.test import Client

from apps.accounts.domain.accounts import create_user, let_in
from tenants.context import public_scope
from tenants.enums import AccessLevel, DistrictKind
from tenants.models import District
from tests import cast, doors
from tests.doors import send
from usul.actors import system_actor
from usul.middleware import ScopeMiddleware

ADDRESSES = (
    "/districts/sverdlov/",
    "/districts/sverdlov/schools/school-a/",
    "/districts/sverdlov/obligations/ST-2/",
    "/api/v1/districts/sverdlov/standings/",
    "/api/v1/districts/sverdlov/schools/school-a/",
)


@pytest.fixture
def neighbour(db: None, today: date) -> Client:
    """Signed in on the district's site: the officer of the district next door."""
    by = system_actor("tests", on=today)
    with public_scope():
        district = District.objects.create(slug="alamudun", name_ky="Аламүдүн району", kind=DistrictKind.DISTRICT)
        user = create_user(by=by, username="zarina", family_name="Мамытова")
        let_in(by=by, user=user, level=AccessLevel.DISTRICT_ADMIN, valid_from=date(2026, 8, 1), district_id=district.pk)
    return doors.signed_in("zarina", cast.DISTRICT_HOST)


def test_the_neighbour_gets_the_answer_of_what_does_not_exist(neighbour: Client) -> None:
    """The same words for a district that is not theirs and for one that never was."""
    for path in ADDRESSES:
        theirs, nowhere = send(neighbour, "GET", path), send(neighbour, "GET", path.replace("sverdlov", "nowhere"))
        assert theirs.status_code in (403, 404), path
        assert theirs.status_code == nowhere.status_code, path


def test_the_database_is_asked_within_the_reach_of_the_reader(neighbour: Client) -> None:
    """Should a view forget its check, the rows are still not there."""
    from apps.accounts.models import User
    from apps.accounts.queries.identity import identity_of_user
    from apps.district.models import SchoolStanding
    from tenants.context import district_scope

    seen = {}
    for name in ("zarina", "cholpon"):
        with public_scope(readonly=True):
            identity = identity_of_user(User.objects.get(username=name), on=cast.TODAY)
        with district_scope(districts=ScopeMiddleware._reach(identity)):
            seen[name] = SchoolStanding.objects.count()
    assert seen == {"zarina": 0, "cholpon": 2}
