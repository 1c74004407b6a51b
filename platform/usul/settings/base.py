"""Settings common to every environment. Values from outside come through `usul.env` only."""

import logging
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from celery.schedules import crontab
from whitenoise.compress import Compressor

from usul import env as environment
from usul.settings import installed
from usul.state import derived_password, secret_key

ENV = environment.load()
PACKAGE = Path(__file__).resolve().parent.parent
ROOT = PACKAGE.parent.parent
STATE_DIR: Path = ENV["USUL_STATE_DIR"].resolve()

DEBUG = False
DEVELOPMENT = False  # shows the pattern book
SECRET_KEY: str = ENV["USUL_SECRET_KEY"] or secret_key(STATE_DIR)

# --- applications -------------------------------------------------------------------------------------------
SHARED_APPS = installed.SHARED_APPS
TENANT_APPS = installed.TENANT_APPS
SHARED_GRANTS = installed.SHARED_GRANTS
INSTALLED_APPS = [*SHARED_APPS, *TENANT_APPS]
TENANT_MODEL = "tenants.School"
TENANT_DOMAIN_MODEL = "tenants.SchoolHost"
PUBLIC_SCHEMA_NAME = "public"
TENANT_DB_ALIAS = "owner"
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- database: `default` is the powerless application account, `owner` migrates and creates schemas ----------
ROLE_PREFIX: str = ENV["USUL_ROLE_PREFIX"]


def _database(url: str, **extra: Any) -> dict[str, Any]:
    parts = urlsplit(url)
    host = parts.hostname or ""
    options = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(options.pop("host", host)),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        **extra,
        "OPTIONS": {**options, **extra.get("OPTIONS", {})},
    }


OWNER_URL: str | None = ENV["DATABASE_URL"]
APP_URL: str | None = ENV["DATABASE_APP_URL"]
DATABASES: dict[str, dict[str, Any]] = {}
if APP_URL:
    DATABASES["default"] = _database(APP_URL, ENGINE="tenants.backend")
elif OWNER_URL:
    DATABASES["default"] = _database(OWNER_URL, ENGINE="tenants.backend") | {
        "USER": f"{ROLE_PREFIX}_app",
        "PASSWORD": derived_password(SECRET_KEY, "database-app"),
    }
else:
    DATABASES["default"] = {"ENGINE": "tenants.backend", "NAME": ""}
if OWNER_URL:
    DATABASES["owner"] = _database(
        OWNER_URL,
        ENGINE="django_tenants.postgresql_backend",
        CONN_MAX_AGE=0,
        OPTIONS={"assume_role": f"{ROLE_PREFIX}_owner"},
    )

SCHOOLS_PER_CONNECTION: int = ENV["USUL_SCHOOLS_PER_CONNECTION"]

# --- cache, sessions, messages --------------------------------------------------------------------------------
REDIS_URL: str = ENV["REDIS_URL"] or "redis://127.0.0.1:6379"
_REDIS = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": f"{REDIS_URL.rstrip('/')}/1"}
CACHES = {
    # keys carry the bound scope; without a scope the key function refuses
    "default": {**_REDIS, "KEY_PREFIX": "usul", "KEY_FUNCTION": "tenants.cache.scoped_key"},
    # installation-wide facts: directory generation, sessions; nothing of a school's content
    "shared": {**_REDIS, "KEY_PREFIX": "usul-shared"},
}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_CACHE_ALIAS = "shared"
SESSION_COOKIE_NAME = "usul_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_COOKIE_NAME = "usul_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = False
CSRF_FAILURE_VIEW = "apps.web.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

# --- hosts and requests -----------------------------------------------------------------------------------------
BASE_DOMAIN: str = ENV["USUL_BASE_DOMAIN"]
HOST_REDIRECT_DAYS = 180  # a host that a school gave up leads to its new one
CLOSED_SCHOOL_KEPT_DAYS = 60  # before a closed school may be deleted
HTTPS: bool = ENV["USUL_HTTPS"]
PORT: int = ENV["USUL_PORT"]
ALLOWED_HOSTS = ["*"]  # tenants.routing answers 404 to every host that is not in the directory
ROOT_URLCONF = "usul.urls.public"
SCHOOL_URLCONF = "usul.urls.school"
PUBLIC_SCHEMA_URLCONF = ROOT_URLCONF
WSGI_APPLICATION = "usul.wsgi.application"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0

MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "usul.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "usul.middleware.CompressedPagesMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "usul.middleware.HostMiddleware",
    "csp.middleware.CSPMiddleware",
    "usul.middleware.ScopedSessionMiddleware",
    "usul.middleware.IdentityMiddleware",
    "usul.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "usul.middleware.ScopeMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "apps" / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "apps.web.context.page",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "apps.web.templatetags.ui"],
        },
    }
]

# --- people ---------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_FORMS = {"login": "apps.web.session.forms.SignInForm"}
ACCOUNT_ADAPTER = "apps.accounts.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # strangers get no mail in answer to a form that anybody can send
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HTTPS else 0  # the last address in X-Forwarded-For is what our proxy has seen
AXES_CLIENT_IP_CALLABLE = "apps.accounts.adapter.client_address"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = True
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "apps.web.errors.locked_out"
AXES_VERBOSE = False
AXES_ENABLE_ACCESS_FAILURE_LOG = False

# --- languages and time ------------------------------------------------------------------------------------------
LANGUAGE_CODE = "ky"
LANGUAGES = [("ky", "Кыргызча"), ("ru", "Русский"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "usul_language"
LOCALE_PATHS = [PACKAGE / "locale", PACKAGE / "locale_libraries"]
FORMAT_MODULE_PATH = ["usul.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Bishkek"

# --- static files ------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = STATE_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "tenants.storage.SchoolFileStorage"},
    "staticfiles": {"BACKEND": "usul.static.HashedStaticFiles"},
}
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
MEDIA_ROOT = STATE_DIR / "files"

# --- tasks -------------------------------------------------------------------------------------------------------
CELERY_BROKER_URL = f"{REDIS_URL.rstrip('/')}/0"
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_TIME_LIMIT = 1800
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 7200}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "district.sweep", "schedule": 60.0},
    "forget-surveys": {"task": "district.forget_surveys", "schedule": crontab(hour=3, minute=35)},
    "reconcile": {"task": "district.reconcile_all", "schedule": crontab(hour=2, minute=5)},
    "notices-morning": {"task": "notices.morning_all", "schedule": crontab(hour=7, minute=5)},
    "notices-sweep": {"task": "notices.sweep_all", "schedule": crontab(minute=10, hour="7-20")},
    "forget-bundles": {"task": "control.forget_bundles", "schedule": 3600.0},
    "take-up-jobs": {"task": "control.take_up_jobs", "schedule": 60.0},
}

