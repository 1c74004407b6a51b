"""The pattern book in a real browser: accessibility, room, weight, keys, drafts, paper, and life without scripts."""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.design.conftest import PAGES

pytestmark = pytest.mark.browser

WIDTHS = (360, 768, 1440)
PAGE_LIMIT = 50_000
Open = Callable[..., Any]


@pytest.fixture
def open_page(browser: Any, address: str) -> Iterator[Open]:
    """Opens a page of the book in a context of its own and fails on any console error."""
    contexts = []
    complaints: list[str] = []

    def opened(page: str, *, width: int = 1440, theme: str = "light", language: str = "ky", **options: Any) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce", **options
        )
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.goto(f"{address}{page}{'&' if '?' in page else '?'}language={language}")
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def overflow(tab: Any) -> int:
    return int(tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize(("width", "theme"), [(360, "dark"), (1440, "light")])
@pytest.mark.parametrize("page", PAGES)
def test_accessible(open_page: Open, page: str, width: int, theme: str) -> None:
    tab = open_page(page, width=width, theme=theme)
    found = Axe().run(tab).response["violations"]
    assert [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found] == []


def test_the_current_tab_is_in_sight_however_many_there_are(open_page: Open) -> None:
    tab = open_page("association/", width=360)
    last = tab.locator(".tabs a").last
    assert last.evaluate("node => node.getBoundingClientRect().right > innerWidth"), "the tabs fit: nothing to show"
    last.evaluate("node => { node.setAttribute('aria-current', 'page'); dispatchEvent(new Event('pageshow')); }")
    assert last.evaluate("node => node.getBoundingClientRect().right <= innerWidth")


@pytest.mark.parametrize("language", ["ky", "ru"])
@pytest.mark.parametrize("page", [*PAGES, "errors/500/", "errors/suspended/"])
def test_nothing_scrolls_sideways(open_page: Open, page: str, language: str) -> None:
    """As it is, and again with every text forty per cent longer."""
    tab = open_page(page, language=language)
    for longer in (False, True):
        if longer:
            tab.evaluate(
                """() => {
                    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                    while (walk.nextNode()) {
                        const text = walk.currentNode.data.trim();
                        if (!text || walk.currentNode.parentNode.closest("time, svg, code")) continue;
                        walk.currentNode.data += " " + text.slice(0, Math.ceil(text.length * 0.4));
                    }
                }"""
            )
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 900})
            assert (width, longer, overflow(tab) <= 0) == (width, longer, True)


