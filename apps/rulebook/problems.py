"""What is wrong with data, told to a person: a stable code, the place, and a sentence in three languages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from apps.rulebook.text import Text


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a person has to mend or decide.

    Attributes:
        code: stable name such as `yaml.anchor`.
        text: what happened, why, and what to do.
        file, line: where, for problems of files; line 0 means the file as a whole.
        about: the key or id it is about, when there is one.
    """

    code: str
    text: Text
    file: str = ""
    line: int = 0
    about: str = ""

    def __str__(self) -> str:
        return self.in_("en")

    def in_(self, language: str) -> str:
        """The sentence with its place in front."""
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        return f"{place}{self.text.in_(language)}"


class DataErrors(ValueError):  # noqa: N818
    """A file cannot be used; every problem found is listed, so that all can be mended at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.problems)


def did_you_mean(nearest: str | None) -> Text:
    """The hint behind an unknown word."""
    if nearest is None:
        return Text("Жазылышын текшериңиз.", "Проверьте написание.", "Check the spelling.")
    return Text(
        f"Балким, «{nearest}» дегиңиз келгендир.",
        f"Возможно, имелось в виду «{nearest}».",
        f"Did you mean {nearest!r}?",
    )


def with_hint(text: Text, hint: Text) -> Text:
    """Two sentences as one text."""
    return Text(*(f"{first} {second}" for first, second in zip(text, hint, strict=True)))
