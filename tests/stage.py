"""What the two schools of the cast have on record: one academic year, told through the verbs, with the same numbers in both.

Numbers of rows, the same in school A and school B:

| row | what |
|---|---|
| people 1 … 8 | director, deputy director, secretary, teacher without office, head of the association, three teachers |
| body 1 | an association: members 4 … 8, head 5 |
| body 2 | a council: members 2, 3, 5, 6, 7; chair 2, secretary 3 |
| sitting 1 | association, held on 10 September, minutes signed; resolution 1 done with file 1 as its proof, resolution 2 overdue |
| sitting 2 | council, held on 15 October with two votes, minutes signed; resolution 3 open |
| sitting 3 | association, held on 22 October, minutes not signed; without a resolution |
| sitting 4 | council, announced on 17 November for 27 November; file 2 is a paper of it |
| webhook 1 | told of announcements, after all that is told here |
| charter 1 | in force since 1 August, entered from paper |
| charter 2 | a draft begun from it, meant for 1 December |
| notice 1000 | to the deputy director, of sitting 4, not opened |
| series 1 | of the council, in December |
| proposal 1 | to the council, offered on 18 November |
| plan 1 | of the association, with the deputy's consent and without approval |
| candidacy 1 | person 6 stands for head of the association since 16 November |
| candidacy 2 | person 6 was elected secretary of the council on 17 November and has not entered office |
| acts 6, 7, 8 | the draft of an order; the draft of a submission; a submission of the deputy that waits for an answer |
| absence 1 | of person 8, since 18 November |
| directions 1 | of the association, not approved |
| activity 1 | the self-education topic of person 8, chosen on 14 September |
| mentoring pair 1 | head 5 and teacher 4, proposed on 22 October, without an order |
| monthly plan 1 | of the association for November; its line 1 comes from the year's plan |
| open lesson 1 | of person 6, planned for 4 December |
| paper 1 | the individual plan of person 4, which no body has dealt with; file 3 is a part of it |
| filed paper 1 | in the dossier of the association: calendar-thematic plans, on a shelf |
| filed paper 2 | in the dossier of the head of studies: the August report |
| filed paper 3 | in the dossier of the association: job duties, with file 4 |
| card 1 | of person 5, with a telephone number |
| folder 1 | minutes of 2022/23 of the association, still at school; it may be handed over |
| folder 2 | plans of 2021/22, handed over on 10 September |
| control book 1 | of class journals, with entry 1 |
"""

import base64
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from apps.activities.domain.mentoring import add_pair
from apps.activities.domain.work import record_work
from apps.activities.enums import WorkKind
from apps.acts.domain.issue import draft_act, submit_act
from apps.acts.domain.papers import record_act
from apps.bodies.domain.bodies import create_body
from apps.bodies.domain.directions import write_directions
from apps.bodies.domain.heads import elect, nominate
from apps.bodies.domain.members import add_member
from apps.bodies.enums import BodyKind, DirectionsPart, MembershipRole
from apps.bodies.models import Body
from apps.calendars.domain.years import PeriodDates, YearDates, open_year
from apps.calendars.models import AcademicYear
from apps.charters.domain.drafts import start_draft
from apps.charters.domain.inputs import ModuleInput
from apps.charters.domain.profiles import adopt_profile
from apps.core.actor import Actor
from apps.documents.domain.files import take_in
from apps.notices.domain.webhooks import add_webhook
from apps.notices.enums import EventKind, NoticeKind
from apps.notices.models import Notice
from apps.people.domain.staff import add_absence, add_person, assign_office
from apps.people.enums import AbsenceKind
from apps.people.models import Person
from apps.plans.domain.lessons import LessonInput, add_lesson
from apps.plans.domain.months import make_month
from apps.plans.domain.plans import PlanItemInput, draft_plan, record_plan_act
from apps.plans.enums import PlanDrafter, PlanTemplate
from apps.proposals.domain.inputs import PaperInput
from apps.proposals.domain.papers import attach, enter_paper
from apps.proposals.enums import PaperKind
from apps.rulebook.enums import ActKind, AssociationKind, CouncilKind, ItemKind, PeriodUnit, Purpose, Role
from apps.sittings.domain.inputs import (
    AttendanceInput,
    HeldInput,
    ItemInput,
    ResolutionInput,
    SignatureInput,
    VoteInput,
)
from apps.sittings.domain.plan import announce_sitting, plan_sitting
from apps.sittings.domain.proposals import propose_item
from apps.sittings.domain.record import record_sitting
from apps.sittings.domain.resolutions import Evidence, complete_resolution
from apps.sittings.domain.series import save_series
from apps.sittings.models import Resolution
from tests.stage_dossiers import file_dossiers

