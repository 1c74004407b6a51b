"""What a file really is, and whether it may come in. Shared by forms and the API; reads bytes, decides nothing else."""

import re
import unicodedata
import zipfile
from io import BytesIO

from apps.documents import errors
from apps.documents.enums import ENDINGS, FileKind
from apps.rulebook.text import Text

LARGEST = 10_000_000
MEGABYTE = 1_000_000
LONGEST_NAME = 120
UNPACKED_LARGEST = 100_000_000
MOST_PARTS = 2_000
OFFICE = {"word/document.xml": FileKind.DOCX, "xl/workbook.xml": FileKind.XLSX}
# names that Windows opens as a device
DEVICES = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
PROGRAMS = frozenset(
    {
        "exe", "com", "bat", "cmd", "scr", "pif", "js", "jse", "vbs", "vbe", "wsf", "ps1", "msi", "jar", "hta", "lnk",
        "dll", "cpl", "reg", "sh", "apk", "docm", "xlsm", "iso", "html", "htm", "svg",
    }
)  # fmt: skip
ACTIVE_IN_PDF = (b"/Launch", b"/JavaScript", b"/JS ", b"/JS(", b"/EmbeddedFile", b"/RichMedia")
TEST_VIRUS = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR"


def checked_name(name: str) -> str:
    """The bare name as it may be kept and shown.

    Raises:
        Fault: `file.name_unsafe`.
    """
    name = unicodedata.normalize("NFC", name).strip()
    if not name or len(name) > LONGEST_NAME:
        raise errors.NAME_UNSAFE(reason=Text("узундугу", "длина", "its length"))
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn") for letter in name):
        raise errors.NAME_UNSAFE(reason=Text("көрүнбөгөн белги", "невидимый знак", "an invisible character"))
    if "/" in name or "\\" in name or name.startswith(".") or DEVICES.match(name):
        raise errors.NAME_UNSAFE(
            reason=Text("жол же кызматтык ат", "путь или служебное имя", "a path or a device name")
        )
    for part in name.lower().split(".")[1:]:
        if part.strip() in PROGRAMS:
            raise errors.NAME_UNSAFE(
                reason=Text(f"«.{part}» — программа", f"«.{part}» — программа", f"“.{part}” is a program")
            )
    return name


def checked_kind(name: str, content: bytes) -> FileKind:
    """What the file is by its content, when its name agrees and nothing in it acts by itself.

    Raises:
        Fault: empty, too large, of no accepted kind, named as something else, or with a program inside.
    """
    if not content:
        raise errors.EMPTY(name=name)
    if len(content) > LARGEST:
        raise errors.TOO_LARGE(name=name, size=-(-len(content) // MEGABYTE), limit=LARGEST // MEGABYTE)
    if TEST_VIRUS in content[:1024]:
        raise errors.CONTENT_UNSAFE(name=name, reason="EICAR")
    kind = kind_of(name, content)
    if kind is None:
        raise errors.KIND_UNKNOWN(name=name, kinds=list(FileKind))
    ending = name.lower().rpartition(".")[2] if "." in name else ""
    if ending not in ENDINGS[kind]:
        raise errors.NOT_WHAT_IT_SAYS(name=name, ending=ending, kind=kind)
    if kind is FileKind.PDF:
        for mark in ACTIVE_IN_PDF:
            if mark in content:
                raise errors.CONTENT_UNSAFE(name=name, reason=mark.decode().strip("/( "))
    return kind


def kind_of(name: str, content: bytes) -> FileKind | None:
    """The kind by its first bytes; of an office file by what it packs.

    Raises:
        Fault: `file.damaged` or `file.content_unsafe` for an office file that cannot be unpacked safely.
    """
    if content.startswith(b"%PDF-"):
        return FileKind.PDF
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if content.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    return _office(name, content) if content.startswith(b"PK\x03\x04") else None


def _office(name: str, content: bytes) -> FileKind | None:
    try:
        parts = zipfile.ZipFile(BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError):
        raise errors.DAMAGED(name=name) from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED_LARGEST:
        raise errors.CONTENT_UNSAFE(name=name, reason="zip")
    names = {part.filename for part in parts}
    if any(part.lower().endswith(("vbaproject.bin", ".exe", ".js", ".vbs")) for part in names):
        raise errors.CONTENT_UNSAFE(name=name, reason=Text("макрос", "макрос", "a macro"))
    if "[Content_Types].xml" not in names:
        return None
    return next((kind for part, kind in OFFICE.items() if part in names), None)
