from typing import Any
import pytest
from django.utils import timezone
from tests import cast
from tests.journeys.conftest import Running, sign_in
from tests.journeys.test_council_sitting import planned, press, sent, question, count_hands, FIRST
pytestmark = [pytest.mark.browser, pytest.mark.timeout(500)]
def test_shots(running: Running, browser: Any) -> None:
    day = timezone.localdate()
    desk = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    sign_in(desk, running, cast.HOST_A, "bakyt")
    pk = planned(desk, running, day)
    desk.screenshot(path="/tmp/shots/sitting-1440.png", full_page=True)
    desk.goto(running.url(cast.HOST_A, "/bodies/2/questions/"))
    desk.screenshot(path="/tmp/shots/questions-1440.png", full_page=True)
    phone = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2)
    tab = phone.new_page()
    sign_in(tab, running, cast.HOST_A, "aida")
    tab.goto(running.url(cast.HOST_A, f"/sittings/{pk}/"))
    tab.screenshot(path="/tmp/shots/sitting-360.png", full_page=True)
    tab.goto(running.url(cast.HOST_A, f"/sittings/{pk}/live/"))
    tab.click("#live button.button--primary")
    tab.wait_for_selector(".live-people")
    for p in (2, 3, 5, 6): press(tab, p, "present")
    sent(tab)
    count_hands(tab, running, pk, FIRST, 3, 1)
    tab.screenshot(path="/tmp/shots/live-360.png", full_page=True)
    phone.set_offline(True)
    press(tab, 7, "late")
    tab.screenshot(path="/tmp/shots/live-offline-360.png")
    phone.set_offline(False)
    desk.goto(running.url(cast.HOST_A, f"/sittings/{pk}/live/"))
    desk.screenshot(path="/tmp/shots/live-1440.png", full_page=True)
    desk.emulate_media(color_scheme="dark")
    desk.screenshot(path="/tmp/shots/live-dark-1440.png", full_page=True)
    desk.emulate_media(color_scheme="light")
    sent(tab)
    tab.click("form[data-live-last] button")
    tab.wait_for_url(running.url(cast.HOST_A, f"/sittings/{pk}/"))
    r = desk.request.get(running.url(cast.HOST_A, f"/sittings/{pk}/minutes.pdf"))
    open("/tmp/shots/minutes.pdf", "wb").write(r.body())
    desk.goto(running.url(cast.HOST_A, f"/sittings/{pk}/"))
    desk.screenshot(path="/tmp/shots/held-1440.png", full_page=True)