TODAY = date(2026, 11, 20)
START_YEAR = 2026
SCAN = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
NOTICE = 1000
DIRECTOR, DEPUTY, SECRETARY, TEACHER, HEAD = 1, 2, 3, 4, 5
CREATED = date(2026, 9, 1)
DATES = YearDates(
    starts_on=date(2026, 9, 1),
    ends_on=date(2027, 5, 25),
    close_on=date(2027, 8, 31),
    periods=(
        PeriodDates(PeriodUnit.QUARTER, 1, date(2026, 9, 1), date(2026, 10, 31)),
        PeriodDates(PeriodUnit.QUARTER, 2, date(2026, 11, 10), date(2026, 12, 30)),
        PeriodDates(PeriodUnit.QUARTER, 3, date(2027, 1, 12), date(2027, 2, 28)),
        PeriodDates(PeriodUnit.QUARTER, 4, date(2027, 3, 9), date(2027, 5, 25)),
        PeriodDates(PeriodUnit.TRIMESTER, 1, date(2026, 9, 1), date(2026, 11, 29)),
        PeriodDates(PeriodUnit.TRIMESTER, 2, date(2026, 12, 1), date(2027, 2, 28)),
        PeriodDates(PeriodUnit.TRIMESTER, 3, date(2027, 3, 2), date(2027, 5, 25)),
    ),
)


@dataclass(frozen=True, slots=True)
class Script:
    """What differs between the schools. `people` are eight names in the order of their numbers."""

    people: tuple[tuple[str, str, str], ...]
    modules: tuple[str, ...]
    association: str
    council: str
    council_kind: CouncilKind


SCHOOL_A = Script(
    people=(
        ("Токтогулова", "Гүлнара", "Маратовна"),
        ("Жумалиев", "Бакыт", "Асанович"),
        ("Садыкова", "Аида", "Нурлановна"),
        ("Токтосунов", "Эркин", "Болотович"),
        ("Кадырова", "Нургүл", "Таалайбековна"),
        ("Исаева", "Жылдыз", ""),
        ("Өмүрбеков", "Ңурлан", ""),
        ("Ысмаилова", "Айжан", "Канатовна"),
    ),
    modules=("VARU", "MK"),
    association="Математика жана физика",
    council="Методикалык кеңеш",
    council_kind=CouncilKind.METHODICAL,
)
SCHOOL_B = Script(
    people=(
        ("Бейшеналиев", "Кубат", ""),
        ("Асанов", "Данияр", "Сапарович"),
        ("Мамытова", "Зарина", ""),
        ("Дөөлөтов", "Тилек", ""),
        ("Чоробаева", "Бермет", ""),
        ("Ибраимов", "Азамат", ""),
        ("Сыдыкова", "Мээрим", ""),
        ("Абдыкадыров", "Уланбек", ""),
    ),
    modules=("S33U", "IMK"),
    association="Тарых жана коом",
    council="Илимий-методикалык кеңеш",
    council_kind=CouncilKind.SCIENTIFIC_METHODICAL,
)


def play(by: Actor, script: Script, users: Mapping[int, uuid.UUID]) -> None:
    """Tell the year of one school into the schema of the running scope. `users` are accounts by number of person."""
    adopted = adopt_profile(
        by=by,
        valid_from=date(2026, 8, 1),
        chosen=[ModuleInput(code) for code in script.modules],
        act="№7 буйрук",
        adopted_on=date(2026, 7, 30),
    )
    start_draft(by=by, valid_from=date(2026, 12, 1), based_on=adopted)
    open_year(by=by, dates=DATES, published_on=date(2026, 8, 15), source_act="Министрликтин буйругу")
    people = _people(by, script, users)
    association, council = _association(by, script, people), _council(by, script, people)
    _sittings(by, association, council, people)
    _plan(by, association, people)
    nominate(by=by, body=association, person=people[6], nominated_on=date(2026, 11, 16))
    second = nominate(
        by=by, body=council, person=people[6], nominated_on=date(2026, 11, 16), office=MembershipRole.SECRETARY
    )
    elect(by=by, candidacy=second, elected_on=date(2026, 11, 17))
    draft_act(
        by=by, kind=ActKind.ORDER, title="Насаатчылар", text=f"«{script.association}»", act_date=date(2026, 11, 18)
    )
    for number in (None, DEPUTY):
        paper = draft_act(
            by=by, kind=ActKind.SUBMISSION, title="Көрсөтүү", text=script.association, act_date=date(2026, 11, 18)
        )
        if number is not None:
            submit_act(by=replace(by, person_id=number), act=paper, act_date=date(2026, 11, 18))
    add_absence(by=by, person=people[8], kind=AbsenceKind.ILLNESS, valid_from=date(2026, 11, 18))
    year = AcademicYear.objects.get(start_year=START_YEAR)
    write_directions(by=by, body=association, year=year, content={DirectionsPart.THEMES: f"{script.association}: тема"})
    _work(by, script, association, year, people)
    content = PaperInput(title=f"{script.association}: жекече план", person=people[TEACHER])
    plan = enter_paper(by=by, kind=PaperKind.INDIVIDUAL_PLAN, body=association, year=year, content=content)
    attach(by=by, paper=plan, name="план.png", content=SCAN)
    file_dossiers(by, association, people)


