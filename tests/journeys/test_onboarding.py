"""A district sets its schools up from end to end: a pasted list, the worker, the page that follows it, and a new school's door."""

from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import School
from tests import cast
from tests.journeys.conftest import Running, looked_at, sign_in, until

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
DESK = "/districts/sverdlov/onboarding/"
LIST = "№41 орто мектеп\t\n№42 орто мектеп\tmektep-42\n№43 орто мектеп\tschool-b"


def opens(running: Running, host: str) -> int:
    """What the front door of a host answers."""
    request = Request(running.url("127.0.0.1", "/account/login/"), headers={"Host": host})
    try:
        with urlopen(request, timeout=20) as response:
            return int(response.status)
    except HTTPError as refused:
        return refused.code


def test_a_district_sets_a_list_of_schools_up(running: Running, browser: Any) -> None:
    tab = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    sign_in(tab, running, cast.DISTRICT_HOST, "cholpon")
    tab.goto(running.url(cast.DISTRICT_HOST, DESK))
    looked_at(tab)
    tab.click(f"main a[href='{DESK}list/']")
    tab.fill("textarea[name=text]", LIST)
    tab.click("form[enctype] button[type=submit]")
    tab.wait_for_selector("form:has(input[name=confirm])")
    looked_at(tab)
    tab.click("form:has(input[name=confirm]) button")
    tab.wait_for_url(running.url(cast.DISTRICT_HOST, f"{DESK}lists/*/"))
    looked_at(tab)

    def ready() -> bool:
        with public_scope(readonly=True):
            found = School.objects.filter(slug__in=["41-orto-mektep", "mektep-42"], status=SchoolStatus.READY)
            return found.count() == 2

    until(ready, "both schools")
    # the page has followed by itself
    tab.wait_for_selector("#batch:not([hx-trigger])", timeout=20_000)
    assert tab.locator("progress").get_attribute("value") == "2"
    until(lambda: opens(running, "mektep-42.localhost") == 200, "the new school's door")

    tab.goto(running.url(cast.DISTRICT_HOST, f"{DESK}schools/mektep-42/suspend/"))
    tab.fill("textarea[name=reason]", "Оңдоо иштери")
    looked_at(tab)
    tab.click("main form.form button.button--danger")
    tab.wait_for_url(running.url(cast.DISTRICT_HOST, f"{DESK}schools/mektep-42/"))
    looked_at(tab)
    until(lambda: opens(running, "mektep-42.localhost") in (403, 503), "the closed door")
