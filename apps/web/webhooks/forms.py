"""Where a program listens, and what it wants to be told."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.notices.enums import EventKind
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm, text_field


class WebhookForm(PageForm):
    """An address to be told."""

    url = text_field(_("Address of the program"), most=300, help_text=_("Begins with https://"))
    events = forms.MultipleChoiceField(label=_("Tell it when"), widget=forms.CheckboxSelectMultiple())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = [(event.value, event.label.in_(reader_language())) for event in EventKind]
        self.fields["events"].choices = words  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        """What the verb takes."""
        data = self.cleaned_data
        return {"url": data["url"].strip(), "events": [EventKind.of(code) for code in data["events"]]}
