"""Reading of YAML files that people write: strict, safe, and with the line of every value.

Only what a jurist needs is allowed: mappings, lists, strings, whole numbers, `true`, `false` and `null`. Dates stay
strings until a typed field reads them, so that a wrong date is told in words. Anchors, aliases and tags are refused,
and with them every known YAML bomb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from apps.rulebook.problems import DataErrors, Problem
from apps.rulebook.text import Text

MAX_BYTES = 2_000_000
MAX_DEPTH = 24
MAX_NODES = 200_000
WHOLE_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The data of one file and the line of each place in it."""

    name: str
    data: Any
    lines: dict[Place, int] = field(default_factory=dict)

    def line(self, place: Place) -> int:
        """Line of `place`, or of the nearest thing around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 0)

    def problem(self, code: str, text: Text, place: Place = ()) -> Problem:
        """A problem at `place` of this file."""
        return Problem(code, text, self.name, self.line(place), ".".join(str(part) for part in place))


def read_file(path: Path, name: str | None = None) -> Source:
    """Read one file; `DataErrors` when it is too big, not UTF-8 or not the YAML described above."""
    name = name or path.name
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise DataErrors([unreadable(name, error.strerror or str(error))]) from error
    if size > MAX_BYTES:
        raise DataErrors([too_big(name, size)])
    return read_bytes(raw, name)


def read_bytes(raw: bytes, name: str) -> Source:
    """Read the content of a file."""
    if len(raw) > MAX_BYTES:
        raise DataErrors([too_big(name, len(raw))])
    try:
        words = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataErrors([not_utf8(name, raw[: error.start].count(b"\n") + 1)]) from error
    return Builder(name).build(words)


class Builder:
    """Turns the events of the YAML parser into data and lines."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Place, int] = {}
        self.nodes = 0

    def build(self, words: str) -> Source:
        """The one document of the file."""
        try:
            events = yaml.parse(words, Loader=LOADER)
            data = self.document(events)
        except yaml.YAMLError as error:
            raise DataErrors([not_yaml(self.name, words, error)]) from error
        return Source(self.name, data, self.lines)

    def document(self, events: Iterator[Any]) -> Any:
        """Data of the first document; a second one is refused."""
        data: Any = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.refusal(event, "yaml.two_documents", TWO_DOCUMENTS)
                data = self.value(events, next(events), ())
        return data

    def value(self, events: Iterator[Any], event: Any, place: Place) -> Any:
        """The value that starts with `event`."""
        self.nodes += 1
        self.lines.setdefault(place, line_of(event))
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self.refusal(event, "yaml.anchor", ANCHOR)
        if event.tag is not None:
            raise self.refusal(event, "yaml.tag", TAG)
        if len(place) > MAX_DEPTH or self.nodes > MAX_NODES:
            raise self.refusal(event, "yaml.too_deep", TOO_DEEP)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, place)
        return self.mapping(events, place)

    def sequence(self, events: Iterator[Any], place: Place) -> list[Any]:
        """A list."""
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.value(events, event, (*place, len(items))))
        return items

    def mapping(self, events: Iterator[Any], place: Place) -> dict[str, Any]:
        """A mapping; a key written twice is refused, because one of the two would be lost."""
        items: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent) or event.anchor is not None or event.tag is not None:
                raise self.refusal(event, "yaml.key", KEY)
            key = str(event.value)
            if key in items:
                raise self.refusal(event, "yaml.duplicate_key", duplicate_key(key))
            self.lines[(*place, key)] = line_of(event)
            items[key] = self.value(events, next(events), (*place, key))
        return items

    def scalar(self, event: Any) -> Any:
        """A string, a whole number, true, false or nothing."""
        words = str(event.value)
        if not event.implicit[0]:
            return words
        if words in WORDS:
            return WORDS[words]
        return int(words) if WHOLE_NUMBER.fullmatch(words) and len(words) < 19 else words

    def refusal(self, event: Any, code: str, text: Text) -> DataErrors:
        """The error at the line of `event`."""
        return DataErrors([Problem(code, text, self.name, line_of(event))])


def line_of(event: Any) -> int:
    """Line of a parser event, counted from 1."""
    return int(event.start_mark.line) + 1


