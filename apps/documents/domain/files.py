"""Taking a file in, giving it out. The bytes are kept under their hash, so that the same file is kept once."""

import hashlib
from collections.abc import Mapping
from datetime import date

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.documents import errors
from apps.documents.enums import FileKind
from apps.documents.models import StoredFile
from apps.documents.pages import pdf_pages
from apps.documents.sniffing import checked_kind, checked_name


@transaction.atomic
def take_in(
    *,
    by: Actor,
    name: str,
    content: bytes,
    subject: tuple[str, int],
    dated: date | None = None,
    body_id: int | None = None,
) -> StoredFile:
    """Keep a file that belongs to `subject`.

    Args:
        dated: the day the paper speaks for, when it is known.
        body_id: the body whose record it is, for rights within a body.

    Raises:
        Fault: not permitted; the file is empty, too large, not what it says, unsafe or damaged.
    """
    require(by, Permission.FILE_ADD, body_id=body_id)
    return accept(by=by, name=name, content=content, subject=subject, dated=dated)


@transaction.atomic
def accept(*, by: Actor, name: str, content: bytes, subject: tuple[str, int], dated: date | None = None) -> StoredFile:
    """Check a file and keep it, for a verb that has asked for its own right.

    Raises:
        Fault: the file is empty, too large, not what it says, unsafe or damaged.
    """
    name = checked_name(name)
    kind = checked_kind(name, content)
    pages = pdf_pages(content) if kind is FileKind.PDF else None
    if kind is FileKind.PDF and pages is None:
        raise errors.DAMAGED(name=name)
    row = keep(name=name, kind=kind, content=content, subject=subject, pages=pages, dated=dated, stored_by=by.name)
    record_event(
        by=by, action="file.added", subject=subject, act_date=dated, data={"file": row.pk, "sha256": row.sha256}
    )
    return row


def hand_over(subject_type: str, numbers: Mapping[int, int]) -> None:
    """Files of records that were written anew belong to the new rows: old number to new. Part of writing them."""
    for old, new in numbers.items():
        StoredFile.objects.filter(subject_type=subject_type, subject_id=old).update(subject_id=new)


def keep(
    *,
    name: str,
    kind: FileKind,
    content: bytes,
    subject: tuple[str, int],
    pages: int | None = None,
    dated: date | None = None,
    stored_by: str = "",
) -> StoredFile:
    """Store bytes of our own making or checked already, without asking for a right."""
    digest = hashlib.sha256(content).hexdigest()
    path = f"{digest[:2]}/{digest}.{kind.value}"
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))
    return StoredFile.objects.create(
        name=name,
        kind=kind,
        size=len(content),
        pages=pages,
        sha256=digest,
        path=path,
        dated=dated,
        subject_type=subject[0],
        subject_id=subject[1],
        stored_by=stored_by,
    )
