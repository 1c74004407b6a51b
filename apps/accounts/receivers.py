"""A session belongs to the place where the person signed in; the first one at a school is noted."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from apps.accounts.models import User
from tenants.models import Access

REALM_KEY = "usul_realm"


@receiver(user_logged_in, dispatch_uid="accounts.bind_session")
def bind_session(request: HttpRequest, **_kwargs: Any) -> None:
    """Write the realm (a school, or the district's site) into the new session; it is checked at every request."""
    request.session[REALM_KEY] = request.realm  # type: ignore[attr-defined]


@receiver(user_logged_in, dispatch_uid="accounts.note_first_entry")
def note_first_entry(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    """Write down the day on which somebody entered a school for the first time. Runs in the public scope of the sign-in."""
    school = getattr(request, "school", None)
    if school is not None:
        Access.objects.filter(user=user, school_id=school.id, entered_on=None).update(entered_on=timezone.localdate())
