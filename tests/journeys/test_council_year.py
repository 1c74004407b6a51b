"""The council year of worked example W6, in two browsers.

Bakyt chairs and Aida is elected secretary at the first sitting. The November sitting is moved, opened on a phone, loses its line for an
hour, takes up a late question, meets a tie and loses its quorum between two questions; its minutes are corrected by a note.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from apps.acts.domain.papers import record_act
from apps.audit.models import Receipt
from apps.bodies.domain.bodies import create_body
from apps.bodies.domain.directions import approve_directions, write_directions
from apps.bodies.domain.members import add_member
from apps.bodies.enums import BodyKind, DirectionsPart, MembershipRole
from apps.bodies.models import Body
from apps.charters.domain.acknowledge import acknowledge
from apps.charters.models import PolicyProfile
from apps.compliance.models import Finding
from apps.people.models import Person
from apps.plans.domain.plans import draft_plan, record_plan_act
from apps.plans.enums import PlanDrafter, PlanForm, PlanTemplate
from apps.rulebook import facts
from apps.rulebook.catalogues import ProgrammeKind
from apps.rulebook.enums import ActKind, CouncilKind, MemberCategory, PeriodUnit, Purpose, Role
from apps.rulebook.enums import Body as Deciding
from apps.sittings.domain.inputs import AttendanceInput, HeldInput, ItemInput
from apps.sittings.domain.plan import plan_sitting
from apps.sittings.domain.proposals import admit_proposal, send_item
from apps.sittings.domain.record import record_sitting
from apps.sittings.models import AgendaItem, Attendance, Minutes, Motion, Resolution, Sitting
from apps.sittings.queries.chain import check_chains
from tests.journeys import past_year
from tests.journeys.conftest import Running, looked_at, sign_in, until
from tests.journeys.hands import Hands, Question
from tests.journeys.past_year import Stage

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]
NAMES = (
    "Сыдыгалиева Назгүл", "Жумалиев Бакыт", "Садыкова Аида", "Осмонов Талант", "Бердиева Чынара", "Кулов Эрмек",
    "Тургунова Асел", "Мамбетов Нурбек",
)  # fmt: skip
BAKYT, AIDA, SEATS = 2, 3, (2, 3, 4, 5, 6, 7, 8)
C1, C2, C3, C4, C5 = (date(2025, 9, 10), date(2025, 11, 5), date(2025, 12, 15), date(2026, 3, 3), date(2026, 5, 28))
FIRST, SECOND, LATE = "Насаатчылыктын жүрүшү", "Олимпиаданын жыйынтыгы", "Шашылыш маселе"
REPORT = "Кеңештин жылдык отчету"
FILE = "w06-a-council-year.yaml"


@pytest.fixture
def stage(committed_db: None) -> Stage:
    """Everything that stands on record before the first sitting."""
    offices = {1: Role.DIRECTOR, BAKYT: Role.DEPUTY_OTI, 8: Role.DEPUTY_UPBRINGING}
    stage = past_year.enter(NAMES, offices, charter="MK")
    stage.here(lambda: _bodies(stage))
    return stage


def _bodies(stage: Stage) -> None:
    by, people, created = stage.by, stage.people, date(2025, 8, 30)
    council = create_body(
        by=by,
        kind=BodyKind.COUNCIL,
        name="Методикалык кеңеш",
        created_on=created,
        council_kind=CouncilKind.METHODICAL,
    )
    named = [("Математика", "mathematics"), ("Кыргыз тили", "kyrgyz"), ("Тарых", "history"), ("Химия", "chemistry")]
    for head, (name, subject) in enumerate(named, start=AIDA):
        past_year.association(stage, name, subject, head)
    group = create_body(
        by=by,
        kind=BodyKind.CREATIVE_GROUP,
        name="Окуу сабаттуулугу",
        created_on=past_year.LONG_SINCE,
        purpose="Тапшырмаларды иштеп чыгуу",
    )
    add_member(by=by, body=group, person=people[7], role=MembershipRole.HEAD, valid_from=past_year.LONG_SINCE)
    order = _order(stage, council, Purpose.MEMBERS, "21", [people[number] for number in SEATS])
    chair = _order(stage, council, Purpose.APPOINT_CHAIR, "22", [people[BAKYT]])
    _order(stage, council, Purpose.CREATE, "20", [])
    heads = dict.fromkeys((3, 4, 5, 6), MemberCategory.ASSOCIATION_HEADS) | {7: MemberCategory.CREATIVE_GROUP_HEADS}
    for number in SEATS:
        category = heads.get(number, MemberCategory.ADMINISTRATION)
        add_member(
            by=by, body=council, person=people[number], role=MembershipRole.MEMBER, valid_from=created, category=category, act=order
        )  # fmt: skip
    add_member(by=by, body=council, person=people[BAKYT], role=MembershipRole.CHAIR, valid_from=created, act=chair)
    teachers = create_body(
        by=by, kind=BodyKind.PEDAGOGICAL_COUNCIL, name="Педагогикалык кеңеш", created_on=past_year.LONG_SINCE
    )
    for person in people.values():
        add_member(by=by, body=teachers, person=person, role=MembershipRole.MEMBER, valid_from=past_year.LONG_SINCE)
    charter = PolicyProfile.objects.get()
    for number in SEATS[:-1]:
        acknowledge(by=by, profile=charter, person=people[number], signed_on=created, on_paper=True)


def _order(stage: Stage, body: Body, purpose: Purpose, number: str, people: list[Person]) -> Any:
    return record_act(
        by=stage.by,
        kind=ActKind.ORDER,
        purpose=purpose,
        act_date=date(2025, 8, 30),
        number=number,
        signed_by=stage.people[1],
        signed_role=Role.DIRECTOR,
        subject=("body", body.pk),
        persons=people,
    )


def _after_the_first(stage: Stage, first: int) -> None:
    """What the first sitting has brought about: the secretary in office, directions approved, the plan on its way."""
    by, people = stage.by, stage.people
    council, held = Body.objects.get(kind="council"), Sitting.objects.get(pk=first)
    election = record_act(
        by=by,
        kind=ActKind.ELECTION,
        act_date=C1,
        subject=("body", council.pk),
        persons=[people[AIDA]],
        decided_by=Deciding.COUNCIL,
        body_id=council.pk,
        sitting_id=first,
    )
    add_member(by=by, body=council, person=people[AIDA], role=MembershipRole.SECRETARY, valid_from=C1, act=election)
    year = past_year.year_on_record()
    content = dict.fromkeys(DirectionsPart, "Окуу сабаттуулугун өстүрүү")
    for body in Body.objects.filter(kind="association"):
        row = write_directions(by=by, body=body, year=year, content=content)
        approve_directions(by=by, directions=row, council=council, approved_on=C1, sitting=held)
    plan = draft_plan(
        by=by,
        body=council,
        year=year,
        template=PlanTemplate.OWN,
        drafted_by=PlanDrafter.CHAIR,
        form=PlanForm.CYCLOGRAM,
        adopted_at=held,
        adopted_on=C1,
    )
    record_plan_act(
        by=by, plan=plan, kind=ActKind.CONSENT, act_date=date(2025, 9, 11), signed_by=people[1], signed_role=Role.DIRECTOR
    )  # fmt: skip
    record_act(
        by=by,
        kind=ActKind.ORDER,
        purpose=Purpose.PLAN,
        act_date=date(2025, 9, 12),
        number="23",
        signed_by=people[1],
        signed_role=Role.DIRECTOR,
        subject=("plan", plan.pk),
    )


def _report(stage: Stage, last: int) -> None:
    """The council's report goes to the pedagogical council and is heard there."""
    by, day = stage.by, date(2026, 5, 29)
    teachers = Body.objects.get(kind="pedagogical_council")
    item = AgendaItem.objects.select_related("sitting__body").get(sitting=last, text=REPORT)
    sent = send_item(by=by, item=item, to=teachers, on=C5)
    sitting = plan_sitting(by=by, body=teachers, planned_on=day)
    admit_proposal(by=by, proposal=sent, sitting=sitting, on=C5)
    items = tuple(ItemInput(row.text, kind=row.kind) for row in sitting.items.all())
    there = tuple(AttendanceInput(person) for person in stage.people.values())
    record_sitting(by=by, body=teachers, held=HeldInput(held_on=day, items=items, attendance=there), sitting=sitting)


