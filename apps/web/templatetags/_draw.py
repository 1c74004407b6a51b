"""How a tag draws its component: with the engine of the page that calls it."""

from typing import Any

from django.template import Context
from django.utils.safestring import SafeString


def draw(context: Context, component: str, **values: Any) -> SafeString:
    """Render `components/<component>.html` with these values only, plus the request and the CSRF token of the page."""
    template = context.template.engine.get_template(f"components/{component}.html")  # type: ignore[union-attr]
    for name in ("request", "csrf_token", "page", "messages"):
        if name in context:
            values.setdefault(name, context[name])
    return template.render(context.new(values))
