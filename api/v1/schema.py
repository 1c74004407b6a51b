"""How the OpenAPI document is written: problem documents on every operation, stable operation names."""

from typing import Any

from drf_spectacular.openapi import AutoSchema


class UsulAutoSchema(AutoSchema):
    """Adds what holds for every operation."""

    def get_tags(self) -> list[str]:
        """The resource: the first word of the path after the version and the place."""
        return [str(getattr(self.view, "tag", "api"))]

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        """The operation with its problem responses."""
        operation = super().get_operation(*args, **kwargs)
        if operation is not None:
            for status, words in (PROBLEMS if self.method == "GET" else PROBLEMS | OF_WRITING).items():
                operation["responses"].setdefault(status, _problem(words))
            operation["responses"]["429"]["headers"] = {
                "Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}
            }
            operation["x-permission"] = self._permission()
        return operation

    def _permission(self) -> str:
        needs = getattr(self.view, "needs", None)
        if isinstance(needs, dict):
            needs = needs.get(self.method)
        return str(getattr(needs, "value", "open"))


PROBLEMS = {
    "400": "The request cannot be read.",
    "401": "No session and no token, or a token that is not accepted.",
    "403": "The right is missing, or the place is not open to the caller.",
    "404": "There is no such record for the caller.",
    "422": "The values are not acceptable; `errors` says which and why.",
    "429": "Too many requests of this token within a minute; `Retry-After` says after how many seconds to come back.",
}

OF_WRITING = {
    "409": "The state of the record does not allow it.",
    "412": "The record has been changed meanwhile.",
    "413": "The body is too large.",
    "415": "The body is not application/json.",
}


def _problem(words: str) -> dict[str, Any]:
    return {
        "description": words,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def add_problem_component(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """Postprocessing hook: the schema of problem documents."""
    text = {"type": "string"}
    result["components"].setdefault("schemas", {})["Problem"] = {
        "type": "object",
        "required": ["type", "title", "status", "detail", "code"],
        "properties": {
            "type": text,
            "title": text,
            "status": {"type": "integer"},
            "detail": text,
            "code": text,
            "instance": text,
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["field", "code", "detail"],
                    "properties": {"field": text, "code": text, "detail": text},
                },
            },
        },
    }
    return result
