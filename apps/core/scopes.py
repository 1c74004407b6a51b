"""Which scope a view runs in.

A view says so with `@scope_of_view(...)`; without a word it is its host's own scope, and closed to strangers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar, TypeVar

from django.urls import ResolverMatch

V = TypeVar("V", bound=Callable[..., Any])
ATTRIBUTE = "usul_scope"
LIBRARY_PORTAL_PREFIXES = ("account/",)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The scope a view asks for.

    Attributes:
        open_to_strangers: the view answers people who are not signed in.
        writes_on_get: a page of the sign-in library that stores something while it is shown.
        large: a program may send a body beyond the usual limit: a file whose size the verb judges.
    """

    class Kind(Enum):
        SCHOOL = "school"
        PORTAL = "portal"
        DISTRICT = "district"
        NONE = "none"

    kind: Kind
    open_to_strangers: bool = False
    writes_on_get: bool = False
    large: bool = False

    SIGN_IN: ClassVar["Wanted"]


Wanted.SIGN_IN = Wanted(Wanted.Kind.PORTAL, open_to_strangers=True, writes_on_get=True)


def scope_of_view(
    kind: Wanted.Kind, *, open_to_strangers: bool = False, writes_on_get: bool = False
) -> Callable[[V], V]:
    """Mark a view function (or the result of `as_view()`) with the scope it runs in."""

    def mark(view: V) -> V:
        setattr(view, ATTRIBUTE, Wanted(kind, open_to_strangers=open_to_strangers, writes_on_get=writes_on_get))
        return view

    return mark


def wanted_scope(match: ResolverMatch, *, at_school: bool) -> Wanted:
    """The scope of the view behind `match`."""
    view = match.func
    marked = getattr(view, ATTRIBUTE, None) or getattr(
        getattr(view, "cls", None) or getattr(view, "view_class", None), ATTRIBUTE, None
    )
    if isinstance(marked, Wanted):
        return marked
    if match.route.startswith(LIBRARY_PORTAL_PREFIXES):
        return Wanted.SIGN_IN
    return Wanted(Wanted.Kind.SCHOOL if at_school else Wanted.Kind.PORTAL)
