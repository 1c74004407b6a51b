"""A school's own findings with the words and addresses of what they are about."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from apps.compliance.models import Finding
from apps.compliance.queries.findings import Subjects
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.rulebook.enums import SubjectKind
from apps.rulebook.exchange import decode_finding
from apps.web.blocks.papers import Argument, Work
from apps.web.blocks.verdicts import Mark
from apps.web.blocks.verdicts import mark as look_of
from apps.web.findings.present import argument_of, item_words, kind_words, reader_language, sitting_words, title_of, why

# steps that lead elsewhere than to the record itself: what the button says, and where it leads
HOLD, CHARTER, PLAN, PAPERS = "hold", "charter", "plan", "papers"
# steps that lead to a page of the body's work
WORK = frozenset({"work_list", "work_members", "mentoring_list", "month_list", "lesson_list"})
# checks whose matter is mended on a page of its own: what the button says, the page, whether it is one of the body
_PAGES: dict[str, tuple[Promise, str, bool]] = {
    "DS-1": (_("Open the dossier"), "body_dossier", True),
    "DS-2": (_("Open the data bank"), "body_cards", True),
    "HS-1": (_("Open the papers"), "studies", False),
    "HS-2": (_("Open the papers"), "studies", False),
    "HS-3": (_("Open the papers"), "studies", False),
    "HS-4": (_("Open the papers"), "studies", False),
}
_STEPS: dict[str, tuple[Promise, str]] = {
    "hold_sitting": (_("Plan a sitting"), HOLD),
    "repeat_decision": (_("Plan a sitting"), HOLD),
    "get_approval": (_("Open the plan"), PLAN),
    "get_consent": (_("Open the plan"), PLAN),
    "judge_beginning": (_("Open the plan"), PLAN),
    "hold_seminar": (_("Open the year's work"), "work_list"),
    "hold_activity": (_("Open the year's work"), "work_list"),
    "respect_lesson": (_("Open the year's work"), "work_list"),
    "check_course_tasks": (_("Open the year's work"), "work_list"),
    "settle_ktu": (_("Open the year's work"), "work_list"),
    "collect_creative_reports": (_("See who has none"), "work_members"),
    "set_topics": (_("See who has none"), "work_members"),
    "complete_mentoring": (_("Open the mentoring"), "mentoring_list"),
    "make_monthly_plan": (_("Open the plans of the months"), "month_list"),
    "keep_schedule": (_("Open the schedule"), "lesson_list"),
    "submit_report": (_("Open the papers"), PAPERS),
    "settle_conflict": (_("Open the charter"), CHARTER),
    "enter_charter": (_("Open the charter"), CHARTER),
    "supply_value": (_("Open the charter"), CHARTER),
}
_OWN_PAGES = {
    SubjectKind.VISIT.value: "work_page",
    SubjectKind.COURSE.value: "work_page",
    SubjectKind.PAIR.value: "mentoring_page",
}
OF_NO_NAME = frozenset(
    kind.value
    for kind in (
        SubjectKind.SCHOOL,
        SubjectKind.PLAN,
        SubjectKind.FOLDER,
        SubjectKind.VISIT,
        SubjectKind.PAIR,
        SubjectKind.COURSE,
    )
)
_RECORDS: dict[str, Promise] = {
    SubjectKind.SITTING.value: _("Open the sitting"),
    SubjectKind.ITEM.value: _("Open the sitting"),
    SubjectKind.PLAN.value: _("Open the plan"),
    SubjectKind.COUNCIL.value: _("Open the council"),
    SubjectKind.ASSOCIATION.value: _("Open the association"),
    SubjectKind.FOLDER.value: _("Open the folder"),
    SubjectKind.MATERIAL.value: _("Open the paper"),
    SubjectKind.PROGRAMME.value: _("Open the paper"),
    SubjectKind.NOMINATION.value: _("Open the paper"),
}
ON_THEIR_WAY = frozenset({SubjectKind.MATERIAL.value, SubjectKind.PROGRAMME.value, SubjectKind.NOMINATION.value})


def look(row: Finding) -> Mark:
    """The sign of a stored finding."""
    return look_of(row.verdict, row.severity or "", differs=row.starred)


def about(row: Finding, subjects: Subjects) -> str:
    """`Mathematics · sitting No. 3, 22 October 2026`."""
    return " · ".join(part for part in (subjects.bodies.get(row.body_number or 0, ""), _record(row, subjects)) if part)


def _record(row: Finding, subjects: Subjects) -> str:
    if row.subject_type == SubjectKind.SITTING.value:
        sitting = subjects.sittings.get(row.subject_id or 0)
        return sitting_words(sitting.number, sitting.held_on or sitting.planned_on) if sitting else ""
    if row.subject_type == SubjectKind.ITEM.value:
        item = subjects.items.get(row.subject_id or 0)
        sitting = subjects.sittings.get(item.sitting_id) if item else None
        if item is None or sitting is None:
            return ""
        return f"{sitting_words(sitting.number, sitting.held_on or sitting.planned_on)}, {item_words(item.position)}"
    if row.subject_type in ON_THEIR_WAY:
        paper = subjects.papers.get(row.subject_id or 0)
        return f"{paper.kind.label.in_(reader_language())}: {paper.title}" if paper else ""
    if row.subject_type in OF_NO_NAME:
        return kind_words(SubjectKind.of(row.subject_type))
    return ""


def record_url(row: Finding, subjects: Subjects) -> str:
    """The page of what a finding is about; empty for the school as a whole."""
    if row.subject_type == SubjectKind.SITTING.value and row.subject_id in subjects.sittings:
        return reverse("sitting_page", args=[row.subject_id])
    if row.subject_type == SubjectKind.ITEM.value:
        item = subjects.items.get(row.subject_id or 0)
        return f"{reverse('sitting_page', args=[item.sitting_id])}#item-{item.position}" if item else ""
    if row.subject_type in _OWN_PAGES and row.subject_id is not None:
        return reverse(_OWN_PAGES[row.subject_type], args=[row.subject_id])
    if row.subject_type == SubjectKind.FOLDER.value and row.subject_id:
        return reverse("archive_folder", args=[row.subject_id])
    if row.subject_type in ON_THEIR_WAY and row.subject_id in subjects.papers:
        return reverse("paper_page", args=[row.subject_id])
    if row.body_number not in subjects.bodies:
        return ""
    page = reverse("body_page", args=[row.body_number])
    return f"{page}#plan" if row.subject_type == SubjectKind.PLAN.value else page


def next_of(row: Finding, step: str, subjects: Subjects, actor: Actor) -> tuple[str, str]:
    """Address and label of the page that mends the matter. Nobody is sent to a page that would refuse them."""
    if row.check_id in _PAGES and (page := _page_of(row, subjects)):
        return page
    label, target = _STEPS.get(step, (_RECORDS.get(row.subject_type, _("Open")), ""))
    body = row.body_number if row.body_number in subjects.bodies else None
    if target == CHARTER:
        return reverse("charter"), str(label)
    if target in WORK and body is not None:
        return reverse(target, args=[body]), str(label)
    if target == PLAN and body is not None:
        return f"{reverse('body_page', args=[body])}#plan", str(label)
    if target == PAPERS and body is not None:
        return reverse("body_papers", args=[body]), str(label)
    if target == HOLD and body is not None and actor.may(Permission.SITTING_PLAN, body_id=body):
        return reverse("sitting_plan", args=[body]), str(label)
    return record_url(row, subjects), str(_RECORDS.get(row.subject_type, _("Open")))


def _page_of(row: Finding, subjects: Subjects) -> tuple[str, str] | None:
    """The page of its own, unless it would have to be one of a body that is gone."""
    words, name, of_body = _PAGES[row.check_id]
    if not of_body:
        return reverse(name), str(words)
    return (reverse(name, args=[row.body_number]), str(words)) if row.body_number in subjects.bodies else None


def argument_for(row: Finding, subjects: Subjects, actor: Actor, *, alike: int = 0) -> Argument:
    """The argument of a stored finding with the way to mend it; `alike` is how many more say the same of other records."""
    finding = decode_finding(row.payload)
    url, label = next_of(row, finding.next_step, subjects, actor)
    more = ngettext("and %(count)d more", "and %(count)d more", alike) % {"count": alike} if alike else ""
    words = " · ".join(part for part in (about(row, subjects), more) if part)
    return argument_of(finding, about=words, next_url=url, next_label=label, charter_url=reverse("charter"))


def work_for(row: Finding, subjects: Subjects) -> Work:
    """A finding as one line that opens its argument."""
    return Work(
        title=title_of(row.check_id),
        url=reverse("finding_page", args=[row.pk]),
        why=why(decode_finding(row.payload)),
        about=about(row, subjects),
        mark=look(row),
    )
