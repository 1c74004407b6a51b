"""Foreign PDF files and pictures: how many pages they have, and how they become part of a pack."""

import json
import tempfile
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
    """A file inside a pack: its bytes, how many pages it has, and the line printed above each. A picture is one page."""

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
