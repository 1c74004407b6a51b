"""What the frame of a page needs to know. The context processor builds one `Page`; nothing here asks the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the navigation. `short` is the label under an icon on a phone; a `count` of zero is not shown."""

    url: str
    icon: str
    label: str
    count: int = 0
    current: bool = False
    short: str = ""

    @property
    def brief(self) -> str:
        return self.short or self.label


@dataclass(frozen=True, slots=True)
class Language:
    code: str
    name: str

    @property
    def short(self) -> str:
        return self.code.upper()


LANGUAGES = (Language("ky", "Кыргызча"), Language("ru", "Русский"), Language("en", "English"))


@dataclass(frozen=True, slots=True)
class Year:
    """An academic year to choose: `2026–2027-окуу жылы`."""

    url: str
    label: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a chip: a name of the form `Бекова Кымбат`, a role, an own page when there is one."""

    name: str
    role: str = ""
    url: str = ""

    @property
    def initials(self) -> str:
        return "".join(part[0] for part in self.name.split()[:2]).upper()


@dataclass(frozen=True, slots=True)
class Crumb:
    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The frame: whose page, in which language, what leads where.

    `place` is the school or the district; `language_url` receives the POST of the language switch with `language` and
    `next`. `draft_owner` is an opaque value of this person in this school: drafts on a shared computer are kept under
    it and removed when another owner opens a page. `theme` is `light`, `dark` or empty (as the system says).
    """

    language: str
    place: str
    home_url: str = "/"
    languages: Sequence[Language] = LANGUAGES
    language_url: str = ""
    next_url: str = "/"
    navigation: Sequence[NavItem] = ()
    person: Person | None = None
    account_url: str = ""
    sign_out_url: str = ""
    search_url: str = ""
    search_text: str = ""
    notices_url: str = ""
    notices_count: int = 0
    years: Sequence[Year] = ()
    theme: str = ""
    draft_owner: str = ""
    today: date | None = None
    crumbs: Sequence[Crumb] = ()

    @property
    def year(self) -> Year | None:
        """The academic year that is looked at."""
        return next((year for year in self.years if year.current), None)

    @property
    def bar_items(self) -> Sequence[NavItem]:
        """Entries that fit into the bar of a phone: all five, or four and `More`."""
        return self.navigation if len(self.navigation) <= 5 else self.navigation[:4]

    @property
    def more_items(self) -> Sequence[NavItem]:
        return () if len(self.navigation) <= 5 else self.navigation[4:]


def theme_of(cookie: str | None) -> str:
    """The theme named by the cookie `usul_theme`; anything but `light` and `dark` is the choice of the system."""
    return cookie if cookie in ("light", "dark") else ""
