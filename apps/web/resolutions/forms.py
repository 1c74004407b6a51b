"""Forms of one resolution: done, moved, dropped."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.core.actor import Actor
from apps.documents.sniffing import LARGEST
from apps.sittings.domain.resolutions import Evidence
from apps.sittings.models import Resolution
from apps.web.forms import PageForm, day_field, text_field


class DoneForm(PageForm):
    """A resolution has been carried out."""

    done_on = day_field(_("Done on"))
    result = text_field(_("Result"), most=500, required=False)
    evidence = forms.FileField(
        label=_("Proof"),
        required=False,
        help_text=_("A photo or a paper: PDF, JPEG, PNG, DOCX or XLSX."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.docx,.xlsx"}),
        allow_empty_file=True,
    )

    def proof(self) -> Evidence | None:
        """The file that was sent along; a little more than the limit is read, so that the check can tell."""
        sent = self.cleaned_data.get("evidence")
        return Evidence(str(sent.name), sent.read(LARGEST + 1)) if sent else None


class MoveForm(PageForm):
    """A resolution gets another day."""

    due_on = day_field(_("New day"))
    reason = text_field(_("Why is it moved?"), most=300)


class DropForm(PageForm):
    """A resolution will not be carried out."""

    reason = text_field(_("Why will it not be done?"), most=300)


def done_form(row: Resolution, actor: Actor, data: Any = None, files: Any = None) -> DoneForm:
    """The form of one resolution, with today filled in; its ids are its own, for pages that show several."""
    return DoneForm(data, files, initial={"done_on": actor.today}, auto_id=f"done-{row.pk}-%s")