def test_a_year_of_the_council(stage: Stage, running: Running, browser: Any) -> None:
    council = stage.here(lambda: Body.objects.get(kind="council").pk)
    place = f"/bodies/{council}/"
    bakyt = Hands.of(browser, running, past_year.HOST, "bakyt", 1440)
    agenda = [Question("Жылдык план", "plan", 7), Question("Катчыны шайлоо", "", 6), Question("Багыттар", "", 7)]
    first = bakyt.record(place, C1, agenda, ["План бекитилсин"])
    stage.here(lambda: _after_the_first(stage, first))
    aida = Hands.of(browser, running, past_year.HOST, "aida", 360)
    bakyt.sign(first, C1)
    aida.sign(first, C1)

    second = bakyt.plan(council, date(2025, 11, 3), [FIRST, SECOND])
    bakyt.step("postpone", to_day=C2.isoformat(), reason="Карантин")
    bakyt.announce(date(2025, 10, 28), C2)
    _hold(stage, aida, bakyt, second)
    aida.sign(second, C2)
    bakyt.sign(second, C2)
    bakyt.step("correct", text="Орун: усулдук кабинет", on=date(2025, 11, 7).isoformat())
    _prove(stage, browser, running, second)

    aida.record(place, C3, [Question("Биринчи жарым жылдык", "report", 7)], ["Кошумча сабактар"])
    aida.record(place, C4, [Question("Жумалыктын жүрүшү", "", 7)], ["Жумалык улантылсын"], signed_on=C4)
    closing = [
        Question("Жылдын жыйынтыгы", "summing_up", 7),
        Question("Жаңы жылдын багыттары", "next_year_directions", 7),
    ]
    last = aida.record(place, C5, [*closing, Question(REPORT, "report", 7)], ["Багыттар бекитилсин"], signed_on=C5)
    stage.here(lambda: _report(stage, last))
    for path in (
        f"/sittings/{second}/",
        f"/sittings/{last}/",
        place,
        f"{place}people/",
        "/bodies/",
        "/acts/",
        "/resolutions/",
    ):
        for person in (aida, bakyt):
            person.go(path)
            looked_at(person.tab)
    _judge(stage, second)