@pytest.mark.parametrize("page", PAGES)
def test_targets_of_a_thumb(open_page: Open, page: str) -> None:
    """Buttons, menus and navigation are at least 44 by 44 pixels on a phone; links inside sentences are exempt."""
    tab = open_page(page, width=360, has_touch=True, is_mobile=True)
    small = tab.evaluate(
        """() => [".button:not(.button--small)", ".nav__link", ".below__link", ".matrix td > a", ".choice"]
            .flatMap((kind) => [...document.querySelectorAll(kind)])
            .filter((node) => node.checkVisibility())
            .map((node) => [node.className || node.tagName, node.getBoundingClientRect()])
            .filter(([, box]) => box.width && (box.height < 43.5 || box.width < 43.5))
            .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""
    )
    assert small == []


@pytest.mark.parametrize("page", ["district/", "school/", "sitting/", "association/", "forms/", "papers/"])
def test_page_is_light(open_page: Open, page: str) -> None:
    tab = open_page(page)
    body = tab.evaluate("fetch(location.href).then((answer) => answer.text())")
    assert len(gzip.compress(body.encode())) < PAGE_LIMIT


def test_first_visit_asks_for_few_files(open_page: Open) -> None:
    tab = open_page("district/")
    names = tab.evaluate("performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)")
    assert len(names) <= 12
    assert all(name.startswith("/static/") for name in names)


def test_layout_does_not_shift(open_page: Open) -> None:
    tab = open_page("district/")
    shift = tab.evaluate(
        """() => new Promise((done) => {
            let sum = 0;
            new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
                .observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(sum), 300);
        })"""
    )
    assert shift < 0.02


def test_arrow_keys_walk_through_the_matrix(open_page: Open) -> None:
    tab = open_page("district/")
    assert tab.evaluate("document.querySelectorAll('.matrix td a[tabindex=\"0\"]').length") == 1
    tab.focus(".matrix td a")
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp", "End", "ArrowLeft"):
        tab.keyboard.press(key)
    place = tab.evaluate(
        """() => {
            const cell = document.activeElement.closest("td");
            return [cell.parentNode.rowIndex, cell.cellIndex];
        }"""
    )
    assert place == [1, 13]
    tab.keyboard.press("Control+Home")
    assert tab.evaluate("document.activeElement.closest('td').cellIndex") == 1


def test_slash_finds_the_search(open_page: Open) -> None:
    tab = open_page("district/")
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "search"
    tab.keyboard.type("a/b")
    assert tab.input_value("#search") == "a/b"


def test_skip_link_is_first_and_works(open_page: Open) -> None:
    tab = open_page("district/")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"


def test_dialog_opens_closes_and_gives_the_focus_back(open_page: Open) -> None:
    tab = open_page("")
    tab.click("[data-dialog=approve]")
    assert tab.evaluate("document.querySelector('#approve').open") is True
    assert tab.evaluate("document.querySelector('#approve').contains(document.activeElement)") is True
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.querySelector('#approve').open") is False
    assert tab.evaluate("document.activeElement.dataset.dialog") == "approve"


def test_menu_closes_on_escape_and_on_a_click_elsewhere(open_page: Open) -> None:
    tab = open_page("district/")
    for leave in (lambda: tab.keyboard.press("Escape"), lambda: tab.click("h1")):
        tab.click(".top__year summary")
        assert tab.evaluate("document.querySelector('.top__year').open") is True
        leave()
        assert tab.evaluate("document.querySelector('.top__year').open") is False


def test_theme_is_chosen_and_kept(open_page: Open) -> None:
    tab = open_page("district/", theme="light")
    before = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.click(".top__theme summary")
    tab.click(".top__theme [data-theme-choice=dark]")
    tab.reload()
    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") != before
    tab.click(".top__theme summary")
    assert tab.get_attribute(".top__theme [data-theme-choice=dark]", "aria-pressed") == "true"
    tab.click('.top__theme [data-theme-choice=""]')
    tab.reload()
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == before


def test_language_switch_works_before_sign_in(open_page: Open, address: str) -> None:
    tab = open_page("sign-in/")
    tab.click("button[value=ru]")
    tab.wait_for_url(f"{address}sign-in/")
    assert tab.inner_text("h1") == "Вход в Усул"


def test_errors_take_the_focus(open_page: Open) -> None:
    tab = open_page("forms/?state=errors")
    assert tab.evaluate("document.activeElement.hasAttribute('data-errors')") is True
    tab.click(".errors a >> nth=3")
    assert tab.evaluate("document.activeElement.name") == "again-basis"


def test_number_stepper(open_page: Open) -> None:
    tab = open_page("forms/")
    tab.click("[data-step=up]")
    tab.click("[data-step=up]")
    tab.click("[data-step=down]")
    assert tab.input_value("[name=present]") == "6"


def test_draft_comes_back_and_is_forgotten_after_sending(open_page: Open) -> None:
    tab = open_page("forms/")
    tab.fill("[name=theme]", "Сынчыл ой жүгүртүү")
    tab.check("[name=members][value=b]")
    tab.wait_for_selector("[data-draft-state][data-state=saved]")
    tab.reload()
    assert tab.input_value("[name=theme]") == "Сынчыл ой жүгүртүү"
    assert tab.is_checked("[name=members][value=b]")
    assert "калыбына келди" in tab.inner_text("[data-draft-state]")
    tab.evaluate("document.querySelector('form[data-draft]').action = '../marks/'")
    tab.click(".form__foot button")
    tab.wait_for_url("**/marks/**")
    assert tab.evaluate("Object.keys(localStorage)") == []


def test_draft_stays_when_the_server_found_errors(open_page: Open) -> None:
    tab = open_page("forms/?state=errors")
    tab.fill("[name=again-theme]", "Тема")
    tab.wait_for_selector("[data-draft-state][data-state=saved]")
    tab.evaluate(
        """() => {
            const state = document.createElement("input");
            Object.assign(state, { type: "hidden", name: "state", value: "errors" });
            document.querySelector("form[data-draft]").append(state);
        }"""
    )
    tab.click(".form__foot button")
    tab.wait_for_url("**again-theme=**")
    assert len(tab.evaluate("Object.keys(localStorage)")) == 1


def test_draft_of_another_person_is_removed(open_page: Open) -> None:
    tab = open_page("forms/")
    tab.evaluate("localStorage.setItem('usul:draft:another-person:sitting-new', '[[\"theme\", \"secret\", null]]')")
    tab.reload()
    assert tab.input_value("[name=theme]") == ""
    assert tab.evaluate("Object.keys(localStorage)") == []


def test_form_without_a_line_is_kept_and_says_so(open_page: Open) -> None:
    tab = open_page("forms/")
    tab.fill("[name=theme]", "Тема")
    tab.context.set_offline(True)
    tab.click(".form__foot button")
    tab.wait_for_selector("[data-draft-state][data-state=waiting]")
    assert "жөнөтүлө элек" in tab.inner_text("[data-draft-state]")
    assert "forms/" in tab.url
    tab.context.set_offline(False)
    tab.wait_for_selector("[data-draft-state][data-state=online]")


def test_button_shows_that_it_works_and_is_not_pressed_twice(open_page: Open) -> None:
    tab = open_page("forms/")
    tab.evaluate(
        """() => {
            window.sent = 0;
            addEventListener("submit", (event) => {
                window.sent += event.defaultPrevented ? 0 : 1;
                event.preventDefault();
            });
        }"""
    )
    for _press in range(2):
        tab.click(".form__foot button", force=True)
    assert tab.evaluate("window.sent") == 1
    assert tab.get_attribute(".form__foot button", "aria-disabled") == "true"


def test_long_work_reports_and_ends_by_itself(open_page: Open) -> None:
    tab = open_page("job/?done=11")
    tab.evaluate("document.querySelector('h1').dataset.kept = 'yes'")
    assert tab.get_attribute("#job progress", "value") == "11"
    tab.wait_for_selector("#job progress[value='12']", timeout=10_000)
    assert tab.get_attribute("h1", "data-kept") == "yes"
    tab.locator("#announcer").filter(has_text="кошулду").wait_for(state="attached")
    assert tab.get_attribute("#job", "hx-get") is None


@pytest.mark.parametrize("page", PAGES)
def test_life_without_scripts(open_page: Open, page: str) -> None:
    tab = open_page(page, width=360, java_script_enabled=False)
    assert tab.is_visible("h1")
    hidden = tab.locator(".needs-js")
    assert not any(hidden.nth(place).is_visible() for place in range(hidden.count()))


def test_paper_is_clean(open_page: Open) -> None:
    tab = open_page("sitting/", theme="dark")
    tab.emulate_media(media="print")
    for gone in (".side", ".top", ".page-head__actions"):
        assert not tab.is_visible(gone)
    assert tab.is_visible(".print-head")
    assert "2026-жылдын 20-ноябры" in tab.inner_text(".print-head")
    tab.evaluate("() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)))")
    colours = tab.evaluate(
        """() => [...new Set([...document.querySelectorAll("main *")].filter((node) => node.checkVisibility())
            .flatMap((node) => [getComputedStyle(node).color, getComputedStyle(node).backgroundColor]))]"""
    )
    greys = [re.findall(r"[\d.]+", colour) for colour in colours]
    assert all(len(set(parts[:3])) == 1 for parts in greys)
    assert len(re.findall(rb"/Type\s*/Page\b", tab.pdf(format="A4"))) >= 1


def test_own_words_are_set_in_letters_the_font_has(open_page: Open) -> None:
    """ң, ө and ү are as wide as letters are, not boxes of a missing glyph."""
    tab = open_page("")
    widths = tab.evaluate(
        """() => { const pen = document.createElement("canvas").getContext("2d");
            pen.font = `16px ${getComputedStyle(document.body).fontFamily}`;
            return ["ң", "ө", "ү", "\\u{10FFFF}"].map((letter) => pen.measureText(letter).width); }"""
    )
    assert len(set(widths[:3])) >= 2
    assert widths[3] not in widths[:3]


@pytest.mark.parametrize("page", ["district/", "school/", "sitting/", "association/", "papers/"])
def test_photographs(open_page: Open, page: str, tmp_path: Path) -> None:
    """Pictures for the eye of a person, kept in the temporary folder of the run."""
    taken = {}
    for theme, language in (("light", "ky"), ("dark", "ru")):
        tab = open_page(page, theme=theme, language=language)
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 900})
            name = tmp_path / f"{page.strip('/')}-{width}-{theme}-{language}.png"
            taken[width, theme] = tab.screenshot(path=name, full_page=True)
    assert len(set(taken.values())) == len(WIDTHS) * 2
    assert min(len(picture) for picture in taken.values()) > 20_000
