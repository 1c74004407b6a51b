"""What stands before every page: the methods it answers, the right it needs, and a page for a deed that was refused."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from apps.core.errors import NOT_FOUND, NOT_PERMITTED, Fault, Faults
from apps.core.permissions import Permission
from apps.web import errors
from apps.web.request import UsulRequest

READING = ("GET", "HEAD")
WORKING = ("GET", "HEAD", "POST")
DOING = ("POST",)
P = ParamSpec("P")
View = Callable[Concatenate[UsulRequest, P], HttpResponse]


def page(needs: Permission | None, *, methods: tuple[str, ...] = READING) -> Callable[[View[P]], View[P]]:
    """Mark a view that needs a right over the whole place; None where being signed in is enough.

    Rights within one body are checked by the view or its verb.

    A `Fault` that no form has caught becomes the error page with its status and its reason.
    """

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def inside(request: UsulRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            try:
                if needs is not None and (request.actor is None or not request.actor.may(needs)):
                    raise NOT_PERMITTED(permission=needs)
                return view(request, *args, **kwargs)
            except Fault as fault:
                return errors.fault_answer(request, fault)
            except Faults as several:
                return errors.fault_answer(request, several.faults[0])

        guarded: Any = require_http_methods(methods)(inside)
        return guarded

    return guard


def found(rows: Any, **wanted: Any) -> Any:
    """The only row of a queryset that matches.

    Raises:
        Fault: `core.not_found` when there is none here, whether it exists in another school or nowhere.
    """
    row = rows.filter(**wanted).first()
    if row is None:
        raise NOT_FOUND()
    return row
