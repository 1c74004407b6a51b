"""A paper as PDF/A-2b: fonts inside, the same bytes for the same paper."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from apps.documents.enums import FileKind
from apps.documents.pages import Enclosure
from apps.documents.paper import Block, Grid, Paper, Sheet, Square
from apps.documents.square import square_svg

SOURCE = Path(__file__).parent / "paper.typ"


def pdf(paper: Paper) -> bytes:
    """The paper as PDF/A-2b."""
    made = datetime.combine(paper.dated, time(12), tzinfo=UTC)
    rendered = typst.compile(
        _source(),
        format="pdf",
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": _data(paper)},
        pdf_standards="a-2b",
        timestamp=made,
    )
    return bytes(rendered)


def pack(paper: Paper, files: Sequence[Enclosure]) -> bytes:
    """The paper with the pages of foreign files behind it, numbered through. Not PDF/A: what is enclosed may be anything."""
    with tempfile.TemporaryDirectory(prefix="usul-pack-") as folder:
        sheets: list[Block] = []
        for number, enclosure in enumerate(files):
            name = f"{number}.{enclosure.kind.value}"
            (Path(folder) / name).write_bytes(enclosure.content)
            pages = range(1, enclosure.pages + 1) if enclosure.kind is FileKind.PDF else (0,)
            sheets += [Sheet(name, page, enclosure.heading) for page in pages]
        main = Path(folder) / "main.typ"
        main.write_bytes(_source())
        rendered = typst.compile(
            str(main),
            root=folder,
            format="pdf",
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": _data(replace(paper, blocks=(*paper.blocks, *sheets)))},
            timestamp=datetime.combine(paper.dated, time(12), tzinfo=UTC),
        )
        return bytes(rendered)


@lru_cache(maxsize=1)
def _source() -> bytes:
    return SOURCE.read_bytes()


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The fonts that come with the compiler; those of the machine would make a paper differ from place to place."""
    return typst.Fonts(include_system_fonts=False)


def _data(paper: Paper) -> str:
    return json.dumps(
        {
            "title": paper.title,
            "language": paper.language,
            "author": paper.author,
            "mark": paper.mark,
            "blocks": [_block(block) for block in paper.blocks],
        },
        ensure_ascii=False,
    )


def _block(block: Block) -> dict[str, Any]:
    values: dict[str, Any] = {"kind": type(block).__name__.lower(), **asdict(block)}
    if isinstance(block, Grid):
        values["widths"] = list(block.widths) or [1] * len(block.columns)
    if isinstance(block, Square):
        values["svg"] = square_svg(block.url)
    return values
