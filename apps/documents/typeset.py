"""A paper as PDF/A-2b: fonts inside, the same bytes for the same paper."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from apps.documents.paper import Block, Grid, Paper, Square
from apps.documents.square import square_svg

SOURCE = Path(__file__).parent / "paper.typ"


def pdf(paper: Paper, *, first: int = 1, more: int = 0) -> bytes:
    """The paper as PDF/A-2b.

    Args:
        first: number of its first page, when it is part of a pack.
        more: how many pages of the pack follow it.
    """
    made = datetime.combine(paper.dated, time(12), tzinfo=UTC)
    rendered = typst.compile(
        _source(),
        format="pdf",
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": _data(paper, first, more)},
        pdf_standards="a-2b",
        timestamp=made,
    )
    return bytes(rendered)


@lru_cache(maxsize=1)
def _source() -> bytes:
    return SOURCE.read_bytes()


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The fonts that come with the compiler; those of the machine would make a paper differ from place to place."""
    return typst.Fonts(include_system_fonts=False)


def _data(paper: Paper, first: int, more: int) -> str:
    return json.dumps(
        {
            "title": paper.title,
            "language": paper.language,
            "author": paper.author,
            "mark": paper.mark,
            "first": first,
            "more": more,
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
