"""Lists: what the address asks for, filters with their ways back, numbered pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.http import urlencode

from apps.web.blocks.tables import ActiveFilter, PageLink, Pages
from apps.web.request import UsulRequest

PAGE = "page"
NEIGHBOURS = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter: its name in the address, its label, the options and the one chosen (empty: all).

    `blank` says what empty means where it is not "all".
    """

    name: str
    label: str
    options: Sequence[tuple[str, str]]
    chosen: str = ""
    blank: str = ""

    @property
    def words(self) -> str:
        """What is chosen, in words."""
        return dict(self.options).get(self.chosen, "")


def choice(
    request: UsulRequest, name: str, label: str, options: Iterable[tuple[str, str]], *, blank: str = ""
) -> Choice:
    """A filter with what the address chose; an option that does not exist counts as none."""
    known = list(options)
    asked = request.GET.get(name, "")
    return Choice(name, label, known, asked if asked in dict(known) else "", blank)


def address(request: UsulRequest, **changes: object) -> str:
    """This address with other values; an empty one is left out, and a change of anything else starts at the first page."""
    kept = {name: str(value) for name, value in request.GET.items() if name not in changes and name != PAGE}
    asked = kept | {name: str(value) for name, value in changes.items() if value not in (None, "")}
    return f"{request.path}?{urlencode(asked)}" if asked else request.path


def active(request: UsulRequest, choices: Iterable[Choice]) -> list[ActiveFilter]:
    """What is chosen, each with the address without it."""
    return [
        ActiveFilter(f"{one.label}: {one.words}", address(request, **{one.name: ""})) for one in choices if one.chosen
    ]


@dataclass(frozen=True, slots=True)
class Window:
    """The rows of a page: `rows[window.start:window.stop]`, and the links to the others."""

    start: int
    stop: int
    pages: Pages


def window(request: UsulRequest, *, total: int, size: int) -> Window:
    """The page the address asks for; a number that is none, or lies beyond the end, gives the nearest page there is."""
    last = max(1, -(-total // size))
    asked = request.GET.get(PAGE, "")
    number = min(max(int(asked), 1), last) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
    start = (number - 1) * size
    stop = min(start + size, total)
    links = Pages(
        previous_url=address(request, page=number - 1) if number > 1 else "",
        next_url=address(request, page=number + 1) if number < last else "",
        numbers=_numbers(request, number, last) if last > 1 else (),
        first=start + 1 if total else 0,
        last=stop,
        total=total if last > 1 else None,
    )
    return Window(start, stop, links)


def _numbers(request: UsulRequest, current: int, last: int) -> list[PageLink]:
    """First and last page, the current one and its neighbours; a gap where numbers are left out."""
    shown = {1, last} | set(range(max(1, current - NEIGHBOURS), min(last, current + NEIGHBOURS) + 1))
    links: list[PageLink] = []
    before = 0
    for number in sorted(shown):
        if number > before + 1:
            links.append(PageLink(0, ""))
        links.append(PageLink(number, address(request, page=number), current=number == current))
        before = number
    return links
