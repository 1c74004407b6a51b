"""From rows to verdicts: what is judged, what is kept, what is left alone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.acts.domain.papers import record_act, revoke_act
from apps.acts.models import Act
from apps.bodies.models import Body
from apps.calendars.domain.shift import dates_of
from apps.calendars.domain.years import revise_year
from apps.calendars.models import Period, YearRevision
from apps.calendars.queries.years import years_in_force
from apps.charters.domain.inputs import ChoiceInput, ModuleInput, OwnValueInput
from apps.charters.domain.profiles import adopt_profile
from apps.compliance.kept import KEPT_CHECKS
from apps.compliance.models import Evaluation, Finding
from apps.compliance.queries.facts import facts_of
from apps.core.actor import Actor
from apps.people.models import Person, RoleHolding
from apps.plans.domain.plans import record_plan_act
from apps.plans.models import WorkPlan
from apps.rulebook.checks import RULES
from apps.rulebook.enums import ActKind, PeriodUnit, Role, Verdict
from apps.rulebook.exchange import decode_finding
from apps.rulebook.explain import explain
from apps.sittings.domain.inputs import AttendanceInput, HeldInput, ItemInput, SignatureInput, VoteInput
from apps.sittings.domain.minutes import sign_minutes
from apps.sittings.domain.record import record_sitting
from apps.sittings.models import Sitting
from tests import cast, stage
from tests.compliance.conftest import evaluated

pytestmark = pytest.mark.usefixtures("school")
LATER = date(2027, 8, 31)


def verdicts(check: str, as_of: date = cast.TODAY) -> list[str]:
    """Verdicts of a check by subject, after an evaluation."""
    evaluated(as_of)
    rows = Finding.objects.filter(check_id=check, superseded_on__isnull=True).order_by("subject_key")
    return [f"{row.verdict.value}{'*' if row.starred else ''}" for row in rows]


def test_every_kept_check_is_a_check_of_the_rulebook_and_is_judged() -> None:
    assert set(RULES) >= KEPT_CHECKS
    result = evaluated()
    assert {cell.check_id for cell in result.standing.cells} == KEPT_CHECKS


def test_nothing_is_stored_twice() -> None:
    evaluated()
    rows, version = Finding.objects.count(), Evaluation.objects.get().version
    again = evaluated()
    assert (again.changed, Finding.objects.count(), Evaluation.objects.get().version) == (0, rows, version)


def test_a_revision_opens_no_verdict_that_was_given(by: Actor) -> None:
    """The first trimester was over with its sitting; ended earlier by a later revision it stays judged as it was."""
    day = date(2026, 12, 5)
    before = verdicts("CN-6", day)
    [item] = years_in_force()
    kept = dates_of(item.revision)
    first = next(row for row in kept.periods if (row.unit, row.number) == (PeriodUnit.TRIMESTER, 1))
    cut = tuple(replace(row, ends_on=row.starts_on) if row == first else row for row in kept.periods)
    over = first.ends_on + timedelta(days=1)
    revise_year(by=by, year=item.year, dates=replace(kept, periods=cut), published_on=over)
    assert verdicts("CN-6", day) == before
    calendar = facts_of(years_in_force()[0]).calendar
    assert calendar is not None
    [revision] = calendar.revisions
    assert revision.close_date == kept.close_on
    assert first.ends_on in [row.end for row in revision.periods]
    YearRevision.objects.filter(version=2).update(published_on=first.starts_on)
    assert (before, verdicts("CN-6", day)) == (["PENDING"], ["WARN*"])


def test_a_new_verdict_stands_beside_the_old_one(by: Actor) -> None:
    assert verdicts("ST-2") == ["PASS", "PENDING"]
    old = Finding.objects.get(check_id="ST-2", verdict=Verdict.PENDING, superseded_on__isnull=True)
    sign_minutes(by=by, sitting=Sitting.objects.get(pk=3), signature=SignatureInput(date(2026, 11, 19)))
    assert verdicts("ST-2") == ["PASS", "PASS"]
    old.refresh_from_db()
    assert (old.verdict, old.superseded_on) == (Verdict.PENDING, cast.TODAY)
    new = Finding.objects.get(check_id="ST-2", subject_key=old.subject_key, superseded_on__isnull=True)
    assert (new.facts_fingerprint != old.facts_fingerprint, new.policy_fingerprint) == (True, old.policy_fingerprint)


def test_time_alone_changes_verdicts() -> None:
    assert verdicts("ST-1") == ["PENDING"]
    assert verdicts("ST-1", LATER) == ["FAIL"]
    assert verdicts("ST-2", LATER) == ["PASS", "FAIL"]


def test_an_approval_counts_from_whoever_held_the_office_that_day(by: Actor) -> None:
    plan, director = WorkPlan.objects.get(), Person.objects.get(pk=stage.DIRECTOR)
    assert verdicts("PL-1") != ["PASS"]
    wrong = record_plan_act(
        by=by,
        plan=plan,
        kind=ActKind.APPROVAL,
        act_date=date(2026, 9, 4),
        signed_by=Person.objects.get(pk=8),
        signed_role=Role.DIRECTOR,
    )
    assert verdicts("PL-1", LATER) == ["FAIL"]
    finding = Finding.objects.get(check_id="PL-1", superseded_on__isnull=True)
    argument = explain(decode_finding(finding.payload), "en")
    assert "5.3" in " ".join(argument.sources)
    assert argument.fact
    revoke_act(by=by, act=wrong, revoked_on=date(2026, 9, 5))
    record_plan_act(
        by=by,
        plan=plan,
        kind=ActKind.APPROVAL,
        act_date=date(2026, 9, 5),
        signed_by=director,
        signed_role=Role.DIRECTOR,
    )
    assert verdicts("PL-1", LATER) == ["PASS"]


def test_an_acting_director_approves(by: Actor) -> None:
    RoleHolding.objects.create(
        person_id=8, role=Role.DIRECTOR, acting=True, valid_from=date(2026, 9, 3), valid_until=date(2026, 9, 6)
    )
    record_plan_act(
        by=by,
        plan=WorkPlan.objects.get(),
        kind=ActKind.APPROVAL,
        act_date=date(2026, 9, 5),
        signed_by=Person.objects.get(pk=8),
        signed_role=Role.DIRECTOR,
    )
    assert verdicts("PL-1", LATER) == ["PASS"]


def test_more_votes_than_members_present_is_left_to_a_person(by: Actor) -> None:
    record_sitting(
        by=by,
        body=Body.objects.get(kind="council"),
        held=HeldInput(
            held_on=date(2026, 11, 18),
            items=(ItemInput("Добуш", adopted=True, vote=VoteInput(yes=9)),),
            attendance=tuple(AttendanceInput(Person.objects.get(pk=pk)) for pk in (2, 3, 5, 6)),
        ),
    )
    assert "REVIEW" in verdicts("CN-9")


def test_a_conflict_stays_a_question_until_a_person_picks(by: Actor) -> None:
    adopt_profile(
        by=by, valid_from=date(2026, 8, 2), chosen=[ModuleInput("S33U"), ModuleInput("ABDH"), ModuleInput("MK")]
    )
    assert verdicts("PL-1") == verdicts("PL-3") == ["CFG"]
    adopt_profile(
        by=by,
        valid_from=date(2026, 8, 3),
        chosen=[ModuleInput("S33U"), ModuleInput("ABDH"), ModuleInput("MK")],
        choices=[ChoiceInput(key, "S33U", "жобо") for key in ("plan.approver", "plan.approval_deadline")],
    )
    assert "CFG" not in verdicts("PL-1") + verdicts("PL-3")


def test_the_schools_own_value_is_what_is_measured(by: Actor) -> None:
    assert verdicts("ST-1", LATER) == ["FAIL"]
    adopt_profile(
        by=by,
        valid_from=date(2026, 8, 2),
        chosen=[ModuleInput("VARU"), ModuleInput("MK")],
        own=[OwnValueInput("association.sittings.min_per_year", 1)],
    )
    assert verdicts("ST-1", LATER) == ["PASS"]


def test_without_the_unit_of_the_charter_the_calendar_is_asked_for(by: Actor) -> None:
    adopt_profile(by=by, valid_from=date(2026, 8, 2), chosen=[ModuleInput("IMK")])
    Period.objects.filter(revision=YearRevision.objects.get(), unit="quarter").delete()
    assert verdicts("CN-6") == ["CFG"]


def test_facts_take_the_same_number_of_queries_however_much_there_is(by: Actor) -> None:
    [item] = years_in_force()

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            facts_of(item)
        return len(seen)

    few = queries()
    for day in (10, 11, 12):
        record_sitting(
            by=by,
            body=Body.objects.get(kind="council"),
            held=HeldInput(
                held_on=date(2026, 11, day),
                items=(ItemInput("a", vote=VoteInput(3)), ItemInput("b")),
                attendance=(AttendanceInput(Person.objects.get(pk=2)),),
            ),
        )
        record_act(by=by, kind=ActKind.ORDER, act_date=date(2026, 11, day))
    assert queries() == few == 41


def test_the_standing_names_no_person() -> None:
    text = str(evaluated().standing)
    for person in Person.objects.all():
        assert person.family_name not in text
    assert "Математика жана физика" in text


def test_acts_count_by_their_date_and_not_by_their_entry() -> None:
    assert Act.objects.filter(entered_at__date__gt=date(2026, 1, 1)).exists()
    [item] = years_in_force()
    facts = facts_of(item)
    days = {act.on for association in facts.associations for act in association.acts}
    assert days
    assert all(day <= date(2026, 11, 20) for day in days)
