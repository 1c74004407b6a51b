"""The differences matrix of the regulations: what each of them says, leaves open, or has lost."""

from fractions import Fraction

import pytest

from apps.rulebook.enums import CouncilKind, State
from apps.rulebook.parameters import PARAMETERS
from tests.rulebook.conftest import COLUMNS, day, policy_of

S, L = "SILENT", "LOST"
OTI_OR_SCI = {"deputy_oti", "deputy_sci_methodical"}
MATRIX = {
    "association.min_members": (3, S, L, S, S, S),
    "association.area_source": ("framework_national_curriculum", S, L, S, S, S),
    "association.kinds_allowed": (
        {"subject", "area", "upbringing", "upper_grades", "primary", "tutors", "class_teachers", "other"}, S, L, S, S, S,
    ),
    "association.number_and_size.decided_by": ("pedagogical_council", S, L, S, S, S),
    "association.number_and_size.confirmed_by": ("director_order", S, L, S, S, S),
    "association.lifecycle.act": ("director_order", S, L, S, S, S),
    "association.lifecycle.proposer": (OTI_OR_SCI, S, L, S, S, S),
    "association.subordinate_to": (OTI_OR_SCI, S, L, S, S, S),
    "association.controlled_by": (S, S, {"deputy_methodical"}, {"association_head"}, S, S),
    "association.directions.approver": ("council", S, L, S, "council", S),
    "association.directions.scope": ({"directions", "forms", "methods"}, S, L, S, {"themes"}, S),
    "methodical_theme.decided_by": ("pedagogical_collective", S, "pedagogical_collective", S, "council", S),
    "head.selection.method": ("elected_by_association", S, "elected_by_association", S, S, S),
    "head.appointment.act": ("director_order", S, "director_order", S, S, S),
    "head.approval_by": (S, S, S, S, "council", S),
    "head.eligibility.descriptive": ("experienced_creative", S, L, S, S, S),
    "head.eligibility.education": (S, S, S, "higher", S, S),
    "head.eligibility.min_years": (S, S, S, 5, S, S),
    "head.eligibility.years_scope": (S, S, S, "education_system", S, S),
    "head.reports_to": (OTI_OR_SCI, S, L, {"deputy_oti"}, S, S),
    "head.attends": (S, L, S, {"association", "council"}, S, S),
    "head.lesson_visit.any_time": (S, S, S, True, S, S),
    "head.lesson_visit.late_entry": (S, S, S, "only_if_necessary", S, S),
    "head.lesson_visit.criticism_during_lesson": (S, S, S, "forbidden", S, S),
    "head.annual_report.deadline_days": (S, S, S, 5, S, S),
    "head.annual_report.form": (S, S, S, "written", S, S),
    "head.annual_report.recipient": (S, S, S, "deputy_oti", S, S),
    "association.report.recipient": (
        {"head_of_studies", "leadership"}, S, {"head_of_studies", "leadership"}, {"deputy_oti"}, S, S,
    ),
    "plan.drafted_by": ({"association"}, S, {"association"}, {"head_with_teachers"}, S, S),
    "plan.adopted_at": ("association_sitting", S, "association_sitting", S, S, S),
    "plan.consent_by": (S, S, "deputy_oti", "deputy_oti", S, S),
    "plan.approver": ("deputy_oti", S, "director", "director", S, S),
    "plan.approval_deadline": ("beginning_of_year", S, "beginning_of_year", "days_from_period_start", S, S),
    "plan.approval_deadline_days": (S, S, S, 5, S, S),
    "plan.inputs": (
        {"school_plan", "methodical_theme", "district_recommendations", "self_education_plans"},
        S,
        {"school_plan", "methodical_theme", "district_recommendations", "school_development_plan"},
        S, S, S,
    ),
    "plan.monthly_required": (True, S, True, S, S, S),
    "plan.open_lesson_schedule": (True, S, True, S, S, S),
    "plan.template": ("s33", S, "variant", S, S, S),
    "association.sittings.min_per_year": (4, S, 4, S, S, S),
    "association.minutes": (True, S, True, S, S, S),
    "association.resolutions": (True, S, True, S, S, S),
    "association.seminars.min_per_year": (1, S, 1, S, S, S),
    "seminar.must_include": ({"open_lessons", "extracurricular_events"}, S, {"open_lessons", "extracurricular_events"}, S, S, S),
    "association.year_end_review.by": ({"any_deputy"}, S, {"deputy_oti"}, S, S, S),
    "association.year_end_review.place": ("last_sitting", S, "last_sitting", S, S, S),
    "member.attendance": (True, S, True, S, S, S),
    "individual_plan.approver": ("association", S, "association", S, S, S),
    "exam_material.approver": ("association", S, "association", S, S, S),
    "ktp.association_role": ("proposes", S, "proposes", S, S, S),
    "attestation_system.scope": (
        {"interim", "final", "thematic", "semester", "credit"}, S, {"distance_learning", "final", "credit"}, S, S, S,
    ),
    "ktu.mode": ("commission_created_by_association", S, "analysis_with_commission", S, S, S),
    "creative_report.min_per_teacher_year": (1, S, 1, S, S, S),
    "creative_report.handed_to": ("leadership", S, S, S, S, S),
    "mentoring.act": ("director_order", S, "director_order", S, S, S),
    "course_tasks.required": ({"pre", "post", "essay"}, S, {"pre", "post", "essay"}, S, S, S),
    "nomination.contests": ({"teacher_of_the_year", "best_class_teacher"}, S, {"teacher_of_the_year", "best_class_teacher"}, S, S, S),
    "reward.ground": (
        {"experimental_work"}, {"professional_results"}, {"association_work"}, {"methodical_work"}, {"innovative_work"}, S,
    ),
    "retention.school_years": (3, S, 3, S, S, S),
    "retention.archive_items": ({"minutes", "plans", "analyses"}, S, {"minutes", "plans", "analyses"}, S, S, S),
    "retention.archive_years": (10, S, S, S, S, S),
    "retention.archive_form": ("any", S, "one_folder", S, S, S),
    "dossier.author_programmes": ("required", S, S, S, S, S),
    "dossier.week_plan": ("conditional", S, "required", S, S, S),
    "dossier.minutes": ("required", S, "required", S, S, S),
    "council.nature": (
        S, {"collective", "public", "professional"}, S, S, {"collective", "public", "professional", "voluntary"}, {"public"},
    ),
    "council.lifecycle.act": (S, L, S, S, "pedagogical_council_decision", S),
    "council.members.act": (S, L, S, S, "director_order", S),
    "council.members.categories": (
        S, L, S, S,
        {"association_heads", "creative_group_heads", "competent_teachers"},
        {"administration", "association_heads", "creative_group_representatives"},
    ),
    "council.chair.office": (S, L, S, S, {"methodist"}, {"deputy_oti", "deputy_methodical"}),
    "council.chair.act": (S, L, S, S, "director_order", "ex_officio"),
    "council.secretary.method": (S, L, S, S, S, "elected"),
    "council.secretary.when": (S, L, S, S, S, "first_sitting"),
    "council.open_participation": (S, L, S, S, True, S),
    "council.plan.form": (S, L, S, S, "cyclogram", "plan"),
    "council.plan.drafter": (S, L, S, S, "chair", "council"),
    "council.plan.route": (S, L, S, S, ("sitting", "agree:director", "order"), ("first_sitting",)),
    "council.sitting_cadence": (S, L, S, S, "trimester", "quarter"),
    "council.min_per_period": (S, L, S, S, 1, 1),
    "council.cadence_force": (S, L, S, S, "soft", "hard"),
    "council.agenda_notice_days": (S, L, S, S, 7, S),
    "council.minutes": (S, L, S, S, True, True),
    "council.quorum_fraction": (S, L, S, S, Fraction(2, 3), S),
    "council.majority_fraction": (S, L, S, S, Fraction(1, 2), S),
    "council.year_end_sitting": (S, L, S, S, S, True),
    "council.year_end_sitting.items": (S, L, S, S, S, {"summing_up", "next_year_directions"}),
    "council.reports_to": (S, L, S, S, "pedagogical_collective", "pedagogical_council"),
    "council.decision_execution": (S, L, S, S, "council", S),
    "council.studies_associations": (S, True, S, S, S, S),
    "programme.approver": (S, "pedagogical_council", S, S, S, S),
    "nomination.attestation_awards_by": (S, "council", S, S, "council", S),
    "council.expertise.strategic": (S, "council", S, S, "council", "council"),
    "register.idea_bank": (S, S, S, S, "required", S),
    "charter.approved_by": ("director", L, L, S, S, "director"),
    "charter.considered_by": (S, L, S, S, S, "pedagogical_council"),
    "charter.adopted_by": (S, L, "pedagogical_council", S, S, S),
    "charter.source": ("ministry_or_instruction", S, S, S, S, S),
    "charter.acknowledgement": (S, L, S, S, "council_members", S),
    "hos.report_months": ({8, 1, 5}, S, S, S, S, S),
    "hos.quarter_report": (True, S, S, S, S, S),
    "hos.plan_levels": ({"year", "month", "week", "day"}, S, S, S, S, S),
    "activity.extracurricular": ("uncounted", S, "uncounted", S, S, S),
    "activity.decade": (S, S, "uncounted", S, S, S),
    "activity.consultations": ("uncounted", S, S, S, S, S),
}  # fmt: skip


@pytest.mark.parametrize("key", MATRIX)
def test_differences_matrix(key):
    parameter = PARAMETERS[key]
    council = CouncilKind.METHODICAL if key == "charter.acknowledgement" else None
    shown = []
    for code in COLUMNS:
        answer = policy_of(code).at(day(9, 10), council).get(parameter)
        shown.append(answer.value if answer.state is State.VALUE else answer.state.value)
    assert tuple(shown) == MATRIX[key]
