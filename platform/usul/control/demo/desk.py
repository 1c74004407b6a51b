"""What lies on the desk of a demonstration school today: groups at work, a candidate on the way, papers that wait, someone absent."""

from dataclasses import replace
from datetime import date, timedelta

from apps.acts.domain.issue import draft_act, submit_act
from apps.acts.domain.papers import record_act
from apps.acts.wording import filled, wording_for
from apps.bodies.domain.bodies import create_body
from apps.bodies.domain.directions import approve_directions, write_directions
from apps.bodies.domain.heads import Count, elect, nominate
from apps.bodies.domain.members import add_member
from apps.bodies.enums import BodyKind, DirectionsPart, MembershipRole
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.core.actor import Actor
from apps.people.domain.staff import add_absence
from apps.people.enums import AbsenceKind
from apps.rulebook.enums import ActKind, Purpose, Role
from usul.control.demo.schools import Habit, Story
from usul.control.demo.staff import CAREFUL, Cast

THEMES = (
    "Окуучулардын функционалдык сабаттуулугун өнүктүрүү",
    "Сабакта санарип каражаттарды колдонуу",
    "Окуу жетишкендиктерин баалоонун заманбап ыкмалары",
    "Класс жетекчинин тарбия иши",
    "Чет тилди баарлашуу аркылуу үйрөтүү",
)


def fill_desk(*, by: Actor, story: Story, cast: Cast, year: AcademicYear, past: AcademicYear) -> None:
    """Put the work of these days on the desk, through the verbs."""
    today = by.today
    council = cast.council[0] if cast.council else None
    _groups(by, cast, council, today - timedelta(days=40))
    if story.habit in CAREFUL:
        _directions(by, story, cast, council, past, date(past.start_year, 9, 10))
    _directions(by, story, cast, council, year, today - timedelta(days=20))
    _candidate(by, cast, today)
    _papers(by, cast, today)
    away = cast.associations[0][1][-1]
    add_absence(
        by=by,
        person=away,
        kind=AbsenceKind.COURSE,
        valid_from=today - timedelta(days=2),
        valid_until=today + timedelta(days=5),
        note="Квалификация жогорулатуу курсу",
    )


def _groups(by: Actor, cast: Cast, council: Body | None, since: date) -> None:
    director = cast.offices[Role.DIRECTOR]
    chosen = [members[2] for _body, members in cast.associations[:3]]
    group = create_body(
        by=by,
        kind=BodyKind.CREATIVE_GROUP,
        name="Окуу сабаттуулугу боюнча чыгармачыл топ",
        created_on=since,
        parent=council,
        purpose="5–7-класстар үчүн окуу сабаттуулугунун тапшырмаларын иштеп чыгуу",
        works_until=since + timedelta(days=150),
    )
    for number, person in enumerate(chosen):
        role = MembershipRole.MEMBER if number else MembershipRole.HEAD
        add_member(by=by, body=group, person=person, role=role, valid_from=since)
    commission = create_body(by=by, kind=BodyKind.COMMISSION, name="ЭКК боюнча комиссия", created_on=since)
    order = record_act(
        by=by,
        kind=ActKind.ORDER,
        purpose=Purpose.MEMBERS,
        act_date=since,
        number=f"{since.year % 100}-ЭКК",
        signed_by=director,
        signed_role=Role.DIRECTOR,
        subject=("body", commission.pk),
        title="ЭКК боюнча комиссиянын курамы жөнүндө",
    )
    chair = cast.offices[Role.DEPUTY_OTI]
    for person, role in ((chair, MembershipRole.CHAIR), *((one, MembershipRole.MEMBER) for one in chosen)):
        add_member(by=by, body=commission, person=person, role=role, valid_from=since, act=order)
    teachers = create_body(by=by, kind=BodyKind.PEDAGOGICAL_COUNCIL, name="Педагогикалык кеңеш", created_on=None)
    everyone = [*cast.offices.values(), *(person for _body, members in cast.associations for person in members)]
    for person in everyone:
        role = MembershipRole.CHAIR if person == director else MembershipRole.MEMBER
        add_member(by=by, body=teachers, person=person, role=role, valid_from=since)
    add_member(by=by, body=teachers, person=cast.secretary, role=MembershipRole.SECRETARY, valid_from=since)


def _directions(by: Actor, story: Story, cast: Cast, council: Body | None, year: AcademicYear, on: date) -> None:
    for (body, _members), theme in zip(cast.associations, THEMES, strict=False):
        content = {
            DirectionsPart.DIRECTIONS: "Жаш мугалимдерге көмөк; алдыңкы тажрыйбаны жайылтуу",
            DirectionsPart.FORMS: "Семинар, ачык сабак, өз ара сабакка катышуу",
            DirectionsPart.METHODS: "Сабакты биргелешип пландоо жана талдоо, тажрыйба алмашуу",
            DirectionsPart.THEMES: theme,
        }
        row = write_directions(by=by, body=body, year=year, content=content)
        if council is None or story.habit is Habit.SILENT:
            continue
        approve_directions(by=by, directions=row, council=council, approved_on=on)
        if story.habit in (Habit.SLIPPING, Habit.LATE):
            write_directions(
                by=by, body=body, year=year, content=content | {DirectionsPart.THEMES: f"{theme} жана ата-эне менен иш"}
            )


def _candidate(by: Actor, cast: Cast, today: date) -> None:
    """The members of the last association have elected; the council and the director have not yet."""
    body, members = cast.associations[-1]
    row = nominate(
        by=by,
        body=body,
        person=members[1],
        nominated_on=today - timedelta(days=12),
        nominated_by=members[2].short_name,
    )
    elect(by=by, candidacy=row, elected_on=today - timedelta(days=5), count=Count(len(members) - 1, 0, 1))


def _papers(by: Actor, cast: Cast, today: date) -> None:
    """An order waits for the director's signature, a submission for the director's answer."""
    body = cast.associations[0][0]
    wording = wording_for(ActKind.ORDER, Purpose.MENTORING)
    if wording is not None:
        people = [cast.associations[0][1][1]]
        title, text = filled(wording, "ky", people=people[0].full_name, day=today, basis=body.name)
        draft_act(
            by=by,
            kind=ActKind.ORDER,
            purpose=Purpose.MENTORING,
            title=title,
            text=text,
            act_date=today,
            subject=("body", body.pk),
            persons=people,
        )
    wording = wording_for(ActKind.SUBMISSION, Purpose.REORGANISE)
    if wording is not None:
        deputy = replace(by, person_id=cast.offices[Role.DEPUTY_OTI].pk)
        title, text = filled(wording, "ky", body=body.name, day=today, basis="мугалимдердин саны көбөйдү")
        paper = draft_act(
            by=by,
            kind=ActKind.SUBMISSION,
            purpose=Purpose.REORGANISE,
            title=title,
            text=text,
            act_date=today,
            subject=("body", body.pk),
        )
        submit_act(by=deputy, act=paper, act_date=today)
