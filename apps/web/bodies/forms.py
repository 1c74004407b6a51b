"""Forms of bodies, memberships, candidates and directions."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.acts.models import Act
from apps.bodies.enums import BodyKind, DirectionsPart, MembershipRole
from apps.bodies.models import Body
from apps.people.models import Person
from apps.rulebook.enums import AssociationKind, CouncilKind, MemberCategory
from apps.sittings.models import Sitting
from apps.web.acts.words import act_words
from apps.web.bodies.words import sitting_choice
from apps.web.forms import PageForm, day_field, text_field
from apps.web.people_choices import PersonField, SubjectsField, code_choices


def member(enum: Any, value: str) -> Any:
    """The member of a list of codes; None for nothing."""
    return enum.of(value) if value else None


class BodyForm(PageForm):
    """What of a body may be written anew."""

    name = text_field(_("Name"), most=200)
    subjects = SubjectsField(
        label=_("Subjects of its education areas"), help_text=_("For associations of subject teachers.")
    )
    parent = forms.ChoiceField(label=_("Works under"), required=False)
    purpose = text_field(
        _("What it is for"), most=500, required=False, rows=2, help_text=_("For creative and temporary groups.")
    )
    works_until = day_field(
        _("Planned to end on"), required=False, help_text=_("A reminder only: a body ends by an act, never by itself.")
    )

    def __init__(self, *args: Any, bodies: Iterable[Body], kept: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = {str(body.pk): body for body in bodies}
        rows = [("", "—"), *((number, body.name) for number, body in self.bodies.items())]
        self.fields["parent"].choices = rows  # type: ignore[attr-defined]
        self.fields["subjects"].offer(kept)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What the verb takes."""
        data = self.cleaned_data
        return data | {"parent": self.bodies.get(data["parent"])}


class NewBodyForm(BodyForm):
    """A body that the school has created."""

    kind = forms.ChoiceField(label=_("What it is"))
    association_kind = forms.ChoiceField(label=_("Kind of association"), required=False)
    council_kind = forms.ChoiceField(label=_("Kind of council"), required=False)
    created_on = day_field(_("Created on"), help_text=_("The day from which the order holds."))
    field_order = ("kind", "association_kind", "council_kind", "name", "created_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, enum, blank in (
            ("kind", BodyKind, None),
            ("association_kind", AssociationKind, "—"),
            ("council_kind", CouncilKind, "—"),
        ):
            self.fields[name].choices = code_choices(enum, blank=blank)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What the verb takes; a kind that does not belong to the body is left out."""
        data = super().values()
        kind = BodyKind.of(data["kind"])
        association = member(AssociationKind, data["association_kind"]) if kind is BodyKind.ASSOCIATION else None
        council = member(CouncilKind, data["council_kind"]) if kind is BodyKind.COUNCIL else None
        return data | {"kind": kind, "association_kind": association, "council_kind": council}


class ActField(forms.ChoiceField):
    """A paper on record; becomes the paper."""

    def offer(self, acts: Iterable[Act]) -> None:
        """Offer these papers."""
        self.acts = {str(act.pk): act for act in acts}
        self.choices = [("", "—"), *((number, act_words(act)) for number, act in self.acts.items())]

    def clean(self, value: Any) -> Any:
        """The paper, or None."""
        return self.acts.get(super().clean(value))


class SittingField(forms.ChoiceField):
    """A held sitting; becomes the sitting."""

    def offer(self, sittings: Iterable[Sitting]) -> None:
        """Offer these sittings."""
        self.sittings = {str(row.pk): row for row in sittings}
        self.choices = [("", "—"), *((number, sitting_choice(row)) for number, row in self.sittings.items())]

    def clean(self, value: Any) -> Any:
        """The sitting, or None."""
        return self.sittings.get(super().clean(value))


class DissolveForm(PageForm):
    """An order dissolves the body."""

    dissolved_on = day_field(_("Dissolved on"), help_text=_("First day without it."))
    act = ActField(label=_("Order"), required=False)

    def __init__(self, *args: Any, acts: Iterable[Act], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["act"].offer(acts)  # type: ignore[attr-defined]


class MemberForm(PageForm):
    """A person comes into a body."""

    person = PersonField(label=_("Person"))
    role = forms.ChoiceField(label=_("Part in the body"))
    category = forms.ChoiceField(label=_("Why they sit in the council"), required=False)
    valid_from = day_field(_("From"))
    valid_until = day_field(_("Until"), required=False, help_text=_("First day without them; empty: for an open time."))
    act = ActField(label=_("By which paper"), required=False)

    def __init__(self, *args: Any, body: Body, people: Iterable[Person], acts: Iterable[Act], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].offer(people)  # type: ignore[attr-defined]
        self.fields["act"].offer(acts)  # type: ignore[attr-defined]
        self.fields["role"].choices = code_choices(MembershipRole)  # type: ignore[attr-defined]
        self.fields["category"].choices = code_choices(MemberCategory, blank="—")  # type: ignore[attr-defined]
        if body.kind is not BodyKind.COUNCIL:
            del self.fields["category"]

    def values(self) -> dict[str, Any]:
        """What the verb takes."""
        data = self.cleaned_data
        category = member(MemberCategory, data.get("category", ""))
        return data | {"role": MembershipRole.of(data["role"]), "category": category}


class EndForm(PageForm):
    """A membership ends."""

    valid_until = day_field(_("First day without them"))
    reason = text_field(_("Reason"), most=200, required=False)


class ConfirmForm(PageForm):
    """An order confirms those who have no paper yet."""

    order = ActField(label=_("Order"))

    def __init__(self, *args: Any, acts: Iterable[Act], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["order"].offer(acts)  # type: ignore[attr-defined]


OFFICES = (MembershipRole.HEAD, MembershipRole.CHAIR, MembershipRole.DEPUTY, MembershipRole.SECRETARY)


class NominateForm(PageForm):
    """A person stands for an office."""

    person = PersonField(label=_("Person"))
    office = forms.ChoiceField(label=_("Office"))
    nominated_on = day_field(_("Nominated on"))
    nominated_by = text_field(_("By whom"), most=200, required=False)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].offer(people)  # type: ignore[attr-defined]
        self.fields["office"].choices = code_choices(OFFICES)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What the verb takes."""
        return self.cleaned_data | {"office": MembershipRole.of(self.cleaned_data["office"])}


