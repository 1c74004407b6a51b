"""The first page of a school."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from apps.web.show import show


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What must happen before Friday."""
    return show(request, "school/overview.html", {}, section="school")
