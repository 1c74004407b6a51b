"""Pushes that come twice, late or not at all; marks that are never lost; drift that is found and repaired."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from celery.exceptions import Reject
from django.utils import timezone

from apps.compliance.domain.evaluate import evaluate_years
from apps.compliance.domain.summary import YearStanding
from apps.core.signals import tell_change
from apps.district import tasks
from apps.district.domain.standings import (
    accept_standing,
    forget_marks,
    marks_of,
    reconcile_standing,
    schools_with_marks,
    touched,
)
from apps.district.models import EVERY_YEAR, DirtyMark, SchoolStanding, StandingCell
from apps.sittings.domain.inputs import SignatureInput
from apps.sittings.domain.minutes import sign_minutes
from apps.sittings.models import Sitting
from tenants.context import in_school, public_scope
from tenants.enums import SchoolStatus
from tenants.models import School
from tenants.routing import directory
from tenants.scope import SchoolRef
from tenants.tasks import SchoolTask
from tests import cast
from usul.actors import system_actor

pytestmark = pytest.mark.usefixtures("db", "today")


def school() -> SchoolRef:
    found = directory.school(cast.SCHOOL_A_ID)
    assert found is not None
    return found


def fresh() -> YearStanding:
    with in_school(school()):
        [result] = evaluate_years(as_of=cast.TODAY, now=timezone.now())
    return result.standing


def stored() -> tuple[int, str, int]:
    with public_scope():
        row = SchoolStanding.objects.get(school_id=cast.SCHOOL_A_ID)
        return row.version, row.worst, StandingCell.objects.filter(standing=row).count()


def test_a_push_counts_once_and_only_when_it_is_newer() -> None:
    standing = fresh()
    version, worst, cells = stored()
    assert cells == len(standing.cells)
    assert accept_standing(school_id=cast.SCHOOL_A_ID, standing=standing) is False
    newer = replace(standing, version=version + 5, worst="CFG", cells=standing.cells[:3])
    assert accept_standing(school_id=cast.SCHOOL_A_ID, standing=newer) is True
    assert stored() == (version + 5, "CFG", 3)
    assert accept_standing(school_id=cast.SCHOOL_A_ID, standing=replace(standing, version=version + 4)) is False
    assert accept_standing(school_id=cast.SCHOOL_A_ID, standing=newer) is False
    assert stored() == (version + 5, "CFG", 3)
    assert worst != "CFG"


def test_the_rhythm_of_last_week_is_kept_until_the_next_week_begins() -> None:
    standing, version = fresh(), stored()[0]
    monday = cast.TODAY + timedelta(days=7 - cast.TODAY.weekday())
    weeks = [
        (cast.TODAY, "late", ""),
        (monday, "slipping", "late"),
        (monday + timedelta(days=6), "in_rhythm", "late"),
        (monday + timedelta(days=21), "silent", "in_rhythm"),
    ]
    for later, (day, rhythm, before) in enumerate(weeks, start=1):
        pushed = replace(standing, version=version + later, as_of=day, rhythm=rhythm)
        assert accept_standing(school_id=cast.SCHOOL_A_ID, standing=pushed)
        with public_scope():
            row = SchoolStanding.objects.get(school_id=cast.SCHOOL_A_ID)
            assert (row.rhythm, row.rhythm_before) == (rhythm, before)


def test_any_order_of_pushes_ends_the_same() -> None:
    standing = fresh()
    version = stored()[0]
    pushes = [
        replace(standing, version=version + n, worst=worst) for n, worst in enumerate(("PASS", "WARN", "FAIL"), 1)
    ]
    for order in ((2, 0, 1, 2), (0, 2, 1, 0)):
        for number in order:
            accept_standing(school_id=cast.SCHOOL_A_ID, standing=pushes[number])
        assert stored()[:2] == (version + 3, "FAIL")


def test_a_change_leaves_a_mark_and_a_refresh_takes_it_away() -> None:
    assert marks_of(school().schema) == []
    with in_school(school()):
        sign_minutes(
            by=system_actor("tests", on=cast.TODAY),
            sitting=Sitting.objects.get(pk=3),
            signature=SignatureInput(date(2026, 11, 19)),
        )
    assert len(marks_of(school().schema)) == 1
    before = stored()[0]
    assert tasks.refresh(school()) == 2  # ST-2 of the sitting, and the count in ST-1
    assert marks_of(school().schema) == []
    assert stored()[0] == before + 1


def test_a_mark_asks_for_its_year_and_the_one_after_it() -> None:
    years = [2024, 2026]
    assert touched([DirtyMark(year=year) for year in years]) == {2024, 2025, 2026, 2027}
    assert touched([DirtyMark(year=2026), DirtyMark(year=EVERY_YEAR)]) is None


def test_only_marked_years_are_evaluated_and_without_a_mark_nothing_is() -> None:
    tasks.refresh(school())
    with public_scope():
        SchoolStanding.objects.filter(school_id=cast.SCHOOL_A_ID).update(version=-1)
    assert tasks.refresh_marked(school()) == 0
    assert stored()[0] == -1
    for year, pushed in ((2023, False), (2025, True), (EVERY_YEAR, True)):
        with public_scope():
            SchoolStanding.objects.filter(school_id=cast.SCHOOL_A_ID).update(version=-1)
            DirtyMark.objects.create(schema_name=school().schema, year=year)
        tasks.refresh_marked(school())
        assert (stored()[0] > 0, marks_of(school().schema)) == (pushed, [])


def test_a_mark_left_during_an_evaluation_stays() -> None:
    with in_school(school()):
        tell_change(year=2026)
    seen = marks_of(school().schema)
    with in_school(school()):
        tell_change(year=2026)
    forget_marks(seen)
    assert len(marks_of(school().schema)) == 1


def test_a_refused_deed_leaves_no_mark() -> None:
    def refused() -> None:
        with in_school(school()):
            tell_change(year=2026)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        refused()
    assert marks_of(school().schema) == []


def test_the_sweep_finds_marks_whose_message_was_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    with public_scope():
        DirtyMark.objects.create(schema_name=school().schema, year=0)
    assert schools_with_marks() == {school().schema}
    queued: list[str] = []
    monkeypatch.setattr(SchoolTask, "for_school", lambda _task, ref, **_: queued.append(ref.slug))
    tasks.sweep()
    assert queued == ["school-a"]


def test_drift_is_found_and_repaired() -> None:
    standing = fresh()
    with public_scope():
        row = SchoolStanding.objects.get(school_id=cast.SCHOOL_A_ID)
        SchoolStanding.objects.filter(pk=row.pk).update(worst="PASS", marks={})
        StandingCell.objects.filter(standing=row).delete()
    assert reconcile_standing(school_id=cast.SCHOOL_A_ID, standing=standing) == {"worst", "marks"}
    assert stored() == (standing.version, standing.worst, len(standing.cells))
    assert reconcile_standing(school_id=cast.SCHOOL_A_ID, standing=standing) == set()


def test_a_lost_row_is_made_again() -> None:
    with public_scope():
        SchoolStanding.objects.filter(school_id=cast.SCHOOL_A_ID).delete()
    assert reconcile_standing(school_id=cast.SCHOOL_A_ID, standing=fresh()) == set()
    assert stored()[2] > 0


def test_a_newer_push_on_its_way_wins_over_a_reconciliation() -> None:
    standing = fresh()
    accept_standing(school_id=cast.SCHOOL_A_ID, standing=replace(standing, version=standing.version + 1, worst="CFG"))
    drift = reconcile_standing(school_id=cast.SCHOOL_A_ID, standing=standing)
    assert drift == {"worst"}
    later = replace(standing, version=standing.version + 2, worst="WARN")
    assert accept_standing(school_id=cast.SCHOOL_A_ID, standing=later) is True


@pytest.mark.parametrize("status", [SchoolStatus.CLOSED, SchoolStatus.SUSPENDED, SchoolStatus.PROVISIONING])
def test_a_task_for_a_school_that_is_not_in_use_is_rejected(status: SchoolStatus) -> None:
    from tenants.tasks import HEADER, school_header

    task = tasks.refresh_standing
    header = {HEADER: school_header(task.name, cast.SCHOOL_A_ID)}
    with public_scope():
        School.objects.filter(pk=cast.SCHOOL_A_ID).update(status=status)
    directory.forget()
    task.push_request(headers=header)
    try:
        with pytest.raises(Reject):
            task()
    finally:
        task.pop_request()


def test_freshness_is_told(today: date) -> None:
    with public_scope():
        SchoolStanding.objects.filter(school_id=cast.SCHOOL_A_ID).update(computed_at=cast.NOON - timedelta(days=1))
        from apps.district.queries import overview

        rows = overview.school_rows([cast.DISTRICT_ID], year=2026)
    found = overview.coverage(rows)
    assert (found.schools, found.reporting) == (2, 2)
    assert found.newest is not None
    assert found.oldest == cast.NOON - timedelta(days=1) < found.newest
