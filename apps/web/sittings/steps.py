"""What is done to a sitting on its way, one step at a time: each with its form, its verb and the states in which it is offered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.rulebook.enums import ItemKind
from apps.sittings.domain.agenda import add_item, drop_item
from apps.sittings.domain.inputs import ItemInput
from apps.sittings.domain.invite import answer_invitation
from apps.sittings.domain.minutes import archive_minutes, correct_minutes, draft_minutes, file_minutes, put_signature
from apps.sittings.domain.plan import postpone_sitting
from apps.sittings.domain.series import repeat_sitting
from apps.sittings.domain.session import lapse_sitting
from apps.sittings.enums import ENDED, Answer, MinutesState, SittingState
from apps.sittings.models import AgendaItem, Minutes, Sitting
from apps.sittings.queries.detail import SittingDetail
from apps.sittings.queries.lists import COMING
from apps.sittings.queries.signers import signers_of
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm, day_field, text_field
from apps.web.sittings.forms import kinds_of_items

LANGUAGES = (("ky", "Кыргызча"), ("ru", "Русский"))


class PostponeForm(PageForm):
    to_day = day_field(_("Day of the sitting"))
    reason = text_field(_("Why is it moved?"), most=300)


class LapseForm(PageForm):
    reason = text_field(_("How many came"), most=300, required=False)


class RepeatForm(PageForm):
    planned_on = day_field(_("Day of the sitting"))


class AnswerForm(PageForm):
    answer = forms.ChoiceField(label=_("Will you come?"), widget=forms.RadioSelect)
    reason = text_field(_("Reason of absence"), most=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [  # type: ignore[attr-defined]
            (answer.value, answer.label.in_(reader_language())) for answer in Answer
        ]


class ItemForm(PageForm):
    text = text_field(_("Question"), most=500)
    kind = forms.ChoiceField(label=_("What it is for"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds_of_items()  # type: ignore[attr-defined]


class DropForm(PageForm):
    item = forms.IntegerField(min_value=1, max_value=2**62)


class DraftForm(PageForm):
    language = forms.ChoiceField(label=_("Language of the minutes"), choices=LANGUAGES)


class OnForm(PageForm):
    on = day_field(_("Day"))


class CorrectForm(OnForm):
    text = text_field(_("What is wrong and how it should read"), most=2000, rows=3)


class FileForm(OnForm):
    folder = text_field(_("Folder"), most=120)


Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a sitting's life.

    Attributes:
        title: on the button; note: what the step binds; done: said afterwards.
        right: what it needs within the body; None where the verb looks at the person.
        fits: whether it is offered in this state.
    """

    title: Promise
    icon: str
    form: type[PageForm]
    right: Permission | None
    fits: Callable[[SittingDetail, Actor], bool]
    do: Callable[[Actor, Sitting, Data], Any]
    done: Promise
    note: Promise | str = ""
    kind: str = ""


def minutes_of(sitting: Sitting) -> Minutes | None:
    """The minutes that came with the sitting, if there are any."""
    found: Minutes | None = getattr(sitting, "minutes", None)
    return found


def _is_coming(detail: SittingDetail, actor: Actor) -> bool:
    return detail.sitting.state in COMING


def _in_state(*states: MinutesState | None) -> Callable[[SittingDetail, Actor], bool]:
    def fits(detail: SittingDetail, actor: Actor) -> bool:
        minutes = minutes_of(detail.sitting)
        return detail.sitting.state is SittingState.HELD and (minutes.state if minutes else None) in states

    return fits


def _signs_now(detail: SittingDetail, actor: Actor) -> bool:
    minutes, sitting = minutes_of(detail.sitting), detail.sitting
    if actor.person_id is None or sitting.held_on is None or (minutes is not None and minutes.signed_on):
        return False
    usual = signers_of(sitting.body, sitting.held_on, sitting)
    chair = minutes.chair_id if minutes and minutes.chair_id else usual.chair and usual.chair.pk
    keeper = minutes.secretary_id if minutes and minutes.secretary_id else usual.keeper and usual.keeper.pk
    waits = {
        chair: minutes is None or minutes.chair_signed_on is None,
        keeper: minutes is None or minutes.secretary_signed_on is None,
    }
    return waits.get(actor.person_id, False)


def _may_lapse(detail: SittingDetail, actor: Actor) -> bool:
    row = detail.sitting
    due = row.planned_on is not None and row.planned_on <= actor.today
    return due and (row.state in COMING or row.state is SittingState.OPEN)


def _answers(detail: SittingDetail, actor: Actor) -> bool:
    invited = {row.person_id for row in detail.invitations}
    return detail.sitting.state not in ENDED and actor.person_id in invited


