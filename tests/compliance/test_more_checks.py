"""Checks over records of offices, directions and plans: what a school writes down is what the rules see."""

from datetime import date

import pytest

from apps.acts.domain.papers import record_act
from apps.acts.models import Act
from apps.bodies.models import Body, Directions, Membership
from apps.calendars.queries.years import years_in_force
from apps.charters.domain.inputs import ModuleInput, OwnValueInput
from apps.charters.domain.profiles import adopt_profile
from apps.compliance.models import Finding
from apps.core.actor import Actor
from apps.people.models import Person
from apps.plans.domain.plans import draft_plan
from apps.plans.enums import PlanDrafter, PlanForm, PlanTemplate
from apps.rulebook.enums import ActKind, Purpose, Role
from apps.rulebook.enums import Body as DecidingBody
from apps.sittings.models import Sitting
from tests import cast, stage
from tests.compliance.conftest import evaluated

pytestmark = pytest.mark.usefixtures("school")
CLOSE = date(2027, 8, 31)


def verdict(check: str, as_of: date = cast.TODAY) -> str:
    evaluated(as_of)
    rows = Finding.objects.filter(check_id=check, superseded_on__isnull=True)
    return " ".join(sorted({row.verdict.value for row in rows}))


def association() -> Body:
    return Body.objects.get(kind="association")


def test_the_head_is_elected_then_appointed(by: Actor) -> None:
    head = Membership.objects.get(role="head")
    assert (verdict("HD-1"), verdict("HD-2")) == ("FAIL", "FAIL")
    record_act(
        by=by,
        kind=ActKind.ELECTION,
        purpose=Purpose.APPOINT_HEAD,
        act_date=date(2026, 8, 28),
        subject=("body", head.body_id),
    )
    assert verdict("HD-1") == "FAIL"  # an election that names nobody elects nobody
    act = Act.objects.latest("pk")
    act.persons = [head.person_id]
    act.save()
    order = record_act(
        by=by,
        kind=ActKind.ORDER,
        purpose=Purpose.APPOINT_HEAD,
        act_date=date(2026, 9, 1),
        signed_by=Person.objects.get(pk=stage.DIRECTOR),
        signed_role=Role.DIRECTOR,
        subject=("body", head.body_id),
    )
    head.act = order
    head.save()
    assert (verdict("HD-1"), verdict("HD-2")) == ("PASS", "PASS")


def test_education_and_years_wait_for_a_person_where_nothing_is_on_record(by: Actor) -> None:
    adopt_profile(by=by, valid_from=date(2026, 8, 2), chosen=[ModuleInput("VARU"), ModuleInput("ABDH")])
    assert (verdict("HD-3"), verdict("HD-4")) == ("REVIEW", "REVIEW")


def test_directions_the_council_approved_in_the_year_count(by: Actor) -> None:
    [item] = years_in_force()
    row, _new = Directions.objects.get_or_create(body=association(), year=item.year)
    row.content = {"themes": "Окуу сабаттуулугу", "aims": "—"}
    row.save()
    Act.objects.filter(subject_type="directions").delete()
    assert verdict("AS-5", CLOSE) == "FAIL"
    act = record_act(by=by, kind=ActKind.APPROVAL, act_date=date(2026, 9, 20), subject=("directions", row.pk))
    assert verdict("AS-5", CLOSE) == "FAIL"  # somebody approved it, but not the council
    act.decided_by = DecidingBody.COUNCIL
    act.save()
    assert verdict("AS-5", CLOSE) == "PASS"


def test_a_declined_submission_is_no_submission(by: Actor) -> None:
    adopt_profile(by=by, valid_from=date(2026, 8, 2), chosen=[ModuleInput("S33U")])
    assert verdict("AS-3") == "PASS"
    submission = association_submission()
    submission.state = "declined"
    submission.save()
    assert verdict("AS-3") == "FAIL"


def association_submission() -> Act:
    return Act.objects.get(kind="submission", purpose="create", subject_type="body", subject_id=1)


def test_the_councils_plan_passes_its_steps(by: Actor) -> None:
    council, [item] = Body.objects.get(kind="council"), years_in_force()
    assert verdict("CN-5", date(2026, 9, 30)) == "PENDING"
    assert verdict("CN-5", CLOSE) == "FAIL"
    sitting = Sitting.objects.get(pk=2)
    plan = draft_plan(
        by=by,
        body=council,
        year=item.year,
        template=PlanTemplate.OWN,
        drafted_by=PlanDrafter.CHAIR,
        form=PlanForm.CYCLOGRAM,
        adopted_at=sitting,
    )
    director = Person.objects.get(pk=stage.DIRECTOR)
    for kind, day in ((ActKind.CONSENT, date(2026, 10, 16)), (ActKind.ORDER, date(2026, 10, 17))):
        record_act(
            by=by,
            kind=kind,
            purpose=Purpose.PLAN,
            act_date=day,
            signed_by=director,
            signed_role=Role.DIRECTOR,
            subject=("plan", plan.pk),
        )
    assert verdict("CN-5", CLOSE) == "PASS"


def test_the_plan_counts_as_adopted_at_its_sitting() -> None:
    assert verdict("PL-4") == "PASS"
    assert verdict("PL-9") == "WARN"  # open lessons were due on 10 November
    assert verdict("PL-9", date(2026, 11, 9)) == "PENDING"


def test_an_office_above_the_association_must_be_held(by: Actor) -> None:
    own = [OwnValueInput("association.subordinate_to", ["deputy_methodical"])]
    assert verdict("AS-7") in ("PASS", "FAIL")
    adopt_profile(by=by, valid_from=date(2026, 8, 2), chosen=[ModuleInput("S33U")])
    assert verdict("AS-7") == "PASS"
    adopt_profile(by=by, valid_from=date(2026, 8, 3), chosen=[ModuleInput("S33U")], own=own)
    assert verdict("AS-7") == "FAIL"