def _work(by: Actor, script: Script, association: Body, year: AcademicYear, people: dict[int, Person]) -> None:
    record_work(
        by=by,
        body=association,
        kind=WorkKind.TOPIC,
        day=date(2026, 9, 14),
        person=people[8],
        title=f"{script.association}: өз алдынча билим алуу",
    )
    add_pair(
        by=by, body=association, year=year, mentor=people[HEAD], young=people[TEACHER], proposed_on=date(2026, 10, 22)
    )
    make_month(by=by, body=association, month=date(2026, 11, 1), made_on=date(2026, 11, 2))
    lesson = LessonInput(day=date(2026, 12, 4), topic=f"{script.association}: ачык сабак", teacher=people[6])
    add_lesson(by=by, body=association, lesson=lesson)


def _people(by: Actor, script: Script, users: Mapping[int, uuid.UUID]) -> dict[int, Person]:
    people = {
        number: add_person(
            by=by,
            family_name=family,
            given_name=given,
            patronymic=patronymic,
            subjects=["mathematics"] if number >= TEACHER else [],
            user_id=users.get(number),
        )
        for number, (family, given, patronymic) in enumerate(script.people, start=1)
    }
    for number, role in ((DIRECTOR, Role.DIRECTOR), (DEPUTY, Role.DEPUTY_OTI)):
        assign_office(by=by, person=people[number], role=role, valid_from=date(2024, 8, 15))
    return people


def _association(by: Actor, script: Script, people: dict[int, Person]) -> Body:
    body = create_body(
        by=by,
        kind=BodyKind.ASSOCIATION,
        name=script.association,
        created_on=CREATED,
        association_kind=AssociationKind.SUBJECT,
        subjects=["mathematics"],
    )
    submission = record_act(
        by=by,
        kind=ActKind.SUBMISSION,
        purpose=Purpose.CREATE,
        act_date=date(2026, 8, 30),
        signed_by=people[DEPUTY],
        signed_role=Role.DEPUTY_OTI,
        subject=("body", body.pk),
    )
    record_act(
        by=by,
        kind=ActKind.ORDER,
        purpose=Purpose.CREATE,
        act_date=CREATED,
        number="11",
        signed_by=people[DIRECTOR],
        signed_role=Role.DIRECTOR,
        subject=("body", body.pk),
        basis=submission,
    )
    for number in range(TEACHER, 9):
        add_member(by=by, body=body, person=people[number], role=MembershipRole.MEMBER, valid_from=CREATED)
    add_member(by=by, body=body, person=people[HEAD], role=MembershipRole.HEAD, valid_from=CREATED)
    return body


def _council(by: Actor, script: Script, people: dict[int, Person]) -> Body:
    body = create_body(
        by=by, kind=BodyKind.COUNCIL, name=script.council, created_on=CREATED, council_kind=script.council_kind
    )
    order = record_act(
        by=by,
        kind=ActKind.ORDER,
        purpose=Purpose.MEMBERS,
        act_date=CREATED,
        number="12",
        signed_by=people[DIRECTOR],
        signed_role=Role.DIRECTOR,
        subject=("body", body.pk),
    )
    for number in (DEPUTY, SECRETARY, HEAD, 6, 7):
        add_member(by=by, body=body, person=people[number], role=MembershipRole.MEMBER, valid_from=CREATED, act=order)
    for number, role in ((DEPUTY, MembershipRole.CHAIR), (SECRETARY, MembershipRole.SECRETARY)):
        add_member(by=by, body=body, person=people[number], role=role, valid_from=CREATED, act=order)
    return body


