"""A school's own DOCX template: its places are filled with values and nothing else of it runs."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment


class TemplateFault(ValueError):  # noqa: N818
    """A template that cannot be filled; the text says where and why, as the template engine tells it."""


def fill(template: bytes, values: Mapping[str, Any]) -> bytes:
    """The template with its places filled.

    Raises:
        TemplateFault: a place nobody fills, a mistake in writing, or an instruction that is not allowed.
    """
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    made = BytesIO()
    try:
        document = DocxTemplate(BytesIO(template))
        document.render(dict(values), environment)
        document.save(made)
    except TemplateError as error:
        raise TemplateFault(str(error)) from error
    except (ValueError, KeyError, TypeError, SyntaxError, ArithmeticError) as error:
        raise TemplateFault(type(error).__name__) from error
    return made.getvalue()
