"""Settings of the test suite: real servers, strict templates, cheap password hashing."""

from typing import Any

from usul.observability import configure_logging
from usul.settings.base import *  # noqa: F403
from usul.settings.base import INSTALLED_APPS, STORAGES, TEMPLATES

DEBUG = False
API_REQUESTS_PER_MINUTE = 1_000_000  # tests send thousands with one token; those of the limit set their own
LOGGING = configure_logging(fmt="text", level="WARNING")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


class UndefinedVariable(str):
    """Makes a template that names an unknown variable fail instead of printing nothing."""

    __slots__ = ()

    def __contains__(self, item: object) -> bool:
        return item == "%s"

    def __mod__(self, name: Any) -> str:
        raise AssertionError(f"Undefined template variable: {name}")


TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UndefinedVariable("undefined: %s")
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
