"""Years and sittings: which year a day belongs to, what happens to a sitting on its way, what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from apps.bodies.models import Body
from apps.calendars.domain.years import PeriodDates, YearDates, open_year, revise_year
from apps.calendars.models import AcademicYear, YearRevision
from apps.calendars.queries.years import year_of, years_in_force
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.core.permissions import Permission
from apps.rulebook.enums import PeriodUnit
from apps.sittings.domain.inputs import HeldInput, ItemInput, ResolutionInput
from apps.sittings.domain.plan import announce_sitting, cancel_sitting, plan_sitting
from apps.sittings.domain.record import record_sitting
from apps.sittings.domain.resolutions import complete_resolution
from apps.sittings.enums import ResolutionState, SittingState
from apps.sittings.models import Resolution, Sitting
from tests import stage
from tests.verbs.conftest import without

pytestmark = pytest.mark.usefixtures("school")
HELD = HeldInput(held_on=date(2026, 11, 18), items=(ItemInput("Отчёт"),))
LAST_YEAR = YearDates(date(2025, 9, 1), date(2026, 5, 29), date(2026, 8, 31))


def council() -> Body:
    return Body.objects.get(kind="council")


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 9, 1), 2026),
        (date(2027, 5, 25), 2026),
        (date(2027, 8, 31), 2026),
        (date(2026, 8, 31), 2026),
        (date(2026, 7, 15), 2025),
        (date(2026, 7, 16), 2026),
        (date(2026, 5, 30), 2025),
    ],
)
def test_the_year_of_a_day(by: Actor, day: date, year: int) -> None:
    open_year(by=by, dates=LAST_YEAR, published_on=date(2025, 8, 1))
    assert year_of(day).year.start_year == year


@pytest.mark.parametrize("day", [date(2026, 5, 20), date(2027, 9, 1), date(2019, 1, 1)])
def test_a_day_outside_every_year(day: date) -> None:
    with pytest.raises(Fault) as refused:
        year_of(day, field="held_on")
    assert (refused.value.code, refused.value.field) == ("calendar.day_outside_every_year", "held_on")


def test_a_revision_leaves_what_was_published_before(by: Actor) -> None:
    year = AcademicYear.objects.get(start_year=2026)
    moved = replace(stage.DATES, ends_on=date(2027, 5, 29), periods=())
    revise_year(by=by, year=year, dates=moved, published_on=date(2026, 11, 20), source_act="буйрук")
    assert list(YearRevision.objects.order_by("version").values_list("version", "ends_on")) == [
        (1, date(2027, 5, 25)),
        (2, date(2027, 5, 29)),
    ]
    [in_force] = years_in_force()
    assert (in_force.revision.version, in_force.holds(date(2027, 5, 29))) == (2, True)
    planned = plan_sitting(by=by, body=council(), planned_on=date(2027, 5, 28))
    assert planned.calendar_version == 2
    assert Sitting.objects.get(pk=1).calendar_version == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"ends_on": date(2025, 9, 1)}, "calendar.dates_reversed"),
        ({"close_on": date(2026, 5, 1)}, "calendar.dates_reversed"),
        ({"ends_on": date(2026, 9, 1), "close_on": date(2026, 9, 2)}, "calendar.years_overlap"),
        (
            {"starts_on": date(2026, 9, 2), "ends_on": date(2026, 9, 4), "close_on": date(2026, 9, 4)},
            "calendar.year_exists",
        ),
        (
            {"periods": (PeriodDates(PeriodUnit.QUARTER, 1, date(2025, 8, 30), date(2025, 10, 31)),)},
            "calendar.period_outside_year",
        ),
        (
            {"periods": (PeriodDates(PeriodUnit.QUARTER, 1, date(2025, 10, 31), date(2025, 9, 1)),)},
            "calendar.dates_reversed",
        ),
        (
            {
                "periods": (
                    PeriodDates(PeriodUnit.QUARTER, 1, date(2025, 9, 1), date(2025, 10, 31)),
                    PeriodDates(PeriodUnit.QUARTER, 2, date(2025, 10, 31), date(2025, 12, 30)),
                )
            },
            "calendar.periods_overlap",
        ),
    ],
)
def test_dates_that_cannot_be_a_year(by: Actor, change: dict[str, object], code: str) -> None:
    with pytest.raises(Fault) as refused:
        open_year(by=by, dates=replace(LAST_YEAR, **change), published_on=date(2025, 8, 1))  # type: ignore[arg-type]
    assert refused.value.code == code
    assert AcademicYear.objects.count() == 1


def test_quarters_and_trimesters_may_overlap_each_other(by: Actor) -> None:
    periods = (
        PeriodDates(PeriodUnit.QUARTER, 1, date(2025, 9, 1), date(2025, 10, 31)),
        PeriodDates(PeriodUnit.TRIMESTER, 1, date(2025, 9, 1), date(2025, 11, 29)),
    )
    year = open_year(by=by, dates=replace(LAST_YEAR, periods=periods), published_on=date(2025, 8, 1))
    assert YearRevision.objects.get(year=year).periods.count() == 2


def test_numbers_count_within_body_and_year(by: Actor) -> None:
    first = record_sitting(by=by, body=council(), held=HELD)
    second = plan_sitting(by=by, body=council(), planned_on=date(2026, 12, 10))
    assert (first.number, second.number) == (3, 4)


def test_a_postponed_sitting_is_announced_again(by: Actor) -> None:
    sitting = Sitting.objects.get(pk=4)
    announce_sitting(by=by, sitting=sitting, announced_on=date(2026, 11, 20), for_day=date(2026, 12, 1))
    sitting.refresh_from_db()
    assert (sitting.planned_on, sitting.state, sitting.announcements.count()) == (
        date(2026, 12, 1),
        SittingState.ANNOUNCED,
        2,
    )


@pytest.mark.parametrize(
    ("announced_on", "for_day", "code"),
    [
        (date(2026, 11, 21), None, "sitting.announced_in_future"),
        (date(2026, 11, 20), date(2026, 11, 19), "sitting.announced_after"),
    ],
)
def test_announcements_that_cannot_be(by: Actor, announced_on: date, for_day: date | None, code: str) -> None:
    with pytest.raises(Fault) as refused:
        announce_sitting(by=by, sitting=Sitting.objects.get(pk=4), announced_on=announced_on, for_day=for_day)
    assert refused.value.code == code


def test_a_cancelled_sitting_is_not_held(by: Actor) -> None:
    sitting = Sitting.objects.get(pk=4)
    cancel_sitting(by=by, sitting=sitting, reason="карантин")
    with pytest.raises(Fault) as refused:
        record_sitting(by=by, body=council(), held=HELD, sitting=sitting)
    assert refused.value.code == "sitting.cancelled"
    with pytest.raises(Fault) as again:
        cancel_sitting(by=by, sitting=sitting, reason="x")
    assert again.value.code == "sitting.cancelled"


def test_who_has_seen_an_older_state_is_told(by: Actor) -> None:
    sitting = Sitting.objects.get(pk=4)
    seen = sitting.row_version
    announce_sitting(by=by, sitting=sitting, announced_on=date(2026, 11, 17), for_day=date(2026, 11, 18))
    with pytest.raises(Fault) as refused:
        record_sitting(by=by, body=council(), held=HELD, sitting=sitting, expected_version=seen)
    assert (refused.value.code, refused.value.status) == ("sitting.changed_meanwhile", 412)
    record_sitting(by=by, body=council(), held=HELD, sitting=sitting, expected_version=seen + 1)


def test_a_body_that_was_not_at_work_did_not_sit(by: Actor) -> None:
    body = council()
    body.dissolved_on = date(2026, 11, 18)
    body.save()
    with pytest.raises(Fault) as refused:
        record_sitting(by=by, body=body, held=HELD)
    assert refused.value.code == "body.not_at_work"


def test_nothing_is_half_written(by: Actor) -> None:
    before = Sitting.objects.count()
    bad = replace(HELD, resolutions=(ResolutionInput("x", item=1), ResolutionInput("y", item=2)))
    with pytest.raises(Fault):
        record_sitting(by=by, body=council(), held=bad)
    assert Sitting.objects.count() == before


def test_a_resolution_is_done_after_it_was_made(by: Actor) -> None:
    resolution = Resolution.objects.get(pk=3)
    with pytest.raises(Fault) as refused:
        complete_resolution(by=by, resolution=resolution, done_on=date(2026, 10, 14))
    assert refused.value.code == "sitting.resolution_due_before_made"
    complete_resolution(by=by, resolution=resolution, done_on=date(2026, 10, 20), result="аткарылды")
    resolution.refresh_from_db()
    assert (resolution.state, resolution.done_on) == (ResolutionState.DONE, date(2026, 10, 20))


def test_rights_within_one_body_do_not_reach_another(by: Actor) -> None:
    secretary = replace(
        without(by, *Permission),
        body_permissions={council().pk: frozenset({Permission.SITTING_RECORD, Permission.SITTING_PLAN})},
    )
    assert record_sitting(by=secretary, body=council(), held=HELD).pk
    association = Body.objects.get(kind="association")
    with pytest.raises(Fault) as refused:
        record_sitting(by=secretary, body=association, held=HELD)
    assert refused.value.code == "core.not_permitted"
