"""Files as programs send them and get them: `multipart/form-data` in, bytes out. What a file is is told by its content."""

from typing import Any
from urllib.parse import quote

from django.core.exceptions import TooManyFilesSent
from django.http import HttpResponse
from django.http.multipartparser import MultiPartParserError
from rest_framework import serializers
from rest_framework.exceptions import ParseError
from rest_framework.parsers import MultiPartParser

from api.v1 import faults
from api.v1.fields import CodeSerializerField
from api.v1.serializers import StrictSerializer
from apps.documents.enums import MEDIA, FileKind
from apps.documents.models import StoredFile
from apps.documents.queries.files import content_of


class FilesParser(MultiPartParser):
    """`multipart/form-data` strictly: a name that comes twice and a NUL are errors, as they are in JSON."""

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> Any:
        """The values and the files by name.

        Raises:
            Fault: `api.json_malformed` for a body that is none, `api.nul_character`.
        """
        try:
            parsed = super().parse(stream, media_type, parser_context)
        except (ParseError, MultiPartParserError, TooManyFilesSent) as error:
            raise faults.JSON_MALFORMED(place="multipart/form-data") from error
        for name, values in (*parsed.data.lists(), *parsed.files.lists()):
            if len(values) > 1:
                raise faults.JSON_MALFORMED(place=f"“{name}” ×{len(values)}")
            if isinstance(values[0], str) and "\x00" in values[0]:
                raise faults.NUL_CHARACTER()
        return parsed


class FileSerializer(StrictSerializer):
    """A file on record."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    kind = CodeSerializerField(FileKind)
    size = serializers.IntegerField()
    pages = serializers.IntegerField(allow_null=True)
    sha256 = serializers.CharField()
    stored_at = serializers.DateTimeField()


def sent_back(row: StoredFile) -> HttpResponse:
    """The bytes as they came in.

    Raises:
        Fault: `file.damaged` when they are gone.
    """
    answer = HttpResponse(content_of(row), content_type=MEDIA[row.kind])
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(row.name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
