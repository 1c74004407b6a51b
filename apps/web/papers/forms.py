"""Forms of papers on their way: what they say, and each step they take."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.acts.models import Act
from apps.bodies.models import Body
from apps.core.actor import Actor
from apps.people.models import Person
from apps.proposals.domain.inputs import PaperInput
from apps.proposals.enums import ABOUT_A_PERSON, DECIDING_KINDS, RECIPIENTS, Family, Level, PaperKind
from apps.proposals.models import Paper
from apps.rulebook.catalogues import Contest
from apps.rulebook.enums import ActKind, ReportForm, Role
from apps.sittings.models import AgendaItem, Sitting
from apps.web.blocks.dates import long_date
from apps.web.bodies.forms import ActField, member
from apps.web.findings.present import reader_language, sitting_words
from apps.web.forms import PageForm, day_field, text_field
from apps.web.people_choices import PersonField, code_choices

OF_REPORTS, OF_CONTESTS = ("recipient", "form"), ("contest", "contest_name")


def unused(kind: PaperKind) -> list[str]:
    """Fields a paper of this kind has no use for."""
    family = kind.family
    return [
        *(() if family is Family.MATERIAL else ("used_from",)),
        *(() if family is Family.REPORT else OF_REPORTS),
        *(() if family is Family.NOMINATION else ("level",)),
        *(() if kind is PaperKind.CONTEST else OF_CONTESTS),
        *(("person",) if family is Family.REPORT else ()),
    ]


class PaperForm(PageForm):
    """A paper of one kind: only what that kind asks for."""

    body = forms.ChoiceField(label=_("Whose paper it is"), required=False)
    title = text_field(_("Title"), most=300)
    person = PersonField(label=_("Whom it is about"), required=False)
    recipient = forms.ChoiceField(label=_("Handed to"))
    form = forms.ChoiceField(label=_("How it is given"))
    used_from = day_field(
        _("Used from"),
        required=False,
        help_text=_("The association approves it before this day. Empty: not known yet."),
    )
    contest = forms.ChoiceField(label=_("Contest"), required=False)
    contest_name = text_field(_("Or another contest"), most=200, required=False)
    level = forms.ChoiceField(label=_("Level"), required=False)
    text = text_field(_("Text"), most=20_000, required=False, rows=8)

    def __init__(
        self, *args: Any, kind: PaperKind, bodies: Iterable[Body], people: Iterable[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = {str(body.pk): body for body in bodies}
        fields: Any = self.fields
        rows = [(number, body.name) for number, body in self.bodies.items()]
        alone = kind.family in (Family.PROGRAMME, Family.NOMINATION)
        fields["body"].choices = [*((("", _("the school's leadership itself")),) if alone else ()), *rows]
        fields["person"].offer(people)
        fields["person"].required = kind in ABOUT_A_PERSON
        fields["recipient"].choices = code_choices(RECIPIENTS)
        fields["form"].choices = code_choices(ReportForm)
        fields["contest"].choices = code_choices(Contest, blank="—")
        fields["level"].choices = code_choices(Level, blank="—")
        for name in unused(kind):
            del fields[name]

    def chosen_body(self) -> Body | None:
        """Whose paper it is."""
        return self.bodies.get(self.cleaned_data.get("body", ""))

    def content(self) -> PaperInput:
        """What the verb takes."""
        data = self.cleaned_data
        plain = {name: data[name] for name in ("title", "text", "person", "used_from", "contest_name") if name in data}
        return PaperInput(
            **plain,
            recipient=member(Role, data.get("recipient", "")),
            form=member(ReportForm, data.get("form", "")),
            contest=member(Contest, data.get("contest", "")),
            level=member(Level, data.get("level", "")),
        )


def initial_of(row: Paper) -> dict[str, Any]:
    """A paper as its form shows it."""
    codes = {name: getattr(row, name) for name in ("recipient", "form", "contest", "level")}
    plain = {name: getattr(row, name) for name in ("title", "text", "used_from", "contest_name")}
    return {name: value.value if value else "" for name, value in codes.items()} | plain | {"person": row.person_id}


class AgendaForm(PageForm):
    """The paper goes on the agenda of a coming sitting."""

    sitting = forms.ChoiceField(label=_("Sitting"))

    def __init__(self, *args: Any, sittings: Sequence[Sitting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sittings = {str(row.pk): row for row in sittings}
        choices = [(number, f"{row.body.name}: {coming(row)}") for number, row in self.sittings.items()]
        self.fields["sitting"].choices = choices  # type: ignore[attr-defined]


def coming(row: Sitting) -> str:
    """`sitting No. 4, 27 November 2026`."""
    return sitting_words(row.number, row.held_on or row.planned_on)


class QuestionForm(PageForm):
    """A body has dealt with the paper in a question of its agenda."""

    item = forms.ChoiceField(label=_("Question"))
    kind = forms.ChoiceField(
        label=_("What the body did"),
        required=False,
        help_text=_("Empty: what such a body usually does with such a paper."),
    )

    def __init__(self, *args: Any, items: Sequence[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = {str(row.pk): row for row in items}
        fields: Any = self.fields
        fields["item"].choices = [(number, question(row)) for number, row in self.items.items()]
        kinds = [kind for kind in ActKind if kind in DECIDING_KINDS]
        fields["kind"].choices = code_choices(kinds, blank="—")


def question(row: AgendaItem) -> str:
    """`Council, 15 October 2026: the question`."""
    day = row.sitting.held_on or row.sitting.planned_on
    when = f", {long_date(day, reader_language())}" if day else ""
    return f"{row.sitting.body.name}{when}: {row.text[:80]}"


class DecisionForm(PageForm):
    """A decision is on record as a paper."""

    act = ActField(label=_("Decision"))

    def __init__(self, *args: Any, acts: Iterable[Act], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["act"].offer(acts)  # type: ignore[attr-defined]


class DayForm(PageForm):
    """Something happened on a day."""

    on = day_field(_("Day"))


class ResultForm(PageForm):
    """How a nomination ended."""

    result = text_field(_("Result"), most=300)
    on = day_field(_("Day"))


class WithdrawPaperForm(PageForm):
    """The paper is taken back."""

    reason = text_field(_("Why is it withdrawn?"), most=300)


class AttachForm(PageForm):
    """The paper itself, or a part of it."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("A photo or a paper: PDF, JPEG, PNG, DOCX or XLSX."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.docx,.xlsx"}),
        allow_empty_file=True,
    )


class PlainForm(PageForm):
    """Nothing but the wish."""


def today_in(actor: Actor) -> dict[str, Any]:
    """The day a form starts with."""
    return {"on": actor.today}
