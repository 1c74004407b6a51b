"""The frame of a district: what cannot be written, what reaches the schools, what they would notice."""

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from apps.audit.models import Event
from apps.charters.domain.inputs import ModuleInput, OwnValueInput
from apps.charters.domain.profiles import adopt_profile
from apps.charters.models import FrameEntry
from apps.charters.queries.policy import school_policy
from apps.compliance.models import Finding
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.district import tasks
from apps.district.domain.frames import (
    RuleInput,
    change_draft,
    draft_rule,
    drop_draft,
    end_rule,
    publish_rule,
    verify_rule,
)
from apps.district.domain.surveys import ask_schools, forget_surveys
from apps.district.enums import CellState, RuleState, SurveyKind
from apps.district.models import DistrictEvent, FrameDelivery, FrameRule, SchoolRules, Survey, SurveyCell
from apps.district.queries.frames import as_data, frame_value
from apps.district.queries.surveys import progress_of, waiting_answers, weight
from apps.rulebook.enums import Layer
from apps.rulebook.parameters.associations import SITTINGS_MIN_PER_YEAR
from apps.rulebook.policy import Bound
from tenants.context import in_school, public_scope
from tenants.enums import DistrictKind
from tenants.models import District
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast
from usul.actors import system_actor

pytestmark = pytest.mark.usefixtures("db", "today", "at_once")
KEY = "association.sittings.min_per_year"
FLOOR = RuleInput(
    bound=Bound.FLOOR,
    key=KEY,
    value=6,
    valid_from=date(2026, 9, 1),
    act="Бөлүмдүн №5 буйругу",
    article="2-пункт",
    url="https://example.org/5",
    published_on=date(2026, 8, 20),
)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tasks run where they are queued, with the school they were queued for."""

    def for_school(task: Any) -> Any:
        def run(place: SchoolRef | uuid.UUID, *args: Any, countdown: float | None = None) -> None:
            found = directory.school(place) if isinstance(place, uuid.UUID) else place
            assert found is not None
            task.run(found, *args)

        return run

    for task in (tasks.answer_survey, tasks.deliver_frame, tasks.refresh_standing):
        monkeypatch.setattr(task, "for_school", for_school(task))
    monkeypatch.setattr(tasks.deliver_frames, "delay", tasks.deliver_frames.run)
    monkeypatch.setattr(tasks.refresh_standing, "after_commit", lambda: None)


@pytest.fixture
def by() -> Actor:
    return system_actor("Осмонова Чолпон", on=cast.TODAY)


def school(school_id: uuid.UUID = cast.SCHOOL_A_ID) -> SchoolRef:
    found = directory.school(school_id)
    assert found is not None
    return found


def drafted(by: Actor, **changes: Any) -> FrameRule:
    with public_scope():
        return draft_rule(by=by, district=District.objects.get(), rule=replace(FLOOR, **changes))


def published(by: Actor, **changes: Any) -> FrameRule:
    row = drafted(by, **changes)
    with public_scope():
        return publish_rule(by=by, rule_id=row.pk, now=timezone.now())


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"key": "asociation.sittings.min_per_year"}, "frame.parameter_unknown"),
        ({"value": "six"}, "frame.value_unusable"),
        ({"value": -1}, "frame.value_unusable"),
        ({"key": "council.quorum_fraction", "value": "4/3"}, "frame.value_unusable"),
        ({"key": "plan.approver", "value": "director"}, "frame.value_unusable"),
        ({"valid_until": date(2026, 9, 1)}, "frame.range_reversed"),
        ({"grace_until": date(2026, 8, 1)}, "frame.grace_too_early"),
    ],
)
def test_what_cannot_be_written(by: Actor, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(Fault) as refused:
        drafted(by, **changes)
    assert refused.value.code == code
    assert all(refused.value.message(language) for language in ("ky", "ru", "en"))
    with public_scope():
        assert (FrameRule.objects.count(), DistrictEvent.objects.count()) == (1, 0)  # the draft of the cast


def test_a_misspelt_key_is_answered_with_the_nearest(by: Actor) -> None:
    with pytest.raises(Fault) as refused:
        drafted(by, key="association.sittings.min_per_yaer")
    assert KEY in refused.value.message("ky")


def test_only_who_holds_the_right_sets_a_frame(by: Actor) -> None:
    reader = replace(by, permissions=frozenset())
    with pytest.raises(Fault) as refused:
        drafted(reader)
    assert refused.value.code == "core.not_permitted"


def test_a_published_rule_reaches_every_school_with_its_act(by: Actor) -> None:
    row = published(by)
    for school_id in (cast.SCHOOL_A_ID, cast.SCHOOL_B_ID):
        with in_school(school(school_id)):
            entry = FrameEntry.objects.get()
            assert (entry.frame_id, entry.value, entry.layer) == (row.pk, 6, Layer.DISTRICT)
            answer = school_policy().at(cast.TODAY).get(SITTINGS_MIN_PER_YEAR)
            assert (answer.value, answer.sources[0].act) == (6, "Бөлүмдүн №5 буйругу")
            assert Event.objects.filter(action="frame.received").count() == 1
    with public_scope():
        assert DistrictEvent.objects.filter(action="frame.published").count() == 1
        assert FrameDelivery.objects.count() == 2


def test_schools_outside_are_listed_and_keep_their_value_until_the_day_of_grace(by: Actor) -> None:
    published(by, grace_until=date(2027, 9, 1))
    with public_scope():
        [told] = FrameDelivery.objects.get(school_id=cast.SCHOOL_A_ID).outside
    assert (told["key"], told["value"], told["kept_until"]) == (KEY, 4, "2027-09-01")
    with in_school(school()):
        policy = school_policy()
        assert policy.at(date(2027, 8, 31)).get(SITTINGS_MIN_PER_YEAR).value == 4
        assert policy.at(date(2027, 9, 1)).get(SITTINGS_MIN_PER_YEAR).value == 6


def test_delivery_twice_changes_nothing(by: Actor) -> None:
    published(by)
    tasks.deliver_frame.run(school())
    with in_school(school()):
        assert (FrameEntry.objects.count(), Event.objects.filter(action="frame.received").count()) == (1, 1)


def test_an_ended_rule_stays_on_record_with_its_end(by: Actor) -> None:
    row = published(by)
    with public_scope():
        end_rule(by=by, rule_id=row.pk, valid_until=date(2027, 1, 1))
    with in_school(school()):
        policy = school_policy()
        assert policy.at(date(2026, 12, 31)).get(SITTINGS_MIN_PER_YEAR).value == 6
        assert policy.at(date(2027, 1, 1)).get(SITTINGS_MIN_PER_YEAR).value == 4


def test_no_two_rules_of_a_sort_on_one_day(by: Actor) -> None:
    published(by)
    row = drafted(by, value=7, valid_from=date(2027, 9, 1))
    with pytest.raises(Fault) as refused, public_scope():
        publish_rule(by=by, rule_id=row.pk, now=timezone.now())
    assert refused.value.code == "frame.same_already"


def test_a_rule_without_an_act_is_not_published(by: Actor) -> None:
    row = drafted(by, act="  ")
    with pytest.raises(Fault) as refused, public_scope():
        publish_rule(by=by, rule_id=row.pk, now=timezone.now())
    assert refused.value.code == "frame.act_missing"


def test_a_draft_is_changed_only_as_it_was_seen_and_never_after_publication(by: Actor) -> None:
    row = drafted(by)
    with public_scope():
        changed = change_draft(by=by, rule_id=row.pk, rule=replace(FLOOR, value=5), seen=1)
        assert (changed.value, changed.row_version) == (5, 2)
        with pytest.raises(Fault) as refused:
            change_draft(by=by, rule_id=row.pk, rule=replace(FLOOR, value=7), seen=1)
        assert refused.value.code == "frame.changed_meanwhile"
        publish_rule(by=by, rule_id=row.pk, now=timezone.now())
        for deed in (
            lambda: drop_draft(by=by, rule_id=row.pk),
            lambda: publish_rule(by=by, rule_id=row.pk, now=timezone.now()),
        ):
            with pytest.raises(Fault) as refused:
                deed()
            assert refused.value.code == "frame.not_a_draft"


def test_the_nation_bounds_the_district(by: Actor) -> None:
    with public_scope():
        country = District.objects.create(slug="kg", name_ky="Кыргыз Республикасы", kind=DistrictKind.COUNTRY)
        District.objects.filter(slug="sverdlov").update(parent=country)
        ceiling = draft_rule(by=by, district=country, rule=replace(FLOOR, bound=Bound.CEILING, value=5))
        publish_rule(by=by, rule_id=ceiling.pk, now=timezone.now())
        directory.forget()
        with pytest.raises(Fault) as refused:
            draft_rule(by=by, district=District.objects.get(slug="sverdlov"), rule=FLOOR)
    assert refused.value.code == "frame.outside_frame_above"
    tasks.deliver_frame.run(school())
    with in_school(school()):
        assert FrameEntry.objects.get().layer is Layer.NATIONAL


def test_verification_is_noted_and_delivered(by: Actor) -> None:
    row = published(by)
    with public_scope():
        verify_rule(by=by, rule_id=row.pk)
    with in_school(school()):
        entry = FrameEntry.objects.get()
        assert (entry.verified_on, entry.verified_by) == (cast.TODAY, "Осмонова Чолпон")


# --- the question before -------------------------------------------------------------------------------------------------------


def asked(by: Actor, row: FrameRule) -> Survey:
    with public_scope():
        return ask_schools(
            by=by,
            district_id=cast.DISTRICT_ID,
            below=[cast.DISTRICT_ID],
            kind=SurveyKind.FRAME,
            subject=row.pk,
            payload={"rules": as_data([frame_value(row, Layer.DISTRICT)])},
            now=timezone.now(),
        )


def test_every_school_says_what_would_change_and_nothing_is_stored_there(by: Actor) -> None:
    row = drafted(by, grace_until=date(2027, 9, 1))
    with in_school(school()):
        before = (FrameEntry.objects.count(), Finding.objects.count(), Event.objects.count())
    survey = asked(by, row)
    with public_scope():
        assert progress_of(survey).is_over
        cell = SurveyCell.objects.get(survey=survey, school_id=cast.SCHOOL_A_ID)
    assert cell.state is CellState.DONE
    assert [one["kept_until"] for one in cell.result["outside"]] == ["2027-09-01"]
    [year] = cell.result["years"]
    assert [(one["number"], one["by"]) for one in year["newly_due"]] == [(5, "2027-05-25"), (6, "2027-05-25")]
    assert year["fallen_away"] == []
    assert weight(cell.result) >= 3
    with in_school(school()):
        assert (FrameEntry.objects.count(), Finding.objects.count(), Event.objects.count()) == before


def test_a_lower_minimum_turns_verdicts(by: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    row = drafted(by, bound=Bound.LOCK, value=1)
    cell_of = asked(by, row).pk
    with public_scope():
        [year] = SurveyCell.objects.get(survey_id=cell_of, school_id=cast.SCHOOL_A_ID).result["years"]
    assert [(one["number"], one["by"]) for one in year["fallen_away"]] == [
        (2, "2027-05-25"),
        (3, "2027-05-25"),
        (4, "2027-05-25"),
    ]
    turned = {one["check"]: (one["before"]["verdict"], one["after"]["verdict"]) for one in year["verdicts"]}
    assert turned["ST-1"] == ("PENDING", "PASS")
    names = ("Жумалиев", "Садыкова", "Кадырова")
    assert not any(name in str(year) for name in names)


def test_lost_messages_are_asked_again_and_old_answers_forgotten(by: Actor) -> None:
    row = drafted(by)
    survey = asked(by, row)
    with public_scope():
        SurveyCell.objects.filter(survey=survey).update(state=CellState.WAITING)
    assert waiting_answers(now=timezone.now()) == []
    later = timezone.now() + timedelta(minutes=6)
    assert len(waiting_answers(now=later)) == 2
    with public_scope():
        assert forget_surveys(now=timezone.now() + timedelta(days=6)) == 0
        forget_surveys(now=timezone.now() + timedelta(days=8))
        assert Survey.objects.count() == SurveyCell.objects.count() == 0


def test_a_school_tells_the_rules_it_lives_by(by: Actor) -> None:
    with in_school(school()):
        adopt_profile(
            by=by,
            valid_from=date(2026, 9, 2),
            chosen=[ModuleInput("VARU"), ModuleInput("MK")],
            own=[OwnValueInput(KEY, 5)],
            act="№9 буйрук",
        )
    tasks.refresh(school())
    with public_scope():
        values = SchoolRules.objects.get(school_id=cast.SCHOOL_A_ID).values
        assert values[""][KEY][:3] == ["own", 5, "school"]
        assert values["methodical"]["council.agenda_notice_days"][1:5] == [7, "module", "MK", "7.5"]
        assert FrameRule.objects.filter(state=RuleState.PUBLISHED).count() == 0
