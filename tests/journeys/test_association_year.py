"""The association year of worked example W3, in two browsers: Aida leads it on her phone, Bakyt keeps its minutes at a desk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from apps.activities.domain.work import record_work
from apps.activities.enums import WorkKind
from apps.bodies.domain.members import add_member
from apps.bodies.enums import MembershipRole
from apps.bodies.models import Body
from apps.plans.domain.lessons import LessonInput, add_lesson, hold_lesson
from apps.plans.enums import LessonKind
from apps.rulebook import facts
from apps.rulebook.catalogues import SeminarKind
from apps.rulebook.enums import Role
from apps.sittings.models import AgendaItem, Attendance, Motion, Resolution
from tests.journeys import past_year
from tests.journeys.conftest import Running
from tests.journeys.hands import Hands, Question
from tests.journeys.past_year import Stage

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]
NAMES = (
    "Сыдыгалиева Назгүл", "Жумалиев Бакыт", "Садыкова Аида", "Осмонов Талант", "Бердиева Чынара", "Кулов Эрмек",
)  # fmt: skip
BAKYT, AIDA, OTI, UPBRINGING = 2, 3, 5, 6
MEMBERS = (BAKYT, 4)
AUG, OCT, DEC, MAR, MAY = (
    date(2025, 8, 28),
    date(2025, 10, 15),
    date(2025, 12, 20),
    date(2026, 3, 12),
    date(2026, 5, 26),
)
FIRST, SECOND = "I чейректин жыйынтыгы", "Ачык сабактардын графиги"
GRAPH = "График бекитилсин"
FILE = "w03-a-year-of-sittings.yaml"


@pytest.fixture
def stage(committed_db: None) -> Stage:
    """The association with its head, its secretary and one more member."""
    offices = {1: Role.DIRECTOR, OTI: Role.DEPUTY_OTI, UPBRINGING: Role.DEPUTY_UPBRINGING}
    stage = past_year.enter(NAMES, offices, charter="S33U")
    stage.here(lambda: _association(stage))
    return stage


def _association(stage: Stage) -> None:
    body = past_year.association(stage, "Математика", "mathematics", AIDA)
    since = past_year.LONG_SINCE
    for number in MEMBERS:
        add_member(by=stage.by, body=body, person=stage.people[number], role=MembershipRole.MEMBER, valid_from=since)
    add_member(by=stage.by, body=body, person=stage.people[BAKYT], role=MembershipRole.SECRETARY, valid_from=since)


def _seminar(stage: Stage) -> None:
    """The practical seminar of February with two open lessons and an out-of-class event."""
    body, day = Body.objects.get(), date(2026, 2, 12)
    kinds = (LessonKind.OPEN_LESSON, LessonKind.OPEN_LESSON, LessonKind.EVENT)
    planned = [LessonInput(day=day, topic="Бөлчөктөр", kind=kind) for kind in kinds]
    lessons = [hold_lesson(by=stage.by, entry=add_lesson(by=stage.by, body=body, lesson=one)) for one in planned]
    record_work(
        by=stage.by,
        body=body,
        kind=WorkKind.SEMINAR,
        day=day,
        title="Баалоо",
        seminar_kind=SeminarKind.PRACTICAL,
        lessons=lessons,
    )


def test_a_year_of_an_association(stage: Stage, running: Running, browser: Any) -> None:
    body = stage.here(lambda: Body.objects.get().pk)
    place = f"/bodies/{body}/"
    bakyt = Hands.of(browser, running, past_year.HOST, "bakyt", 1440)
    aida = Hands.of(browser, running, past_year.HOST, "aida", 360)
    bakyt.record(place, AUG, [Question("Жылдык план", "plan")], ["План кабыл алынсын"], signed_on=AUG)

    second = aida.plan(body, OCT, [FIRST, SECOND])
    aida.announce(date(2025, 10, 8), OCT)
    _hold(stage, aida, second)
    bakyt.sign(second, OCT)
    aida.sign(second, OCT)

    bakyt.record(place, DEC, [Question("Олимпиада", "report")], ["Тапшырмалар жаңылансын"], signed_on=DEC)
    stage.here(lambda: _seminar(stage))
    bakyt.record(place, MAR, [Question("Семинардын жыйынтыгы")], signed_on=MAR)
    last = aida.plan(body, MAY, ["Орун басардын сунуштары"])
    agenda = aida.tab.inner_text("#agenda")
    assert GRAPH in agenda  # overdue since November, and on this agenda by itself
    asked = [
        Question("Орун басардын сунуштары", "recommendations", speaker=UPBRINGING, analysis=True),
        Question("Жылдын жыйынтыгы", "summing_up"),
    ]
    bakyt.record(f"/sittings/{last}/", MAY, asked, ["Пландаштыруу", "Наставниктер", "Иш кагаздар"], signed_on=MAY)
    _judge(stage)


def _hold(stage: Stage, aida: Hands, pk: int) -> None:
    """Held on the phone; the charter has no majority rule, so that the one who keeps the minutes says what came of the vote."""
    tab = aida.tab
    tab.clock.set_fixed_time(datetime(2025, 10, 15, 14, 5, tzinfo=ZoneInfo("Asia/Bishkek")))
    aida.go(f"/sittings/{pk}/live/")
    tab.click("#live button.button--primary")
    tab.wait_for_selector(".live-people")
    tab.context.set_offline(True)
    for person in (BAKYT, AIDA):
        aida.press(person, "present")
    aida.press(4, "excused")
    tab.context.set_offline(False)
    tab.evaluate("dispatchEvent(new Event('online'))")
    aida.sent()
    items = stage.here(lambda: {row.text: row.pk for row in AgendaItem.objects.filter(sitting=pk)})
    aida.go(f"/sittings/{pk}/live/?item={items[FIRST]}")
    aida.deed(items[FIRST], "speech", text="Билим сапаты 54 пайыз")
    aida.sent()
    aida.deed(items[FIRST], "resolution", text="Кошумча сабактар өткөрүлсүн")
    aida.sent()
    aida.deed(items[FIRST], "finish")
    aida.sent()
    aida.go(f"/sittings/{pk}/live/?item={items[SECOND]}")
    tab.select_option(f"#item-{items[SECOND]} [name=adopted]", "yes")
    aida.deed(items[SECOND], "vote", yes="2", no="0")
    aida.sent()
    aida.deed(items[SECOND], "resolution", text=GRAPH, due_on="2025-11-03")
    aida.sent()
    for row in stage.here(lambda: list(AgendaItem.objects.filter(sitting=pk, state="listed"))):
        aida.go(f"/sittings/{pk}/live/?item={row.pk}")
        aida.deed(row.pk, "finish")
        aida.sent()
    tab.click("form[data-live-last] button")
    tab.wait_for_url(f"**/sittings/{pk}/")
    voted = stage.here(lambda: Motion.objects.select_related("item").get(item=items[SECOND]))
    assert (voted.result and voted.result.value, voted.item.adopted) == ("unclear", True)
    rows = stage.here(lambda: list(Attendance.objects.filter(sitting=pk)))
    assert {row.person_id: row.present for row in rows} == {BAKYT: True, AIDA: True, 4: False}
    texts = stage.here(lambda: list(Resolution.objects.filter(sitting=pk).values_list("text", flat=True)))
    assert texts == ["Кошумча сабактар өткөрүлсүн", GRAPH]


def _judge(stage: Stage) -> None:
    """The verdicts of the worked example and of its two variations, under every charter it names."""
    year = stage.here(past_year.facts_on_record)
    assert past_year.differences(FILE, "W3a", year) == []
    assert (
        past_year.differences(FILE, "W3b", changed(year, spoken(lambda row: None if row.held_on == OCT else row))) == []
    )

    def other(row: facts.Sitting) -> facts.Sitting | None:
        if row.held_on == AUG:
            return None
        if row.held_on == DEC:
            return replace(row, minutes_signed_on=None)
        return replace(row, resolutions=(facts.Resolution(id="r1"),)) if row.held_on == MAR else row

    assert past_year.differences(FILE, "W3c", changed(year, spoken(other))) == []


Change = Callable[[facts.Sitting], facts.Sitting | None]


def spoken(change: Change) -> Change:
    """The same change, and the deputy for instruction speaks in place of the one for upbringing."""

    def both(row: facts.Sitting) -> facts.Sitting | None:
        found = change(row)
        if found is None:
            return None
        items = tuple(
            replace(item, speaker=str(OTI)) if item.speaker == str(UPBRINGING) else item for item in found.items
        )
        return replace(found, items=items)

    return both


def changed(year: facts.SchoolYear, change: Change) -> facts.SchoolYear:
    """The year with the association's sittings changed; None leaves one out."""
    [body] = year.associations
    sittings = tuple(found for row in body.sittings if (found := change(row)))
    return replace(year, associations=(replace(body, sittings=sittings),))
