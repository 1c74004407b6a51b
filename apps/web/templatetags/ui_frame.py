"""The frame of a page: language, theme, breadcrumb, head, messages, paper head."""

from collections.abc import Sequence

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from apps.web.blocks.page import Crumb, Page
from apps.web.blocks.tables import Tab
from apps.web.templatetags._draw import draw

register = template.Library()


@register.simple_tag(takes_context=True)
def language_switch(context: Context, page: Page) -> SafeString:
    """Three buttons that post the language; works before sign-in and without JavaScript."""
    return draw(context, "language_switch", page=page)


@register.simple_tag(takes_context=True)
def theme_switch(context: Context) -> SafeString:
    """As the system says, light, dark. Needs JavaScript; hidden without it."""
    return draw(context, "theme_switch")


@register.simple_tag(takes_context=True)
def side(context: Context, page: Page) -> SafeString:
    """Sidebar of a desktop, rail of a tablet, brand bar of a phone."""
    return draw(context, "side", page=page)


@register.simple_tag(takes_context=True)
def top_bar(context: Context, page: Page) -> SafeString:
    """Search, academic year, language, theme, notices."""
    return draw(context, "top_bar", page=page)


@register.simple_tag(takes_context=True)
def phone_bar(context: Context, page: Page) -> SafeString:
    """The bar below on phones: four entries and `More`."""
    return draw(context, "phone_bar", page=page)


@register.simple_tag(takes_context=True)
def breadcrumb(context: Context, crumbs: Sequence[Crumb]) -> SafeString:
    """Where the page stands; the last crumb is the page itself and has no address."""
    return draw(context, "breadcrumb", crumbs=crumbs)


@register.simple_block_tag(takes_context=True)
def page_head(context: Context, content: str, title: str, *, sub: str = "") -> SafeString:
    """The heading of a page. The block holds its actions: one primary button at most."""
    return draw(context, "page_head", content=SafeString(content.strip()), title=title, sub=sub)


@register.simple_tag(takes_context=True)
def message_list(context: Context, *, oob: bool = False) -> SafeString:
    """Messages of the last action; they stay until they are closed. `oob` puts them into the page around a part."""
    return draw(context, "messages", shown=context.get("messages") or (), oob=oob)


@register.simple_tag(takes_context=True)
def print_head(context: Context, page: Page, title: str) -> SafeString:
    """School, title and date on paper; not shown on a screen."""
    return draw(context, "print_head", page=page, title=title)


@register.simple_tag(takes_context=True)
def tabs(context: Context, items: Sequence[Tab], label: str) -> SafeString:
    """Links that look like tabs; each has its own address."""
    return draw(context, "tabs", items=items, label=label)
