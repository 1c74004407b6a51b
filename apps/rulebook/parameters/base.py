"""What a parameter of a charter is: declared once, typed, bounded, explained in three languages.

A rule names the declared symbol (`SITTINGS_MIN_PER_YEAR`), never its key and never a number.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any, Generic, TypeVar, cast

from apps.rulebook.codes import Code
from apps.rulebook.text import Text, joined

T = TypeVar("T")

Value = bool | int | str | frozenset[str] | frozenset[int] | tuple[str, ...] | Fraction | None


class Kind(Code):
    """Shape of a value."""

    WHOLE = "whole", "бүтүн сан", "целое число", "whole number"
    FLAG = "flag", "ооба же жок", "да или нет", "yes or no"
    CHOICE = "choice", "тизмеден бир код", "один код из списка", "one code of a list"
    CHOICES = "choices", "коддордун жыйындысы", "набор кодов", "set of codes"
    NUMBERS = "numbers", "сандардын жыйындысы", "набор чисел", "set of numbers"
    STEPS = "steps", "кадамдардын ирети", "порядок шагов", "ordered steps"
    FRACTION = "fraction", "бөлчөк", "дробь", "fraction"


class Unit(Code):
    """What a number counts."""

    NONE = "none", "—", "—", "—"
    PERSONS = "persons", "киши", "человек", "persons"
    TIMES = "times", "жолу", "раз", "times"
    DAYS = "days", "күн", "дней", "days"
    YEARS = "years", "жыл", "лет", "years"
    SHARE = "share", "үлүш", "доля", "share"


class Stricter(Code):
    """Which way a value becomes a heavier duty."""

    HIGHER = "higher", "чоңураагы катаалыраак", "больше значит строже", "higher is stricter"
    LOWER = "lower", "кичирээги катаалыраак", "меньше значит строже", "lower is stricter"
    TRUE = "true", "ооба катаалыраак", "«да» строже", "yes is stricter"
    MORE = "more", "көбүрөөгү катаалыраак", "чем больше элементов, тем строже", "more elements are stricter"
    NONE = "none", "салыштырылбайт", "не сравнивается", "cannot be compared"


class Scope(Code):
    """Whose charter speaks of the parameter."""

    ASSOCIATION = "association", "усулдук бирикме", "методическое объединение", "methodical association"
    COUNCIL = "council", "кеңеш", "совет", "council"
    HEAD_OF_STUDIES = "head_of_studies", "окуу бөлүмүнүн башчысы", "завуч", "head of studies"
    BODY = "body", "жобонун ээси болгон орган", "орган, о котором положение", "the body the charter is about"
    CHARTER = "charter", "жобонун өзү", "само положение", "the charter itself"
    SETTING = "setting", "окулушу", "прочтение", "reading"


class Combine(StrEnum):
    """How values of several regulations of one school meet."""

    ONE = "one"  # different values are a conflict a person settles
    UNION = "union"  # each adds its own codes
    EACH = "each"  # every regulation keeps its own value


class ValueProblem(ValueError):  # noqa: N818
    """A value does not fit its parameter. `text` says what is wrong and what fits."""

    def __init__(self, code: str, text: Text) -> None:
        super().__init__(text.en)
        self.code = code
        self.text = text


@dataclass(frozen=True, slots=True, eq=False)
class Parameter(Generic[T]):
    """One declared parameter; `T` is the Python type of its values.

    Attributes:
        low, high: inclusive bounds of numbers and fractions.
        allowed: codes with labels, for the three kinds made of codes.
        default, alternatives: of a setting only; the other admitted readings, in the order of the documents.
        own_only: further values a school may write itself but that no reading of a text gives.
        nullable: a setting may be left empty.
    """

    key: str
    kind: Kind
    scope: Scope
    label: Text
    help: Text
    unit: Unit = Unit.NONE
    stricter: Stricter = Stricter.NONE
    low: Fraction | int | None = None
    high: Fraction | int | None = None
    allowed: dict[str, Text] = field(default_factory=dict)
    combine: Combine = Combine.ONE
    default: T | None = None
    alternatives: tuple[T, ...] = ()
    own_only: frozenset[str] = frozenset()
    nullable: bool = False

    def __repr__(self) -> str:
        return f"<{self.key}>"

    @property
    def is_setting(self) -> bool:
        """True for a reading of the texts that always has a default."""
        return self.scope is Scope.SETTING

    def read(self, raw: Any) -> T:
        """`raw` from a file or a form as a value of this parameter; `ValueProblem` when it does not fit."""
        if raw is None and self.nullable:
            return cast("T", None)
        value = READERS[self.kind](self, raw)
        return cast("T", value)

    def loosens(self, new: T, old: T) -> bool:
        """True when `new` is a lighter duty than `old`."""
        return self.tightens(old, new)

    def tightens(self, new: T, old: T) -> bool:
        """True when `new` is a heavier duty than `old`; always false where values cannot be compared."""
        first, second = cast("Any", new), cast("Any", old)
        match self.stricter:
            case Stricter.HIGHER:
                return bool(first > second)
            case Stricter.LOWER:
                return bool(first < second)
            case Stricter.TRUE:
                return first is True and second is False
            case Stricter.MORE:
                return bool(first > second)
            case _:
                return False

    def show(self, value: T | None) -> Text:
        """The value as a person reads it."""
        if value is None:
            return NOT_SET
        if self.kind is Kind.FLAG:
            return YES if value else NO
        if self.kind is Kind.CHOICE:
            return self.allowed[cast("str", value)]
        if self.kind is Kind.CHOICES:
            codes = cast("frozenset[str]", value)
            return joined(self.allowed[code] for code in self.allowed if code in codes)
        if self.kind is Kind.STEPS:
            return joined((self.allowed[code] for code in cast("tuple[str, ...]", value)), " → ")
        if self.kind is Kind.NUMBERS:
            return plain(", ".join(str(number) for number in sorted(cast("frozenset[int]", value))))
        return plain(str(value))

    def encode(self, value: T | None) -> Any:
        """The value as plain data: numbers, strings, sorted lists; fractions as `2/3`."""
        if isinstance(value, frozenset):
            return sorted(value)
        if isinstance(value, tuple):
            return list(value)
        if isinstance(value, Fraction):
            return f"{value.numerator}/{value.denominator}"
        return value


YES = Text("ооба", "да", "yes")
NO = Text("жок", "нет", "no")
NOT_SET = Text("коюлган эмес", "не задано", "not set")


def plain(words: str) -> Text:
    """The same characters in every language."""
    return Text(words, words, words)


def read_whole(parameter: Parameter[Any], raw: Any) -> int:
    """A whole number inside the bounds; a boolean is not a number."""
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise wrong_shape(parameter, raw)
    check_bounds(parameter, raw)
    return raw


def read_flag(parameter: Parameter[Any], raw: Any) -> bool:
    """`true` or `false` and nothing like it."""
    if not isinstance(raw, bool):
        raise wrong_shape(parameter, raw)
    return raw


def read_choice(parameter: Parameter[Any], raw: Any) -> str:
    """One code of the list."""
    if not isinstance(raw, str):
        raise wrong_shape(parameter, raw)
    return known_code(parameter, raw)


def read_choices(parameter: Parameter[Any], raw: Any) -> frozenset[str]:
    """A list of codes without repetition; order does not matter."""
    return frozenset(known_code(parameter, code) for code in sequence(parameter, raw))


def read_steps(parameter: Parameter[Any], raw: Any) -> tuple[str, ...]:
    """A list of codes whose order matters."""
    return tuple(known_code(parameter, code) for code in sequence(parameter, raw))


def read_numbers(parameter: Parameter[Any], raw: Any) -> frozenset[int]:
    """A list of whole numbers, each inside the bounds."""
    return frozenset(read_whole(parameter, number) for number in sequence(parameter, raw))


def read_fraction(parameter: Parameter[Any], raw: Any) -> Fraction:
    """A fraction written `2/3`, or a whole number; a decimal is refused because 0.67 is not two thirds."""
    if isinstance(raw, Fraction):
        value = raw
    elif isinstance(raw, str) and raw.count("/") == 1 and all(part.strip().isdigit() for part in raw.split("/")):
        top, bottom = (int(part) for part in raw.split("/"))
        if bottom == 0:
            raise wrong_shape(parameter, raw)
        value = Fraction(top, bottom)
    elif isinstance(raw, int) and not isinstance(raw, bool):
        value = Fraction(raw)
    else:
        raise wrong_shape(parameter, raw)
    check_bounds(parameter, value)
    return value


READERS = {
    Kind.WHOLE: read_whole,
    Kind.FLAG: read_flag,
    Kind.CHOICE: read_choice,
    Kind.CHOICES: read_choices,
    Kind.NUMBERS: read_numbers,
    Kind.STEPS: read_steps,
    Kind.FRACTION: read_fraction,
}


def sequence(parameter: Parameter[Any], raw: Any) -> list[Any]:
    """`raw` as a list without repetition."""
    if isinstance(raw, str) or not isinstance(raw, Iterable) or isinstance(raw, dict):
        raise wrong_shape(parameter, raw)
    items = list(raw)
    repeated = sorted({str(item) for item in items if items.count(item) > 1})
    if repeated:
        shown = ", ".join(repeated)
        raise ValueProblem(
            "value.repeated",
            Text(
                ky=f"«{parameter.label.ky}»: тизмеде кайталанган нерсе бар: {shown}. Ар бирин бир жолу калтырыңыз.",
                ru=f"«{parameter.label.ru}»: в списке есть повтор: {shown}. Оставьте каждое один раз.",
                en=f"{parameter.key}: the list repeats {shown}. Keep each of them once.",
            ),
        )
    return items


def known_code(parameter: Parameter[Any], raw: Any) -> str:
    """`raw` when it is one of the parameter's codes."""
    if isinstance(raw, str) and raw in parameter.allowed:
        return str(raw)
    codes = ", ".join(parameter.allowed)
    raise ValueProblem(
        "value.unknown_code",
        Text(
            ky=f"«{parameter.label.ky}»: «{raw}» деген код жок. Буларды колдонсо болот: {codes}.",
            ru=f"«{parameter.label.ru}»: кода «{raw}» нет. Можно: {codes}.",
            en=f"{parameter.key}: there is no code {raw!r}. Use one of: {codes}.",
        ),
    )


