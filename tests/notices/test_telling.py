"""Who is told what, and that nobody is told twice or in vain."""

from datetime import date, timedelta

import pytest

from apps.audit.domain.record import record_event
from apps.bodies.domain.members import add_member
from apps.bodies.enums import MembershipRole
from apps.bodies.models import Body, Membership
from apps.core.actor import Actor
from apps.notices.domain.reminders import remind
from apps.notices.enums import NoticeKind as K
from apps.notices.models import Notice
from apps.notices.words import WORDS, said
from apps.people.models import Person, RoleHolding
from apps.sittings.domain.agenda import add_item
from apps.sittings.domain.inputs import HeldInput, ItemInput, ResolutionInput, SignatureInput
from apps.sittings.domain.minutes import sign_minutes
from apps.sittings.domain.plan import announce_sitting, cancel_sitting, postpone_sitting
from apps.sittings.domain.record import record_sitting
from apps.sittings.domain.resolutions import complete_resolution, move_resolution
from apps.sittings.models import Proposal, Resolution, Sitting
from tenants.context import in_school
from tenants.scope import SchoolRef
from tests import cast, stage

COUNCIL = {2, 3, 5, 6, 7}


def told(kind: K, **about: object) -> set[int]:
    """Who has a notice of this kind."""
    return set(Notice.objects.filter(kind=kind, **about).values_list("person_id", flat=True))


def test_every_kind_has_words_in_three_languages() -> None:
    assert set(WORDS) == set(K)
    full = {"body": "Кеңеш", "number": 3, "day": "2026-11-27", "before": "2026-11-20", "due": "2026-12-01"}
    for kind in K:
        for language in ("ky", "ru", "en"):
            words = said(kind, full, language)
            assert words.title
            assert "{" not in words.title + words.text
            assert "None" not in words.title + words.text


def test_a_missing_value_leaves_no_mark() -> None:
    words = said(
        K.SITTING_ANNOUNCED, {"body": "Кеңеш", "number": 3, "day": "2026-11-27", "at": None, "place": ""}, "ru"
    )
    assert words.text == "Кеңеш: заседание № 3 состоится 27 ноября 2026 г."


def test_members_are_told_of_an_announcement_and_of_another_day(school: SchoolRef, by: Actor) -> None:
    with in_school(school):
        assert told(K.SITTING_ANNOUNCED, subject_id=4) == COUNCIL
        sitting = Sitting.objects.get(pk=4)
        announce_sitting(by=by, sitting=sitting, announced_on=cast.TODAY, for_day=date(2026, 12, 4))
        assert told(K.SITTING_MOVED) == COUNCIL
        row = Notice.objects.filter(kind=K.SITTING_MOVED).first()
        assert row is not None
        assert "27 ноября 2026 г." in said(row.kind, row.data, "ru").text
        announce_sitting(by=by, sitting=sitting, announced_on=cast.TODAY, for_day=date(2026, 12, 4))
        assert Notice.objects.filter(kind=K.SITTING_MOVED).count() == len(COUNCIL)


def test_of_a_cancelled_sitting_those_are_told_who_were_called(school: SchoolRef, by: Actor) -> None:
    with in_school(school):
        cancel_sitting(by=by, sitting=Sitting.objects.get(pk=4), reason="Карантин")
        assert told(K.SITTING_CANCELLED) == COUNCIL
        row = Notice.objects.filter(kind=K.SITTING_CANCELLED).first()
        assert row is not None
        assert "Карантин" in said(row.kind, row.data, "ky").text


def test_minutes_wait_for_head_and_secretary_until_they_are_signed(school: SchoolRef, by: Actor) -> None:
    with in_school(school):
        assert told(K.MINUTES_TO_SIGN) == {stage.HEAD}
        signature = SignatureInput(cast.TODAY, chair=Person.objects.get(pk=stage.HEAD))
        sign_minutes(by=by, sitting=Sitting.objects.get(pk=3), signature=signature)
        assert told(K.MINUTES_TO_SIGN) == set()


def test_an_owner_is_told_of_the_task_its_new_day_and_nothing_once_it_is_done(school: SchoolRef, by: Actor) -> None:
    with in_school(school):
        assert told(K.RESOLUTION_GIVEN) == {6}  # of resolutions 2 and 3; resolution 1 is done
        row = Resolution.objects.get(pk=2)
        move_resolution(by=by, resolution=row, due_on=date(2026, 12, 10), reason="Оору")
        assert told(K.RESOLUTION_MOVED, subject_id=2) == {6}
        complete_resolution(by=by, resolution=row, done_on=cast.TODAY)
        assert not Notice.objects.filter(subject_type="resolution", subject_id=2).exists()


