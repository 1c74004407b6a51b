"""The API's own description: the OpenAPI document and a page to try it from."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from api.v1.document import committed
from apps.core.scopes import Wanted, scope_of_view


def _place(request: HttpRequest) -> str:
    return "school" if getattr(request, "school", None) is not None else "district"


@scope_of_view(Wanted.Kind.NONE, open_to_strangers=True)
@require_safe
def document(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document of this host."""
    return JsonResponse(committed(_place(request)), json_dumps_params={"ensure_ascii": False})


@scope_of_view(Wanted.Kind.NONE, open_to_strangers=True)
@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Swagger, under the site's own content policy."""
    return render(request, "api/docs.html", {"document_url": "/api/v1/openapi.json"})
