"""Forms of papers: chosen, drafted, entered from paper, signed, answered, revoked."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.acts.models import Act
from apps.bodies.models import Body
from apps.people.models import Person
from apps.rulebook.enums import ActKind, Purpose, Role
from apps.rulebook.enums import Body as Decider
from apps.web.bodies.forms import ActField, member
from apps.web.forms import PageForm, day_field, text_field
from apps.web.people_choices import PersonField, code_choices

LANGUAGES = (("ky", "Кыргызча"), ("ru", "Русский"))
DRAFTED = (ActKind.ORDER, ActKind.SUBMISSION)
SIGNERS = (
    Role.DIRECTOR,
    Role.DEPUTY_OTI,
    Role.DEPUTY_SCI_METHODICAL,
    Role.DEPUTY_METHODICAL,
    Role.DEPUTY_UPBRINGING,
    Role.HEAD_OF_STUDIES,
    Role.METHODIST,
    Role.COUNCIL_CHAIR,
    Role.ASSOCIATION_HEAD,
)
DECIDERS = (
    Decider.PEDAGOGICAL_COUNCIL,
    Decider.COUNCIL,
    Decider.ASSOCIATION,
    Decider.PEDAGOGICAL_COLLECTIVE,
    Decider.KTU_COMMISSION,
    Decider.CREATIVE_GROUP,
)


class AboutForm(PageForm):
    """What every paper says: about which body, why, whom it concerns."""

    purpose = forms.ChoiceField(label=_("What it is about"), required=False)
    body = forms.ChoiceField(label=_("About which body"), required=False)
    basis = ActField(label=_("On the basis of"), required=False)
    persons = forms.MultipleChoiceField(
        label=_("Whom it concerns"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("Several people: hold Ctrl while you choose."),
    )

    def __init__(
        self, *args: Any, bodies: Iterable[Body], acts: Iterable[Act], people: Iterable[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = {str(body.pk): body for body in bodies}
        self.people = {str(person.pk): person for person in people}
        fields: Any = self.fields
        fields["purpose"].choices = code_choices(Purpose, blank="—")
        fields["body"].choices = [("", "—"), *((number, body.name) for number, body in self.bodies.items())]
        fields["basis"].offer(acts)
        fields["persons"].choices = [(number, person.full_name) for number, person in self.people.items()]

    def about(self) -> dict[str, Any]:
        """The common values as the verbs take them."""
        data = self.cleaned_data
        body = self.bodies.get(data["body"])
        return {
            "purpose": member(Purpose, data["purpose"]),
            "subject": ("body", body.pk) if body else None,
            "basis": data["basis"],
            "persons": [self.people[number] for number in data["persons"]],
        }


class DraftForm(AboutForm):
    """An order or a submission is prepared for signature."""

    kind = forms.ChoiceField(label=_("Kind of paper"))
    language = forms.ChoiceField(label=_("Language of the paper"), choices=LANGUAGES)
    act_date = day_field(_("Date"))
    title = text_field(_("Title"), most=300)
    text = text_field(_("Text"), most=20_000, rows=12)
    field_order = ("kind", "purpose", "body", "language", "act_date", "title", "text", "basis", "persons")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = code_choices(DRAFTED)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What the verb takes."""
        data = self.cleaned_data
        plain = {name: data[name] for name in ("language", "act_date", "title", "text")}
        return self.about() | plain | {"kind": ActKind.of(data["kind"])}


class RecordForm(AboutForm):
    """A paper that exists is entered as it stands."""

    kind = forms.ChoiceField(label=_("Kind of paper"))
    number = text_field(_("Number"), most=40, required=False)
    act_date = day_field(_("Date on the paper"))
    signed_by = PersonField(label=_("Signed by"), required=False)
    signed_role = forms.ChoiceField(label=_("In which office"), required=False)
    decided_by = forms.ChoiceField(
        label=_("Decided by"), required=False, help_text=_("For decisions of a body; orders are signed instead.")
    )
    title = text_field(_("Title"), most=300, required=False)
    text = text_field(_("Text"), most=20_000, required=False, rows=6)
    field_order = (
        "kind", "purpose", "body", "number", "act_date", "signed_by", "signed_role", "decided_by", "title", "text",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["kind"].choices = code_choices(ActKind)
        fields["signed_role"].choices = code_choices(SIGNERS, blank="—")
        fields["decided_by"].choices = code_choices(DECIDERS, blank="—")
        fields["signed_by"].offer(self.people.values())

    def values(self) -> dict[str, Any]:
        """What the verb takes."""
        data = self.cleaned_data
        plain = {name: data[name] for name in ("number", "act_date", "signed_by", "title", "text")}
        return (
            self.about()
            | plain
            | {
                "kind": ActKind.of(data["kind"]),
                "signed_role": member(Role, data["signed_role"]),
                "decided_by": member(Decider, data["decided_by"]),
            }
        )


class ChangeForm(PageForm):
    """A draft is written anew."""

    act_date = day_field(_("Date"))
    title = text_field(_("Title"), most=300)
    text = text_field(_("Text"), most=20_000, rows=12)


class SignForm(PageForm):
    """The paper is signed here."""

    act_date = day_field(_("Date of signing"))
    number = text_field(
        _("Number"), most=40, required=False, help_text=_("Empty: the next number of the year is given.")
    )


class AnswerForm(PageForm):
    """A submission is accepted or declined."""

    answer = forms.ChoiceField(label=_("Answer"), widget=forms.RadioSelect())
    reply = text_field(_("Reason"), most=500, required=False, help_text=_("Needed when it is declined."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = (("accept", _("Accept")), ("decline", _("Decline")))
        self.fields["answer"].choices = choices  # type: ignore[attr-defined]


class RevokeForm(PageForm):
    """A paper has been revoked."""

    revoked_on = day_field(_("Revoked on"))
    reason = text_field(_("Reason"), most=300, required=False)
    revoked_by = ActField(label=_("By which paper"), required=False)

    def __init__(self, *args: Any, acts: Iterable[Act], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["revoked_by"].offer(acts)  # type: ignore[attr-defined]


class SureForm(PageForm):
    """Nothing to fill in: the person confirms by the button."""
