"""Forms of the staff."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.people.enums import AbsenceKind
from apps.people.permissions import OFFICES
from apps.rulebook.enums import Education, Role
from apps.web.forms import PageForm, day_field, text_field
from apps.web.people_choices import SubjectsField, code_choices


class PersonForm(PageForm):
    """The record of a member of the staff."""

    family_name = text_field(_("Family name"), most=80)
    given_name = text_field(_("Given name"), most=80)
    patronymic = text_field(_("Patronymic"), most=80, required=False)
    education = forms.ChoiceField(label=_("Education"), required=False)
    joined_on = day_field(_("Works here since"), required=False)
    subjects = SubjectsField(label=_("Subjects taught"))

    def __init__(self, *args: Any, kept: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["education"].choices = code_choices(Education, blank="—")  # type: ignore[attr-defined]
        self.fields["subjects"].offer(kept)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What the verb takes."""
        data = self.cleaned_data
        return data | {"education": Education.of(data["education"]) if data["education"] else None}


class OfficeForm(PageForm):
    """A person takes an office."""

    role = forms.ChoiceField(label=_("Office"))
    acting = forms.BooleanField(label=_("Acting"), required=False)
    valid_from = day_field(_("From"))
    valid_until = day_field(_("Until"), required=False, help_text=_("First day without it; empty: for an open time."))
    order_number = text_field(_("Number of the order"), most=40, required=False)
    order_date = day_field(_("Date of the order"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = code_choices(OFFICES)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What the verb takes."""
        return self.cleaned_data | {"role": Role.of(self.cleaned_data["role"])}


class EndOfficeForm(PageForm):
    """An office ends."""

    valid_until = day_field(_("First day without the office"))


class AbsenceForm(PageForm):
    """Days on which the person is not at work."""

    kind = forms.ChoiceField(label=_("Why"))
    valid_from = day_field(_("From"))
    valid_until = day_field(_("Until"), required=False, help_text=_("First day at work again; empty: not known yet."))
    note = text_field(_("Note"), most=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = code_choices(AbsenceKind)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What the verb takes."""
        return self.cleaned_data | {"kind": AbsenceKind.of(self.cleaned_data["kind"])}


class BackForm(PageForm):
    """The person is at work again."""

    valid_until = day_field(_("First day at work again"))


class SpellForm(PageForm):
    """A stretch of service."""

    valid_from = day_field(_("From"))
    valid_until = day_field(_("Until"), required=False, help_text=_("Empty: until today and on."))
    place = text_field(_("Where"), most=200, required=False)
    in_education = forms.BooleanField(label=_("In the education system"), required=False, initial=True)


class LeaveForm(PageForm):
    """The person leaves the school."""

    left_on = day_field(_("First day without them"))
    reason = text_field(_("Reason"), most=200, required=False)


class ReturnForm(PageForm):
    """The person works here again."""

    joined_on = day_field(_("Works here again since"))


class SheetForm(PageForm):
    """A sheet of the staff."""

    file = forms.FileField(
        label=_("XLSX sheet"),
        help_text=_("Columns: family name, given name, patronymic, education, subject, joined on, service since."),
    )
