"""The doors themselves: cookies, forms, headers, redirects, host names, guessing."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from apps.accounts.models import User
from apps.notices.links import notice_path
from tenants.context import public_scope
from tests import cast, doors
from tests.doors import send
from tests.isolation.cases import path_of
from tests.isolation.district_routes import DISTRICT
from tests.isolation.school_routes import SCHOOL
from tests.isolation.test_matrix import keys, traces
from usul.redaction import without_query

__all__ = ["keys"]
LOGIN, RESET = "/account/login/", "/account/password/reset/"
FOREIGN = (
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "http:evil.example",
    "javascript:alert(1)",
    "https://school-a.localhost.evil.example/",
    "https://school-a.localhost@evil.example/",
    "\t//evil.example",
)


def sign_in(client: Client, username: str = "bakyt", password: str = cast.PASSWORD, **more: str) -> HttpResponse:
    return client.post(LOGIN, {"login": username, "password": password, **more})


@pytest.fixture
def browser(db: None, today: date) -> Client:
    caches["shared"].clear()
    caches["default"].clear()
    return doors.stranger(cast.HOST_A)


# --- headers -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "path"),
    [
        (cast.HOST_A, LOGIN),
        (cast.HOST_A, "/bodies/"),
        (cast.HOST_A, "/nothing-here/"),
        (cast.HOST_A, "/api/v1/bodies/"),
        (cast.DISTRICT_HOST, "/"),
    ],
)
def test_every_answer_carries_the_walls_of_the_browser(db: None, today: date, host: str, path: str) -> None:
    who = "bakyt" if host == cast.HOST_A else "cholpon"
    for client in (doors.stranger(host), doors.signed_in(who, host)):
        response = client.get(path)
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["X-Frame-Options"] == "DENY"
        assert response["Referrer-Policy"] == "same-origin"
        assert response["Cross-Origin-Opener-Policy"] == "same-origin"
        kept = response.get("Cache-Control", "")
    assert {"private", "no-store"} <= set(kept.split(", ")), "what somebody signed in has seen stays in no cache"


# --- cookies and sessions ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("https", [False, True])
def test_cookies_stay_at_their_host_and_away_from_scripts(browser: Client, https: bool) -> None:
    with override_settings(SESSION_COOKIE_SECURE=https, CSRF_COOKIE_SECURE=https, HTTPS=https):
        browser.get(LOGIN)
        assert sign_in(browser).status_code == 302
        browser.post("/language/", {"language": "ru"})
    assert {"usul_session", "usul_csrf", "usul_language"} <= set(browser.cookies)
    for name, cookie in browser.cookies.items():
        if cookie.value:
            assert (name, cookie["domain"]) == (name, "")
            assert cookie["httponly"] is True, name
            assert cookie["samesite"] == "Lax", name
            assert bool(cookie["secure"]) is https, name


def test_a_session_is_new_after_signing_in_and_gone_after_signing_out(browser: Client) -> None:
    planted = doors.session_key("erkin", doors.realm_of(cast.HOST_A))
    browser.cookies[settings.SESSION_COOKIE_NAME] = planted
    browser.post("/account/logout/")
    browser.cookies[settings.SESSION_COOKIE_NAME] = planted
    sign_in(browser)
    mine = browser.cookies[settings.SESSION_COOKIE_NAME].value
    assert mine != planted
    assert browser.get("/bodies/").status_code == 200
    browser.post("/account/logout/")
    kept = doors.stranger(cast.HOST_A)
    kept.cookies[settings.SESSION_COOKIE_NAME] = mine
    assert kept.get("/bodies/").status_code == 302


def test_a_new_password_ends_every_other_session(browser: Client) -> None:
    sign_in(browser)
    with public_scope():
        user = User.objects.get(username="bakyt")
        user.set_password("another-password-2")
        user.save()
    assert browser.get("/bodies/")["Location"].startswith(LOGIN)


def test_an_account_that_was_closed_is_out_at_once(browser: Client) -> None:
    sign_in(browser)
    with public_scope():
        User.objects.filter(username="bakyt").update(is_active=False)
    assert browser.get("/bodies/")["Location"].startswith(LOGIN)


# --- forms from elsewhere ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("routes", "urlconf", "host", "who"),
    [
        (SCHOOL, settings.SCHOOL_URLCONF, cast.HOST_A, "bakyt"),
        (DISTRICT, settings.ROOT_URLCONF, cast.DISTRICT_HOST, "cholpon"),
    ],
    ids=["school", "district"],
)
def test_no_address_takes_a_form_from_somebody_elses_page(
    db: None, today: date, routes: dict[str, object], urlconf: str, host: str, who: str
) -> None:
    """Every route, called to write by a signed-in browser without the form's token."""
    before, taken = traces(), []
    client = doors.signed_in(who, host, enforce_csrf_checks=True)
    for name, case in routes.items():
        path = path_of(name, case, urlconf)  # type: ignore[arg-type]
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            response = send(client, method, path, case.body or {})  # type: ignore[attr-defined]
            if response.status_code not in (403, 404, 405):
                taken.append((name, method, response.status_code))
    assert taken == []
    assert traces() == before


