"""The charters of a demonstration school: the papers behind the one in force, who has read it, and what is being changed."""

from dataclasses import replace
from datetime import date, timedelta

from apps.acts.domain.charters import approve_charter, bring_into_force, consider_charter
from apps.acts.domain.papers import record_act
from apps.charters.domain.acknowledge import acknowledge
from apps.charters.domain.clauses import add_clause, write_clause
from apps.charters.domain.drafts import start_draft
from apps.charters.domain.inputs import OwnValueInput
from apps.charters.domain.values import set_value
from apps.charters.models import PolicyProfile
from apps.core.actor import Actor
from apps.people.models import Person
from apps.rulebook.enums import ActKind, Body, Role
from apps.rulebook.parameters.associations import SITTINGS_MIN_PER_YEAR
from usul.control.demo.schools import STORIES, Habit, Story
from usul.control.demo.staff import Cast

MORE_SITTINGS = 5
ONLINE = {
    "ky": "Ооруп калган мүчө отурумга онлайн катыша алат; ал катышты деп эсептелет.",
    "ru": "Заболевший член может участвовать в заседании онлайн и считается присутствующим.",
}
OFTENER = {
    "ky": "Бирикме жылына кеминде беш жолу отурум өткөрөт.",
    "ru": "Объединение заседает не менее пяти раз в год.",
}


def papers_behind(*, by: Actor, story: Story, profile: PolicyProfile) -> None:
    """The protocol and the order that brought the charter in force into force, as they lie in the folder."""
    adopted = profile.adopted_on
    if adopted is None:
        return
    subject = ("charter", profile.pk)
    protocol = record_act(
        by=by,
        kind=ActKind.CONSIDERATION,
        act_date=adopted - timedelta(days=1),
        number="1",
        subject=subject,
        decided_by=Body.PEDAGOGICAL_COUNCIL,
    )
    record_act(
        by=by,
        kind=ActKind.ORDER,
        act_date=adopted,
        number=str(story.number % 20 + 1),
        signed_role=Role.DIRECTOR,
        subject=subject,
        basis=protocol,
        title="Жобону бекитүү жөнүндө",
        effective_from=profile.valid_from,
    )


def tell_charters(*, by: Actor, story: Story, cast: Cast, today: date) -> None:
    """Signatures under the charter in force, and a next version at another stage in each school."""
    in_force = PolicyProfile.objects.get(number=1)
    _signatures(by, story, cast, in_force, since=max(in_force.valid_from, today - timedelta(days=60)))
    director = replace(by, person_id=cast.offices[Role.DIRECTOR].pk, name=cast.offices[Role.DIRECTOR].short_name)
    place = STORIES.index(story) % 4
    if place == 1 and story.habit is Habit.SILENT:
        return
    draft = start_draft(
        by=by, valid_from=today + timedelta(days=20), based_on=in_force, note="Онлайн катышуу жана отурумдардын саны"
    )
    module = next(iter(story.modules.values()))[0]
    add_clause(by=by, profile=draft, module=module, number="10.1", text=ONLINE)
    if place == 0:
        _oftener(by, draft, module)
        return
    consider_charter(by=by, profile=draft, act_date=today - timedelta(days=9), number="2")
    if place == 1:
        return
    approve_charter(by=director, profile=draft, act_date=today - timedelta(days=6))
    if place == 2:
        _oftener(by, draft, module)
        return
    draft = bring_into_force(by=director, profile=draft, valid_from=today - timedelta(days=4))
    _signatures(by, story, cast, draft, since=today - timedelta(days=4))


def _oftener(by: Actor, draft: PolicyProfile, module: str) -> None:
    """The value is changed, and the words that speak of it with it."""
    clause = {"S33U": "s33u.5.5", "VARU": "varu.5.5"}[module]
    write_clause(by=by, profile=draft, key=clause, text=OFTENER)
    value = OwnValueInput(
        SITTINGS_MIN_PER_YEAR.key, MORE_SITTINGS, clause="5.5", reason="Ар чейректе бирден, жыл аягында дагы бирөө"
    )
    set_value(by=by, profile=draft, value=value)


def _signatures(by: Actor, story: Story, cast: Cast, profile: PolicyProfile, *, since: date) -> None:
    """About half of the council have signed the sheet; in the most careful schools everybody has."""
    members: list[Person] = cast.council[1] if cast.council else []
    done = members if story.habit is Habit.EXEMPLARY else members[: len(members) // 2]
    for number, person in enumerate(done):
        day = min(since + timedelta(days=number % 3), by.today)
        acknowledge(by=by, profile=profile, person=person, signed_on=day, on_paper=True)
