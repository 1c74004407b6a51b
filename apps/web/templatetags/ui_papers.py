"""Findings and papers: argument, rule lights, quorum, timeline, route of acts, difference of texts."""

from collections.abc import Sequence
from datetime import date

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from apps.web.blocks import diff as diff_blocks
from apps.web.blocks.papers import Argument, Entry, Light, Quorum, RouteStep, Work
from apps.web.templatetags._draw import draw

register = template.Library()


@register.simple_tag(takes_context=True)
def argument(context: Context, finding: Argument, *, level: int = 3, open: bool = False) -> SafeString:  # noqa: A002
    """Why: the one component for every finding. `level` is its heading level; `open` shows the readings at once."""
    return draw(context, "argument", finding=finding, level=level, open=open)


@register.simple_tag(takes_context=True)
def rule_lights(context: Context, lights: Sequence[Light], *, label: str = "") -> SafeString:
    """The rules of a sitting in the order of time."""
    return draw(context, "rule_lights", lights=lights, label=label)


_SEATS_DRAWN = 20


def _seats(meter: Quorum) -> list[tuple[float, bool]]:
    """Centre of each seat (34 units a seat) and whether it is taken; none when there are too many."""
    if meter.members > _SEATS_DRAWN:
        return []
    return [(17.0 + 34 * number, number < meter.present) for number in range(meter.members)]


@register.simple_tag(takes_context=True)
def quorum(context: Context, meter: Quorum) -> SafeString:
    """Who is here and how many are needed; the mark stands where the decision becomes possible."""
    seats = _seats(meter)
    width = 34 * meter.members if seats else 340
    needed = None
    taken = 0.0
    if meter.needed is not None and meter.members:
        needed = width * meter.needed / meter.members
    if not seats and meter.members:
        taken = width * min(meter.present, meter.members) / meter.members
    values = {"seats": seats, "width": width, "needed_at": needed, "taken": taken}
    return draw(context, "quorum", meter=meter, **values)


@register.simple_tag(takes_context=True)
def timeline(context: Context, entries: Sequence[Entry]) -> SafeString:
    """What happened, newest first or oldest first as the view ordered it."""
    return draw(context, "timeline", entries=entries)


@register.simple_tag(takes_context=True)
def route(context: Context, steps: Sequence[RouteStep], *, across: bool = False) -> SafeString:
    """The acts a paper passes through; `across` lays them in a row on a wide screen."""
    return draw(context, "route", steps=steps, across=across)


@register.simple_tag(takes_context=True)
def work_list(context: Context, items: Sequence[Work], *, today: date | None = None) -> SafeString:
    """What to do, the most pressing first; every line leads to the place where it is done."""
    return draw(context, "work_list", items=items, today=today)


@register.simple_tag(takes_context=True)
def diff(context: Context, old: str, new: str) -> SafeString:
    """Two versions of a text as one, words that came and went marked by more than colour."""
    return draw(context, "diff", pieces=diff_blocks.compare(old, new))


@register.simple_tag(takes_context=True)
def facts(context: Context, pairs: Sequence[tuple[str, str | date]]) -> SafeString:
    """A definition list of labels with texts or dates."""
    rows = [
        (label, "" if isinstance(value, date) else value, value if isinstance(value, date) else None)
        for label, value in pairs
    ]
    return draw(context, "facts", rows=rows)
