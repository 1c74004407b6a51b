"""Errors that are part of the product: a stable code, three languages, the values that explain them.

Each application declares its `FaultKind`s in its `errors.py`. A verb raises `KIND(field="…", value=…)`; the web shows the sentence beside
the field, the API sends it as a problem document. A kind's text says what happened, why, and what to do.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from apps.rulebook.text import Text, format_date


@dataclass(frozen=True, slots=True)
class FaultKind:
    """One way in which a request can be wrong.

    Attributes:
        code: stable name such as `sitting.held_in_future`; part of the API, never changed.
        text: the sentence, with `{placeholders}` for the values given when it is raised.
        status: HTTP status a door answers with: 403 forbidden, 404 missing, 409 conflict, 412 changed meanwhile, 422 not acceptable.
    """

    code: str
    text: Text
    status: int = 422
    known: ClassVar[dict[str, "FaultKind"]] = {}

    def __post_init__(self) -> None:
        if self.code in FaultKind.known:
            message = f"The error code {self.code} is declared twice."
            raise ValueError(message)
        FaultKind.known[self.code] = self

    def __call__(self, *, field: str | None = None, **values: Any) -> "Fault":
        return Fault(self, field=field, values=values)


class Fault(Exception):  # noqa: N818
    """A refused deed. Nothing of it has been stored."""

    def __init__(self, kind: FaultKind, *, field: str | None = None, values: dict[str, Any] | None = None) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.field = field
        self.values = values or {}

    @property
    def code(self) -> str:
        """The stable name of the error."""
        return self.kind.code

    @property
    def status(self) -> int:
        """HTTP status a door answers with."""
        return self.kind.status

    def message(self, language: str) -> str:
        """The sentence in `language` with its values written as that language writes them."""
        written = {name: written_in(language, value) for name, value in self.values.items()}
        return self.kind.text.in_(language).format_map(written)


def written_in(language: str, value: Any) -> str:
    """A value as a sentence in `language` shows it: dates in full, labels and texts translated."""
    if isinstance(value, date):
        return format_date(value, language)
    if isinstance(value, Text):
        return value.in_(language)
    label = getattr(value, "label", None)
    if isinstance(label, Text):
        return label.in_(language)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(written_in(language, item) for item in value)
    return str(value)


@dataclass(slots=True)
class Faults(Exception):  # noqa: N818
    """Several faults of one deed, so that a person can mend all of them at once."""

    faults: list[Fault] = field(default_factory=list)

    def __str__(self) -> str:
        return ", ".join(fault.code for fault in self.faults)

    def add(self, fault: Fault) -> None:
        """Collect one more."""
        self.faults.append(fault)

    def raise_if_any(self) -> None:
        """Raise the only one itself, or all of them together; do nothing when there is none."""
        if len(self.faults) == 1:
            raise self.faults[0]
        if self.faults:
            raise self


def all_faults(error: Fault | Faults) -> Iterable[Fault]:
    """The single faults in either form."""
    return error.faults if isinstance(error, Faults) else (error,)


NOT_PERMITTED = FaultKind(
    "core.not_permitted",
    Text(
        ky="Бул иш үчүн сизде «{permission}» укугу жок. Аны мектептин директору же администратору бере алат.",
        ru="Для этого действия нужно право «{permission}», у вас его нет. Его может дать директор или администратор школы.",
        en="This needs the right “{permission}”, which you do not have. The director or the school's administrator can grant it.",
    ),
    status=403,
)
NOT_FOUND = FaultKind(
    "core.not_found",
    Text(
        ky="Мындай жазуу табылган жок. Ал өчүрүлгөн же дарек туура эмес болушу мүмкүн; тизмеден кайра тандаңыз.",
        ru="Такой записи нет. Возможно, она удалена или адрес неверен; выберите её снова из списка.",
        en="There is no such record. It may have been removed or the address is wrong; choose it again from the list.",
    ),
    status=404,
)
TEXT_UNUSABLE = FaultKind(
    "core.text_unusable",
    Text(
        ky="Текстте сактоого мүмкүн болбогон белги бар. Текстти кайра терип көрүңүз.",
        ru="В тексте есть знак, который нельзя сохранить. Наберите текст заново.",
        en="The text holds a character that cannot be stored. Type the text again.",
    ),
)
CHANGED_MEANWHILE = FaultKind(
    "core.changed_meanwhile",
    Text(
        ky="Бул жазууну башка бирөө өзгөртүп койду ({seen}-абалы эмес, {now}-абалы). Баракты жаңыртып, өзгөртүүңүздү кайталаңыз.",
        ru="Эту запись уже изменил кто-то другой (вы видели состояние {seen}, теперь {now}). Обновите страницу и повторите изменение.",
        en="Someone else has changed this record (you saw version {seen}, it is now {now}). Reload it and repeat your change.",
    ),
    status=412,
)
