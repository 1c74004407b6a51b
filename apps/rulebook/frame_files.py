"""Frames as files: bounds, defaults and locks of the republic or of a district, with the act that set each of them."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictStr, ValidationError

from apps.rulebook.enums import Layer
from apps.rulebook.parameters import PARAMETERS, Parameter, ValueProblem, nearest
from apps.rulebook.policy import Bound, FrameValue, Source
from apps.rulebook.problems import DataErrors, Problem, did_you_mean, with_hint
from apps.rulebook.text import Text
from apps.rulebook.validation import PlainDate, problems_of
from apps.rulebook.yaml_source import Place, read_file
from apps.rulebook.yaml_source import Source as FileSource

NATIONAL = Path(__file__).parent / "frames" / "national.yaml"
FORMAT = "usul-frame/1"
LAYERS = (Layer.NATIONAL, Layer.DISTRICT)


def frame_layer(raw: Any) -> Any:
    """Only the two layers above a school set frames."""
    return raw if raw in (layer.value for layer in LAYERS) else f"{raw} (national or district)"


class FrameShape(BaseModel):
    """A national or district value as a file shows it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    layer: Annotated[Layer, BeforeValidator(frame_layer)]
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


class FrameFile(BaseModel):
    """A file of frame values by id."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Annotated[StrictStr, Field(pattern=f"^{FORMAT}$")]
    title: dict[StrictStr, StrictStr]
    values: dict[StrictStr, FrameShape] = {}


@cache
def national_frame() -> tuple[FrameValue, ...]:
    """The national frame of this release of the product."""
    return load_frame(NATIONAL)


def load_frame(path: Path) -> tuple[FrameValue, ...]:
    """The values of one file; `DataErrors` lists everything wrong with it."""
    source = read_file(path)
    try:
        shape = FrameFile.model_validate(source.data)
    except ValidationError as error:
        raise DataErrors(problems_of(error, source, FrameFile)) from error
    problems: list[Problem] = []
    found = tuple(frame_values(shape.values, source, ("values",), problems))
    if problems:
        raise DataErrors(problems)
    return found


def frame_values(
    rows: Mapping[str, FrameShape], source: FileSource, place: Place, problems: list[Problem]
) -> Iterator[FrameValue]:
    """Frame values read by their parameters; what does not fit is added to `problems`."""
    for key, row in rows.items():
        here = (*place, key)
        parameter = PARAMETERS.get(row.parameter)
        if parameter is None:
            problems.append(
                source.problem("frame.unknown_parameter", unknown_parameter(row.parameter), (*here, "parameter"))
            )
            continue
        try:
            yield frame_value(key, row, parameter)
        except ValueProblem as problem:
            problems.append(source.problem(problem.code, problem.text, (*here, "value")))


def frame_value(key: str, row: FrameShape, parameter: Parameter[Any]) -> FrameValue:
    """One frame value."""
    return FrameValue(
        id=key,
        layer=row.layer,
        bound=row.bound,
        parameter=parameter,
        value=parameter.read(row.value),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        grace_until=row.grace_until,
        source=Source(
            act=row.act,
            article=row.article,
            url=row.url,
            published_on=row.published_on,
            verified_on=row.verified_on,
            verified_by=row.verified_by,
        ),
    )


def unknown_parameter(key: str) -> Text:
    """The sentence about a parameter nobody declared."""
    text = Text(f"«{key}» деген параметр жок.", f"Параметра «{key}» нет.", f"There is no parameter {key!r}.")
    return with_hint(text, did_you_mean(nearest(key)))