def _hold(stage: Stage, aida: Hands, bakyt: Hands, pk: int) -> None:
    """Aida holds the sitting on her phone, whose clock stands at that afternoon."""
    aida.tab.clock.set_fixed_time(datetime(2025, 11, 5, 15, 10, tzinfo=ZoneInfo("Asia/Bishkek")))
    aida.go(f"/sittings/{pk}/")
    aida.tab.click("main .page-head__actions a.button--primary")
    aida.tab.click("#live button.button--primary")
    aida.tab.wait_for_selector(".live-people")
    aida.press(BAKYT, "present")
    aida.sent()
    items = stage.here(lambda: {row.text: row.pk for row in AgendaItem.objects.filter(sitting=pk)})
    _hour_without_a_line(stage, aida, bakyt, pk, items[FIRST])
    aida.count(pk, items[FIRST], 5, 1)
    aida.press(7, "left")  # six in the room, then five, which is the least that seven members need
    aida.sent()
    aida.count(pk, items[SECOND], 2, 2)
    aida.tab.click("main details:has([name=deed][value=add]) summary")
    aida.tab.fill("#add-text", LATE)
    aida.tab.click("form:has([name=deed][value=add]) button[type=submit]")
    aida.sent()
    aida.press(6, "left")
    aida.sent()
    late = stage.here(lambda: AgendaItem.objects.get(sitting=pk, text=LATE).pk)
    aida.count(pk, late, 3, 0)
    results = stage.here(
        lambda: {
            row.item.text: (row.result.value, row.rule["present"]) for row in Motion.objects.select_related("item")
        }
    )
    assert results == {FIRST: ("adopted", 6), SECOND: ("rejected", 5), LATE: ("no_quorum", 4)}
    looked_at(aida.tab)
    for row in stage.here(lambda: list(AgendaItem.objects.filter(sitting=pk, state="listed"))):
        aida.go(f"/sittings/{pk}/live/?item={row.pk}")
        aida.deed(row.pk, "finish")
        aida.sent()
    aida.tab.click("form[data-live-last] button")
    aida.tab.wait_for_url(f"**/sittings/{pk}/")


