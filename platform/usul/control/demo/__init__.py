"""A demonstration district: twelve schools with rules of every kind, a past year and the present one up to today."""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.utils import timezone

from tenants.routing import default_host
from usul.control.demo.load import OFFICER, PASSWORD, SignIn, load

__all__ = ["OFFICER", "PASSWORD", "SignIn", "ensure"]


def ensure(progress: Callable[[str], None], *, today: date | None = None, most: int | None = None) -> list[SignIn]:
    """Load the demonstration where it is missing or unfinished; returns the sign-ins to print. Safe to repeat.

    It is told up to `today`, the present day when left out; `most` leaves it at the first few of its schools.
    """
    load(progress, today=today or timezone.localdate(), most=most)
    return [
        SignIn("district officer", settings.BASE_DOMAIN, OFFICER, PASSWORD),
        SignIn("deputy director, school 33", default_host("school-33"), "deputy-33", PASSWORD),
        SignIn("director, school 33", default_host("school-33"), "director-33", PASSWORD),
        SignIn("council secretary, school 33", default_host("school-33"), "secretary-33", PASSWORD),
        SignIn("head of an association, school 33", default_host("school-33"), "head-33", PASSWORD),
        SignIn("teacher, school 33", default_host("school-33"), "teacher-33", PASSWORD),
        SignIn("deputy director, school 12 (an open conflict)", default_host("school-12"), "deputy-12", PASSWORD),
    ]
