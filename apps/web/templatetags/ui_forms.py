"""Buttons and forms."""

from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.template import Context
from django.utils.safestring import SafeString

from apps.web.blocks.forms import RadioCards, Stepper
from apps.web.templatetags._draw import draw

register = template.Library()


@register.simple_tag(takes_context=True)
def button(
    context: Context,
    label: str,
    *,
    kind: str = "",
    icon: str = "",
    url: str = "",
    name: str = "",
    value: str = "",
    type: str = "submit",  # noqa: A002
    dialog: str = "",
    small: bool = False,
    busy: str = "",
) -> SafeString:
    """A button, or a link that looks like one when `url` is given. Kinds: `primary`, `danger`, `quiet`.

    `dialog` opens the dialog of that id in place of the address; `busy` is read out while a form is on its way.
    """
    values = {"label": label, "kind": kind, "icon": icon, "url": url, "name": name, "value": value}
    return draw(context, "button", type=type, dialog=dialog, small=small, busy=busy, **values)


def _shape(field: BoundField) -> str:
    """Which part of the form row draws this field."""
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checks"
    if isinstance(widget, RadioCards):
        return "cards"
    if isinstance(widget, forms.RadioSelect):
        return "radios"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "stepper" if isinstance(widget, Stepper) else "plain"


@register.simple_tag(takes_context=True)
def form_row(context: Context, field: BoundField) -> SafeString:
    """Label, help, error and control of one field; choices become a group with a legend."""
    if field.is_hidden:
        return SafeString(field)
    return draw(context, "form_row", field=field, shape=_shape(field), described=described_by(field))


def described_by(field: BoundField) -> str:
    """Ids of the help and of the error of a group of choices; single controls carry them by themselves."""
    parts: list[str] = []
    if field.help_text:
        parts.append(f"{field.auto_id}_helptext")
    if field.errors:
        parts.append(f"{field.auto_id}_error")
    return " ".join(parts)


@register.simple_tag(takes_context=True)
def error_summary(context: Context, form: forms.BaseForm) -> SafeString:
    """All errors of a form as links to their fields; takes the focus. Nothing when there are none."""
    if not form.errors:
        return SafeString("")
    items: list[dict[str, Any]] = [{"id": "", "label": "", "text": text} for text in form.non_field_errors()]
    for field in form:
        first = f"{field.auto_id}_0" if _shape(field) in {"checks", "cards", "radios"} else field.auto_id
        items.extend({"id": first, "label": field.label, "text": text} for text in field.errors)
    return draw(context, "error_summary", items=items)


@register.simple_tag(takes_context=True)
def draft_state(context: Context) -> SafeString:
    """Where a form with `data-draft` says that what was typed is kept on this device, and whether it was sent."""
    return draw(context, "draft_state")
