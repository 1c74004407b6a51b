"""Whom a version of the charter asks to sign for having read it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from apps.bodies.models import Membership
from apps.charters.models import PolicyProfile
from apps.charters.queries.policy import version_of
from apps.core.ranges import valid_at
from apps.people.models import Person
from apps.rulebook.parameters.papers import CHARTER_ACKNOWLEDGEMENT
from apps.rulebook.policy import Policy, councils_of

EVERYBODY, MEMBERS = "all_staff", "council_members"


@dataclass(frozen=True, slots=True)
class Reader:
    """One person of the sheet: asked to sign or not, signed or not."""

    person: Person
    asked: bool
    signed_on: date | None
    on_paper: bool = False


def readers_of(profile: PolicyProfile, on: date) -> list[Reader]:
    """Everyone the version asks on the day and everyone who signed, those who are missing first. At most four queries."""
    asked = _asked(profile, on)
    signed = {row.person_id: row for row in profile.acknowledgements.select_related("person")}
    people = {person.pk: person for person in asked} | {row.person_id: row.person for row in signed.values()}
    wanted = {person.pk for person in asked}
    rows = [
        Reader(
            person,
            pk in wanted,
            signed[pk].signed_on if pk in signed else None,
            on_paper=pk in signed and signed[pk].on_paper,
        )
        for pk, person in people.items()
    ]
    return sorted(
        rows, key=lambda row: (row.signed_on is not None, row.person.family_name, row.person.given_name, row.person.pk)
    )


def _asked(profile: PolicyProfile, on: date) -> list[Person]:
    """People asked by the charters of the version: of its associations and of each of its councils."""
    version = version_of(profile)
    day = max(on, version.valid_from)
    policy = Policy("", (version,))
    kinds = (None, *councils_of(version))
    says = {kind: policy.at(version.valid_from, kind).get(CHARTER_ACKNOWLEDGEMENT).value for kind in kinds}
    if EVERYBODY in says.values():
        return list(Person.objects.filter(Q(left_on__isnull=True) | Q(left_on__gt=day)))
    councils = [kind for kind, who in says.items() if who == MEMBERS and kind is not None]
    if not councils:
        return []
    rows = valid_at(Membership.objects.filter(body__council_kind__in=councils), day)
    return list({row.person_id: row.person for row in rows.select_related("person")}.values())
