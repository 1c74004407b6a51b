"""Which records each group of rules judges, the day whose policy holds, and the body they belong to.

A body without such a record is a target too, with the record `None`, so that every rule answers for every body.
"""

from apps.rulebook.checks.targets.associations import (
    association_changes,
    association_sittings,
    associations,
    associations_created,
    bodies,
    contest_nominations,
    courses,
    head_visits,
    heads,
    heads_in_office,
    materials,
    pairs,
    plans,
)
from apps.rulebook.checks.targets.councils import (
    award_nominations,
    council_decisions,
    council_notices,
    council_resolutions,
    council_sittings,
    councils,
    councils_created,
    programmes,
)
from apps.rulebook.checks.targets.papers import charters, folders, head_of_studies

__all__ = [
    "association_changes",
    "association_sittings",
    "associations",
    "associations_created",
    "award_nominations",
    "bodies",
    "charters",
    "contest_nominations",
    "council_decisions",
    "council_notices",
    "council_resolutions",
    "council_sittings",
    "councils",
    "councils_created",
    "courses",
    "folders",
    "head_of_studies",
    "head_visits",
    "heads",
    "heads_in_office",
    "materials",
    "pairs",
    "plans",
    "programmes",
]
