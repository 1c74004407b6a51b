"""Pages of the district officer."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from apps.web.show import show


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where the person may go."""
    return show(request, "district/home.html", {}, section="districts")
