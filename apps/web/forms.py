"""What every form of the interface shares: fields of the house, and faults of a verb at the right field."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS

from apps.core.errors import NOT_PERMITTED, Fault, Faults, all_faults
from apps.web.blocks.forms import DateInput
from apps.web.findings.present import reader_language

# how a day may be typed where the browser has no date field
DAY_FORMATS = ("%Y-%m-%d", "%d.%m.%Y")


class PageForm(forms.Form):
    """A form of a page. Errors come from our own catalogue, so the browser is not asked to check anything."""

    use_required_attribute = False

    def attempt(self, deed: Callable[[], Any], names: Mapping[str, str] | None = None) -> bool:
        """Do the deed; on a fault show it at its field and answer False. Nothing has been stored then.

        `names` maps a verb's field to this form's.

        Raises:
            Fault: a missing right or another state of the record is no mistake of the form.
        """
        try:
            deed()
        except (Fault, Faults) as error:
            self.put(error, names)
            return False
        return True

    def put(self, error: Fault | Faults, names: Mapping[str, str] | None = None) -> None:
        """Show faults at their fields; `names` maps a verb's field to this form's."""
        for fault in all_faults(error):
            if fault.kind is NOT_PERMITTED:
                raise error
            field = (names or {}).get(fault.field or "", fault.field or "")
            self.add_error(field if field in self.fields else NON_FIELD_ERRORS, fault.message(reader_language()))


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day, chosen in the browser's own calendar or typed."""
    return forms.DateField(
        label=label, required=required, help_text=help_text, widget=DateInput(), input_formats=DAY_FORMATS
    )


def text_field(label: Any, *, most: int, required: bool = True, help_text: Any = "", rows: int = 0) -> forms.CharField:
    """A text of at most so many characters; with `rows` on several lines."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(label=label, required=required, max_length=most, help_text=help_text, widget=widget)