def _hour_without_a_line(stage: Stage, aida: Hands, bakyt: Hands, pk: int, first: int) -> None:
    aida.tab.wait_for_selector("[data-live-line][data-kept]", state="attached")
    aida.tab.context.set_offline(True)
    for person in (3, 4, 5, 6, 7):
        aida.press(person, "present")
    aida.press(7, "left")
    aida.press(7, "late")
    aida.deed(first, "resolution", text="Насаатчылар бекитилсин")
    assert aida.tab.inner_text("[data-live-line]").endswith("8")
    assert aida.tab.locator("[data-live-queue] li").count() == 8
    assert stage.here(lambda: Attendance.objects.filter(sitting=pk, present=True).count()) == 1
    aida.tab.reload()  # the page comes from the phone, with everything that waits on it
    assert aida.tab.locator("[data-live-queue] li").count() == 8
    assert aida.tab.get_attribute(".live-people button[value^='7:late:']", "aria-pressed") == "true"

    # meanwhile Bakyt notes that one of them has gone; the line comes back, nothing is lost, nothing doubled, the quarrel is told
    bakyt.go(f"/sittings/{pk}/live/")
    bakyt.press(4, "excused")
    bakyt.sent()
    _nobody_else_sees_it(bakyt, pk)
    aida.tab.context.set_offline(False)
    aida.tab.evaluate("dispatchEvent(new Event('online'))")
    aida.sent()
    assert "себептүү" in aida.tab.inner_text("[data-live-refused]")
    aida.tab.click("[data-live-refused] button >> nth=0")
    aida.sent()
    rows = stage.here(lambda: list(Attendance.objects.filter(sitting=pk).exclude(marks=[])))
    assert {row.person_id: [mark["state"] for mark in row.marks] for row in rows} == {
        2: ["present"],
        3: ["present"],
        4: ["excused", "present"],
        5: ["present"],
        6: ["present"],
        7: ["present", "left", "late"],
    }
    assert stage.here(lambda: Resolution.objects.filter(sitting=pk).count()) == 1
    assert stage.here(lambda: Receipt.objects.filter(deed=f"live {pk}").count()) == 11


def _nobody_else_sees_it(desk: Hands, pk: int) -> None:
    """What the desk has kept for Bakyt is gone when Aida signs in there after him, and what it has kept for her when she signs out."""
    nothing = (
        "async () => (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length === 0"
    )
    live = f"/sittings/{pk}/live/"
    desk.tab.wait_for_selector("[data-live-line][data-kept]", state="attached")
    desk.tab.context.clear_cookies()
    sign_in(desk.tab, desk.running, desk.host, "aida")
    desk.tab.wait_for_function(nothing)
    desk.tab.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        desk.go(live)
    desk.tab.context.set_offline(False)
    desk.go(live)
    desk.tab.wait_for_selector("[data-live-line][data-kept]", state="attached")
    assert desk.tab.evaluate("async () => (await caches.keys()).length") == 1
    desk.tab.evaluate("document.querySelector('[data-forget-drafts]').click()")
    desk.tab.wait_for_function(nothing)
    desk.tab.wait_for_load_state("networkidle")
    sign_in(desk.tab, desk.running, desk.host, "bakyt")


