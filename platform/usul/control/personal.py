"""Where a school keeps what it knows of a person. Every model is either listed with the way to its rows, or waived with a reason.

A model that is in neither table fails the test suite: nobody adds personal data in passing.
"""

from collections.abc import Callable

from django.db.models import Q

from apps.bodies.models import Membership
from apps.people.models import Person
from apps.rulebook.enums import SubjectKind

OF_A_PERSON: dict[str, Callable[[Person], Q]] = {
    "people.Person": lambda person: Q(pk=person.pk),
    "people.RoleHolding": lambda person: Q(person=person),
    "people.ServiceSpell": lambda person: Q(person=person),
    "acts.Act": lambda person: Q(signed_by=person),
    "bodies.Membership": lambda person: Q(person=person),
    "sittings.AgendaItem": lambda person: Q(speaker=person),
    "sittings.Attendance": lambda person: Q(person=person),
    "sittings.Minutes": lambda person: Q(chair=person) | Q(secretary=person),
    "sittings.Resolution": lambda person: Q(responsible=person),
    "plans.WorkPlan": lambda person: Q(authors=person),
    "plans.WorkPlan_authors": lambda person: Q(person=person),
    "plans.PlanItem": lambda person: Q(responsible=person),
    "audit.Event": lambda person: Q(actor_id=person.user_id) if person.user_id else Q(pk=None),
    # a finding about a head names the membership
    "compliance.Finding": lambda person: Q(
        subject_type=SubjectKind.HEAD.value, subject_id__in=Membership.objects.filter(person=person).values("pk")
    ),
}
WITHOUT_PEOPLE: dict[str, str] = {
    "calendars.AcademicYear": "dates of the school",
    "calendars.YearRevision": "dates of the school",
    "calendars.Period": "dates of the school",
    "calendars.NonWorkingDay": "dates of the school",
    "charters.PolicyProfile": "rules of the school",
    "charters.ProfileModule": "rules of the school",
    "charters.ProfileValue": "rules of the school",
    "charters.ConflictChoice": "rules of the school",
    "charters.FrameEntry": "rules of the district",
    "bodies.Body": "names of bodies; who belongs to them is in bodies.Membership",
    "sittings.Sitting": "days and places; who was there is in sittings.Attendance",
    "sittings.Announcement": "days",
    "sittings.Vote": "totals only; ballots are secret",
    "compliance.Evaluation": "versions and dates",
}