def _add(actor: Actor, sitting: Sitting, data: Data) -> None:
    kind = ItemKind.of(data["kind"]) if data["kind"] else ItemKind.OTHER
    add_item(by=actor, sitting=sitting, item=ItemInput(text=data["text"], kind=kind), on=actor.today)


def _drop(actor: Actor, sitting: Sitting, data: Data) -> None:
    item = AgendaItem.objects.filter(pk=data["item"], sitting=sitting).select_related("sitting").first()
    if item is None:
        raise NOT_FOUND()
    drop_item(by=actor, item=item)


def _answer(actor: Actor, sitting: Sitting, data: Data) -> None:
    answer_invitation(
        by=actor, sitting=sitting, answer=Answer.of(data["answer"]), reason=data["reason"], at=timezone.now()
    )


P = Permission
STEPS: dict[str, Step] = {
    "answer": Step(
        _("Will you come?"), "check", AnswerForm, None, _answers, _answer, _("Your answer is kept."), kind="primary"
    ),
    "add": Step(
        _("Add a question"), "plus", ItemForm, P.SITTING_PLAN, _is_coming, _add, _("The question is on the agenda."),
        note=_("After the announcement the question is marked as added and judged by its own day."),
    ),
    "drop": Step(
        _("Take off"), "minus", DropForm, P.SITTING_PLAN, lambda detail, actor: False, _drop,
        _("The question is taken off the agenda."),
    ),
    "postpone": Step(
        _("Move to another day"), "calendar", PostponeForm, P.SITTING_PLAN, _is_coming,
        lambda by, row, data: postpone_sitting(by=by, sitting=row, **data), _("The sitting is moved. Announce it anew."),
        note=_("The members have to be told again, and notice counts from the new announcement."),
    ),
    "lapse": Step(
        _("No quorum: it did not come about"), "close", LapseForm, P.SITTING_RECORD, _may_lapse,
        lambda by, row, data: lapse_sitting(by=by, sitting=row, **data),
        _("It is on record that the sitting lapsed. Call it again."),
        note=_("The sitting counts as not held. It can be called again with the same questions."), kind="danger",
    ),
    "repeat": Step(
        _("Call it again"), "refresh", RepeatForm, P.SITTING_PLAN,
        lambda detail, actor: detail.sitting.state is SittingState.LAPSED,
        lambda by, row, data: repeat_sitting(by=by, sitting=row, **data),
        _("The repeated sitting is on the calendar. Announce its agenda in time."), kind="primary",
    ),
    "draft": Step(
        _("Draft the minutes"), "document", DraftForm, P.SITTING_RECORD, _in_state(None, MinutesState.DRAFT),
        lambda by, row, data: draft_minutes(by=by, sitting=row, **data), _("The minutes are drafted."),
    ),
    "put": Step(
        _("Sign my part"), "seal", OnForm, None, _signs_now,
        lambda by, row, data: put_signature(by=by, sitting=row, **data), _("Your signature is on record."),
        note=_("The second of the two signatures seals the minutes: nothing of them can be changed afterwards."),
        kind="primary",
    ),
    "file": Step(
        _("Put into the folder"), "folder", FileForm, P.SITTING_RECORD, _in_state(MinutesState.SIGNED),
        lambda by, row, data: file_minutes(by=by, sitting=row, **data), _("The minutes are filed."),
    ),
    "archive": Step(
        _("Hand over to the archive"), "archive", OnForm, P.SITTING_RECORD, _in_state(MinutesState.FILED),
        lambda by, row, data: archive_minutes(by=by, sitting=row, **data), _("The minutes are in the archive."),
    ),
    "correct": Step(
        _("Add a correction"), "edit", CorrectForm, P.MINUTES_SIGN,
        _in_state(MinutesState.SIGNED, MinutesState.FILED, MinutesState.ARCHIVED),
        lambda by, row, data: correct_minutes(by=by, sitting=row, **data), _("The correction stands beside the minutes."),
        note=_("The minutes stay as they were signed; the note becomes part of the same chain."),
    ),
}  # fmt: skip


def step_form(name: str, actor: Actor, data: Any = None, sitting: Sitting | None = None) -> PageForm:
    """The form of a step with today and the present choices filled in."""
    minutes = minutes_of(sitting) if sitting else None
    initial = {"on": actor.today, "language": minutes.language if minutes else "ky"}
    return STEPS[name].form(data, initial=initial, auto_id=f"{name}-%s")


def offered(detail: SittingDetail, actor: Actor, forms_given: Mapping[str, PageForm]) -> list[dict[str, Any]]:
    """Steps this person may take now, each with its form."""
    row = detail.sitting
    found = []
    for name, step in STEPS.items():
        may = step.right is None or actor.may(step.right, body_id=row.body_id)
        if may and step.fits(detail, actor):
            form = forms_given.get(name) or step_form(name, actor, sitting=row)
            found.append({"name": name, "step": step, "form": form})
    return found
