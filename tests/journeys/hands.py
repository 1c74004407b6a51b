"""What people do in their browsers, in a school of a journey: plan, announce, record, hold, sign."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.journeys.conftest import Running, sign_in

PATIENCE = 45_000  # milliseconds, for a machine that has other work


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the sheet takes it."""

    text: str
    kind: str = ""
    yes: int | None = None
    speaker: int | None = None
    analysis: bool = False


@dataclass(frozen=True, slots=True)
class Hands:
    """A person at a browser of their own."""

    tab: Any
    running: Running
    host: str

    @classmethod
    def of(cls, browser: Any, running: Running, host: str, username: str, width: int) -> "Hands":
        """Someone who has just signed in."""
        height = 740 if width < 500 else 900
        tab = browser.new_context(viewport={"width": width, "height": height}, locale="ky").new_page()
        tab.set_default_timeout(PATIENCE)
        sign_in(tab, running, host, username)
        return cls(tab, running, host)

    def go(self, path: str) -> None:
        self.tab.goto(self.running.url(self.host, path))

    def plan(self, body: int, day: date, questions: Sequence[str]) -> int:
        """Put a sitting on the calendar; its number."""
        self.go(f"/bodies/{body}/plan/")
        self.tab.fill("[name=planned_on]", day.isoformat())
        self.tab.fill("[name=agenda]", "\n".join(questions))
        self.tab.click("main .form__foot button.button--primary")
        return self.arrived()

    def arrived(self) -> int:
        """The number of the sitting whose page came up."""
        self.tab.wait_for_url(re.compile(r"/sittings/\d+/$"))
        found = re.search(r"/sittings/(\d+)/$", self.tab.url)
        assert found is not None
        return int(found.group(1))

    def announce(self, on: date, for_day: date) -> None:
        """On the sitting's page: the agenda was announced."""
        self.tab.fill("#announce [name=announced_on]", on.isoformat())
        self.tab.fill("#announce [name=for_day]", for_day.isoformat())
        self.tab.click("#announce button[type=submit]")
        self.tab.wait_for_selector("#answers")

    def step(self, name: str, **values: str) -> None:
        """On the sitting's page: one step with its form."""
        self.tab.click(f"#step-{name} summary")
        for field, value in values.items():
            self.tab.fill(f"#step-{name} [name={field}]", value)
        self.tab.click(f"#step-{name} button[type=submit]")
        self.tab.wait_for_selector("#messages .notice--success")

    def record(
        self,
        place: str,
        day: date,
        questions: Sequence[Question],
        resolutions: Sequence[str] = (),
        signed_on: date | None = None,
    ) -> int:
        """One sheet for a held sitting: everyone was there. Rows are added as a person adds them."""
        tab = self.tab
        self.go(f"{place}record/")
        with tab.expect_response(lambda answer: answer.request.method == "POST"):
            tab.fill("[name=head-held_on]", day.isoformat())
            tab.keyboard.press("Tab")
        tab.wait_for_selector("[name=members-1-present]")
        self._rows("items", len(questions))
        for number, one in enumerate(questions, start=1):
            tab.fill(f"[name=items-{number}-text]", one.text)
            tab.evaluate("number => document.querySelector(`#row-items-${number} details`).open = true", number)
            if one.kind:
                tab.select_option(f"[name=items-{number}-kind]", one.kind)
            if one.speaker:
                tab.select_option(f"[name=items-{number}-speaker]", str(one.speaker))
            if one.analysis:
                tab.check(f"[name=items-{number}-analysis_on_file]")
            if one.yes is not None:
                tab.select_option(f"[name=items-{number}-adopted]", "yes")
                tab.fill(f"[name=items-{number}-yes]", str(one.yes))
        self._rows("resolutions", len(resolutions))
        for number, text in enumerate(resolutions, start=1):
            tab.fill(f"[name=resolutions-{number}-text]", text)
        if signed_on is not None:
            tab.fill("[name=minutes-signed_on]", signed_on.isoformat())
        tab.click("main .form__foot button.button--primary")
        return self.arrived()

    def _rows(self, part: str, wanted: int) -> None:
        """As many rows as are needed; the last one added has the focus of whoever types."""
        have = self.tab.locator(f"[name^={part}-][name$=-text]").count()
        for number in range(have + 1, wanted + 1):
            self.tab.click(f"button[value=add-{part}]")
            self.tab.wait_for_selector(f"[name={part}-{number}-text]")

    def press(self, person: int, state: str) -> None:
        """On the live page: how someone is there."""
        self.tab.click(f".live-people button[value^='{person}:{state}:']")

    def sent(self) -> None:
        """Nothing waits on the phone any more, and the page shows what the school has."""
        self.tab.wait_for_selector("[data-live-line][data-state=sent]", state="attached")
        self.tab.wait_for_load_state("networkidle")

    def deed(self, item: int, name: str, **values: str) -> None:
        """On the live page: one form of a question."""
        form = self.tab.locator(f"#item-{item} form:has([name=deed][value={name}])")
        for field, value in values.items():
            form.locator(f"[name={field}]").fill(value)
        form.locator("button[type=submit]").click()

    def count(self, sitting: int, item: int, yes: int, no: int) -> None:
        """Take a question up and count hands on it."""
        self.go(f"/sittings/{sitting}/live/?item={item}")
        self.deed(item, "vote", yes=str(yes), no=str(no))
        self.sent()

    def sign(self, sitting: int, day: date) -> None:
        """Put one's own signature under the minutes."""
        self.go(f"/sittings/{sitting}/")
        self.step("put", on=day.isoformat())