# --- API ---------------------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["api.v1.authentication.PrincipalAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["api.v1.permissions.DeniedUnlessDeclared"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_THROTTLE_CLASSES": ["api.v1.throttling.TokenThrottle"],
    "DEFAULT_PARSER_CLASSES": ["api.v1.parsers.StrictJSONParser"],
    "DEFAULT_PAGINATION_CLASS": "api.v1.pagination.CursorPages",
    "DEFAULT_FILTER_BACKENDS": ["api.v1.filters.StrictFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "api.v1.schema.UsulAutoSchema",
    "EXCEPTION_HANDLER": "api.v1.problems.handler",
    "PAGE_SIZE": 50,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    "UNAUTHENTICATED_USER": None,
}
API_REQUESTS_PER_MINUTE: int = ENV["USUL_API_REQUESTS_PER_MINUTE"]
# what each of the two OpenAPI documents is built from
API_URLCONFS = {
    "school": ["api.v1.urls_school", "usul.control.api.urls_school"],
    "district": ["api.v1.urls_district", "usul.control.api.urls"],
}
SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "ENUM_NAME_OVERRIDES": {
        "BodyKind": "apps.bodies.enums.BodyKind",
        "WorkKind": "apps.activities.enums.WorkKind",
        "ActivityKind": "apps.rulebook.catalogues.ActivityKind",
        "SeminarKind": "apps.rulebook.catalogues.SeminarKind",
        "LessonKind": "apps.plans.enums.LessonKind",
        "EntryState": "apps.plans.enums.EntryState",
        "SittingKind": "apps.sittings.enums.SittingKind",
        "ItemKind": "apps.rulebook.enums.ItemKind",
        "AttendanceKind": "apps.rulebook.enums.AttendanceKind",
        "SittingState": "apps.sittings.enums.SittingState",
        "ResolutionState": "apps.sittings.enums.ResolutionState",
        "MembershipRole": "apps.bodies.enums.MembershipRole",
        "NoticeKind": "apps.notices.enums.NoticeKind",
        "EventKind": "apps.notices.enums.EventKind",
        "DeliveryState": "apps.notices.enums.DeliveryState",
        "FoundKind": "apps.sittings.queries.search.FoundKind",
        "Role": "apps.rulebook.enums.Role",
        "CharterState": "apps.charters.enums.ProfileState",
        "CharterStage": "apps.charters.enums.CharterStage",
        "CharterLanguage": "apps.rulebook.text.Language",
        "ActKind": "apps.rulebook.enums.ActKind",
        "ActState": "apps.acts.enums.ActState",
        "AbsenceKind": "apps.people.enums.AbsenceKind",
        "FileKind": "apps.documents.enums.FileKind",
        "FolderKind": "apps.rulebook.catalogues.PaperKind",
        "FolderState": "apps.dossiers.enums.FolderState",
        "DossierState": "apps.dossiers.enums.DossierState",
        "CardField": "apps.rulebook.catalogues.CardField",
        "StudiesPaper": "apps.rulebook.catalogues.HosItem",
        "PaperKind": "apps.proposals.enums.PaperKind",
        "PaperState": "apps.proposals.enums.PaperState",
        "StepState": "apps.proposals.enums.StepState",
        "DecidingBody": "apps.rulebook.enums.Body",
        "PaperLanguage": (("ky", "ky"), ("ru", "ru")),
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "api.v1.schema.add_problem_component",
    ],
}
KNOX_TOKEN_MODEL = "accounts.ApiToken"
REST_KNOX = {"TOKEN_TTL": None, "TOKEN_PREFIX": "usul_"}

# --- content security policy -----------------------------------------------------------------------------------------
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
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# --- logs and metrics ------------------------------------------------------------------------------------------------
DJANGO_STRUCTLOG_CELERY_ENABLED = True  # the request id travels with the task
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_USER_ID_FIELD = None  # bound as `user` by the identity middleware, inside its scope
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = logging.DEBUG
METRICS_TOKEN: str | None = ENV["USUL_METRICS_TOKEN"]
METRICS_FOLDER: Path | None = ENV["PROMETHEUS_MULTIPROC_DIR"]

# --- tests and checks ------------------------------------------------------------------------------------------------
SILENCED_SYSTEM_CHECKS: list[str] = []
EMAIL_URL: str | None = ENV["EMAIL_URL"]
EMAIL_TIMEOUT = 10
WEBHOOKS_ANYWHERE: bool = ENV["USUL_WEBHOOKS_ANYWHERE"]
# nobody is mailed from the evening hour until the morning hour, local time
NOTICES_QUIET = (21, 7)
# days before or after the day that matters; no regulation names them
NOTICES_DAYS = {"sitting_soon": 1, "resolution_due": 3, "minutes_late": 7, "term_ending": 30, "told_until": 120}
DEFAULT_FROM_EMAIL = f"Усул <no-reply@{BASE_DOMAIN}>"
if EMAIL_URL:
    _mail = urlsplit(EMAIL_URL)
    EMAIL_HOST = _mail.hostname or "localhost"
    EMAIL_PORT = _mail.port or 25
    EMAIL_HOST_USER = unquote(_mail.username or "")
    EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
    EMAIL_USE_TLS = _mail.scheme == "smtps"
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
