"""One short form for each kind of work: only its fields, the likely values filled in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.activities.enums import SHAPES, Side, WorkKind
from apps.people.enums import Subject
from apps.people.models import Person
from apps.plans.models import ScheduleEntry
from apps.rulebook.catalogues import ActivityKind, SeminarKind
from apps.web.activities.kinds import Choice, what_options
from apps.web.blocks.dates import day_and_month
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm, day_field, text_field
from apps.web.people_choices import PersonField, code_choices

K = WorkKind
# the words of a field where a kind has its own
WORDS: dict[tuple[WorkKind, str], Promise] = {
    (K.TOPIC, "day"): _("Chosen on"),
    (K.CREATIVE_REPORT, "day"): _("Given on"),
    (K.COURSE, "day"): _("First day"),
    (K.PARTICIPATION, "day"): _("The commission was made on"),
    (K.TOPIC, "title"): _("Topic"),
    (K.CREATIVE_REPORT, "title"): _("Topic"),
    (K.SEMINAR, "title"): _("Topic"),
    (K.COURSE, "title"): _("Which course"),
    (K.VISIT, "title"): _("Topic of the lesson"),
    (K.VISIT, "person"): _("Who visited"),
    (K.TOPIC, "person"): _("Whose"),
    (K.CREATIVE_REPORT, "person"): _("Whose"),
    (K.COURSE, "person"): _("Who goes"),
    (K.VISIT, "note"): _("What was noted"),
}
MAKERS: dict[str, Callable[[Any, bool], forms.Field]] = {
    "title": lambda label, need: text_field(label or _("What it was about"), most=300, required=need),
    "note": lambda label, need: text_field(label or _("What came of it"), most=1000, required=need, rows=3),
    "until": lambda label, need: day_field(label or _("Last day"), required=need),
    "class_name": lambda label, need: text_field(label or _("Class"), most=20, required=need),
    "person": lambda label, need: PersonField(label=label or _("Who was responsible"), required=need),
    "teacher": lambda label, need: PersonField(label=label or _("Whose lesson"), required=need),
    "subject": lambda label, need: forms.ChoiceField(label=label or _("Subject"), required=need),
    "seminar_kind": lambda label, need: forms.ChoiceField(label=label or _("What it was"), required=need),
    "what": lambda label, need: forms.ChoiceField(label=label or _("What it was"), required=need),
    "lessons": lambda label, need: forms.MultipleChoiceField(
        label=label or _("Open lessons and events that went with it"),
        required=need,
        widget=forms.CheckboxSelectMultiple(),
        help_text=_("Those of the schedule that are marked as held."),
    ),
    "entered_late": lambda label, need: forms.BooleanField(
        label=_("Entered after the lesson had begun"), required=False
    ),
    "necessity": lambda label, need: text_field(
        _("Why that was necessary"), most=200, required=need, help_text=_("Only when the lesson had begun.")
    ),
    "criticised": lambda label, need: forms.BooleanField(
        label=_("The teacher was criticised during the lesson"), required=False
    ),
    "handed_on": lambda label, need: day_field(_("Handed to the leadership on"), required=need),
    "heard_on": lambda label, need: day_field(_("Heard by the association on"), required=need),
    "pre_checked_on": lambda label, need: day_field(_("Task before the course checked on"), required=need),
    "post_checked_on": lambda label, need: day_field(_("Task after the course checked on"), required=need),
    "essay_on": lambda label, need: day_field(_("Written essay received on"), required=need),
    "own_commission": lambda label, need: forms.BooleanField(
        label=_("The association itself made the commission"), required=False
    ),
    "analysed_on": lambda label, need: day_field(_("Analysed together with the commission on"), required=need),
}
ORDER = (
    "what",
    "seminar_kind",
    "person",
    "teacher",
    "class_name",
    "title",
    "subject",
    "until",
    "lessons",
    "own_commission",
    "pre_checked_on",
    "post_checked_on",
    "essay_on",
    "analysed_on",
    "heard_on",
    "handed_on",
    "entered_late",
    "necessity",
    "criticised",
    "note",
)


@dataclass(frozen=True, slots=True)
class Offered:
    """What a form has to choose from.

    Attributes:
        people: members who may have done it; `staff`: everyone whose lesson may be visited.
        hidden: fields the person may not fill in.
    """

    people: Iterable[Person] = ()
    staff: Iterable[Person] = ()
    lessons: Iterable[ScheduleEntry] = ()
    hidden: frozenset[str] = field(default_factory=frozenset)


class WorkForm(PageForm):
    """A record of one kind of work."""

    def __init__(self, data: Any = None, *, choice: Choice, offered: Offered, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        shape = SHAPES[choice.kind]
        self.rare = choice.rare
        self.lessons = {str(entry.pk): entry for entry in offered.lessons}
        self.fields["day"] = day_field(WORDS.get((choice.kind, "day"), _("Day")))
        for name in ORDER:
            if name in shape.values - offered.hidden and not (name == "lessons" and not self.lessons):
                self.fields[name] = MAKERS[name](WORDS.get((choice.kind, name)), name in shape.needs)
        self._offer(choice, offered)

    def _offer(self, choice: Choice, offered: Offered) -> None:
        options: dict[str, Any] = {
            "what": what_options(choice.whats),
            "seminar_kind": code_choices(SeminarKind),
            "subject": code_choices(Subject, blank="—"),
            "lessons": [(number, lesson_words(entry)) for number, entry in self.lessons.items()],
        }
        for name, rows in options.items():
            if name in self.fields:
                self.fields[name].choices = rows  # type: ignore[attr-defined]
        for name, people in (("person", offered.people), ("teacher", offered.staff)):
            if name in self.fields:
                self.fields[name].offer(people)  # type: ignore[attr-defined]

    def common(self) -> list[forms.BoundField]:
        """The fields that every record of the kind fills in."""
        return [one for one in self if one.name not in self.rare]

    def folded(self) -> list[forms.BoundField]:
        """The fields that most records leave alone."""
        return [one for one in self if one.name in self.rare]

    def unfolded(self) -> bool:
        """Whether one of those is filled in or wrong."""
        return any(one.errors or one.value() for one in self.folded())

    def values(self) -> dict[str, Any]:
        """What the verb takes."""
        data = dict(self.cleaned_data)
        if data.get("what"):
            data["what"] = ActivityKind.of(data["what"])
        if data.get("seminar_kind"):
            data["seminar_kind"] = SeminarKind.of(data["seminar_kind"])
        if "lessons" in data:
            data["lessons"] = [self.lessons[number] for number in data["lessons"]]
        return data


def lesson_words(entry: ScheduleEntry) -> str:
    """`12-февралы · Пифагор теоремасы`."""
    return f"{day_and_month(entry.day, reader_language())} · {entry.topic}"


class PairForm(PageForm):
    """A mentor and a young teacher."""

    mentor = PersonField(label=_("Mentor"))
    young = PersonField(label=_("Young teacher"))
    proposed_on = day_field(_("Proposed by the association on"), required=False)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = list(people)
        for name in ("mentor", "young"):
            self.fields[name].offer(rows)  # type: ignore[attr-defined]


class PairStepsForm(PageForm):
    """How far a pair has come."""

    proposed_on = day_field(_("Proposed by the association on"), required=False)
    mentor_plan_on = day_field(_("The mentor's plan was approved on"), required=False)
    young_plan_on = day_field(_("The young teacher's plan was approved on"), required=False)
    closed_on = day_field(_("The mentoring ended on"), required=False)
    note = text_field(_("Note"), most=300, required=False)


class OrderForm(PageForm):
    """The director's order on a pair."""

    act_date = day_field(_("Date of the order"))
    number = text_field(_("Number of the order"), most=40)
    signed_by = PersonField(label=_("Signed by"), required=False)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signed_by"].offer(people)  # type: ignore[attr-defined]


class ReportForm(PageForm):
    """A report on mentoring."""

    given_by = forms.ChoiceField(label=_("Whose report"))
    day = day_field(_("Received on"))
    note = text_field(_("Note"), most=500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["given_by"].choices = code_choices(Side)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What the verb takes."""
        return self.cleaned_data | {"given_by": Side.of(self.cleaned_data["given_by"])}
