"""Files of a school: kept apart by its schema name, reachable only inside its scope."""

from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible

from tenants.context import current_school


@deconstructible
class SchoolFileStorage(FileSystemStorage):
    """Stores under `<root>/<schema>/…`. Without a school scope there is no file, and no path leads out of the school's folder."""

    def path(self, name: str) -> str:
        """Absolute path of `name` inside the bound school's folder.

        Raises:
            ScopeError: no school scope is bound.
            SuspiciousFileOperation: the name points outside the folder.
        """
        parts = PurePosixPath(name).parts
        if ".." in parts or name.startswith("/"):
            raise SuspiciousFileOperation("A file name may not leave the school's folder.")
        return super().path(f"{current_school().schema}/{name}")

    def url(self, name: str | None) -> str:
        """Files have no address of their own; a view checks the right and sends them."""
        raise NotImplementedError("Files are sent by a view that checks the reader's right.")
