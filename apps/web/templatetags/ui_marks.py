"""Small signs: icons, verdicts, dates, people, papers, where a value comes from."""

from datetime import date

from django import template
from django.template import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from apps.rulebook.codes import Code
from apps.rulebook.text import Text
from apps.web.blocks import dates, numbers
from apps.web.blocks.icons import SPRITE, known_icon
from apps.web.blocks.page import Person
from apps.web.blocks.papers import Document, Provenance
from apps.web.blocks.tables import Freshness
from apps.web.blocks.verdicts import Mark, all_marks
from apps.web.blocks.verdicts import mark as mark_of
from apps.web.templatetags._draw import draw

register = template.Library()


def language() -> str:
    return dates.known_language(get_language() or "ky")


def _as_mark(verdict: object, severity: object = "", *, differs: bool = False) -> Mark:
    return verdict if isinstance(verdict, Mark) else mark_of(verdict, severity, differs=differs)


@register.simple_tag
def icon(name: str, label: str = "", css: str = "") -> SafeString:
    """A drawn icon: `{% icon "search" %}`. Without a label it is decoration and hidden from screen readers."""
    said = format_html('role="img" aria-label="{}"', label) if label else 'aria-hidden="true"'
    classes = f"icon {css}".strip()
    return format_html(
        '<svg class="{}" {} width="20" height="20"><use href="{}#{}"/></svg>',
        classes,
        SafeString(said),
        static(SPRITE),
        known_icon(name),
    )


@register.simple_tag
def sign(verdict: object, severity: object = "") -> SafeString:
    """Only the sign of a verdict, for places where its word stands beside it."""
    look = _as_mark(verdict, severity)
    return format_html(
        '<svg class="mark v-{}" aria-hidden="true" width="24" height="24"><use href="{}#{}"/></svg>',
        look.kind,
        static(SPRITE),
        known_icon(look.icon),
    )


@register.simple_tag(takes_context=True)
def badge(
    context: Context,
    verdict: object,
    severity: object = "",
    *,
    differs: bool = False,
    readings_url: str = "",
    bare: bool = False,
) -> SafeString:
    """Sign and word of a verdict. `differs` adds `*` and, with `readings_url`, a link that opens both readings."""
    look = _as_mark(verdict, severity, differs=differs)
    return draw(context, "badge", mark=look, readings_url=readings_url, bare=bare)


@register.simple_tag(takes_context=True)
def legend(context: Context) -> SafeString:
    """All signs with their words."""
    return draw(context, "legend", marks=all_marks())


@register.simple_tag(takes_context=True)
def tag(context: Context, text: str, *, icon: str = "", remove_url: str = "") -> SafeString:
    """A small label; with `remove_url` a link that takes it away (an active filter)."""
    return draw(context, "tag", text=text, icon=icon, remove_url=remove_url)


@register.simple_tag(takes_context=True)
def person(context: Context, who: Person) -> SafeString:
    """A person as a chip: initials, name, role."""
    return draw(context, "person", who=who)


@register.simple_tag(takes_context=True)
def freshness(context: Context, fresh: Freshness) -> SafeString:
    """When the figures beside it were computed."""
    return draw(context, "freshness", fresh=fresh)


@register.simple_tag(takes_context=True)
def document(context: Context, paper: Document) -> SafeString:
    """A link to a stored paper with its form, size and the start of its hash."""
    return draw(context, "document", paper=paper)


@register.simple_tag(takes_context=True)
def provenance(context: Context, source: Provenance) -> SafeString:
    """Where a value comes from: value, clause, act and its date."""
    return draw(context, "provenance", source=source)


@register.simple_tag
def day(moment: date, *, weekday: bool = False, today: date | None = None) -> SafeString:
    """A date in words inside `<time>`; with `today` how far it is: `2026-жылдын 20-ноябры, жума · 4 күн калды`."""
    written = format_html(
        '<time datetime="{}">{}</time>',
        f"{moment:%Y-%m-%d}",
        dates.long_date(moment, language(), weekday=weekday),
    )
    if today is None:
        return written
    return format_html('{} <span class="muted">· {}</span>', written, dates.days_from(moment, today))


@register.filter
def in_words(value: Text | Code) -> str:
    """A text of three languages, or a member of a list of codes, in the language of the page."""
    return (value.label if isinstance(value, Code) else value).in_(language())


@register.filter
def long_date(moment: date, form: str = "") -> str:
    """`2026-жылдын 20-ноябры`; forms: `weekday`, `dative`, `locative`, `ablative`."""
    if form == "weekday":
        return dates.long_date(moment, language(), weekday=True)
    return dates.long_date(moment, language(), case=form or "plain")  # type: ignore[arg-type]


@register.filter
def day_month(moment: date) -> str:
    """`20-ноябры`."""
    return dates.day_and_month(moment, language())


@register.filter
def until(moment: date) -> str:
    """`2026-жылдын 20-ноябрына чейин`."""
    return dates.until(moment, language())


@register.filter
def grouped(value: float, places: int = 0) -> str:
    """`1 148`, `3,5`."""
    return numbers.grouped(value, language(), places)


@register.filter
def percent(value: float) -> str:
    """A share from 0 to 100 with its sign: `78 %`."""
    return numbers.percent(value, 100, language())
