"""Everything that can be carried from one school to the next is bound to its own: the stranger's school has rows with the same numbers.

Routes are walked in `test_matrix`, roles and grants in `tests/tenants`; here are the things a person or a program holds in the hand.
"""

import gzip
import tarfile
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.core import signing
from django.core.cache import cache, caches
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from apps.accounts.domain import handover
from apps.accounts.domain.handover import open_handover, take_handover
from apps.accounts.models import User
from apps.accounts.queries.addresses import addresses_at
from apps.core.actor import Actor
from apps.notices.domain.mailing import compose
from apps.notices.links import NOTICE, is_seal, site
from apps.notices.models import Notice
from tenants.context import in_school, public_scope
from tenants.portability.export import export_school
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast, doors, stage
from tests.doors import send
from usul.actors import system_actor

OF_A, OF_B = stage.SCHOOL_A.people[0][0], stage.SCHOOL_B.people[0][0]


@pytest.fixture
def school_a(own_database: str) -> SchoolRef:
    return _school(cast.SCHOOL_A_ID)


@pytest.fixture
def school_b(own_database: str) -> SchoolRef:
    return _school(cast.SCHOOL_B_ID)


def _school(school_id: object) -> SchoolRef:
    found = directory.school(school_id)  # type: ignore[arg-type]
    assert found is not None
    return found


def _user(username: str) -> User:
    with public_scope(readonly=True):
        return User.objects.get(username=username)


# --- sessions -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("made_at", [cast.HOST_B, cast.DISTRICT_HOST])
def test_a_session_is_good_where_it_was_made(db: None, today: date, made_at: str) -> None:
    """The very session of somebody who may enter school A, made elsewhere."""
    key = doors.session_key("bakyt", doors.realm_of(made_at))
    client = doors.stranger(cast.HOST_A)
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    assert client.get("/bodies/")["Location"].startswith("/account/login/")
    assert send(client, "GET", "/api/v1/bodies/").status_code == 401
    assert doors.signed_in("bakyt", cast.HOST_A).get("/bodies/").status_code == 200


def test_a_session_without_a_place_is_none(db: None, today: date) -> None:
    assert doors.signed_in("bakyt", cast.HOST_A, realm="nowhere").get("/bodies/").status_code == 302


# --- passes from the district's site into a school --------------------------------------------------------------------------


def test_a_pass_opens_one_school_once(db: None, school_a: SchoolRef, school_b: SchoolRef) -> None:
    bakyt = _user("bakyt").id
    ticket = open_handover(user_id=bakyt, school_id=school_a.id)
    assert take_handover(ticket, school_id=school_a.id) == bakyt
    assert take_handover(ticket, school_id=school_a.id) is None
    other = open_handover(user_id=bakyt, school_id=school_a.id)
    assert take_handover(other, school_id=school_b.id) is None
    assert take_handover(other, school_id=school_a.id) is None, "shown at another school it is used up"


def test_a_forged_or_borrowed_pass_opens_nothing(db: None, school_a: SchoolRef) -> None:
    bakyt = _user("bakyt").id
    caches["shared"].set("handover:known", 1, timeout=60)
    contents = ["known", str(bakyt), str(school_a.id)]
    for ticket in (
        "",
        "x",
        signing.dumps(contents),  # signed for something else
        signing.dumps(contents, key="another installation", salt=handover.SALT),
        signing.dumps(contents[:2], salt=handover.SALT),
        open_handover(user_id=bakyt, school_id=school_a.id)[:-1],
    ):
        assert take_handover(ticket, school_id=school_a.id) is None


def test_an_old_pass_opens_nothing(db: None, school_a: SchoolRef, monkeypatch: pytest.MonkeyPatch) -> None:
    ticket = open_handover(user_id=_user("bakyt").id, school_id=school_a.id)
    monkeypatch.setattr(handover, "SECONDS", -1)
    assert take_handover(ticket, school_id=school_a.id) is None


def test_a_pass_makes_a_session_of_that_school_alone(db: None, today: date, school_a: SchoolRef) -> None:
    client = doors.stranger(cast.HOST_A)
    ticket = open_handover(user_id=_user("bakyt").id, school_id=school_a.id)
    assert client.get("/enter/", {"ticket": ticket}).status_code == 302
    assert client.get("/bodies/").status_code == 200
    carried = doors.stranger(cast.HOST_B)
    carried.cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert carried.get("/bodies/")["Location"].startswith("/account/login/")


def test_a_pass_from_somebody_elses_page_opens_nothing(db: None, today: date, school_a: SchoolRef) -> None:
    """A link on a foreign page must not sign the reader in as whoever laid it out."""
    ticket = open_handover(user_id=_user("bakyt").id, school_id=school_a.id)
    client = doors.stranger(cast.HOST_A)
    client.get("/enter/", {"ticket": ticket}, headers={"sec-fetch-site": "cross-site"})
    assert client.get("/bodies/").status_code == 302
    client.get("/enter/", {"ticket": ticket}, headers={"sec-fetch-site": "same-site"})
    assert client.get("/bodies/").status_code == 200


# --- keys of programs -------------------------------------------------------------------------------------------------------


