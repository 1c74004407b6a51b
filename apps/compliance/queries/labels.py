"""What to call the subjects of findings, and how much was done: names of bodies and numbers of sittings, no people."""

from apps.acts.models import Act
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.charters.models import ProfileModule
from apps.compliance.queries.charter_facts import paper_id
from apps.dossiers.models import ArchiveFolder
from apps.plans.models import WorkPlan
from apps.proposals.enums import Family
from apps.proposals.models import Paper
from apps.rulebook.enums import ActKind, SubjectKind
from apps.sittings.enums import SittingState
from apps.sittings.models import AgendaItem, Minutes, Resolution, Sitting

OF_PAPERS = {
    Family.MATERIAL: SubjectKind.MATERIAL,
    Family.PROGRAMME: SubjectKind.PROGRAMME,
    Family.NOMINATION: SubjectKind.NOMINATION,
}
SITTING = (BodyKind.ASSOCIATION, BodyKind.COUNCIL)


def subject_labels(year: AcademicYear) -> dict[tuple[str, str], str]:
    """Labels by (kind, id). Five queries."""
    labels: dict[tuple[str, str], str] = {}
    for pk, name in Body.objects.values_list("pk", "name"):
        for kind in ("body", SubjectKind.ASSOCIATION.value, SubjectKind.COUNCIL.value):
            labels[kind, str(pk)] = name
    for sitting in Sitting.objects.filter(year=year).only("pk", "number", "held_on", "planned_on"):
        labels[SubjectKind.SITTING.value, str(sitting.pk)] = f"№{sitting.number} · {sitting.day:%d.%m.%Y}"
    for pk, number, day, position in AgendaItem.objects.filter(sitting__year=year).values_list(
        "pk", "sitting__number", "sitting__held_on", "position"
    ):
        when = f" · {day:%d.%m.%Y}" if day else ""
        labels[SubjectKind.ITEM.value, str(pk)] = f"№{number}{when} · {position}"
    for pk, number, module in ProfileModule.objects.values_list("profile_id", "profile__number", "module"):
        labels[SubjectKind.CHARTER.value, paper_id(pk, module)] = f"{module} · №{number}"
    for pk, start_year, body in ArchiveFolder.objects.values_list("pk", "start_year", "body__name"):
        labels[SubjectKind.FOLDER.value, str(pk)] = " · ".join(filter(None, (f"{start_year}/{start_year + 1}", body)))
    for paper in Paper.objects.filter(year=year).only("pk", "kind", "entered_on"):
        if paper.family in OF_PAPERS:
            labels[OF_PAPERS[paper.family].value, str(paper.pk)] = f"№{paper.pk} · {paper.entered_on:%d.%m.%Y}"
    return labels


def activity_of(year: AcademicYear) -> dict[str, int]:
    """Counts of a year's records. Seven queries."""
    sittings = Sitting.objects.filter(year=year, state=SittingState.HELD)
    plans = WorkPlan.objects.filter(year=year)
    approved = Act.objects.filter(
        kind=ActKind.APPROVAL, subject_type="plan", subject_id__in=plans.values("pk"), revoked_on__isnull=True
    )
    return {
        "sittings_held": sittings.count(),
        "minutes_signed": Minutes.objects.filter(sitting__year=year, signed_on__isnull=False).count(),
        "plans": plans.values("body_id").distinct().count(),
        "plans_approved": approved.values("subject_id").distinct().count(),
        "resolutions": Resolution.objects.filter(sitting__year=year).count(),
        "bodies": Body.objects.filter(kind__in=SITTING, dissolved_on__isnull=True).count(),
        "bodies_recording": sittings.filter(body__kind__in=SITTING).values("body_id").distinct().count(),
    }
