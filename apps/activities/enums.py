"""Codes of the year's work, and which values belong to which kind of it."""

from dataclasses import dataclass

from apps.bodies.enums import BodyKind
from apps.rulebook.catalogues import ActivityKind
from apps.rulebook.codes import Code


class WorkKind(Code):
    """What was done. Everything the charters prescribe without a number is `activity`, told apart by its `ActivityKind`."""

    ACTIVITY = "activity", "иш-чара", "мероприятие или дело", "activity"
    SEMINAR = "seminar", "семинар же тренинг", "семинар или тренинг", "seminar or training"
    VISIT = "visit", "сабакка катышуу", "посещение урока", "lesson visit"
    TOPIC = "topic", "өз алдынча билим алуу темасы", "тема самообразования", "self-education topic"
    CREATIVE_REPORT = "creative_report", "чыгармачыл отчёт", "творческий отчёт", "creative report"
    COURSE = "course", "курска баруу", "поездка на курсы", "courses"
    PARTICIPATION = (
        "participation",
        "эмгекке катышуу коэффициенти (КТУ)",
        "коэффициент трудового участия (КТУ)",
        "labour participation (КТУ)",
    )


# these have records of their own, so they are not entered as an activity a second time
RECORDED_APART = frozenset(
    {
        ActivityKind.MUTUAL_VISITS,
        ActivityKind.COURSE_ATTENDANCE,
        ActivityKind.MENTORING,
        ActivityKind.OPEN_LESSONS,
    }
)


@dataclass(frozen=True, slots=True)
class Shape:
    """Which values a kind of work has.

    Attributes:
        needs: values that must be there; `may`: further values of the kind. A value of another kind is refused.
        bodies: kinds of bodies that do such work.
        of_member: its person has to be in the body on that day.
        own: a member may enter it about themselves.
        once: one for each person and year.
    """

    needs: frozenset[str]
    may: frozenset[str] = frozenset()
    bodies: frozenset[BodyKind] = frozenset({BodyKind.ASSOCIATION})
    of_member: bool = False
    own: bool = False
    once: bool = False

    @property
    def values(self) -> frozenset[str]:
        """Every value of the kind."""
        return self.needs | self.may


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


SHAPES: dict[WorkKind, Shape] = {
    WorkKind.ACTIVITY: Shape(
        _names("what"),
        _names("title until subject person note"),
        bodies=frozenset({BodyKind.ASSOCIATION, BodyKind.COUNCIL}),
    ),
    WorkKind.SEMINAR: Shape(_names("seminar_kind title"), _names("person note lessons")),
    WorkKind.VISIT: Shape(
        _names("person teacher"), _names("class_name title entered_late necessity criticised note"), own=True
    ),
    WorkKind.TOPIC: Shape(_names("person title"), _names("heard_on note"), of_member=True, own=True, once=True),
    WorkKind.CREATIVE_REPORT: Shape(
        _names("person title"), _names("heard_on handed_on note"), of_member=True, own=True
    ),
    WorkKind.COURSE: Shape(
        _names("person title"), _names("until pre_checked_on post_checked_on essay_on heard_on note"), of_member=True
    ),
    WorkKind.PARTICIPATION: Shape(frozenset(), _names("own_commission analysed_on note")),
}
# values of some kinds only; the others belong to every kind or to nearly all
TOLD_APART = _names(
    "what subject seminar_kind teacher class_name entered_late necessity criticised handed_on heard_on pre_checked_on post_checked_on"
    " essay_on own_commission analysed_on"
)
# what others than the member confirm
NOT_ONE_S_OWN = _names("handed_on heard_on")
# days after which something happened to the work, in the words of the form
LATER_DAYS = ("until", "handed_on", "heard_on", "pre_checked_on", "post_checked_on", "essay_on", "analysed_on")


class Side(Code):
    """Whose report on a mentoring pair it is."""

    MENTOR = "mentor", "насаатчы", "наставник", "mentor"
    YOUNG = "young", "жаш мугалим", "молодой учитель", "young teacher"