def _sittings(by: Actor, association: Body, council: Body, people: dict[int, Person]) -> None:
    members = [people[number] for number in range(TEACHER, 9)]
    seats = [people[number] for number in (DEPUTY, SECRETARY, HEAD, 6, 7)]
    record_sitting(
        by=by,
        body=association,
        held=HeldInput(
            held_on=date(2026, 9, 10),
            items=(ItemInput("Жылдык иш планды талкуулоо", kind=ItemKind.PLAN, speaker=people[HEAD], adopted=True),),
            attendance=tuple(AttendanceInput(person) for person in members),
            resolutions=(
                ResolutionInput("Иш план кабыл алынсын", item=1, responsible=people[HEAD], due_on=date(2026, 9, 30)),
                ResolutionInput("Ачык сабактын графиги түзүлсүн", responsible=people[6], due_on=date(2026, 11, 2)),
            ),
            signature=SignatureInput(date(2026, 9, 11), chair=people[HEAD], secretary=people[TEACHER]),
        ),
    )
    vote = VoteInput(yes=4)
    record_sitting(
        by=by,
        body=council,
        held=HeldInput(
            held_on=date(2026, 10, 15),
            announced_on=date(2026, 10, 5),
            starts_at=time(14),
            place="Усулдук кабинет",
            items=(
                ItemInput("Насаатчылык жөнүндө", speaker=people[DEPUTY], adopted=True, vote=vote),
                ItemInput("Предметтик жумалык", adopted=True, vote=VoteInput(yes=3, abstained=1)),
            ),
            attendance=tuple(AttendanceInput(person, present=person is not people[7]) for person in seats),
            resolutions=(
                ResolutionInput("Насаатчылар дайындалсын", item=1, responsible=people[6], due_on=date(2026, 12, 1)),
            ),
            signature=SignatureInput(date(2026, 10, 16), chair=people[DEPUTY], secretary=people[SECRETARY]),
        ),
    )
    record_sitting(
        by=by,
        body=association,
        held=HeldInput(
            held_on=date(2026, 10, 22),
            items=(ItemInput("I чейректин жыйынтыгы", kind=ItemKind.REPORT, speaker=people[HEAD]),),
            attendance=tuple(AttendanceInput(person, present=person is not people[8]) for person in members),
        ),
    )
    coming = plan_sitting(
        by=by,
        body=council,
        planned_on=date(2026, 11, 27),
        starts_at=time(15, 30),
        place="Усулдук кабинет",
        items=[ItemInput("Олимпиаданын биринчи баскычы")],
    )
    announce_sitting(by=by, sitting=coming, announced_on=date(2026, 11, 17))
    save_series(by=by, body=council, name="Айлык отурум", rhythm={"months": [12], "week": 3, "weekday": 5})
    propose_item(by=by, body=council, text="Аттестациянын жүрүшү", on=date(2026, 11, 18))
    done = Resolution.objects.select_related("sitting__year").get(pk=1)
    Notice.objects.create(
        pk=NOTICE,
        person=people[DEPUTY],
        kind=NoticeKind.ITEM_ADDED,
        key="stage",
        subject_type="sitting",
        subject_id=coming.pk,
        data={"body": council.name, "number": coming.number, "day": "2026-11-27", "question": "Маселе"},
    )
    add_webhook(by=by, url="https://journal.example.kg/usul", events=[EventKind.ANNOUNCED])
    proof = Evidence("график.png", SCAN)
    complete_resolution(by=by, resolution=done, done_on=date(2026, 9, 29), result="Аткарылды", evidence=proof)
    take_in(by=by, name="маалымат.png", content=SCAN, subject=("sitting", coming.pk), body_id=council.pk)


def _plan(by: Actor, association: Body, people: dict[int, Person]) -> None:
    first = association.sittings.select_related("year").get(pk=1)
    plan = draft_plan(
        by=by,
        body=association,
        year=first.year,
        template=PlanTemplate.OWN,
        drafted_by=PlanDrafter.HEAD_WITH_TEACHERS,
        authors=[people[HEAD], people[6]],
        adopted_at=first,
        items=[
            PlanItemInput(text="Ачык сабактар", responsible=people[6], due_on=date(2026, 11, 10)),
            PlanItemInput(text="Олимпиада", responsible=people[HEAD], due_on=date(2027, 2, 10)),
        ],
    )
    record_plan_act(
        by=by,
        plan=plan,
        kind=ActKind.CONSENT,
        act_date=date(2026, 9, 12),
        signed_by=people[DEPUTY],
        signed_role=Role.DEPUTY_OTI,
    )
