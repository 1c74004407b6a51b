"""The pattern book under its own settings, whatever settings the rest of the suite runs with."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from django.template import Context, Engine
from django.test import Client, override_settings
from django.utils import translation

from tests.web.design import settings as book

LANGUAGES = ("ky", "ru", "en")
PAGES = (
    "",
    "marks/",
    "data/",
    "papers/",
    "forms/",
    "forms/?state=errors",
    "district/",
    "school/",
    "sitting/",
    "association/",
    "sign-in/",
    "job/",
)
ERRORS = ("400", "403", "404", "409", "412", "429", "500", "503", "suspended", "unknown_host")


@pytest.fixture(scope="package", autouse=True)
def pattern_book_settings() -> Iterator[None]:
    with override_settings(
        ROOT_URLCONF=book.ROOT_URLCONF,
        TEMPLATES=book.TEMPLATES,
        LOCALE_PATHS=book.LOCALE_PATHS,
        MIDDLEWARE=book.MIDDLEWARE,
        CONTENT_SECURITY_POLICY=book.CONTENT_SECURITY_POLICY,
        STORAGES={"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
    ):
        yield


@pytest.fixture
def visitor() -> Client:
    return Client()


Draw = Callable[..., str]


@pytest.fixture(scope="package")
def draw() -> Draw:
    """Renders a snippet of template with strict variables: `draw('{% icon "check" %}', language="ru")`."""
    options = book.TEMPLATES[0]["OPTIONS"]
    engine = Engine(
        dirs=[str(place) for place in book.TEMPLATES[0]["DIRS"]],
        builtins=options["builtins"],
        string_if_invalid=options["string_if_invalid"],
    )

    def render(source: str, language: str = "ky", **values: Any) -> str:
        with translation.override(language):
            return str(engine.from_string(source).render(Context(values)))

    return render


CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    """The pattern book served by a process of its own, so that the browser meets real responses."""
    root = Path(__file__).resolve().parents[3]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(root / "platform"), str(root)])}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.web.design.serve"], cwd=root, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        port = server.stdout.readline().strip()
        yield f"http://127.0.0.1:{port}/design/"
        server.terminate()


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield running
        running.close()