def check_bounds(parameter: Parameter[Any], value: int | Fraction) -> None:
    """Refuse a number outside the declared bounds."""
    too_low = parameter.low is not None and value < parameter.low
    too_high = parameter.high is not None and value > parameter.high
    if not too_low and not too_high:
        return
    low = "−∞" if parameter.low is None else str(parameter.low)
    high = "∞" if parameter.high is None else str(parameter.high)
    raise ValueProblem(
        "value.out_of_bounds",
        Text(
            ky=f"«{parameter.label.ky}»: {value} мааниси чектен чыгып турат. Чеги: {low}–{high}.",
            ru=f"«{parameter.label.ru}»: значение {value} вне границ. Допустимо: {low}–{high}.",
            en=f"{parameter.key}: {value} is out of bounds. Allowed: {low} to {high}.",
        ),
    )


def wrong_shape(parameter: Parameter[Any], raw: Any) -> ValueProblem:
    """The problem of a value of another shape."""
    kind = parameter.kind.label
    return ValueProblem(
        "value.wrong_shape",
        Text(
            ky=f"«{parameter.label.ky}»: {raw!r} мааниси туура келбейт. Керектүү түрү: {kind.ky}.",
            ru=f"«{parameter.label.ru}»: значение {raw!r} не подходит. Нужно: {kind.ru}.",
            en=f"{parameter.key}: {raw!r} does not fit. Needed: {kind.en}.",
        ),
    )


def labels_of(*lists: type[Code] | Iterable[Code]) -> dict[str, Text]:
    """Codes of one or several lists with their labels, in order."""
    return {member.value: member.label for codes in lists for member in codes}
