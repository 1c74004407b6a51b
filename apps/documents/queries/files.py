"""Files of a record, and their bytes."""

import hashlib
from collections import defaultdict
from collections.abc import Collection

from django.core.files.storage import default_storage

from apps.documents import errors
from apps.documents.models import StoredFile


def files_of(subject_type: str, subject_ids: Collection[int]) -> dict[int, list[StoredFile]]:
    """Files by the number of the record they belong to. One query."""
    found: dict[int, list[StoredFile]] = defaultdict(list)
    for row in StoredFile.objects.filter(subject_type=subject_type, subject_id__in=subject_ids):
        found[row.subject_id or 0].append(row)
    return found


def content_of(row: StoredFile) -> bytes:
    """The bytes as they came in.

    Raises:
        Fault: `file.damaged` when they are gone or are no longer those that were stored.
    """
    try:
        with default_storage.open(row.path) as source:
            content: bytes = source.read()
    except FileNotFoundError:
        raise errors.DAMAGED(name=row.name) from None
    if hashlib.sha256(content).hexdigest() != row.sha256:
        raise errors.DAMAGED(name=row.name)
    return content
