"""Chapters of the charter page: parameters by what they are about, in the order in which people ask."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.rulebook.parameters import Parameter, Scope

# (title, beginnings of keys); the longest beginning that fits decides
CHAPTERS: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (_("The charter itself"), ("charter.",)),
    (
        _("The body: what it is and how it is made"),
        (
            "association.", "district.", "council.nature", "council.status", "council.lifecycle", "council.members",
            "council.open_participation", "creative_group.",
        ),
    ),
    (_("Leadership"), ("association.led_by", "council.chair", "council.secretary", "head.")),
    (
        _("Plan and directions"),
        (
            "plan.", "association.directions", "methodical_theme.", "council.plan", "council.qualification_plan",
            "council.expertise",
        ),
    ),
    (
        _("Sittings and decisions"),
        (
            "sittings.", "association.sittings", "association.minutes", "association.resolutions", "association.seminars",
            "association.year_end_review", "seminar", "member.attendance", "council.sitting_cadence",
            "council.min_per_period", "council.cadence", "council.agenda_notice", "council.minutes", "council.quorum",
            "council.majority", "council.year_end_sitting", "council.decision_execution",
        ),
    ),
    (
        _("Reports and supervision"),
        (
            "association.report", "association.subordinate_to", "association.controlled_by", "council.report",
            "council.reports_to", "council.hear", "council.studies", "council.coordinates", "council.proposes",
        ),
    ),
    (
        _("People: support, growth, nomination"),
        (
            "mentoring.", "course_tasks.", "creative_report.", "self_education.", "nomination.", "reward.", "ktu.",
            "publication.", "development.", "individual_plan.", "exam_material.", "ktp.", "attestation_system.", "programme.",
        ),
    ),
    (_("Activities of the year"), ("activity.", "hearing.")),
    (
        _("Papers, registers and archive"),
        ("dossier.", "data_bank.", "retention.", "register.", "head_of_studies.", "hos."),
    ),
    (
        _("How days, periods and offices are read"),
        ("deadline.", "academic_year.", "period.", "policy.", "roles.", "association.min_members_enforced"),
    ),
)  # fmt: skip
_BY_LENGTH = sorted(
    ((start, place) for place, (_title, starts) in enumerate(CHAPTERS) for start in starts),
    key=lambda pair: -len(pair[0]),
)


def chapter_of(key: str) -> int | None:
    """Place of the chapter a parameter belongs to; None when no chapter was told of it."""
    return next((place for start, place in _BY_LENGTH if key.startswith(start)), None)


def in_chapters(parameters: Iterable[Parameter[Any]]) -> Iterator[tuple[str, list[Parameter[Any]]]]:
    """Title and parameters of every chapter that has some, in order."""
    rows = list(parameters)
    for place, (title, _starts) in enumerate(CHAPTERS):
        own = [parameter for parameter in rows if chapter_of(parameter.key) == place]
        if own:
            yield str(title), own


# whose rules a tab of the page shows
OF_ASSOCIATIONS = frozenset({Scope.ASSOCIATION, Scope.BODY})
OF_COUNCILS = frozenset({Scope.COUNCIL, Scope.BODY})
OF_THE_SCHOOL = frozenset({Scope.CHARTER, Scope.HEAD_OF_STUDIES, Scope.SETTING})
