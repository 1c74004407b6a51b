"""Issuing a key to a program."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.accounts.scopes import TokenScope
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm, day_field, text_field


class TokenForm(PageForm):
    """What the program is called, what it may do, and until when."""

    name = text_field(_("Name of the program"), most=80, help_text=_("So that you know later whose key this is."))
    scopes = forms.MultipleChoiceField(label=_("What it may do"), widget=forms.CheckboxSelectMultiple())
    expires_on = day_field(_("Last day"), help_text=_("The key stops working after this day; a year at most."))

    def __init__(self, *args: Any, allowed: Iterable[TokenScope], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = [(scope.value, scope.label.in_(reader_language())) for scope in sorted(allowed)]
        self.fields["scopes"].choices = words  # type: ignore[attr-defined]
