"""Papers and files as answers: shown under their own name, never run by the browser."""

from urllib.parse import quote

from django.http import HttpResponse

from apps.documents.enums import MEDIA, FileKind
from apps.documents.models import StoredFile
from apps.documents.queries.files import content_of


def file_answer(name: str, kind: FileKind, content: bytes, *, inline: bool = False) -> HttpResponse:
    """The bytes as a download; PDF and pictures may be shown in the browser with `inline`."""
    answer = HttpResponse(content, content_type=MEDIA[kind])
    shown = inline and kind in (FileKind.PDF, FileKind.PNG, FileKind.JPEG)
    answer["Content-Disposition"] = f"{'inline' if shown else 'attachment'}; filename*=UTF-8''{quote(name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


def stored_answer(row: StoredFile) -> HttpResponse:
    """A file that came in, as it came in.

    Raises:
        Fault: `file.damaged` when its bytes are gone.
    """
    return file_answer(row.name, row.kind, content_of(row), inline=True)
