"""The OpenAPI 3.1 documents, one for each kind of host: built from the views, committed, served from the committed files."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.urls import include, path
from django.utils import translation
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.generators import SchemaGenerator

FOLDER = Path(__file__).resolve().parent.parent / "schema"
PLACES = {"school": "A school's host.", "district": "The district's host."}


class PrincipalScheme(OpenApiAuthenticationExtension):
    """How a caller says who it is."""

    target_class = "api.v1.authentication.PrincipalAuthentication"
    name = ["token", "session"]

    def get_security_definition(self, auto_schema: Any) -> list[dict[str, Any]]:
        """A bearer token, or the session cookie of the web interface."""
        return [
            {"type": "http", "scheme": "bearer", "description": "A token bound to this school or district."},
            {"type": "apiKey", "in": "cookie", "name": "usul_session", "description": "The session of the web pages."},
        ]


def built(place: str) -> dict[str, Any]:
    """The document of `place` ("school" or "district") as the views describe it now."""
    patterns = [path("api/v1/", include(urls)) for urls in settings.API_URLCONFS[place]]
    with translation.override("en"):  # the libraries' own texts too, whichever catalogues are compiled
        document: dict[str, Any] = SchemaGenerator(patterns=patterns).get_schema(request=None, public=True)
    document["info"] = {"title": "Usul", "version": "1", "description": PLACES[place]}
    return document


def written(place: str) -> str:
    """The document as the text that is committed."""
    return yaml.safe_dump(_plain(built(place)), allow_unicode=True, sort_keys=True, width=120)


def file_of(place: str) -> Path:
    """Where the document is committed."""
    return FOLDER / f"openapi-v1-{place}.yaml"


@cache
def committed(place: str) -> dict[str, Any]:
    """The committed document."""
    document: dict[str, Any] = yaml.safe_load(file_of(place).read_text(encoding="utf-8"))
    return document


def _plain(value: Any) -> Any:
    """Only types that YAML writes plainly."""
    if isinstance(value, dict):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value if isinstance(value, bool | int | float | type(None)) else str(value)
