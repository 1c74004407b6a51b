"""Cards, figures, tables, matrices, calendars, and what is shown when there is nothing to show."""

from collections.abc import Iterable, Mapping, Sequence

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from apps.web.blocks import calendar as calendar_blocks
from apps.web.blocks.icons import symbol
from apps.web.blocks.tables import ActiveFilter, Column, Pages, Twin
from apps.web.blocks.tables import Matrix as MatrixModel
from apps.web.charts import share_bar, spark
from apps.web.templatetags._draw import draw

register = template.Library()


@register.simple_block_tag(takes_context=True)
def card(
    context: Context,
    content: str,
    title: str = "",
    *,
    sub: str = "",
    link_url: str = "",
    link_label: str = "",
    flush: bool = False,
    id: str = "",  # noqa: A002
) -> SafeString:
    """A framed part of a page. `flush` lets a table reach the edges; `link_url` leads to the whole list."""
    values = {"title": title, "sub": sub, "link_url": link_url, "link_label": link_label, "flush": flush, "id": id}
    return draw(context, "card", content=content, **values)


@register.simple_tag(takes_context=True)
def stat(
    context: Context,
    label: str,
    value: str | int,
    *,
    unit: str = "",
    url: str = "",
    delta: str = "",
    mood: str = "same",
    note: str = "",
    points: Sequence[float] = (),
) -> SafeString:
    """One number that opens its list. `mood` (`good`, `bad`, `same`) colours the change, its words say what changed."""
    line = mark_safe(spark(points, mood=mood if mood != "same" else ""))  # noqa: S308 - numbers only
    values = {"label": label, "value": value, "unit": unit, "url": url, "delta": delta, "mood": mood, "note": note}
    return draw(context, "stat", line=line, **values)


DRAWN = "symbols drawn on this page"


@register.simple_tag(takes_context=True)
def matrix(context: Context, table: MatrixModel, *, hint: bool = True) -> SafeString:
    """Schools by obligations. On a phone each school is a card: what needs a person first, the rest as signs."""
    drawn = context.render_context.get(DRAWN) or set()
    signs = sorted({cell.mark.icon for row in table.rows for cell in row.cells} - drawn)
    context.render_context[DRAWN] = drawn | set(signs)
    symbols = mark_safe("".join(symbol(name) for name in signs))  # noqa: S308 - drawings of our own sprite
    return draw(context, "matrix", table=table, symbols=symbols, hint=hint)


@register.simple_block_tag(takes_context=True)
def table(
    context: Context,
    content: str,
    columns: Mapping[str, Column] | Iterable[Column],
    caption: str,
    *,
    stack: bool = True,
    show_caption: bool = False,
    tight: bool = False,
    tall: bool = False,
) -> SafeString:
    """Head and frame of a table; the block holds its rows.

    `stack` turns rows into cards on a phone; `tall` lets a long table scroll under its head inside its own region.
    """
    heads = list(columns.values()) if isinstance(columns, Mapping) else list(columns)
    values = {"caption": caption, "stack": stack, "show_caption": show_caption, "tight": tight, "tall": tall}
    return draw(context, "table", content=content, columns=heads, **values)


@register.simple_block_tag
def td(content: str, column: Column) -> SafeString:
    """A cell that knows its column: alignment, and the label shown on a phone."""
    return format_html(
        '<td{} data-label="{}">{}</td>',
        SafeString(' class="end"' if column.end else ""),
        column.label,
        SafeString(content.strip()),
    )


@register.simple_tag(takes_context=True)
def pagination(context: Context, pages: Pages, *, label: str = "") -> SafeString:
    """Previous and next; page numbers and totals where the list is counted. Two on one page need a `label` each."""
    return draw(context, "pagination", pages=pages, label=label)


@register.simple_block_tag(takes_context=True)
def filter_bar(
    context: Context,
    content: str,
    action: str,
    *,
    target: str = "",
    active: Sequence[ActiveFilter] = (),
    reset_url: str = "",
) -> SafeString:
    """A GET form over a list. With `target` htmx replaces that region; without it the page reloads."""
    values = {"action": action, "target": target, "active": active, "reset_url": reset_url}
    return draw(context, "filter_bar", content=content, **values)


@register.simple_tag(takes_context=True)
def twin_bars(context: Context, twin: Twin) -> SafeString:
    """Activity and result, two bars, never one score."""
    bars = {
        "activity_bar": mark_safe(share_bar(twin.activity, css="bar__fill--use")),  # noqa: S308 - numbers only
        "result_bar": mark_safe(share_bar(twin.result)),  # noqa: S308 - numbers only
    }
    return draw(context, "twin_bars", twin=twin, **bars)


@register.simple_tag
def bar(share: int | None, *, css: str = "") -> SafeString:
    """A thin bar for a share from 0 to 100; its number stands beside it in words."""
    return mark_safe(share_bar(share, css=css))  # noqa: S308 - numbers only


@register.simple_tag(takes_context=True)
def calendar_month(
    context: Context, month: calendar_blocks.Month, *, previous_url: str = "", next_url: str = ""
) -> SafeString:
    """A month with its events; on a phone a list of the days on which something happens."""
    return draw(context, "calendar_month", month=month, previous_url=previous_url, next_url=next_url)


@register.simple_block_tag(takes_context=True)
def empty_state(context: Context, content: str, title: str, *, icon: str = "folder") -> SafeString:
    """An empty state that teaches: what will be here and why (the block), with the first step as a button in it."""
    return draw(context, "empty_state", content=content, title=title, icon=icon)


@register.simple_block_tag(takes_context=True)
def notice(context: Context, content: str, kind: str = "info", *, title: str = "") -> SafeString:
    """A message inside the page: `info`, `success`, `warning`, `error`."""
    return draw(context, "notice", content=content, kind=kind, title=title)


@register.simple_tag(takes_context=True)
def progress(
    context: Context,
    label: str,
    done: int,
    total: int,
    *,
    state: str = "",
    poll_url: str = "",
    id: str = "job",  # noqa: A002
) -> SafeString:
    """Long work. With `poll_url` htmx asks for news every two seconds; without JavaScript a link refreshes."""
    values = {"label": label, "done": done, "total": total, "state": state, "poll_url": poll_url, "id": id}
    return draw(context, "progress", **values)


@register.simple_block_tag(takes_context=True)
def dialog(context: Context, content: str, id: str, title: str) -> SafeString:  # noqa: A002
    """A native dialog. Open it with a link to the page that does the same without JavaScript and `data-dialog="id"`."""
    return draw(context, "dialog", content=content, id=id, title=title)
