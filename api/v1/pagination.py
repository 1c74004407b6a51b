"""Lists in pages that stay put while rows are added: an opaque cursor forward and back."""

from typing import Any

from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request

from api.v1 import faults

MOST = 200


class CursorPages(CursorPagination):
    """`?limit=1…200&cursor=…`; a bad value of either is an error, not a silent default. Views set `ordering`."""

    page_size = 50
    page_size_query_param = "limit"
    max_page_size = MOST
    ordering = "id"

    def get_page_size(self, request: Request) -> int:
        """Rows on a page.

        Raises:
            Fault: `api.parameter_invalid` for anything but a whole number from 1 to 200.
        """
        raw = request.query_params.get(self.page_size_query_param)
        if raw is None:
            return int(self.page_size)
        if not (raw.isascii() and raw.isdigit() and 1 <= int(raw[:6]) <= MOST):
            raise faults.PARAMETER_INVALID(name="limit", reason=f"1…{MOST}")
        return int(raw)

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any] | None:
        """One page of rows.

        Raises:
            Fault: `api.cursor_invalid` for a cursor this API did not make.
        """
        self.ordering = getattr(view, "ordering", self.ordering)
        try:
            return super().paginate_queryset(queryset, request, view)
        except NotFound:
            raise faults.CURSOR_INVALID() from None
        except (ValueError, TypeError):
            raise faults.CURSOR_INVALID() from None