ANCHOR = Text(
    "Файлда шилтеме белгиси (& же *) бар. Мындай белгилер коопсуздук үчүн кабыл алынбайт; маанини толук жазыңыз.",
    "В файле есть якорь или ссылка (& или *). Ради безопасности они не принимаются; запишите значение целиком.",
    "The file uses an anchor or alias (& or *). They are refused for safety; write the value out in full.",
)
TAG = Text(
    "Файлда тег (!) бар. Теги жок жазыңыз; тексттин өзү керек болсо, тырмакчага алыңыз.",
    "В файле есть тег (!). Уберите его; если это сам текст, возьмите его в кавычки.",
    "The file uses a tag (!). Remove it; if it is part of the text, put the text in quotes.",
)
KEY = Text(
    "Сол жактагы ат жөнөкөй сөз болушу керек. Атын түзөтүңүз.",
    "Имя слева от двоеточия должно быть простым словом. Исправьте его.",
    "The name before a colon must be a plain word. Correct it.",
)
TOO_DEEP = Text(
    "Файл өтө татаал: камтылуусу өтө терең же маанилери өтө көп. Аны бир нече файлга бөлүңүз.",
    "Файл слишком сложен: чересчур глубокая вложенность или слишком много значений. Разделите его на несколько.",
    "The file is too complex: nested too deeply or holding too many values. Split it into several files.",
)
TWO_DOCUMENTS = Text(
    "Файлда --- белгиси менен бөлүнгөн эки документ бар. Ар бирин өз файлына салыңыз.",
    "В файле два документа, разделённых ---. Положите каждый в свой файл.",
    "The file holds two documents divided by ---. Put each of them in a file of its own.",
)


def duplicate_key(key: str) -> Text:
    """The sentence about a name written twice."""
    return Text(
        f"«{key}» бул жерде эки жолу жазылган. Бирин өчүрүңүз же атын өзгөртүңүз.",
        f"«{key}» записано здесь дважды. Удалите или переименуйте одно из них.",
        f"{key!r} is written twice here. Remove or rename one of them.",
    )


def too_big(name: str, size: int) -> Problem:
    """The problem of a file over the limit."""
    text = Text(
        f"Файл өтө чоң: {size} байт, чеги {MAX_BYTES} байт. Аны бир нече файлга бөлүңүз.",
        f"Файл слишком велик: {size} байт при пределе {MAX_BYTES}. Разделите его на несколько.",
        f"The file is too big: {size} bytes, the limit is {MAX_BYTES}. Split it into several files.",
    )
    return Problem("yaml.too_big", text, name)


def not_utf8(name: str, line: int) -> Problem:
    """The problem of another encoding."""
    text = Text(
        "Файл UTF-8 коддоосунда эмес. Аны текст редакторунда «UTF-8» деп кайра сактаңыз.",
        "Файл не в кодировке UTF-8. Сохраните его заново в редакторе как «UTF-8».",
        "The file is not in UTF-8. Save it again as UTF-8 in your editor.",
    )
    return Problem("yaml.encoding", text, name, line)


def unreadable(name: str, why: str) -> Problem:
    """The problem of a file that cannot be opened."""
    text = Text(
        f"Файлды ачууга мүмкүн болгон жок ({why}). Жолун жана укуктарды текшериңиз.",
        f"Файл не открывается ({why}). Проверьте путь и права.",
        f"The file cannot be opened ({why}). Check the path and the rights.",
    )
    return Problem("yaml.unreadable", text, name)


def not_yaml(name: str, words: str, error: yaml.YAMLError) -> Problem:
    """The problem the parser met; a character it cannot read is found by its position."""
    mark: Any = getattr(error, "problem_mark", None)
    position = getattr(error, "position", None)
    line = mark.line + 1 if mark is not None else words.count("\n", 0, position) + 1
    detail = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable character"
    text = Text(
        f"Бул жер YAML эрежесине туура келбейт ({detail}). Чегинүүлөрдү, тырмакчаларды жана кош чекиттерди текшериңиз.",
        f"Здесь нарушена запись YAML ({detail}). Проверьте отступы, кавычки и двоеточия.",
        f"This is not valid YAML ({detail}). Check indentation, quotes and colons.",
    )
    return Problem("yaml.syntax", text, name, line)
