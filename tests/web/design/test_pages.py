"""Every page of the pattern book and every error page, in three languages, under strict variables."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client

from apps.web.blocks.icons import icon_names
from tests.web.design.conftest import ERRORS, LANGUAGES, PAGES, Draw

TEMPLATES = Path(__file__).resolve().parents[3] / "apps" / "web" / "templates"
ALL = [*PAGES, *(f"errors/{name}/" for name in ERRORS)]


class Reader(HTMLParser):
    """Collects what the rules below ask about."""

    def __init__(self) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str, str]] = []
        self.open_scripts = 0
        self.styles = 0
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.attributes.extend((tag, name, value) for name, value in values.items())
        self.open_scripts += tag == "script" and "src" not in values
        self.styles += tag == "style"
        if tag == "html":
            self.language = values.get("lang", "")


def read(body: str) -> Reader:
    reader = Reader()
    reader.feed(body)
    return reader


def _get(visitor: Client, page: str, language: str) -> str:
    answer = visitor.get(f"/design/{page}{'&' if '?' in page else '?'}language={language}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ALL)
def test_page_keeps_the_rules_of_markup(visitor: Client, page: str, language: str) -> None:
    reader = read(_get(visitor, page, language))
    assert [row for row in reader.attributes if row[1] == "style"] == []
    assert [row for row in reader.attributes if row[1].startswith("on")] == []
    assert reader.open_scripts == 0
    assert reader.styles == 0
    repeated = [name for name, count in Counter(v for _t, n, v in reader.attributes if n == "id").items() if count > 1]
    assert repeated == []
    used = {value.partition("#")[2] for tag, name, value in reader.attributes if (tag, name) == ("use", "href")}
    assert used <= icon_names()
    if page != "errors/unknown_host/":
        assert reader.language == language


@pytest.mark.parametrize("page", [page for page in ALL if page != "errors/unknown_host/"])
def test_every_language_says_something_of_its_own(visitor: Client, page: str) -> None:
    titles = {re.search("<title>(.*?)</title>", _get(visitor, page, language), re.S).group(1) for language in LANGUAGES}  # type: ignore[union-attr]
    assert len(titles) == len(LANGUAGES)


def test_every_component_is_shown_in_the_book(visitor: Client) -> None:
    shown: set[str] = set()
    for page in PAGES:
        answer = visitor.get(f"/design/{page}")
        shown |= {template.name for template in answer.templates if template.name}
    components = {f"components/{place.name}" for place in (TEMPLATES / "components").glob("*.html")}
    assert components - shown == set()


def test_labels_and_descriptions_point_at_something(visitor: Client) -> None:
    for page in PAGES:
        reader = read(_get(visitor, page, "ky"))
        ids = {value for _tag, name, value in reader.attributes if name == "id"}
        pointers = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "data-dialog"}
        wanted = {part for _tag, name, value in reader.attributes if name in pointers for part in value.split() if part}
        assert wanted - ids == set(), page


def test_unknown_host_page_needs_nothing_else() -> None:
    source = (TEMPLATES / "errors" / "unknown_host.html").read_text(encoding="utf-8")
    assert len(source.encode()) < 2_500
    assert "{%" not in source
    assert "{{" not in source
    assert re.findall(r"(?:src|href)=", source) == []
    assert set(re.findall(r'lang="(\w\w)"', source)) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_error_pages_say_what_why_and_what_to_do(visitor: Client, language: str) -> None:
    remedy = {"ky": "Эмне кылуу керек", "ru": "Что делать", "en": "What to do"}[language]
    for name in ERRORS:
        if name == "unknown_host":
            continue
        body = _get(visitor, f"errors/{name}/", language)
        paragraphs = [text for text in re.findall(r"<p[^>]*>([^<]{20,})</p>", body) if text.strip()]
        assert len(paragraphs) >= 2, name
        assert remedy in body
        assert "7f3a91c2" in body


def test_a_fault_with_its_own_words_shows_them(draw: Draw) -> None:
    body = draw('{% include "errors/409.html" %}', message="Протокол №4 бекитилген", code="minutes.approved")
    assert "Протокол №4 бекитилген" in body
    assert "<code>minutes.approved</code>" in body
    assert "Формаңыз ачык турганда" not in body


def test_language_switch_stores_the_choice_and_returns(visitor: Client) -> None:
    answer = visitor.post("/design/language/", {"language": "ru", "next": "/design/marks/"})
    assert (answer.status_code, answer["Location"]) == (302, "/design/marks/")
    assert 'lang="ru"' in visitor.get("/design/marks/").content.decode()


def test_language_switch_does_not_lead_to_other_hosts(visitor: Client) -> None:
    answer = visitor.post("/design/language/", {"language": "ru", "next": "https://example.org/"})
    assert answer["Location"] == "/"


@pytest.mark.parametrize(
    ("cookie", "attribute"), [("dark", ' data-theme="dark"'), ("light", ' data-theme="light"'), ('"><b', "")]
)
def test_theme_of_the_cookie_is_in_the_first_bytes(visitor: Client, cookie: str, attribute: str) -> None:
    visitor.cookies["usul_theme"] = cookie
    assert f'<html lang="ky"{attribute}>' in visitor.get("/design/marks/").content.decode()
