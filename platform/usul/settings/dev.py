"""Settings of `make run`: a real system on one machine, with readable errors."""

from usul.observability import configure_logging
from usul.settings.base import *  # noqa: F403
from usul.settings.base import ENV

DEVELOPMENT = True
LOGGING = configure_logging(fmt=ENV["USUL_LOG_FORMAT"] or "text", level=ENV["USUL_LOG_LEVEL"])
