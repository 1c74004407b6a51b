"""Charts: two drawings of which css shows one, a legend, and the data as a table one key away."""

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from apps.web.charts import Figure
from apps.web.templatetags._draw import draw

register = template.Library()


@register.simple_tag(takes_context=True)
def chart(context: Context, figure: Figure, *, aside: bool = False) -> SafeString:
    """A figure built by apps.web.charts, which escapes every label it writes. `aside` draws only the variant for narrow places."""
    wide, narrow = mark_safe(figure.wide), mark_safe(figure.narrow)  # noqa: S308 - escaped by the builders
    return draw(context, "chart", figure=figure, wide=wide, narrow=narrow, aside=aside)