def _prove(stage: Stage, browser: Any, running: Running, pk: int) -> None:
    """The chain holds, and a stranger proves the paper without reading it."""
    minutes = stage.here(lambda: Minutes.objects.get(sitting=pk))
    assert minutes.signed_on == C2
    assert stage.here(lambda: [row.body for row in check_chains()[1]]) == []
    stranger = browser.new_context().new_page()
    stranger.goto(running.url(past_year.HOST, f"/verify/{minutes.code}/"))
    assert "Чыныгы документ" in stranger.inner_text("main")
    assert FIRST not in stranger.content()


def _judge(stage: Stage, second: int) -> None:
    """The verdicts of the worked example under every charter it names, its variations too; and those the school has in store."""
    year = stage.here(past_year.facts_on_record)
    assert past_year.differences(FILE, "W6", year) == []
    assert past_year.differences(FILE, "W6b", held(year, {C4: date(2026, 2, 20)})) == []
    assert past_year.differences(FILE, "W6c", held(year, {C2: None, C4: None})) == []
    moved = {C2: date(2025, 11, 12), C3: None, C4: date(2026, 1, 20), C5: date(2026, 2, 5)}
    assert past_year.differences(FILE, "W6d", held(year, moved)) == []
    trimesters = tuple(row for row in year.calendar.periods if row.unit is PeriodUnit.TRIMESTER)
    only = replace(year, calendar=replace(year.calendar, periods=trimesters))
    assert past_year.differences(FILE, "W6e", only) == []
    council = facts.Act(id="own", kind=ActKind.APPROVAL, on=C3, body=Deciding.COUNCIL)
    assert past_year.differences(FILE, "W6f", with_programme(year, council)) == []
    advice = replace(council, id="recommended", kind=ActKind.RECOMMENDATION)
    approval = facts.Act(id="approved", kind=ActKind.APPROVAL, on=date(2026, 1, 15), body=Deciding.PEDAGOGICAL_COUNCIL)
    assert past_year.differences(FILE, "W6g", with_programme(year, advice, approval)) == []

    items = stage.here(lambda: {row.text: row.pk for row in AgendaItem.objects.filter(sitting=second)})
    wanted = {
        ("CN-7", "sitting", second): "PASS",
        ("CN-7", "item", items[LATE]): "FAIL",
        ("CN-8", "item", items[FIRST]): "PASS",
        ("CN-9", "item", items[FIRST]): "PASS",
        ("CN-10", "sitting", second): "PASS",
    }

    def judged() -> bool:
        rows = stage.here(lambda: list(Finding.objects.filter(superseded_on__isnull=True)))
        found = {(row.check_id, row.subject_type, row.subject_id): row.verdict.value for row in rows}
        return all(found.get(key) == verdict for key, verdict in wanted.items())

    until(judged, "the verdicts on the sitting")


def with_programme(year: facts.SchoolYear, *acts: facts.Act) -> facts.SchoolYear:
    """The same year with an experimental programme on its way."""
    lab = facts.Programme(id="lab", kind=ProgrammeKind.EXPERIMENTAL, acts=acts)
    return replace(year, programmes=(*year.programmes, lab))


def held(year: facts.SchoolYear, days: dict[date, date | None]) -> facts.SchoolYear:
    """The same year with council sittings on other days; None leaves one out."""

    def moved(row: facts.Sitting) -> facts.Sitting | None:
        day = days.get(row.held_on, row.held_on) if row.held_on else None
        return replace(row, held_on=day, planned_on=day) if day else None

    each: Callable[[facts.Council], facts.Council] = lambda body: replace(  # noqa: E731
        body, sittings=tuple(one for row in body.sittings if (one := moved(row)))
    )
    return replace(year, councils=tuple(each(body) for body in year.councils))
