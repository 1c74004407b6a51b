"""A view names the right it needs; a view that names none is closed."""

from typing import Any, ClassVar

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from apps.core.actor import Actor
from apps.core.errors import NOT_PERMITTED
from apps.core.permissions import Permission


class DeniedUnlessDeclared(BasePermission):
    """Check `view.needs`: a `Permission` for every method, or one by method name. `OPEN` lets strangers in."""

    OPEN: ClassVar[object] = object()

    def has_permission(self, request: Request, view: Any) -> bool:
        """Whether the caller holds the right over the whole place or, for views of a single body, within some body."""
        needs = getattr(view, "needs", None)
        if isinstance(needs, dict):
            needs = needs.get(request.method)
        if needs is self.OPEN:
            return True
        actor: Actor | None = request._request.actor  # type: ignore[attr-defined]
        if needs is None or actor is None:
            return False
        self._require(actor, needs, within_bodies=getattr(view, "within_bodies", False))
        return True

    @staticmethod
    def _require(actor: Actor, permission: Permission, *, within_bodies: bool) -> None:
        if permission in actor.permissions:
            return
        if within_bodies and any(permission in rights for rights in actor.body_permissions.values()):
            return  # the verb checks the single body
        raise NOT_PERMITTED(permission=permission)