def test_a_key_opens_its_own_place_alone(db: None, today: date) -> None:
    """Its issuer may enter more places than the key: the key has no more for it."""
    raw = doors.token("bakyt", "school:read", school_id=cast.SCHOOL_A_ID)
    answers = {
        host: send(doors.program(host, raw), "GET", path).status_code
        for host, path in (
            (cast.HOST_A, "/api/v1/bodies/"),
            (cast.HOST_B, "/api/v1/bodies/"),
            (cast.DISTRICT_HOST, "/api/v1/districts/"),
        )
    }
    assert answers == {cast.HOST_A: 200, cast.HOST_B: 403, cast.DISTRICT_HOST: 403}
    assert doors.program(cast.HOST_A, raw).get("/bodies/").status_code == 302, "pages are for people"


# --- links, mail -------------------------------------------------------------------------------------------------------------


def _notice(school: SchoolRef) -> Notice:
    with in_school(school, readonly=True):
        return Notice.objects.filter(person_id=stage.DEPUTY).order_by("pk")[0]


def test_a_link_is_good_at_its_own_school(db: None, today: date, school_a: SchoolRef, school_b: SchoolRef) -> None:
    """Both deputies have the number 2 and both notices the same number: only the seal differs."""
    path = {school.slug: _path(school) for school in (school_a, school_b)}
    bakyt, daniyar = doors.signed_in("bakyt", cast.HOST_A), doors.signed_in("daniyar", cast.HOST_B)
    assert path["school-a"].split("/")[:-2] == path["school-b"].split("/")[:-2]
    assert [bakyt.get(path[slug]).status_code for slug in ("school-a", "school-b")] == [200, 404]
    assert [daniyar.get(path[slug]).status_code for slug in ("school-a", "school-b")] == [404, 200]


def _path(school: SchoolRef) -> str:
    from apps.notices.links import notice_path

    row = _notice(school)
    path = notice_path(school.schema, row.person_id, row.pk)
    assert is_seal(path.rstrip("/").rpartition("/")[2], NOTICE, school.schema, row.person_id, row.pk)
    return path


def test_a_mail_names_its_own_school_and_goes_to_its_own_people(
    db: None, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    with public_scope():
        for name in ("bakyt", "daniyar"):
            User.objects.filter(username=name).update(email=f"{name}@example.kg")
        ids = list(User.objects.filter(username__in=["bakyt", "daniyar"]).values_list("pk", flat=True))
        reached = {school.slug: addresses_at(school.id, ids, on=cast.TODAY) for school in (school_a, school_b)}
    assert [one.email for one in reached["school-a"].values()] == ["bakyt@example.kg"]
    assert [one.email for one in reached["school-b"].values()] == ["daniyar@example.kg"]
    (address,) = reached["school-a"].values()
    mails = {
        school.slug: compose(school, site(directory.host_of(school.id)), address, [_notice(school)])
        for school in (school_a, school_b)
    }
    assert cast.HOST_A in mails["school-a"].body
    assert cast.HOST_B not in mails["school-a"].body
    assert len({mail.extra_headers["Message-ID"] for mail in mails.values()}) == 2


# --- files, cache, exports ---------------------------------------------------------------------------------------------------


def test_files_and_cache_of_one_name_are_two(db: None, school_a: SchoolRef, school_b: SchoolRef) -> None:
    for school in (school_a, school_b):
        with in_school(school):
            default_storage.save("bindings/1.txt", ContentFile(school.slug))
            cache.set("bindings", school.slug)
    for school in (school_a, school_b):
        with in_school(school):
            with default_storage.open("bindings/1.txt") as file:
                assert file.read() == school.slug.encode()
            assert cache.get("bindings") == school.slug
            default_storage.delete("bindings/1.txt")
            cache.delete("bindings")


def test_an_export_holds_its_own_school_alone(
    committed_db: None, school_a: SchoolRef, school_b: SchoolRef, tmp_path: Path
) -> None:
    for school in (school_a, school_b):
        with in_school(school):
            default_storage.save("bindings/2.txt", ContentFile(f"paper of {school.slug}"))
    path = tmp_path / "bundle"
    export_school(school_a, path, key=Ed25519PrivateKey.generate())
    words = ""
    with tarfile.open(path) as bundle:
        for member in bundle.getmembers():
            content = bundle.extractfile(member)
            assert content is not None
            raw = content.read()
            words += (gzip.decompress(raw) if member.name.endswith(".gz") else raw).decode(errors="replace")
    for school in (school_a, school_b):
        with in_school(school):
            default_storage.delete("bindings/2.txt")
    assert OF_A in words
    assert "paper of school-a" in words
    for foreign in (OF_B, "paper of school-b", school_b.schema, str(school_b.id), stage.SCHOOL_B.association):
        assert foreign not in words


# --- the installation itself ---------------------------------------------------------------------------------------------------


def test_the_deed_of_one_school_is_told_in_its_own_trail(db: None, school_a: SchoolRef, school_b: SchoolRef) -> None:
    from apps.audit.models import Event
    from apps.people.domain.staff import add_person

    by: Actor = system_actor("bindings", on=cast.TODAY)
    with in_school(school_a):
        add_person(by=by, family_name="Абдраимов", given_name="Нурбек")
        assert Event.objects.filter(actor_name="bindings").count() == 1
    with in_school(school_b):
        assert Event.objects.filter(actor_name="bindings").count() == 0
