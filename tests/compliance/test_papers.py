"""Checks over papers on their way: HD-6, RP-1, AP-1, MT-7, CN-16, CN-17."""

from dataclasses import replace
from datetime import date

import pytest

from apps.acts.domain.papers import record_act, revoke_act
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.charters.domain.inputs import ModuleInput
from apps.charters.domain.profiles import adopt_profile
from apps.compliance.models import Finding
from apps.compliance.queries.scenario import school_scenario
from apps.core.actor import Actor
from apps.people.models import Person
from apps.proposals.domain.inputs import PaperInput
from apps.proposals.domain.papers import enter_paper, hand_in, withdraw
from apps.proposals.domain.passages import link_act, link_item, unlink
from apps.proposals.enums import PaperKind
from apps.proposals.models import Paper
from apps.rulebook.catalogues import Contest
from apps.rulebook.enums import ActKind, ReportForm, Role
from apps.rulebook.scenarios import run_scenario, scenario_of
from apps.sittings.models import AgendaItem
from tests import cast, stage
from tests.compliance.conftest import evaluated

pytestmark = pytest.mark.usefixtures("school", "clear_desk")
CLOSE = date(2027, 8, 31)


@pytest.fixture
def clear_desk(school: object) -> None:
    """Without the paper of the stage."""
    Paper.objects.all().delete()


def verdict(check: str, as_of: date = cast.TODAY) -> str:
    evaluated(as_of)
    rows = Finding.objects.filter(check_id=check, superseded_on__isnull=True)
    return " ".join(sorted(f"{row.verdict.value}{'*' if row.starred else ''}" for row in rows))


def rules(by: Actor, *modules: str) -> None:
    adopt_profile(by=by, valid_from=date(2026, 8, 2), chosen=[ModuleInput(module) for module in modules])


def paper(by: Actor, kind: PaperKind, **content: object) -> Paper:
    content = {"title": "Кагаз", "person": Person.objects.get(pk=stage.TEACHER)} | content
    year = AcademicYear.objects.get(start_year=stage.START_YEAR)
    body = Body.objects.get(pk=1)
    return enter_paper(by=by, kind=kind, body=body, year=year, content=PaperInput(**content))  # type: ignore[arg-type]


def question(sitting: int) -> AgendaItem:
    item: AgendaItem = AgendaItem.objects.select_related("sitting__body").filter(sitting=sitting).earliest("position")
    item.adopted = True
    item.save()
    return item


def test_the_heads_report_goes_to_the_deputy_in_time(by: Actor) -> None:
    rules(by, "ABDH")
    later = replace(by, today=CLOSE)
    assert verdict("HD-6", CLOSE) == "FAIL"
    report = paper(later, PaperKind.YEAR_REPORT, recipient=Role.DIRECTOR)
    assert verdict("HD-6", CLOSE) == "FAIL"  # drawn up is not handed in
    hand_in(by=later, paper=report, on=date(2027, 5, 28))
    assert verdict("HD-6", CLOSE) == "FAIL"
    assert Finding.objects.get(check_id="HD-6", superseded_on__isnull=True).severity == "minor"
    Paper.objects.filter(pk=report.pk).update(recipient=Role.DEPUTY_OTI)
    assert verdict("HD-6", CLOSE) == "PASS"
    Paper.objects.filter(pk=report.pk).update(form=ReportForm.ORAL)
    assert verdict("HD-6", CLOSE) == "FAIL"
    Paper.objects.filter(pk=report.pk).update(form=ReportForm.WRITTEN, handed_on=date(2027, 6, 12))
    assert verdict("HD-6", CLOSE) == "FAIL"


def test_the_report_of_the_plan_goes_to_the_leadership(by: Actor) -> None:
    rules(by, "S33U")
    later = replace(by, today=CLOSE)
    assert (verdict("RP-1", date(2027, 8, 30)), verdict("RP-1", CLOSE)) == ("PENDING", "FAIL")
    report = paper(later, PaperKind.YEAR_REPORT, recipient=Role.LEADERSHIP)
    hand_in(by=later, paper=report, on=date(2027, 6, 20))
    assert verdict("RP-1", CLOSE) == "PASS"
    withdraw(by=later, paper=report, reason="Катасы бар", on=CLOSE)
    assert verdict("RP-1", CLOSE) == "FAIL"