# --- redirects ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", FOREIGN)
def test_no_redirect_leads_to_a_foreign_place(browser: Client, target: str) -> None:
    answers = [browser.post("/language/", {"language": "ru", "next": target}), sign_in(browser, next=target)]
    answers += [browser.get(LOGIN, {"next": target})]  # signed in by now
    for response in answers:
        place = response.get("Location", "/")
        assert place.startswith("/"), place
        assert not place.startswith(("//", "/\\")), place


def test_a_redirect_inside_is_followed(browser: Client) -> None:
    assert sign_in(browser, next="/sittings/?page=2")["Location"] == "/sittings/?page=2"


# --- host names ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host",
    ["evil.example", "school-a.localhost.evil.example", "school-a.localhost:80:80", "school-a.localhost:x", "x@school-a.localhost",
     "school-a.localhost/evil", "school_a.localhost", "шкала.localhost", "[::1", "..", "", " ", "a" * 300],
)  # fmt: skip
def test_a_host_that_is_none_of_ours_gets_nothing(db: None, today: date, host: str) -> None:
    for path in ("/", LOGIN, "/api/v1/bodies/"):
        response = Client(headers={"host": host.encode().decode("latin-1")}).get(path)
        assert response.status_code in (400, 404), (path, response.status_code)
        assert "school-a" not in response.content.decode()


def test_a_forwarded_host_changes_nothing(browser: Client) -> None:
    response = browser.get("/bodies/", headers={"x-forwarded-host": "evil.example"})
    assert "evil" not in response["Location"]


def test_the_link_of_a_new_password_leads_to_the_host_that_was_asked(browser: Client) -> None:
    with public_scope():
        User.objects.filter(username="bakyt").update(email="bakyt@example.kg")
    browser.post(RESET, {"email": "bakyt@example.kg"}, headers={"x-forwarded-host": "evil.example"})
    (letter,) = mail.outbox
    assert f"http://{cast.HOST_A}/account/password/reset/key/" in letter.body
    assert "evil" not in letter.body


# --- logs ---------------------------------------------------------------------------------------------------------------------


def test_keys_in_addresses_reach_no_log(db: None, today: date) -> None:
    """Whoever reads logs must not be able to open what an address opens."""
    feed, link = reverse("calendar_feed", settings.SCHOOL_URLCONF, args=[2, "a" * 32]), notice_path("s_x", 2, 8)
    for path, kept in (
        (f"GET {feed}", f"GET {feed.replace('a' * 32, '…')}"),
        (f"GET {link}", f"GET {link.rsplit('/', 2)[0]}/…/"),
        ("GET /account/password/reset/key/3x-d0c9-8b7a6/", "GET /account/password/reset/key/…/"),
        ("GET /account/password/reset/key/done/", "GET /account/password/reset/key/done/"),
        ("GET /enter/?ticket=abc", "GET /enter/"),
        ("GET /sittings/4/", "GET /sittings/4/"),
    ):
        assert without_query(path) == kept


# --- guessing -----------------------------------------------------------------------------------------------------------------


def test_nobody_learns_which_addresses_have_an_account(browser: Client) -> None:
    with public_scope():
        User.objects.filter(username="bakyt").update(email="bakyt@example.kg")
    answers = [browser.post(RESET, {"email": f"{name}@example.kg"}) for name in ("bakyt", "nobody")]
    assert [(one.status_code, one["Location"]) for one in answers] == [(302, f"{RESET}done/")] * 2
    assert [letter.to for letter in mail.outbox] == [["bakyt@example.kg"]], "strangers get no mail from us"


def test_nobody_learns_which_names_have_an_account(browser: Client) -> None:
    texts = []
    for name in ("bakyt", "nobody"):
        response = sign_in(browser, name, "wrong-password-1")
        assert response.status_code == 200
        texts.append(response.content.decode().replace(name, "…"))
    assert _without_tokens(texts[0]) == _without_tokens(texts[1])


def _without_tokens(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]


@pytest.fixture
def behind_proxy() -> Iterator[None]:
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1):
        yield


def test_guessing_ends_soon_and_for_the_guesser_alone(browser: Client, behind_proxy: None) -> None:
    """Behind the proxy everybody comes from its address: what counts is what the proxy has seen, whatever the caller claims."""
    for number in range(12):
        claimed = f"198.51.100.{number}, 203.0.113.7"
        guess = {"login": f"guess-{number}", "password": "wrong-password-1"}
        assert browser.post(LOGIN, guess, headers={"x-forwarded-for": claimed}).status_code in (200, 429)
    right = {"login": "bakyt", "password": cast.PASSWORD}
    guesser = browser.post(LOGIN, right, headers={"x-forwarded-for": "192.0.2.1, 203.0.113.7"})
    assert guesser.status_code != 302
    other = doors.stranger(cast.HOST_A).post(LOGIN, right, headers={"x-forwarded-for": "203.0.113.8"})
    assert other.status_code == 302


def test_one_account_cannot_be_guessed_from_many_addresses(browser: Client, behind_proxy: None) -> None:
    for number in range(6):
        guess = {"login": "aida", "password": f"wrong-password-{number}"}
        assert browser.post(LOGIN, guess, headers={"x-forwarded-for": f"203.0.113.{number}"}).status_code in (200, 429)
    right = {"login": "aida", "password": cast.PASSWORD}
    waits = browser.post(LOGIN, right, headers={"x-forwarded-for": "203.0.113.99"})
    assert waits.status_code != 302, "even the right password has to wait"
