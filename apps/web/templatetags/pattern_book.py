"""For the pages of the pattern book only: a text in three languages on the spot."""

from django import template

from apps.web.design.samples import say as choose

register = template.Library()


@register.simple_tag
def say(ky: str, ru: str, en: str) -> str:
    """The text in the language of the page."""
    return choose(ky, ru, en)