def test_a_plan_in_use_is_approved_by_the_association_first(by: Actor) -> None:
    plan = paper(by, PaperKind.INDIVIDUAL_PLAN, used_from=date(2026, 9, 10))
    assert verdict("AP-1") == "FAIL"
    link_item(by=by, paper=plan, item=question(2))
    assert verdict("AP-1") == "FAIL"  # the council is not the association
    link_item(by=by, paper=plan, item=question(1))
    assert verdict("AP-1") == "PASS"
    Paper.objects.update(used_from=date(2026, 9, 9))
    assert verdict("AP-1") == "FAIL"
    Paper.objects.update(used_from=None)
    assert verdict("AP-1") == "PASS"


def test_a_candidate_for_the_contest_is_the_associations_choice(by: Actor) -> None:
    named = paper(by, PaperKind.CONTEST, contest=Contest.TEACHER_OF_THE_YEAR)
    assert verdict("MT-7") == "NA"  # nothing has gone out
    hand_in(by=by, paper=named, on=date(2026, 9, 9))
    assert verdict("MT-7") == "FAIL"
    link_item(by=by, paper=named, item=question(1))
    assert verdict("MT-7") == "FAIL"  # the sitting was a day later
    Paper.objects.update(handed_on=date(2026, 9, 10))
    assert verdict("MT-7") == "PASS"
    Paper.objects.update(contest=None, contest_name="Мыкты китепканачы")
    assert verdict("MT-7") == "NA"


def test_a_programme_is_recommended_then_approved(by: Actor) -> None:
    rules(by, "S33C")
    programme = paper(by, PaperKind.EXPERIMENTAL)
    assert verdict("CN-16") == "PENDING"
    approved = link_item(by=by, paper=programme, item=question(2), kind=ActKind.APPROVAL)
    assert verdict("CN-16") == "FAIL"  # the council approved it itself, which is no recommendation
    unlink(by=by, passage=approved)
    link_item(by=by, paper=programme, item=question(2))
    assert verdict("CN-16") == "PENDING"
    early = record_act(by=by, kind=ActKind.DECISION, act_date=date(2026, 10, 14), number="2")
    link_act(by=by, paper=programme, act=early)
    assert verdict("CN-16") == "FAIL"  # the recommendation came a day later
    revoke_act(by=by, act=early, revoked_on=date(2026, 10, 20))
    link_act(
        by=by,
        paper=programme,
        act=record_act(by=by, kind=ActKind.DECISION, act_date=date(2026, 11, 2), number="3"),
    )
    assert verdict("CN-16") == "PASS"


def test_an_award_goes_out_with_the_councils_recommendation(by: Actor) -> None:
    award = paper(by, PaperKind.AWARD)
    hand_in(by=by, paper=award, on=date(2026, 10, 15))
    assert verdict("CN-17") == "FAIL"
    link_item(by=by, paper=award, item=question(2))
    assert verdict("CN-17") == "PASS"
    finding = Finding.objects.get(check_id="CN-17", superseded_on__isnull=True)
    assert (finding.subject_type, finding.subject_id) == ("nomination", award.pk)


def test_whoever_holds_the_scenario_reaches_the_same_verdicts(by: Actor) -> None:
    rules(by, "VARU", "ABDH", "S33C")
    plan = paper(by, PaperKind.INDIVIDUAL_PLAN, used_from=date(2026, 9, 12))
    link_item(by=by, paper=plan, item=question(1))
    for kind in (PaperKind.CONTEST, PaperKind.TITLE):
        named = paper(by, kind, contest=Contest.BEST_CLASS_TEACHER)
        link_item(by=by, paper=named, item=question(2))
        hand_in(by=by, paper=named, on=date(2026, 11, 1))
    paper(by, PaperKind.INNOVATIVE)
    hand_in(by=by, paper=paper(by, PaperKind.YEAR_REPORT, recipient=Role.DEPUTY_OTI), on=date(2026, 11, 2))
    text = school_scenario(by=by, name="school-a", year=None, as_of=cast.TODAY)
    assert all(word in text for word in ("individual_plan", "best_class_teacher", "innovative", "deputy_oti"))
    assert "Кагаз" not in text
    assert run_scenario(scenario_of(text.encode(), "school-a.yaml")) == []
