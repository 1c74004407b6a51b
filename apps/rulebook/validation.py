"""From the errors of typed models to problems with a line, a reason and a hint."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from apps.rulebook.parameters import nearest
from apps.rulebook.problems import Problem, did_you_mean, with_hint
from apps.rulebook.text import Text
from apps.rulebook.yaml_source import Place, Source

DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
OTHER_ORDER = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
FIRST_YEAR = 1900
LAST_YEAR = 2199


def plain_date(raw: Any) -> Any:
    """A date written `2026-11-20`; anything else is told in words. Dates and `None` pass through."""
    if raw is None or isinstance(raw, date):
        return raw
    match = DATE.fullmatch(raw) if isinstance(raw, str) else None
    if match is None:
        raise wrong_date(raw)
    year, month, day = (int(part) for part in match.groups())
    try:
        read = date(year, month, day)
    except ValueError as error:
        raise wrong_date(raw) from error
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise wrong_date(raw)
    return read


PlainDate = Annotated[
    date,
    BeforeValidator(plain_date, json_schema_input_type=str),
    Field(json_schema_extra={"type": "string", "format": "date"}),
]


def wrong_date(raw: Any) -> PydanticCustomError:
    """The error of a date that does not exist or is written another way, with the likely meaning."""
    return PydanticCustomError(
        "plain_date", "{raw} is not a date", {"raw": str(raw), "hint": likely_date(str(raw)) or ""}
    )


def likely_date(raw: str) -> str | None:
    """What was probably meant: day and month swapped, or the order of another country."""
    candidates = []
    if match := DATE.fullmatch(raw):
        year, month, day = match.groups()
        candidates.append((year, day, month))
    if match := OTHER_ORDER.fullmatch(raw.strip()):
        day, month, year = match.groups()
        candidates += [(year, month, day), (year, day, month)]
    for year, month, day in candidates:
        try:
            return date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return None


def problems_of(error: ValidationError, source: Source, model: type[BaseModel]) -> list[Problem]:
    """Every error of the model as a problem with its line."""
    return [
        source.problem(f"data.{detail['type']}", sentence(detail, model), place_of(detail["loc"], source))
        for detail in error.errors(include_url=False)
    ]


def place_of(loc: tuple[int | str, ...], source: Source) -> Place:
    """The place in the file; parts that only the model knows are dropped."""
    place: Place = ()
    for part in loc:
        if (*place, part) in source.lines:
            place = (*place, part)
    return place


def sentence(detail: Any, model: type[BaseModel]) -> Text:
    """What is wrong with one field and what to do."""
    name = ".".join(str(part) for part in detail["loc"]) or "—"
    kind, given = str(detail["type"]), detail.get("input")
    context = detail.get("ctx", {})
    shown = str(given)[:80]
    if kind == "extra_forbidden":
        last = str(detail["loc"][-1])
        unknown = Text(f"«{last}» деген талаа жок.", f"Поля «{last}» нет.", f"There is no field {last!r}.")
        return with_hint(unknown, did_you_mean(nearest(last, set(field_names(model)))))
    if kind == "missing":
        return Text(
            f"«{name}» талаасы жок. Аны кошуңуз.",
            f"Не хватает поля «{name}». Добавьте его.",
            f"The field {name!r} is missing. Add it.",
        )
    if kind == "plain_date":
        return with_hint(
            Text(
                f"«{name}»: {shown} деген күн жок. Күн 2026-11-20 түрүндө жазылат.",
                f"«{name}»: даты {shown} нет. Дата пишется как 2026-11-20.",
                f"{name}: there is no date {shown}. Write dates like 2026-11-20.",
            ),
            did_you_mean(context.get("hint") or None),
        )
    if kind == "enum":
        expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return with_hint(
            Text(
                f"«{name}»: «{shown}» деген код жок. Буларды колдонсо болот: {expected}.",
                f"«{name}»: кода «{shown}» нет. Можно: {expected}.",
                f"{name}: there is no code {shown!r}. Use one of: {expected}.",
            ),
            did_you_mean(nearest(shown, expected.split(", "))),
        )
    reason = str(detail["msg"])
    return Text(
        f"«{name}»: {shown} мааниси туура келбейт ({reason}). Түзөтүңүз.",
        f"«{name}»: значение {shown} не подходит ({reason}). Исправьте его.",
        f"{name}: {shown} does not fit ({reason}). Correct it.",
    )


def field_names(model: type[BaseModel], seen: set[type[BaseModel]] | None = None) -> Iterator[str]:
    """Names of the fields of a model and of everything inside it."""
    seen = seen if seen is not None else set()
    if model in seen:
        return
    seen.add(model)
    for name, info in model.model_fields.items():
        yield info.alias or name
        for part in parts_of(info.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from field_names(part, seen)


def parts_of(annotation: Any) -> Iterator[Any]:
    """The types an annotation is made of."""
    yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from parts_of(part)
