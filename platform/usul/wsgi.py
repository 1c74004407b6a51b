"""The web application for gunicorn: `gunicorn usul.wsgi:application`."""

from django.core.wsgi import get_wsgi_application

from usul.boot import choose_settings

choose_settings()
application = get_wsgi_application()
