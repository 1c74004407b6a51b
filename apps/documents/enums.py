"""Kinds of files that may be kept."""

from apps.rulebook.codes import Code


class FileKind(Code):
    """What a file is by its content; the name has to agree."""

    PDF = "pdf", "PDF документ", "документ PDF", "PDF document"
    PNG = "png", "PNG сүрөт", "изображение PNG", "PNG image"
    JPEG = "jpg", "JPEG сүрөт", "изображение JPEG", "JPEG image"
    DOCX = "docx", "Word документи", "документ Word", "Word document"
    XLSX = "xlsx", "Excel таблицасы", "таблица Excel", "Excel sheet"


MEDIA = {
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
ENDINGS = {
    FileKind.PDF: frozenset({"pdf"}),
    FileKind.PNG: frozenset({"png"}),
    FileKind.JPEG: frozenset({"jpg", "jpeg"}),
    FileKind.DOCX: frozenset({"docx"}),
    FileKind.XLSX: frozenset({"xlsx"}),
}
