"""What every view of the API shares."""

from typing import Any, ClassVar, TypeVar

from django.db.models import Model, QuerySet
from rest_framework import generics
from rest_framework.request import Request

from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission

Row = TypeVar("Row", bound=Model)


def actor_of(request: Request) -> Actor:
    """The actor of a view that needs one; the permission check has made sure that there is one."""
    actor: Actor = request._request.actor  # type: ignore[attr-defined]
    return actor


class SchoolView(generics.GenericAPIView[Any]):
    """A resource of the school whose host was asked. Rows come from that school's schema and from nowhere else."""

    needs: ClassVar[Permission | dict[str, Permission]] = Permission.SCHOOL_READ
    tag: ClassVar[str] = "school"

    def found(self, rows: QuerySet[Row], **lookup: Any) -> Row:
        """The one row, or 404 alike for a row that never existed and one of another school."""
        row = rows.filter(**lookup).first()
        if row is None:
            raise NOT_FOUND()
        return row
