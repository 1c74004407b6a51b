"""A paper as DOCX: ordinary styles, so that a school can go on writing in it."""

from datetime import datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from apps.documents.paper import (
    Break,
    Grid,
    Head,
    Listing,
    Pairs,
    Paper,
    Para,
    Signatures,
    Square,
    Stamp,
    Title,
    Words,
)

FONT = "Times New Roman"
LOCALES = {"ky": "ky-KG", "ru": "ru-RU", "en": "en-GB"}
SIDES = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def docx(paper: Paper) -> bytes:
    """The paper as a DOCX file."""
    document = Document()
    _frame(document, paper)
    for block in paper.blocks:
        _write(document, block)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _frame(document: WordDocument, paper: Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(15)
    section.top_margin, section.bottom_margin = Mm(18), Mm(20)
    style: Any = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(12)
    fonts = style.element.rPr.rFonts
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LOCALES[paper.language])
    style.element.rPr.append(language)
    style.paragraph_format.space_after = Pt(4)
    facts = document.core_properties
    facts.title, facts.author, facts.language = paper.title, paper.author, LOCALES[paper.language]
    facts.created = facts.modified = datetime.combine(paper.dated, time(12))
    foot = section.footer.paragraphs[0]
    foot.text = f"{paper.title}{f' · {paper.mark}' if paper.mark else ''}\t\t"
    _field(foot, "PAGE")


def _field(paragraph: Any, code: str) -> None:
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, code), ("end", None)):
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.text = text
        run._r.append(part)  # noqa: SLF001 - fields have no public interface


def _add(document: WordDocument, words: Words, align: str = "left", *, bold: bool = False, size: int = 0) -> Any:
    paragraph = document.add_paragraph()
    paragraph.alignment = SIDES[align]
    _fill(paragraph, words, bold=bold, size=size)
    return paragraph


def _fill(paragraph: Any, words: Words, *, bold: bool = False, size: int = 0) -> None:
    spans = [(words, bold, False)] if isinstance(words, str) else [(s.text, s.bold or bold, s.italic) for s in words]
    for text, strong, slanted in spans:
        run = paragraph.add_run(text)
        run.bold, run.italic = strong, slanted
        if size:
            run.font.size = Pt(size)


def _write(document: WordDocument, block: object) -> None:
    match block:
        case Title(text, sub):
            _add(document, text, "center", bold=True, size=14)
            if sub:
                _add(document, sub, "center")
        case Head(text):
            _add(document, text, bold=True).paragraph_format.keep_with_next = True
        case Para(words, align, indent):
            paragraph = _add(document, words, align)
            paragraph.paragraph_format.first_line_indent = Mm(8) if indent else None
        case Square(url, lines):
            _add(document, "\n".join((*lines, url)), size=9)
        case Break():
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        case Pairs() | Listing() | Stamp():
            _lines(document, block)
        case Grid() | Signatures():
            _table(document, block)


def _lines(document: WordDocument, block: Pairs | Listing | Stamp) -> None:
    if isinstance(block, Pairs):
        for label, value in block.rows:
            _fill(_add(document, f"{label} ", bold=True), value)
    elif isinstance(block, Stamp):
        for line in block.lines:
            _add(document, line).paragraph_format.left_indent = Mm(95)
    else:
        for number, words in enumerate(block.items, block.start):
            paragraph = _add(document, f"{number}. ")
            paragraph.paragraph_format.left_indent = Mm(8)
            paragraph.paragraph_format.first_line_indent = Mm(-8)
            _fill(paragraph, words)


def _table(document: WordDocument, block: Grid | Signatures) -> None:
    if isinstance(block, Grid):
        rows = [block.columns, *block.rows]
        style = "Table Grid"
    else:
        rows = [(row.office, row.on or "______________", row.name) for row in block.rows]
        style = "Normal Table"
        document.add_paragraph()
    table = document.add_table(rows=len(rows), cols=len(rows[0]) if rows else 1, style=style)
    for line, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, cells, strict=True):
            cell.paragraphs[0].text = text
    if isinstance(block, Grid):
        for cell in table.rows[0].cells:
            for run in cell.paragraphs[0].runs:
                run.bold = True
