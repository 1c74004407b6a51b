"""The shape of a scenario file, derived from the facts themselves.

Every record type of `facts` gets a model with the same fields; a tuple of records is written as a mapping from the
record's id to its fields, so that a case can change one record by naming it.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, StrictStr, create_model

from apps.rulebook.enums import CouncilKind, Layer
from apps.rulebook.facts import Calendar, SchoolYear
from apps.rulebook.policy import Bound
from apps.rulebook.validation import plain_date

FORMAT = "usul-scenario/1"
VERDICT_PATTERN = (
    r"^(PASS|FAIL|WARN|REVIEW|PENDING|NR|LOST|NA|CFG)\*?( (blocking|major|minor))?$"
)  # fmt: skip

DateJson = {"type": "string", "format": "date"}
PlainDate = Annotated[date, BeforeValidator(plain_date, json_schema_input_type=str), Field(json_schema_extra=DateJson)]
Id = Annotated[StrictStr, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9:._/+-]{0,119}$")]
Expected = Annotated[StrictStr, Field(pattern=VERDICT_PATTERN)]
PLAIN: Mapping[Any, Any] = {date: PlainDate, int: StrictInt, bool: StrictBool, str: StrictStr}


class Strict(BaseModel):
    """A part of a scenario; unknown fields are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@cache
def shape_of(record: type) -> type[BaseModel]:
    """The model of one record type, without its id."""
    parts: dict[str, Any] = {}
    for name, annotation, field in record_fields(record):
        if is_records(annotation):
            parts[name] = (dict[Id, shape_of(get_args(annotation)[0])], {})  # type: ignore[misc]
        elif field.default is MISSING:
            parts[name] = (shape_of_field(annotation), ...)
        else:
            parts[name] = (shape_of_field(annotation), as_written(field.default))
    model: type[BaseModel] = create_model(record.__name__, __base__=Strict, __doc__=record.__doc__, **parts)
    return model


def record_fields(record: type) -> list[tuple[str, Any, Any]]:
    """Fields of a record type that a file writes: all but the id, and the calendar, which has a place of its own."""
    hints = get_type_hints(record)
    return [(row.name, hints[row.name], row) for row in fields(record) if row.name not in ("id", "calendar")]


def is_records(annotation: Any) -> bool:
    """True for a tuple of records."""
    return get_origin(annotation) is tuple and is_dataclass(get_args(annotation)[0])


def is_record(annotation: Any) -> type | None:
    """The record type of an optional or plain nested record."""
    rows = [row for row in (annotation, *get_args(annotation)) if isinstance(row, type) and is_dataclass(row)]
    return rows[0] if rows and not is_records(annotation) else None


def shape_of_field(annotation: Any) -> Any:
    """The annotation of a field in a file."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return next(shape_of_field(arg) for arg in args if arg is not type(None)) | None
    if origin in (tuple, frozenset):
        return list[shape_of_field(args[0])]  # type: ignore[misc]
    nested = is_record(annotation)
    return shape_of(nested) if nested else PLAIN.get(annotation, annotation)


def as_written(default: Any) -> Any:
    """A default of the facts as a file would write it: sets and tuples are lists."""
    return sorted(default) if isinstance(default, frozenset | tuple) else default


class FrameShape(Strict):
    """A national or district value."""

    layer: Layer
    bound: Bound
    parameter: StrictStr
    value: Any
    valid_from: PlainDate
    valid_until: PlainDate | None = None
    grace_until: PlainDate | None = None
    act: StrictStr = ""
    article: StrictStr = ""
    url: StrictStr = ""
    published_on: PlainDate | None = None
    verified_on: PlainDate | None = None
    verified_by: StrictStr = ""


class VersionShape(Strict):
    """One version of a school's charter; the two `…_of_council` parts hold for one council only."""

    valid_from: PlainDate | None = None
    valid_until: PlainDate | None = None
    modules: list[StrictStr]
    councils: dict[StrictStr, list[CouncilKind]] = {}
    own: dict[StrictStr, Any] = {}
    winners: dict[StrictStr, StrictStr] = {}
    own_of_council: dict[CouncilKind, dict[StrictStr, Any]] = {}
    winners_of_council: dict[CouncilKind, dict[StrictStr, StrictStr]] = {}
    act: StrictStr = ""
    adopted_on: PlainDate | None = None


class ProfileShape(Strict):
    """A policy profile: one version, or several one after the other."""

    version: VersionShape | None = None
    versions: dict[Id, VersionShape] = {}


class CaseShape(Strict):
    """A variation of the scenario. `records`, `calendar` and `settings` change the scenario's own; `null` removes."""

    title: StrictStr = ""
    as_of: PlainDate | None = None
    calendar: dict[StrictStr, Any] = {}
    settings: dict[StrictStr, Any] = {}
    records: dict[StrictStr, Any] = {}
    expect: dict[StrictStr, dict[StrictStr, Expected]]


class ScenarioShape(Strict):
    """One scenario file."""

    format: Annotated[StrictStr, Field(pattern=f"^{FORMAT}$")]
    scenario: Id
    title: StrictStr
    about: StrictStr = ""
    as_of: PlainDate
    calendar: dict[StrictStr, Any]
    settings: dict[StrictStr, Any] = {}
    frame: dict[Id, FrameShape] = {}
    profiles: dict[StrictStr, ProfileShape] = {}
    records: dict[StrictStr, Any] = {}
    cases: dict[Id, CaseShape] = Field(min_length=1)


def records_shape() -> type[BaseModel]:
    """The model of `records`: a school year without its calendar."""
    return shape_of(SchoolYear)


def calendar_shape() -> type[BaseModel]:
    """The model of `calendar`."""
    return shape_of(Calendar)


def json_schema() -> dict[str, Any]:
    """The published JSON Schema of a scenario file.

    A field of `records` may be left to the cases, so none is required there; what a case changes stays open.
    """
    schema = ScenarioShape.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Usul scenario"
    for name, shape in (("records", records_shape()), ("calendar", calendar_shape())):
        part = shape.model_json_schema()
        inner = part.pop("$defs", {})
        for row in (part, *inner.values()):
            row.pop("required", None)
        schema["$defs"] |= inner
        schema["$defs"][name] = part
        schema["properties"][name] = {"$ref": f"#/$defs/{name}"}
    return schema
