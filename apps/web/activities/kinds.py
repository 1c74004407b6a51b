"""What a person may write down, in the order they meet it, each with the words of its form."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from apps.activities.enums import RECORDED_APART, SHAPES, WorkKind
from apps.bodies.enums import BodyKind
from apps.rulebook.catalogues import COUNCIL_ACTIVITIES, ActivityKind
from apps.web.findings.present import reader_language


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of the page where the kind is chosen: address word, label, a line of help, what it offers of `ActivityKind`.

    `rare` are fields that most records leave alone; they stand folded below the others.
    """

    slug: str
    label: Promise
    help: Promise
    icon: str
    kind: WorkKind = WorkKind.ACTIVITY
    whats: tuple[ActivityKind, ...] = ()
    rare: frozenset[str] = frozenset()


A = ActivityKind
WEEKS = (A.SUBJECT_WEEK, A.DECADE)
CONTESTS = (A.OLYMPIAD_STAGE1, A.CONTEST_STAGE1)
TALKS = (A.CONFERENCE, A.CONSULTATIONS)
APART = frozenset({*WEEKS, *CONTESTS, *TALKS, *RECORDED_APART})
OTHERS = tuple(kind for kind in ActivityKind if kind not in APART | COUNCIL_ACTIVITIES)
OF_COUNCIL = tuple(kind for kind in ActivityKind if kind not in RECORDED_APART)
LATE, LONG = frozenset({"entered_late", "necessity", "criticised"}), frozenset({"until", "subject"})
CHOICES = (
    Choice(
        "visit",
        _("Lesson visit"),
        _("Who visited whose lesson, and what was noted"),
        "lesson",
        WorkKind.VISIT,
        rare=LATE,
    ),
    Choice(
        "seminar",
        _("Seminar or training"),
        _("With the open lessons and events that went with it"),
        "people",
        WorkKind.SEMINAR,
    ),
    Choice("week", _("Subject week or decade"), _("From one day to another"), "calendar", whats=WEEKS),
    Choice("contest", _("Olympiad or contest"), _("The first stage, held at school"), "flag", whats=CONTESTS),
    Choice(
        "talk",
        _("Conference or consultation"),
        _("Readings, exhibitions, advice for teachers"),
        "message",
        whats=TALKS,
        rare=LONG,
    ),
    Choice("topic", _("Self-education topic"), _("One for each member and year"), "person", WorkKind.TOPIC),
    Choice(
        "report",
        _("Creative report"),
        _("Given by a member, handed to the leadership"),
        "document",
        WorkKind.CREATIVE_REPORT,
    ),
    Choice(
        "course",
        _("Courses"),
        _("With the tasks before and after them"),
        "clock",
        WorkKind.COURSE,
        rare=frozenset({"essay_on", "heard_on"}),
    ),
    Choice(
        "participation",
        _("Labour participation (КТУ)"),
        _("The commission and the analysis with it"),
        "check",
        WorkKind.PARTICIPATION,
    ),
    Choice("other", _("Other work"), _("Everything else the charter asks for"), "plus", whats=OTHERS, rare=LONG),
)
COUNCIL_CHOICE = Choice(
    "council", _("Work of the council"), _("What its charter asks for"), "plus", whats=OF_COUNCIL, rare=LONG
)
BY_SLUG = {choice.slug: choice for choice in (*CHOICES, COUNCIL_CHOICE)}
OWN = tuple(choice for choice in CHOICES if SHAPES[choice.kind].own)


def choices_for(kind: BodyKind, *, own_only: bool) -> tuple[Choice, ...]:
    """What may be written down in a body of this kind; of one's own work only, where no more is allowed."""
    if kind is not BodyKind.ASSOCIATION:
        return () if own_only else (COUNCIL_CHOICE,)
    return OWN if own_only else CHOICES


def choice_of(kind: WorkKind, what: ActivityKind | None) -> Choice:
    """The entry a record belongs to."""
    for choice in (*CHOICES, COUNCIL_CHOICE):
        if choice.kind is kind and (kind is not WorkKind.ACTIVITY or what in choice.whats):
            return choice
    return BY_SLUG["other"]


def name_of(kind: WorkKind, what: ActivityKind | None) -> str:
    """What a record is, in words that begin a line."""
    return capfirst((what or kind).label.in_(reader_language()))


def what_options(whats: Iterable[ActivityKind]) -> list[tuple[str, str]]:
    """Kinds of activities to choose from."""
    language = reader_language()
    return [(what.value, capfirst(what.label.in_(language))) for what in whats]