def test_what_was_opened_or_mailed_is_not_taken_back(school: SchoolRef, by: Actor) -> None:
    with in_school(school):
        Notice.objects.filter(subject_type="resolution", subject_id=2).update(opened_at=cast.NOON)
        complete_resolution(by=by, resolution=Resolution.objects.get(pk=2), done_on=cast.TODAY)
        assert told(K.RESOLUTION_GIVEN, subject_id=2) == {6}


@pytest.mark.parametrize(
    ("day", "kind", "people"),
    [
        (date(2026, 11, 26), K.SITTING_SOON, COUNCIL),
        (date(2026, 11, 25), K.SITTING_SOON, set()),
        (date(2026, 10, 28), K.MINUTES_LATE, set()),
        (date(2026, 10, 29), K.MINUTES_LATE, {stage.HEAD}),
        (date(2026, 11, 27), K.RESOLUTION_DUE, set()),
        (date(2026, 11, 28), K.RESOLUTION_DUE, {6}),
        (date(2026, 12, 1), K.RESOLUTION_DUE, {6}),
    ],
)
def test_reminders_come_on_their_day(school: SchoolRef, day: date, kind: K, people: set[int]) -> None:
    with in_school(school):
        remind(today=day)
        assert told(kind) == people


def test_what_is_late_is_told_to_owner_and_head_once_a_week(school: SchoolRef) -> None:
    with in_school(school):
        remind(today=date(2026, 11, 3))
        assert told(K.RESOLUTION_OVERDUE, subject_id=2) == {6, stage.HEAD}
        for later, times in ((0, 1), (1, 1), (6, 2), (7, 2), (13, 3)):
            remind(today=date(2026, 11, 3) + timedelta(days=later))
            assert Notice.objects.filter(kind=K.RESOLUTION_OVERDUE, subject_id=2, person_id=6).count() == times, later


def test_the_own_task_of_a_head_is_told_to_the_deputy_above(school: SchoolRef) -> None:
    with in_school(school):
        Resolution.objects.filter(pk=2).update(responsible=stage.HEAD)
        remind(today=cast.TODAY)
        assert told(K.RESOLUTION_OVERDUE, subject_id=2) == {stage.HEAD, stage.DEPUTY}


def test_a_resolution_that_came_without_a_deed_is_told_in_the_morning(school: SchoolRef) -> None:
    with in_school(school):
        made = Resolution.objects.create(sitting_id=3, number=1, text="Жаңы", responsible_id=8)
        remind(today=cast.TODAY)
        remind(today=cast.TODAY)
        assert told(K.RESOLUTION_GIVEN, subject_id=made.pk) == {8}


def test_terms_that_end_within_a_month(school: SchoolRef) -> None:
    with in_school(school):
        Membership.objects.filter(body=2, role="secretary").update(valid_until=date(2026, 12, 20))
        RoleHolding.objects.filter(role="deputy_oti").update(valid_until=date(2026, 12, 21))
        remind(today=cast.TODAY)
        rows = Notice.objects.filter(kind=K.TERM_ENDING)
        assert set(rows.values_list("person_id", flat=True)) == {stage.DIRECTOR, stage.DEPUTY, stage.SECRETARY}
        assert said(K.TERM_ENDING, rows.filter(person_id=stage.SECRETARY)[0].data, "ru").title.endswith(
            "19 декабря 2026 г."
        )


def test_nobody_hears_of_a_deed_that_was_refused(school: SchoolRef, by: Actor) -> None:
    with in_school(school):
        before = Notice.objects.count()
        held = HeldInput(
            held_on=cast.TODAY,
            items=(ItemInput("Маселе"),),
            resolutions=(ResolutionInput("Токтом", responsible=Person.objects.get(pk=8), due_on=date(2026, 1, 1)),),
        )
        with pytest.raises(Exception, match="due_before_made"):
            record_sitting(by=by, body=Body.objects.get(pk=1), held=held)
        assert Notice.objects.count() == before


