"""A school's life after its setting-up."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from apps.accounts.models import ApiToken
from apps.audit.models import Event
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.people.models import Person
from tenants.context import ScopeError, in_archive, in_school, public_scope
from tenants.enums import SchoolStatus
from tenants.models import Access, RetiredHost, School, SchoolHost
from tenants.routing import directory, directory_changed
from tenants.scope import SchoolRef
from tests import cast, doors
from tests.control.conftest import NOW, Ask, onboarded, requested, wanted
from tests.fleet.test_blueprint import catalog_of
from usul.control import errors
from usul.control.domain import jobs, lifecycle, schools
from usul.control.domain.run import run
from usul.control.domain.splitting import split_school
from usul.control.enums import JobState
from usul.control.models import Closing, Deed, Job

pytestmark = pytest.mark.xdist_group("files")  # schools go and come back, and their roles are the server's

TODAY = NOW.date()
KEPT = timedelta(days=settings.CLOSED_SCHOOL_KEPT_DAYS)


def row(school: SchoolRef) -> School:
    return School.objects.get(pk=school.id)


def deeds(school: SchoolRef) -> list[str]:
    with public_scope():
        return list(Deed.objects.filter(school_id=school.id).order_by("at").values_list("action", flat=True))


def status_at(host: str, method: str = "get", path: str = "/api/v1/people/") -> int:
    directory.forget()
    raw = doors.token("bakyt", "school:read", school_id=cast.SCHOOL_A_ID)
    return getattr(doors.program(host, raw), method)(path).status_code


# --- suspending --------------------------------------------------------------------------------------------------------------


def test_suspended_for_reading_and_altogether_and_back(db: None, operator: Actor, school_a: SchoolRef) -> None:
    host = "school-a.localhost"
    assert status_at(host) == 200
    with public_scope():
        lifecycle.suspend_school(by=operator, school=row(school_a), reason="Текшерүү", readonly=True, now=NOW)
    assert (status_at(host), status_at(host, "post")) == (200, 403)
    with public_scope():
        lifecycle.suspend_school(by=operator, school=row(school_a), reason="Текшерүү", readonly=False, now=NOW)
    assert (status_at(host), status_at("school-b.localhost", path="/healthz")) == (403, 200)
    with public_scope():
        lifecycle.resume_school(by=operator, school=row(school_a), now=NOW)
        assert row(school_a).status_reason == ""
    assert status_at(host) == 200
    assert deeds(school_a) == ["school.suspended", "school.suspended", "school.resumed"]


def test_what_does_not_fit_the_state_is_refused(db: None, operator: Actor, school_a: SchoolRef) -> None:
    with public_scope():
        school = row(school_a)
        for kind, deed in (
            (errors.STATUS_UNFIT, lambda: lifecycle.resume_school(by=operator, school=school, now=NOW)),
            (
                errors.REASON_MISSING,
                lambda: lifecycle.suspend_school(by=operator, school=school, reason=" ", readonly=True, now=NOW),
            ),
            (errors.STATUS_UNFIT, lambda: lifecycle.hold_school(by=operator, school=school, reason="x")),
            (errors.STATUS_UNFIT, lambda: lifecycle.delete_school(by=operator, school=school, on=TODAY, now=NOW)),
            (errors.STATUS_UNFIT, lambda: lifecycle.reopen_school(by=operator, school=school, now=NOW)),
            (
                errors.SUCCESSOR_UNFIT,
                lambda: lifecycle.merge_school(by=operator, school=school, into=school, on=TODAY, now=NOW, reason="x"),
            ),
        ):
            with pytest.raises(Fault) as caught:
                deed()
            assert caught.value.kind is kind
        nobody = replace(operator, permissions=frozenset())
        for deed in (
            lambda: lifecycle.suspend_school(by=nobody, school=school, reason="x", readonly=True, now=NOW),
            lambda: lifecycle.close_school(by=nobody, school=school, reason="x", on=TODAY, now=NOW),
            lambda: schools.rename_school(by=nobody, school=school, slug="x", on=TODAY, now=NOW),
            lambda: schools.add_host(by=nobody, school=school, host="x.kg"),
        ):
            with pytest.raises(Fault, match="not_permitted"):
                deed()
    assert deeds(school_a) == []


# --- renaming ------------------------------------------------------------------------------------------------------------------


def test_a_renamed_school_keeps_its_schema_and_its_old_host_leads_home(
    db: None, operator: Actor, school_a: SchoolRef, monkeypatch: pytest.MonkeyPatch
) -> None:
    with public_scope():
        schools.rename_school(by=operator, school=row(school_a), slug="mektep-1", on=TODAY, now=NOW)
    directory.forget()
    renamed = directory.school_at("mektep-1.localhost")
    assert (renamed.id, renamed.schema, renamed.slug) == (school_a.id, school_a.schema, "mektep-1")
    with in_school(renamed):
        assert Person.objects.exists()
    raw = doors.token("bakyt", "school:read", school_id=cast.SCHOOL_A_ID)
    answer = doors.program("school-a.localhost:8000", raw).get("/api/v1/people/?page_size=3")
    assert (answer.status_code, answer.headers["Location"]) == (
        308,
        "http://mektep-1.localhost:8000/api/v1/people/?page_size=3",
    )
    until = TODAY + timedelta(days=settings.HOST_REDIRECT_DAYS)
    assert directory.new_host_of("school-a.localhost", on=until - timedelta(days=1)) == "mektep-1.localhost"
    assert directory.new_host_of("school-a.localhost", on=until) is None
    assert directory.new_host_of("never-was.localhost", on=TODAY) is None


def test_a_name_that_was_given_up_is_never_given_to_another_school(
    db: None, operator: Actor, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    with public_scope():
        schools.rename_school(by=operator, school=row(school_a), slug="mektep-1", on=TODAY, now=NOW)
        for deed in (
            lambda: schools.rename_school(by=operator, school=row(school_b), slug="school-a", on=TODAY, now=NOW),
            lambda: schools.request_school(by=operator, school=wanted("school-a"), now=NOW),
        ):
            with pytest.raises(Fault) as caught:
                deed()
            assert caught.value.kind is errors.SLUG_TAKEN
        schools.rename_school(by=operator, school=row(school_a), slug="school-a", on=TODAY, now=NOW)
        assert list(RetiredHost.objects.values_list("domain", flat=True)) == ["mektep-1.localhost"]
        assert schools.rename_school(by=operator, school=row(school_a), slug="school-a", on=TODAY, now=NOW)
    directory.forget()
    assert directory.school_at("school-a.localhost").id == school_a.id
    assert directory.new_host_of("mektep-1.localhost", on=TODAY) == "school-a.localhost"


def test_hosts_of_its_own_come_and_go(db: None, operator: Actor, school_a: SchoolRef, school_b: SchoolRef) -> None:
    with public_scope():
        schools.add_host(by=operator, school=row(school_a), host="mektep.kg")
        with pytest.raises(Fault) as caught:
            schools.add_host(by=operator, school=row(school_b), host="mektep.kg")
        assert caught.value.kind is errors.HOST_TAKEN
    directory.forget()
    assert directory.school_at("mektep.kg").id == school_a.id
    with public_scope():
        schools.remove_host(by=operator, school=row(school_a), host="mektep.kg", on=TODAY)
        with pytest.raises(Fault) as caught:
            schools.add_host(by=operator, school=row(school_b), host="mektep.kg")
        assert caught.value.kind is errors.HOST_TAKEN
        with pytest.raises(Fault):  # the main host stays
            schools.remove_host(by=operator, school=row(school_a), host="school-a.localhost", on=TODAY)
    directory.forget()
    assert directory.school_at("mektep.kg") is None
    assert directory.new_host_of("mektep.kg", on=TODAY) == "school-a.localhost"
    assert deeds(school_a) == ["host.added", "host.removed"]


# --- the end ----------------------------------------------------------------------------------------------------------------------


def close(by: Actor, school: SchoolRef) -> None:
    with public_scope():
        lifecycle.close_school(by=by, school=row(school), reason="Жабылды", on=TODAY, now=NOW)
    directory.forget()


def test_a_closed_school_is_kept_and_can_be_reopened(db: None, operator: Actor, school_a: SchoolRef) -> None:
    close(operator, school_a)
    assert status_at("school-a.localhost") == 403
    with public_scope():
        assert not Access.objects.filter(school_id=school_a.id, valid_until=None).exists()
        assert Closing.objects.get().kept_until == TODAY + KEPT
        lifecycle.reopen_school(by=operator, school=row(school_a), now=NOW)
        assert not Closing.objects.exists()
    directory.forget()
    assert directory.school(school_a.id).status == SchoolStatus.READY


def test_nothing_is_deleted_before_its_day_or_under_a_hold(db: None, operator: Actor, school_a: SchoolRef) -> None:
    close(operator, school_a)
    with public_scope():
        school, late = row(school_a), TODAY + KEPT
        lifecycle.hold_school(by=operator, school=school, reason="Сот иши")
        with pytest.raises(Fault) as caught:
            lifecycle.delete_school(by=operator, school=school, on=late, now=NOW)
        assert caught.value.kind is errors.ON_HOLD
        assert "Сот иши" in caught.value.message("ru")
        lifecycle.release_school(by=operator, school=school)
        with pytest.raises(Fault) as caught:
            lifecycle.delete_school(by=operator, school=school, on=late - timedelta(days=1), now=NOW)
        assert caught.value.kind is errors.STILL_KEPT
        lifecycle.delete_school(by=operator, school=school, on=late, now=NOW)
        with pytest.raises(Fault) as caught:
            lifecycle.delete_school(by=operator, school=school, on=late, now=NOW)
        assert caught.value.kind is errors.JOB_OPEN
        with pytest.raises(Fault) as caught:
            lifecycle.reopen_school(by=operator, school=school, now=NOW)
        assert caught.value.kind is errors.JOB_OPEN


def fill(school: SchoolRef) -> None:
    """Something of everything that belongs to a school."""
    with in_school(school):
        Event.objects.create(action="x", subject_type="x", actor_name="Aida", door="task")
        default_storage.save("orders/1.txt", ContentFile("paper"))
        cache.set("overview", "cached")


def deleted(by: Actor, school: SchoolRef) -> Job:
    with public_scope():
        job = lifecycle.delete_school(by=by, school=row(school), on=TODAY + KEPT, now=NOW)
    run(job.pk, now=NOW + KEPT)
    directory.forget()
    return job


def test_a_deleted_school_leaves_its_names_and_a_proof_and_nothing_else(
    committed_db: None, operator: Actor, ask: Ask
) -> None:
    school = onboarded(operator, hosts=("mektep3.kg",))
    fill(school)
    close(operator, school)
    job = deleted(operator, school)
    with public_scope():
        job.refresh_from_db()
        assert job.state == JobState.DONE
        assert row(school).status == SchoolStatus.DELETED
        proof = Closing.objects.get(school_id=school.id).proof
        assert (proof["rows"], proof["files"]) == ({"audit_event": 1}, 1)
        assert proof["most_locks"] <= proof["lock_table"] / 5
        assert not SchoolHost.objects.filter(tenant_id=school.id).exists()
        assert not ApiToken.objects.filter(school_id=school.id).exists()
        for deed in (
            lambda: schools.request_school(by=operator, school=wanted("school-c"), now=NOW),
            lambda: schools.request_school(by=operator, school=wanted("school-d", hosts=("mektep3.kg",)), now=NOW),
        ):
            with pytest.raises(Fault) as caught:
                deed()
            assert caught.value.kind in (errors.SLUG_TAKEN, errors.HOST_TAKEN)
    assert ask("SELECT to_regnamespace(%s), to_regrole(%s)", school.schema, school.schema) == [(None, None)]
    assert not (Path(settings.MEDIA_ROOT) / school.schema).exists()
    client = cache._cache.get_client(None)
    assert list(client.scan_iter(match=f"*{school.schema}*")) == []
    assert doors.stranger("mektep3.kg").get("/").status_code == 404
    assert deeds(school)[-1] == "school.deletion_requested"


def test_a_deletion_that_broke_off_goes_on_and_keeps_its_first_count(
    committed_db: None, operator: Actor, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    from usul.control.domain import deletion

    school = onboarded(operator)
    fill(school)
    close(operator, school)
    monkeypatch.setattr(deletion, "drop_schema", lambda _school: (_ for _ in ()).throw(OSError("cut off")))
    job = deleted(operator, school)
    monkeypatch.undo()
    with public_scope():
        job.refresh_from_db()
        assert (job.state, job.error) == (JobState.FAILED, "cut off")
        assert row(school).status == SchoolStatus.CLOSED
        jobs.retry(by=operator, job=job, now=NOW)
    ask(f'DROP TABLE "{school.schema}".audit_event CASCADE')  # as far as the first attempt had come
    run(job.pk, now=NOW)
    with public_scope():
        assert row(school).status == SchoolStatus.DELETED
        assert Closing.objects.get(school_id=school.id).proof["rows"] == {"audit_event": 1}


# --- merging and splitting --------------------------------------------------------------------------------------------------------


def test_what_a_merged_school_left_is_read_by_its_successor_alone(
    db: None, operator: Actor, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    with in_school(school_b):
        people = list(Person.objects.values_list("family_name", flat=True))
    with public_scope():
        lifecycle.merge_school(
            by=operator, school=row(school_b), into=row(school_a), on=TODAY, now=NOW, reason="Оптималдаштыруу"
        )
        with pytest.raises(Fault) as caught:  # the papers are the successor's now
            lifecycle.delete_school(by=operator, school=row(school_b), on=TODAY + KEPT, now=NOW)
        assert caught.value.kind is errors.ON_HOLD
    directory.forget()
    a, b = directory.school(school_a.id), directory.school(school_b.id)
    assert (b.status, b.successor_id) == (SchoolStatus.CLOSED, a.id)
    assert directory.predecessors_of(a) == [b]
    with in_archive(a, of=b):
        assert list(Person.objects.values_list("family_name", flat=True)) == people
        with pytest.raises(Exception, match="read-only"):
            Person.objects.create(family_name="x", given_name="y")
    for reader, left in ((b, a), (a, a)):
        with pytest.raises(ScopeError, match="successor"), in_archive(reader, of=left):
            pass
    assert deeds(school_a) == ["school.took_over"]
    assert deeds(school_b) == ["school.closed", "school.merged"]


def test_a_split_off_school_begins_with_a_copy_and_goes_its_own_way(
    committed_db: None, operator: Actor, school_a: SchoolRef
) -> None:
    with in_school(school_a):
        people = list(Person.objects.order_by("id").values_list("id", "family_name"))
        default_storage.save("orders/split.txt", ContentFile("paper"))
    with public_scope():
        job = split_school(by=operator, source=row(school_a), school=wanted("school-c"), now=NOW)
    run(job.pk, now=NOW)
    directory.forget()
    new = directory.school_with_slug("school-c")
    assert new.status == SchoolStatus.READY
    assert catalog_of(new.schema, rows=False) == catalog_of(school_a.schema, rows=False)
    with in_school(new):
        assert list(Person.objects.order_by("id").values_list("id", "family_name")) == people
        assert Person.objects.create(family_name="Жаңы", given_name="Киши").id > people[-1][0]
        with default_storage.open("orders/split.txt") as file:
            assert file.read() == b"paper"
        default_storage.delete("orders/split.txt")
    with in_school(school_a):
        assert Person.objects.count() == len(people)
        assert default_storage.exists("orders/split.txt")
        default_storage.delete("orders/split.txt")
    with public_scope():
        assert not Access.objects.filter(school_id=new.id).exists()
    assert "school.split" in deeds(school_a)


def test_a_split_that_broke_off_is_begun_again(
    committed_db: None, operator: Actor, school_a: SchoolRef, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tenants.portability import load

    with public_scope():
        job = split_school(by=operator, source=row(school_a), school=wanted("school-c"), now=NOW)
    monkeypatch.setattr(load, "_compare_rows", lambda *_values: (_ for _ in ()).throw(OSError("cut off")))
    run(job.pk, now=NOW)
    monkeypatch.undo()
    with public_scope():
        job.refresh_from_db()
        assert (job.state, School.objects.get(slug="school-c").status) == (JobState.FAILED, SchoolStatus.FAILED)
        jobs.retry(by=operator, job=job, now=NOW)
    run(job.pk, now=NOW)
    with public_scope():
        job.refresh_from_db()
        assert (job.state, School.objects.get(slug="school-c").status) == (JobState.DONE, SchoolStatus.READY)


def test_a_school_not_in_use_is_not_split(db: None, operator: Actor, school_a: SchoolRef) -> None:
    close(operator, school_a)
    with public_scope(), pytest.raises(Fault) as caught:
        split_school(by=operator, source=row(school_a), school=wanted("school-c"), now=NOW)
    assert caught.value.kind is errors.STATUS_UNFIT
    directory_changed()


def test_jobs_of_a_school_do_not_overlap(db: None, operator: Actor) -> None:
    job = requested(operator)
    with public_scope():
        job.state = JobState.FAILED
        job.save()
        Job.objects.create(kind=job.kind, school=job.school, requested_by="x", requested_at=NOW)
        with pytest.raises(Fault) as caught:
            jobs.retry(by=operator, job=job, now=NOW)
    assert caught.value.kind is errors.JOB_OPEN
