"""A session belongs to the place where the person signed in."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

REALM_KEY = "usul_realm"


@receiver(user_logged_in, dispatch_uid="accounts.bind_session")
def bind_session(request: HttpRequest, **_kwargs: Any) -> None:
    """Write the realm (a school, or the district's site) into the new session; it is checked at every request."""
    request.session[REALM_KEY] = request.realm  # type: ignore[attr-defined]
