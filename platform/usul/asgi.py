"""The web application for an asynchronous server. Requests still run in threads: a unit of work belongs to one thread."""

from django.core.asgi import get_asgi_application

from usul.boot import choose_settings

choose_settings()
application = get_asgi_application()
