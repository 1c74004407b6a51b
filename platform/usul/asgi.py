"""The web application for an asynchronous server.

Requests are served in threads all the same: see docs/adr on synchronous scopes.
"""

from django.core.asgi import get_asgi_application

from usul.boot import choose_settings

choose_settings()
application = get_asgi_application()
