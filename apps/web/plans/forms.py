"""Forms of monthly plans and of the schedule of open lessons."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.people.models import Person
from apps.plans.domain.lessons import LessonInput
from apps.plans.domain.months import MonthLine
from apps.plans.enums import LessonKind
from apps.web.forms import PageForm, day_field, text_field
from apps.web.people_choices import PersonField, code_choices


class LineForm(PageForm):
    """A line of a month."""

    text = text_field(_("What will be done"), most=500)
    responsible = PersonField(label=_("Responsible"), required=False)
    due_on = day_field(_("Until"), required=False)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["responsible"].offer(people)  # type: ignore[attr-defined]

    def line(self) -> MonthLine:
        """What the verb takes."""
        return MonthLine(**self.cleaned_data)


class MadeForm(PageForm):
    """The day on which a month's plan was made."""

    made_on = day_field(_("Made on"))


class LessonForm(PageForm):
    """A line of the schedule."""

    kind = forms.ChoiceField(label=_("What it is"))
    day = day_field(_("Day"))
    topic = text_field(_("Topic"), most=300)
    teacher = PersonField(label=_("Who gives it"), required=False)
    class_name = text_field(_("Class"), most=20, required=False)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = code_choices(LessonKind)  # type: ignore[attr-defined]
        self.fields["teacher"].offer(people)  # type: ignore[attr-defined]

    def lesson(self) -> LessonInput:
        """What the verb takes."""
        return LessonInput(**self.cleaned_data | {"kind": LessonKind.of(self.cleaned_data["kind"])})


class ScheduleForm(PageForm):
    """When the schedule was drawn up and approved."""

    made_on = day_field(_("Drawn up on"), help_text=_("Not after its first lesson."))
    approved_on = day_field(_("Approved on"), required=False)


class MoveForm(PageForm):
    """Another day for a lesson."""

    day = day_field(_("New day"))
    reason = text_field(_("Reason"), most=300)


class CancelForm(PageForm):
    """A lesson that does not take place."""

    reason = text_field(_("Reason"), most=300)
