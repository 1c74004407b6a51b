"""Forms of the control room. What may be in them is decided by the verbs."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.web.forms import PageForm, text_field
from tenants.models import School
from usul.control.domain.schools import SchoolInput
from usul.control.validators import slug_of

# the verb tells what is wrong with a longer slug, and offers one that would do
LONGEST_TYPED = 200


def _names() -> dict[str, forms.Field]:
    most = SchoolInput.LONGEST_NAME
    return {
        "name_ky": text_field(_("Official name in Kyrgyz"), most=most),
        "slug": text_field(
            _("Address"),
            most=LONGEST_TYPED,
            required=False,
            help_text=_("The first word of the school's host, in Latin letters. Left empty, it is made from the name."),
        ),
        "name_ru": text_field(_("Name in Russian"), most=most, required=False),
        "name_en": text_field(_("Name in English"), most=most, required=False),
    }


class SchoolForm(PageForm):
    """A school to be set up."""

    host = text_field(
        _("A host of its own"),
        most=253,
        required=False,
        help_text=_("Only when the school has one already, like mektep33.kg."),
    )
    field_order = ("name_ky", "slug", "name_ru", "name_en", "host")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(_names())
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """Make the address from the name where none is given."""
        values: dict[str, Any] = self.cleaned_data
        values["slug"] = values.get("slug") or slug_of(values.get("name_ky", ""))
        return values


class SplitForm(SchoolForm):
    """The school that begins with a copy."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["host"]


class ListForm(PageForm):
    """A list of schools, typed, pasted or in a file."""

    text = text_field(
        _("Schools, one on each line"),
        most=100_000,
        required=False,
        rows=10,
        help_text=_(
            "Name in Kyrgyz, then, if you like, address, name in Russian, name in English. Copy the columns from a "
            "spreadsheet just as they are."
        ),
    )
    file = forms.FileField(
        label=_("Or a file"), required=False, help_text=_("CSV or XLSX with the same columns; its first sheet is read.")
    )


class ReasonForm(PageForm):
    """Why something is done; the school's people are shown it."""

    reason = text_field(
        _("Reason"), most=300, rows=3, help_text=_("The school's people are shown it. It stays on record.")
    )


class SuspendForm(ReasonForm):
    """How far the doors are closed."""

    readonly = forms.BooleanField(label=_("Leave the school open for reading"), required=False)


class SlugForm(PageForm):
    """Another address."""

    slug = text_field(_("New address"), most=LONGEST_TYPED, help_text=_("In Latin letters, such as mektep-33."))


class HostForm(PageForm):
    """One more host of the school's own."""

    host = text_field(_("Host"), most=253, help_text=_("Like mektep33.kg: no https://, no port."))


class OwnHostForm(PageForm):
    """One of the hosts the school has beside its main one."""

    host = forms.ChoiceField(label=_("Host"), widget=forms.RadioSelect())

    def __init__(self, *args: Any, hosts: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["host"].choices = [(host, host) for host in hosts]  # type: ignore[attr-defined]


class MergeForm(ReasonForm):
    """The school that takes over."""

    into = forms.ModelChoiceField(label=_("School that takes over"), queryset=School.objects.none())
    field_order = ("into", "reason")

    def __init__(self, *args: Any, schools: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        into: Any = self.fields["into"]
        into.queryset = schools
        into.label_from_instance = lambda school: f"{school.name} ({school.slug})"


class AdministratorForm(PageForm):
    """The first person of a school."""

    family_name = text_field(_("Family name"), most=80)
    given_name = text_field(_("Given name"), most=80, required=False)
    email = forms.EmailField(
        label=_("E-mail"), max_length=254, help_text=_("Somebody who has an account already is found by it.")
    )


class SureForm(PageForm):
    """Nothing to fill in."""


class BundleForm(PageForm):
    """A school's bundle."""

    file = forms.FileField(
        label=_("The bundle"),
        help_text=_("A file that ends with .usul, as this or another installation has written it."),
    )


class LoadForm(PageForm):
    """Under which address a bundle becomes a school; nothing to fill in when it goes beside the living one."""

    slug = text_field(_("Address"), most=LONGEST_TYPED, help_text=_("In Latin letters, such as mektep-33."))
    sure = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, beside: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if beside:
            del self.fields["slug"]
