"""A council sitting from its announcement to the corrected protocol: quorum per question, a tie, a late question, a lapse."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from apps.bodies.models import Body
from apps.calendars.queries.years import years_in_force
from apps.charters.queries.policy import school_policy
from apps.compliance.queries.facts import facts_of
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.people.models import Person
from apps.rulebook import engine
from apps.sittings.domain.agenda import add_item, drop_item
from apps.sittings.domain.inputs import ItemInput, SignatureInput
from apps.sittings.domain.invite import answer_invitation
from apps.sittings.domain.minutes import archive_minutes, correct_minutes, file_minutes, put_signature, sign_minutes
from apps.sittings.domain.motions import Totals, cast_ballot, close_motion, open_motion
from apps.sittings.domain.plan import announce_sitting, plan_sitting, postpone_sitting
from apps.sittings.domain.series import plan_series, repeat_sitting, save_series
from apps.sittings.domain.session import (
    close_sitting,
    finish_item,
    lapse_sitting,
    note_presence,
    note_resolution,
    note_speech,
    open_sitting,
)
from apps.sittings.enums import (
    Answer,
    BallotKind,
    Choice,
    ItemState,
    MinutesState,
    MotionResult,
    Presence,
    SittingState,
)
from apps.sittings.models import AgendaItem, Attendance, Ballot, Minutes, Motion, Seal, Sitting
from apps.sittings.queries.chain import check_chains
from apps.sittings.queries.content import content_of
from tests import stage

pytestmark = pytest.mark.usefixtures("school")
DAY = date(2026, 11, 27)
AT = datetime(2026, 11, 27, 9, 40, tzinfo=UTC)  # 15:40 in Bishkek
MEMBERS = (stage.DEPUTY, stage.SECRETARY, stage.HEAD, 6, 7)


@pytest.fixture
def on_the_day(by: Actor) -> Actor:
    return replace(by, today=DAY)


@pytest.fixture
def sitting() -> Sitting:
    return Sitting.objects.get(pk=4)


def person(number: int) -> Person:
    return Person.objects.get(pk=number)


def come(by: Actor, sitting: Sitting, *numbers: int, state: Presence = Presence.PRESENT) -> None:
    for number in numbers:
        note_presence(by=by, sitting=sitting, person=person(number), state=state, at=AT)


def vote(by: Actor, item: AgendaItem, *counts: int, guests: int = 0) -> Motion:
    motion = open_motion(by=by, item=item, text="Сунуш", ballot=BallotKind.OPEN, at=AT)
    return close_motion(by=by, motion=motion, totals=Totals(*counts, invited=guests), at=AT)


def code_of(deed: object, **given: object) -> str:
    with pytest.raises(Fault) as refused:
        deed(**given)  # type: ignore[operator]
    return refused.value.code


def verdicts(check: str, *, as_of: date) -> dict[str, str]:
    """Verdicts of a check by number of what it is about, computed anew."""
    [year] = years_in_force()
    found = engine.evaluate(facts_of(year), school_policy(), as_of, only={check})
    return {row.subject.id: row.verdict.value for row in found}


def test_the_quorum_is_counted_anew_for_each_question(on_the_day: Actor, sitting: Sitting) -> None:
    by = on_the_day
    first = sitting.items.get(text="Олимпиаданын биринчи баскычы")
    second = add_item(by=by, sitting=sitting, item=ItemInput("Кошумча маселе"), on=DAY)
    open_sitting(by=by, sitting=sitting, at=AT)
    come(by, sitting, *MEMBERS[:4])
    assert vote(by, first, 3, 1).result is MotionResult.ADOPTED
    come(by, sitting, MEMBERS[3], state=Presence.LEFT)
    lost = vote(by, second, 3)
    assert (lost.result, lost.rule["least"], lost.rule["present"]) == (MotionResult.NO_QUORUM, 4, 3)
    assert lost.rule["quorum"]["clause"] == "7.7"  # printed as “.7.”
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.adopted, len(first.present or ())) == (True, 4)
    assert (second.adopted, len(second.present or ())) == (False, 3)
    close_sitting(by=by, sitting=sitting, at=AT + timedelta(hours=1))
    # the rulebook, which judges the record, comes to the same
    assert verdicts("CN-8", as_of=DAY)[str(first.pk)] == "PASS"
    AgendaItem.objects.filter(pk=second.pk).update(adopted=True)
    assert verdicts("CN-8", as_of=DAY)[str(second.pk)] == "FAIL"
    assert verdicts("CN-7", as_of=DAY)[str(second.pk)] == "FAIL"  # added on the day itself


@pytest.mark.parametrize(
    ("counts", "result"),
    [
        ((3, 1, 0), MotionResult.ADOPTED),
        ((2, 2, 0), MotionResult.REJECTED),  # a tie fails, nobody has a casting vote
        ((2, 1, 1), MotionResult.REJECTED),  # abstentions count among the votes cast
        ((4, 1, 0), MotionResult.UNCLEAR),  # more votes than members in the room
    ],
)
def test_what_a_vote_comes_to(on_the_day: Actor, sitting: Sitting, counts: tuple[int, ...], result: object) -> None:
    item = sitting.items.first()
    assert item is not None
    open_sitting(by=on_the_day, sitting=sitting, at=AT)
    come(on_the_day, sitting, *MEMBERS[:4])
    motion = vote(on_the_day, item, *counts, guests=2)
    assert (motion.result, motion.invited_ballots) == (result, 2)
    assert motion.rule["base_count"] == sum(counts)


def test_ballots_by_name_and_in_secret(on_the_day: Actor, sitting: Sitting) -> None:
    by, item = on_the_day, sitting.items.first()
    assert item is not None
    open_sitting(by=by, sitting=sitting, at=AT)
    come(by, sitting, *MEMBERS[:4], stage.DIRECTOR)
    named = open_motion(by=by, item=item, text="Атма-ат", ballot=BallotKind.NAMED, at=AT)
    cast_ballot(by=by, motion=named, person=person(2), choice=Choice.YES)
    assert code_of(cast_ballot, by=by, motion=named, person=person(2), choice=Choice.NO) == "sitting.already_voted"
    assert code_of(cast_ballot, by=by, motion=named, person=person(7), choice=Choice.YES) == "sitting.not_present"
    guest = cast_ballot(by=by, motion=named, person=person(stage.DIRECTOR), choice=Choice.NO)
    assert guest.invited
    closed = close_motion(by=by, motion=named, at=AT)
    assert (closed.yes, closed.no, closed.invited_ballots) == (1, 0, 1)
    secret = open_motion(by=by, item=item, text="Жашыруун", ballot=BallotKind.SECRET, at=AT)
    assert code_of(cast_ballot, by=by, motion=secret, person=person(2), choice=Choice.YES) == "sitting.not_own_ballot"
    for number in MEMBERS[:4]:
        cast_ballot(by=replace(by, person_id=number), motion=secret, person=person(number), choice=Choice.YES)
    assert set(Ballot.objects.filter(motion=secret).values_list("choice", flat=True)) == {None}
    assert close_motion(by=by, motion=secret, at=AT).yes == 4
    assert code_of(close_motion, by=by, motion=secret, at=AT) == "sitting.motion_closed"


def test_two_secretaries_do_not_overwrite_each_other(on_the_day: Actor, sitting: Sitting) -> None:
    by, item = on_the_day, sitting.items.first()
    assert item is not None
    open_sitting(by=by, sitting=sitting, at=AT)
    seen = item.row_version
    note_speech(by=by, item=item, text="Биринчи", at=AT, seen=seen)
    given = {"by": by, "item": item, "text": "Экинчи", "at": AT, "seen": seen}
    assert code_of(note_speech, **given) == "sitting.row_changed"
    note_presence(by=by, sitting=sitting, person=person(2), state=Presence.LATE, at=AT, seen=0)
    late = {"by": by, "sitting": sitting, "person": person(2), "at": AT, "seen": 0}
    assert code_of(note_presence, **late, state=Presence.ABSENT) == "sitting.row_changed"
    note_presence(**late, state=Presence.LATE)  # type: ignore[arg-type] # the same note again is no conflict
    assert [mark["state"] for mark in Attendance.objects.get(sitting=sitting, person=2).marks] == ["late"]


def test_from_the_close_to_the_archive(on_the_day: Actor, sitting: Sitting) -> None:
    by, item = on_the_day, sitting.items.get(text="Олимпиаданын биринчи баскычы")
    open_sitting(by=by, sitting=sitting, at=AT)
    come(by, sitting, *MEMBERS[:4])
    vote(by, item, 4)
    due = date(2026, 12, 10)
    note_resolution(by=by, sitting=sitting, item=item, text="Жыйынтык", responsible=person(6), due_on=due, at=AT)
    early = {"by": by, "sitting": sitting, "text": "x", "at": AT, "due_on": date(2026, 11, 26)}
    assert code_of(note_resolution, **early) == "sitting.resolution_due_before_made"
    close_sitting(by=by, sitting=sitting, at=AT)
    minutes = Minutes.objects.get(sitting=sitting)
    assert (minutes.number, minutes.state, minutes.language) == (2, MinutesState.DRAFT, "ky")
    assert code_of(put_signature, by=by, sitting=sitting, on=DAY) == "sitting.not_a_signer"
    put_signature(by=replace(by, person_id=stage.DEPUTY), sitting=sitting, on=DAY)
    assert not Seal.objects.filter(minutes=minutes).exists()
    put_signature(by=replace(by, person_id=stage.SECRETARY), sitting=sitting, on=DAY)
    minutes.refresh_from_db()
    assert (minutes.state, minutes.signed_on) == (MinutesState.SIGNED, DAY)
    assert code_of(archive_minutes, by=by, sitting=sitting, on=DAY) == "sitting.minutes_state"
    file_minutes(by=by, sitting=sitting, folder="03-12", on=DAY)
    archive_minutes(by=by, sitting=sitting, on=DAY)
    before = Seal.objects.get(minutes=minutes).content
    correct_minutes(by=by, sitting=sitting, text="3 эмес, 4 добуш", on=DAY)
    assert [link.content for link in Seal.objects.filter(minutes=minutes, kind="minutes")] == [before]
    links, broken = check_chains()
    assert (links, broken) == (4, [])  # two of the stage, these minutes, the note


def test_what_was_signed_cannot_change_unseen(by: Actor) -> None:
    assert check_chains()[1] == []
    AgendaItem.objects.filter(sitting=2, position=1).update(adopted=False)
    [broken] = check_chains()[1]
    assert (broken.body, broken.number, broken.reason.en) == (2, 1, "the record was changed after signing")


def test_signatures_that_cannot_be(by: Actor) -> None:
    held = Sitting.objects.get(pk=3)
    day = date(2026, 11, 1)
    stranger = SignatureInput(day, chair=person(stage.DIRECTOR))
    assert code_of(sign_minutes, by=by, sitting=held, signature=stranger) == "sitting.signer_not_chair"
    keeper = SignatureInput(day, secretary=person(stage.DIRECTOR))
    assert code_of(sign_minutes, by=by, sitting=held, signature=keeper) == "sitting.signer_not_secretary"
    taken = SignatureInput(day, number=1)
    assert code_of(sign_minutes, by=by, sitting=held, signature=taken) == "sitting.minutes_number_taken"
    assert sign_minutes(by=by, sitting=held, signature=SignatureInput(day)).number == 2


def test_a_postponed_sitting_waits_for_its_new_announcement(by: Actor, sitting: Sitting) -> None:
    given = {"by": by, "sitting": sitting, "reason": "карантин"}
    assert code_of(postpone_sitting, **given, to_day=DAY) == "sitting.same_day"
    moved = postpone_sitting(**given, to_day=date(2026, 12, 4))  # type: ignore[arg-type]
    assert (moved.state, moved.planned_on) == (SittingState.POSTPONED, date(2026, 12, 4))
    announce_sitting(by=by, sitting=moved, announced_on=by.today)
    moved.refresh_from_db()
    assert moved.state is SittingState.ANNOUNCED
    assert verdicts("CN-7", as_of=by.today)[str(moved.pk)] == "PASS"


def test_a_sitting_without_quorum_lapses_and_is_called_again(on_the_day: Actor, sitting: Sitting) -> None:
    by = on_the_day
    given = {"by": by, "sitting": sitting, "planned_on": date(2026, 12, 8)}
    assert code_of(repeat_sitting, **given) == "sitting.not_lapsed"
    open_sitting(by=by, sitting=sitting, at=AT)
    come(by, sitting, *MEMBERS[:2])
    lapse_sitting(by=by, sitting=sitting, reason="2 мүчө келди")
    assert code_of(open_sitting, by=by, sitting=sitting, at=AT) == "sitting.lapsed"
    again = repeat_sitting(**given)  # type: ignore[arg-type]
    assert (again.repeats_id, again.number) == (sitting.pk, sitting.number + 1)
    assert [item.text for item in again.items.all()][:2] == [item.text for item in sitting.items.all()]
    assert code_of(repeat_sitting, **given) == "sitting.already_repeated"


def test_what_is_left_comes_onto_the_next_agenda(on_the_day: Actor, sitting: Sitting) -> None:
    by = on_the_day
    assert sitting.items.get(approves__isnull=False).text == "№1 протоколду бекитүү"
    open_sitting(by=by, sitting=sitting, at=AT)
    come(by, sitting, *MEMBERS)
    finish_item(by=by, item=sitting.items.get(approves__isnull=False), at=AT)
    close_sitting(by=by, sitting=sitting, at=AT)
    coming = plan_sitting(by=by, body=sitting.body, planned_on=date(2026, 12, 20))
    texts = [item.text for item in coming.items.all()]
    assert texts == [
        "№2 протоколду бекитүү",
        "Аткарылбаган токтом: Насаатчылар дайындалсын",
        "Олимпиаданын биринчи баскычы",
    ]
    announce_sitting(by=by, sitting=coming, announced_on=DAY)
    assert [item.text for item in coming.items.all()] == texts


def test_a_question_goes_from_the_agenda_before_it_is_known_and_stays_as_dropped_after(
    by: Actor, sitting: Sitting
) -> None:
    dropped = drop_item(by=by, item=sitting.items.get(text="Олимпиаданын биринчи баскычы"))
    assert AgendaItem.objects.get(pk=dropped.pk).state is ItemState.DROPPED
    quiet = plan_sitting(by=by, body=sitting.body, planned_on=date(2026, 12, 20), items=[ItemInput("Бир")])
    drop_item(by=by, item=quiet.items.get(text="Бир"))
    assert not quiet.items.filter(text="Бир").exists()


def test_members_answer_for_themselves(by: Actor, sitting: Sitting) -> None:
    given = {"sitting": sitting, "answer": Answer.YES, "at": AT}
    assert code_of(answer_invitation, by=replace(by, person_id=8), **given) == "sitting.not_invited"
    answer_invitation(by=replace(by, person_id=6), **given)  # type: ignore[arg-type]
    answers = {row.person_id: row.answer for row in sitting.invitations.all()}
    assert answers == {2: None, 3: None, 5: None, 6: Answer.YES, 7: None}


def test_a_series_comes_on_its_days(by: Actor) -> None:
    body = Body.objects.get(pk=2)
    rhythm = {"months": [12, 1, 2], "week": 5, "weekday": 4}
    given = {"by": by, "body": body, "name": "Кыш"}
    assert code_of(save_series, **given, rhythm={"months": [13], "week": 1, "weekday": 1}) == "sitting.rhythm_unusable"
    series = save_series(**given, rhythm=rhythm, items=[ItemInput("Учурдагы маселелер")])  # type: ignore[arg-type]
    assert code_of(save_series, **given, rhythm={}) == "sitting.series_name_taken"
    made = plan_series(by=by, series=series, since=date(2026, 12, 1), until=date(2027, 2, 28))
    assert [row.planned_on for row in made] == [date(2026, 12, 31), date(2027, 1, 28), date(2027, 2, 25)]
    assert all(row.items.filter(text="Учурдагы маселелер").exists() for row in made)
    assert plan_series(by=by, series=series, since=date(2026, 12, 1), until=date(2027, 2, 28)) == []


def test_the_protocol_says_what_happened(on_the_day: Actor, sitting: Sitting) -> None:
    by, item = on_the_day, sitting.items.get(text="Олимпиаданын биринчи баскычы")
    open_sitting(by=by, sitting=sitting, at=AT)
    come(by, sitting, *MEMBERS[:4])
    note_speech(by=by, item=item, text="Даярдык жүрүп жатат", person=person(6), at=AT)
    vote(by, item, 3, 0, 1)
    close_sitting(by=by, sitting=sitting, at=AT)
    content = content_of(Sitting.objects.get(pk=4), Minutes.objects.get(sitting=sitting))
    heard = next(row for row in content["items"] if row["text"] == item.text)
    assert heard["speeches"] == [{"name": "Исаева Ж.", "text": "Даярдык жүрүп жатат"}]
    assert (heard["votes"], heard["adopted"], heard["present"]) == ([3, 0, 1, 0], True, 4)
    assert [row["unheard"] for row in content["items"]] == [False, True]
