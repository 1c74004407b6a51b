"""Files of a school: kept apart by its schema name, reachable only inside its scope."""

import os
from typing import Any

from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible

from tenants.context import ScopeError, current_school
from tenants.scope import current_scope


@deconstructible
class SchoolFileStorage(FileSystemStorage):
    """Stores under `<root>/<schema>/…`. Without a school scope there is no file, and no path leads out of the school's folder."""

    @property
    def location(self) -> str:  # a value of the running scope, not of the process
        """Folder of the bound school. Names that lead out of it raise SuspiciousFileOperation.

        Raises:
            ScopeError: no school scope is bound.
        """
        return os.path.join(os.path.abspath(self.base_location), current_school().schema)

    def _save(self, name: str, content: Any) -> str:
        self._refuse_when_reading()
        return super()._save(name, content)  # type: ignore[misc]

    def delete(self, name: str) -> None:
        """Remove a file of the bound school; nothing happens when there is none."""
        self._refuse_when_reading()
        super().delete(name)

    def url(self, name: str | None) -> str:
        """Files have no address of their own; a view checks the right and sends them."""
        raise NotImplementedError("Files are sent by a view that checks the reader's right.")

    @staticmethod
    def _refuse_when_reading() -> None:
        scope = current_scope()
        if scope is not None and scope.readonly:
            raise ScopeError("This scope is for reading only: no file can be stored or removed in it.")