class ElectForm(PageForm):
    """The members have elected."""

    elected_on = day_field(_("Elected on"))
    sitting = SittingField(label=_("At which sitting"), required=False)
    yes = forms.IntegerField(label=_("For"), required=False, min_value=0, max_value=9999)
    no = forms.IntegerField(label=_("Against"), required=False, min_value=0, max_value=9999)
    abstained = forms.IntegerField(label=_("Abstained"), required=False, min_value=0, max_value=9999)

    def __init__(self, *args: Any, sittings: Iterable[Sitting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sitting"].offer(sittings)  # type: ignore[attr-defined]


class ApproveForm(PageForm):
    """The council has approved."""

    council = forms.ChoiceField(label=_("Council"))
    approved_on = day_field(_("Approved on"))
    sitting = SittingField(label=_("At which sitting"), required=False)

    def __init__(self, *args: Any, councils: Iterable[Body], sittings: Iterable[Sitting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.councils = {str(body.pk): body for body in councils}
        self.fields["council"].choices = [(number, body.name) for number, body in self.councils.items()]  # type: ignore[attr-defined]
        self.fields["sitting"].offer(sittings)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What the verb takes."""
        return self.cleaned_data | {"council": self.councils[self.cleaned_data["council"]]}


class SignOrderForm(PageForm):
    """The director signs the order of appointment here."""

    order_date = day_field(_("Date of the order"))
    valid_from = day_field(_("In office from"))
    title = text_field(_("Title"), most=300)
    text = text_field(_("Text of the order"), most=20_000, rows=8)


class PaperOrderForm(PageForm):
    """The order was made on paper."""

    order_date = day_field(_("Date of the order"))
    number = text_field(_("Number"), most=40)
    signed_by = PersonField(label=_("Signed by"), required=False)
    valid_from = day_field(_("In office from"))

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signed_by"].offer(people)  # type: ignore[attr-defined]


class EnterForm(PageForm):
    """A secretary or deputy chair enters office by the election alone."""

    valid_from = day_field(_("In office from"))


class WithdrawForm(PageForm):
    """The candidate does not stand any more."""

    note = text_field(_("Reason"), most=300, required=False)


class DirectionsForm(PageForm):
    """Directions of a year by part."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for value, words in code_choices(DirectionsPart):
            self.fields[value] = text_field(words[:1].upper() + words[1:], most=4000, required=False, rows=3)

    def content(self) -> dict[DirectionsPart, str]:
        """What the verb takes."""
        return {part: self.cleaned_data[part.value] for part in DirectionsPart}