def test_a_postponed_sitting_is_told_once_and_announced_anew(school: SchoolRef, by: Actor) -> None:
    with in_school(school):
        postpone_sitting(by=by, sitting=Sitting.objects.get(pk=4), to_day=date(2026, 12, 4), reason="Карантин")
        assert told(K.SITTING_MOVED, subject_id=4) == COUNCIL
        announce_sitting(by=by, sitting=Sitting.objects.get(pk=4), announced_on=cast.TODAY)
        assert Notice.objects.filter(kind=K.SITTING_MOVED, subject_id=4).count() == len(COUNCIL)
        assert Notice.objects.filter(kind=K.SITTING_ANNOUNCED, subject_id=4).count() == 2 * len(COUNCIL)


def test_a_late_question_is_told_and_an_early_one_is_not(school: SchoolRef, by: Actor) -> None:
    with in_school(school):
        Notice.objects.filter(kind=K.ITEM_ADDED).delete()
        add_item(by=by, sitting=Sitting.objects.get(pk=4), item=ItemInput("Кошумча маселе"), on=cast.TODAY)
        assert told(K.ITEM_ADDED, subject_id=4) == COUNCIL
        Sitting.objects.filter(pk=4).update(state="planned")
        add_item(by=by, sitting=Sitting.objects.get(pk=4), item=ItemInput("Дагы бири"), on=cast.TODAY)
        assert Notice.objects.filter(kind=K.ITEM_ADDED).count() == len(COUNCIL)


def test_a_plan_waits_for_the_one_whom_the_charter_names(school: SchoolRef) -> None:
    with in_school(school):
        assert told(K.PLAN_WAITING, subject_id=1) == {stage.DIRECTOR}  # VARU: the director approves


def test_a_proposal_is_told_to_the_desk_and_its_answer_to_the_proposer(school: SchoolRef, by: Actor) -> None:
    with in_school(school):
        row = Proposal.objects.create(body_id=2, text="Жаш мугалимдер", offered_on=cast.TODAY, offered_by_id=6)
        record_event(by=by, action="proposal.offered", subject=("proposal", row.pk))
        assert told(K.PROPOSAL_WAITING, subject_id=row.pk) == {stage.DEPUTY, stage.SECRETARY}
        Proposal.objects.filter(pk=row.pk).update(state="returned", reply="Толуктаңыз")
        record_event(by=by, action="proposal.returned", subject=("proposal", row.pk))
        assert told(K.PROPOSAL_WAITING, subject_id=row.pk) == set()
        answer = Notice.objects.get(kind=K.PROPOSAL_ANSWERED, subject_id=row.pk)
        assert answer.person_id == 6
        assert said(answer.kind, answer.data, "ru").text.endswith("«Жаш мугалимдер»: возвращён. Толуктаңыз")


def test_the_body_that_asked_is_told_that_the_excerpt_is_back(school: SchoolRef, by: Actor) -> None:
    with in_school(school):
        row = Proposal.objects.create(
            body_id=2, asker_id=1, text="Жаш мугалимдер", offered_on=cast.TODAY, offered_by_id=6
        )
        record_event(by=by, action="proposal.home", subject=("proposal", row.pk))
        assert told(K.EXCERPT_BACK, subject_id=row.pk) == {stage.HEAD, 6}


def test_a_vacant_office_is_told_once_until_somebody_is_found(school: SchoolRef, by: Actor) -> None:
    with in_school(school):
        Membership.objects.filter(body=2, role="secretary").update(valid_until=cast.TODAY)
        assert remind(today=cast.TODAY) == remind(today=cast.TODAY) > 0
        assert told(K.OFFICE_VACANT, subject_id=2) == {stage.DIRECTOR, stage.DEPUTY}
        assert Notice.objects.filter(kind=K.OFFICE_VACANT).count() == 2
        add_member(
            by=by,
            body=Body.objects.get(pk=2),
            person=Person.objects.get(pk=6),
            role=MembershipRole.SECRETARY,
            valid_from=cast.TODAY,
        )
        assert told(K.OFFICE_VACANT, subject_id=2) == set()


def test_everyone_reads_a_new_charter(school: SchoolRef, by: Actor) -> None:
    with in_school(school):
        Person.objects.filter(pk=8).update(left_on=cast.TODAY)
        record_event(by=by, action="charter.in_force", subject=("charter", 1))
        assert told(K.CHARTER_NEW) == {1, 2, 3, 4, 5, 6, 7}
