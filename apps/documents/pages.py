"""Foreign PDF files and pictures as pages of a pack."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typst

from apps.documents.enums import FileKind

MOST_PAGES = 300
COUNTED = b"""#let d = json(bytes(sys.inputs.data))
#set page(width: 100mm, height: 100mm, margin: 0mm)
#image(d.name, page: d.page, width: 10mm)
"""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file inside a pack: its bytes, how many pages it has, and the line printed above each."""

    kind: FileKind
    content: bytes
    pages: int
    heading: str


def pdf_pages(content: bytes) -> int | None:
    """How many pages a PDF has, at most `MOST_PAGES`; None when it cannot be read."""
    with tempfile.TemporaryDirectory(prefix="usul-pages-") as folder:
        (Path(folder) / "in.pdf").write_bytes(content)
        main = Path(folder) / "main.typ"
        main.write_bytes(COUNTED)

        def has(page: int) -> bool:
            data = json.dumps({"name": "in.pdf", "page": page})
            try:
                typst.compile(str(main), root=folder, format="svg", ignore_system_fonts=True, sys_inputs={"data": data})
            except typst.TypstError:
                return False
            return True

        if not has(1):
            return None
        low, high = 1, 2
        while high <= MOST_PAGES and has(high):
            low, high = high, high * 2
        high = min(high, MOST_PAGES + 1)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if has(middle) else (low, middle)
        return low


ENCLOSED = """#let d = json(bytes(sys.inputs.data))
#set document(title: d.title)
#set text(font: "Libertinus Serif", size: 8.5pt, lang: d.language, hyphenate: false)
#set page(paper: "a4", margin: (x: 10mm, top: 14mm, bottom: 14mm),
  footer: context align(right, text(fill: luma(90))[#(counter(page).get().first() + d.first - 1) / #d.total]))
#let sheets = d.sheets
#for (n, sheet) in sheets.enumerate() {
  if n > 0 { pagebreak() }
  text(fill: luma(60), sheet.heading)
  v(2mm)
  align(center, if sheet.page == 0 { image(sheet.name, width: 100%, height: 252mm, fit: "contain") } else {
    image(sheet.name, page: sheet.page, width: 100%, height: 252mm, fit: "contain") })
}
"""


def enclosed(files: Sequence[Enclosure], *, title: str, language: str, first: int, total: int) -> bytes:
    """The files as PDF pages with running numbers, each page of theirs on a page of its own.

    Args:
        first: number of the first page; total: how many pages the whole pack has.
    """
    with tempfile.TemporaryDirectory(prefix="usul-pack-") as folder:
        sheets = []
        for number, enclosure in enumerate(files):
            name = f"{number}.{enclosure.kind.value}"
            (Path(folder) / name).write_bytes(enclosure.content)
            numbers = range(1, enclosure.pages + 1) if enclosure.kind is FileKind.PDF else (0,)
            sheets += [{"name": name, "page": page, "heading": enclosure.heading} for page in numbers]
        main = Path(folder) / "main.typ"
        main.write_text(ENCLOSED, encoding="utf-8")
        data = {"title": title, "language": language, "first": first, "total": total, "sheets": sheets}
        made = typst.compile(
            str(main),
            root=folder,
            format="pdf",
            font_paths=typst.Fonts(include_system_fonts=False),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )
        return bytes(made)
