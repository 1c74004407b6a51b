"""How a person wants to be told."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.notices.enums import NoticeKind
from apps.people.enums import MailMode
from apps.people.models import Person
from apps.web.blocks.forms import Option, RadioCards
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm

NOTES = {
    MailMode.AT_ONCE: _("Within minutes; what happens in the evening comes in the morning."),
    MailMode.DAILY: _("One mail in the morning with everything since the day before."),
    MailMode.NEVER: _("Only here, under the bell."),
}


class MailForm(PageForm):
    """How notices come by mail, and which kinds do not."""

    mode = forms.ChoiceField(label=_("Mail"), widget=RadioCards())
    muted = forms.MultipleChoiceField(
        label=_("Do not mail me"),
        required=False,
        widget=forms.CheckboxSelectMultiple(),
        help_text=_("These stay under the bell."),
    )

    def __init__(self, data: Any = None, *, person: Person) -> None:
        super().__init__(data, initial={"mode": person.mail.value, "muted": person.muted})
        language = reader_language()
        modes: list[tuple[str, Option]] = [
            (mode.value, Option(mode.label.in_(language), str(NOTES[mode]))) for mode in MailMode
        ]
        self.fields["mode"].choices = modes  # type: ignore[attr-defined]
        self.fields["muted"].choices = [  # type: ignore[attr-defined]
            (kind.value, kind.label.in_(language)) for kind in NoticeKind
        ]

    def chosen(self) -> dict[str, Any]:
        """What the verb takes."""
        return {
            "mode": MailMode.of(self.cleaned_data["mode"]),
            "muted": [NoticeKind.of(code) for code in self.cleaned_data["muted"]],
        }
