"""Settings of a real host. Whatever must not be guessed has to be given."""

from usul.env import EnvironmentFault
from usul.observability import configure_logging, start_error_reports
from usul.settings.base import *  # noqa: F403
from usul.settings.base import APP_URL, ENV, OWNER_URL

for _name in ("USUL_SECRET_KEY", "REDIS_URL"):
    if not ENV[_name]:
        raise EnvironmentFault(f"{_name} must be set in production.")
if not (APP_URL or OWNER_URL):
    raise EnvironmentFault("DATABASE_APP_URL (web) or DATABASE_URL (worker, commands) must be set in production.")

LOGGING = configure_logging(fmt=ENV["USUL_LOG_FORMAT"] or "json", level=ENV["USUL_LOG_LEVEL"])
start_error_reports(ENV["SENTRY_DSN"])
