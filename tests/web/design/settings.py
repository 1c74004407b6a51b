"""Settings of the pattern book on its own: no database, no schools, the strict content policy."""

from pathlib import Path

from tests.web.design.catalogues import compiled

ROOT = Path(__file__).resolve().parents[3]
SECRET_KEY = "pattern-book"
DEBUG = False
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["django.contrib.staticfiles", "django_htmx", "apps.web"]
MIDDLEWARE = [
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "tests.web.design.urls"
DATABASES: dict[str, dict[str, str]] = {}
LANGUAGE_CODE = "ky"
LANGUAGES = [("ky", "Кыргызча"), ("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [compiled("locale"), compiled("locale_libraries")]
USE_TZ = True
TIME_ZONE = "Asia/Bishkek"
STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "apps" / "web" / "static"]


class UndefinedVariable(str):
    """A template that names an unknown variable fails instead of printing nothing."""

    __slots__ = ()

    def __contains__(self, item: object) -> bool:
        return item == "%s"

    def __mod__(self, name: object) -> str:
        raise AssertionError(f"Undefined template variable: {name}")


TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "apps" / "web" / "templates"],
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "apps.web.templatetags.ui"],
            "string_if_invalid": UndefinedVariable("undefined: %s"),
        },
    }
]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
