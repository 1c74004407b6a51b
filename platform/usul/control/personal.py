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
    "people.Absence": lambda person: Q(person=person),
    "charters.Acknowledgement": lambda person: Q(person=person),
    "acts.Act": lambda person: Q(signed_by=person) | Q(prepared_by=person) | Q(persons__contains=[person.pk]),
    "bodies.Membership": lambda person: Q(person=person),
    "bodies.Candidacy": lambda person: Q(person=person),
    "sittings.Sitting": lambda person: Q(chair=person) | Q(secretary=person),
    "sittings.AgendaItem": lambda person: Q(speaker=person) | Q(present__contains=[person.pk]),
    "sittings.Invitation": lambda person: Q(person=person),
    "sittings.Attendance": lambda person: Q(person=person),
    "sittings.Motion": lambda person: Q(present__contains=[person.pk]),
    "sittings.Ballot": lambda person: Q(person=person),
    "sittings.Proposal": lambda person: Q(offered_by=person) | Q(concerns=person),
    "sittings.Seal": lambda person: Q(minutes__sitting__attendance__person=person),
    "sittings.Minutes": lambda person: Q(chair=person) | Q(secretary=person),
    "sittings.Resolution": lambda person: Q(responsible=person),
    "plans.WorkPlan": lambda person: Q(authors=person),
    "plans.WorkPlan_authors": lambda person: Q(person=person),
    "plans.PlanItem": lambda person: Q(responsible=person),
    "plans.MonthlyItem": lambda person: Q(responsible=person),
    "plans.ScheduleEntry": lambda person: Q(teacher=person),
    "activities.Activity": lambda person: Q(person=person) | Q(teacher=person),
    "activities.MentoringPair": lambda person: Q(mentor=person) | Q(young=person),
    "activities.MentoringReport": lambda person: Q(pair__mentor=person) | Q(pair__young=person),
    "dossiers.TeacherCard": lambda person: Q(person=person),
    "dossiers.ControlEntry": lambda person: Q(person=person),
    "proposals.Paper": lambda person: Q(person=person),
    "audit.Event": lambda person: Q(actor_id=person.user_id) if person.user_id else Q(pk=None),
    "audit.Receipt": lambda person: Q(actor_id=person.user_id) if person.user_id else Q(pk=None),
    "notices.Notice": lambda person: Q(person=person),
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
    "bodies.Directions": "texts of bodies",
    "documents.StoredFile": "files by name and hash; the record they belong to names people",
    "sittings.Series": "skeletons of agendas",
    "sittings.Announcement": "days",
    "sittings.Vote": "totals only; ballots are secret",
    "plans.MonthlyPlan": "months and states; who answers is in plans.MonthlyItem",
    "plans.LessonSchedule": "years and states; who teaches is in plans.ScheduleEntry",
    "activities.Activity_lessons": "pairs of numbers",
    "dossiers.Dossier": "folders of bodies",
    "dossiers.FiledPaper": "names of papers; the record they belong to names people",
    "dossiers.ArchiveFolder": "years, places and days",
    "dossiers.ControlBook": "years and kinds; who is named is in dossiers.ControlEntry",
    "proposals.Passage": "numbers and days; whom a paper is about is in proposals.Paper",
    "compliance.Evaluation": "versions and dates",
    "notices.Webhook": "addresses of programs",
    "notices.Delivery": "messages to programs: numbers and days, no names",
}
