"""Charts: the drawing and its table say the same, every label is escaped, every drawing is named."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from apps.web.charts import Figure, Group, HeatRow, Part, Series, bars, donut, heat, share_bar, spark, stack
from apps.web.charts.figure import ceiling
from apps.web.charts.heat import shade
from tests.web.design.conftest import Draw

SVG = "{http://www.w3.org/2000/svg}"
SERIES = [Series("Пландалган", "f-plan"), Series("Аткарылган", "f-done")]
GROUPS = [Group("Сентябрь", "сен", (42, 40)), Group("Октябрь", "окт", (58, None))]
PARTS = [Part("Бекитилген", 168, "f-pass"), Part("Каралууда", 37, "f-warn"), Part("Жок", 0, "f-none")]
ROWS = [HeatRow("№12 мектеп", [3, 0, None]), HeatRow("№5 гимназия", [1, 5, None])]
NAMES = {"title": "Аталышы <b>", "description": "Эмне көрүнөт", "ident": "x"}


def _share(value: float) -> str:
    return f"{value:.0%}"


def bar_chart() -> Figure:
    return bars(GROUPS, SERIES, corner="Ай", **NAMES)


def ring() -> Figure:
    return donut(PARTS, unit="документ", head=["Абалы", "Саны", "Үлүшү"], share=_share, **NAMES)


def stacked() -> Figure:
    return stack(PARTS, head=["Абалы", "Саны", "Үлүшү"], share=_share, **NAMES)


def heat_map() -> Figure:
    return heat(ROWS, ["сен", "окт", "ноя"], corner="Мектеп", less="аз", more="көп", **NAMES)


MAKERS = [bar_chart, ring, stacked, heat_map]


def parse(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def tooltips(svg: str) -> list[str]:
    """Texts of the titles inside the drawing, without the title of the whole."""
    return [node.text or "" for node in parse(svg).iter(f"{SVG}title")][1:]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("variant", ["wide", "narrow"])
def test_drawing_is_well_formed_and_named(make: Callable[[], Figure], variant: str) -> None:
    root = parse(getattr(make(), variant))
    names = {node.get("id"): node.text for node in root if node.get("id")}
    assert root.get("role") == "img"
    assert names[root.get("aria-labelledby")] == "Аталышы <b>"
    assert names[root.get("aria-describedby")] == "Эмне көрүнөт"
    assert not re.search(r"\bstyle=", getattr(make(), variant))


@pytest.mark.parametrize("make", MAKERS)
def test_wide_and_narrow_have_ids_of_their_own(make: Callable[[], Figure]) -> None:
    figure = make()
    ids = re.findall(r' id="([^"]+)"', figure.wide + figure.narrow)
    assert len(ids) == len(set(ids)) == 4


@pytest.mark.parametrize("variant", ["wide", "narrow"])
def test_bars_and_their_table_agree(variant: str) -> None:
    figure = bar_chart()
    assert figure.head == ["Ай", "Пландалган", "Аткарылган"]
    assert figure.rows == [["Сентябрь", "42", "40"], ["Октябрь", "58", "—"]]
    drawn = tooltips(getattr(figure, variant))
    told = [
        f"{row[0]} — {kind}: {value}"
        for row in figure.rows
        for kind, value in zip(figure.head[1:], row[1:], strict=True)
        if value != "—"
    ]
    assert drawn == told


def test_bars_are_as_tall_as_their_numbers() -> None:
    heights = [float(node.get("height", 0)) for node in parse(bar_chart().wide).iter(f"{SVG}rect")]
    assert heights[0] / heights[1] == pytest.approx(42 / 40, rel=0.01)
    assert heights[0] / heights[2] == pytest.approx(42 / 58, rel=0.01)


@pytest.mark.parametrize("make", [ring, stacked])
def test_parts_and_their_table_agree(make: Callable[[], Figure]) -> None:
    figure = make()
    assert [list(row) for row in figure.rows] == [
        ["Бекитилген", "168", "82%"],
        ["Каралууда", "37", "18%"],
        ["Жок", "0", "0%"],
    ]


def test_stack_leaves_no_trace_of_nothing() -> None:
    assert tooltips(stacked().wide) == ["Бекитилген: 168", "Каралууда: 37"]


def test_ring_of_one_part_is_closed() -> None:
    whole = donut([Part("А", 5, "f-pass")], unit="", head=["", "", ""], **NAMES)
    paths = [node.get("d", "") for node in parse(whole.wide).iter(f"{SVG}path")]
    assert len(paths) == 1
    assert paths[0].count("Z") == 2


def test_charts_of_nothing_are_still_charts() -> None:
    assert donut([], unit="", head=["", "", ""], **NAMES).rows == []
    assert stack([Part("А", 0, "f-pass")], head=["", "", ""], share=_share, **NAMES).rows == [["А", "0", "—"]]
    assert bars([], SERIES, corner="", **NAMES).rows == []


@pytest.mark.parametrize("variant", ["wide", "narrow"])
def test_heat_and_its_table_agree(variant: str) -> None:
    figure = heat_map()
    drawn = tooltips(getattr(figure, variant))
    told = [
        f"{row[0]}, {month}: {value}"
        for row in figure.rows
        for month, value in zip(figure.head[1:], row[1:], strict=True)
    ]
    assert drawn == told


@pytest.mark.parametrize(("value", "level"), [(0, 0), (1, 1), (2, 2), (5, 5), (5.0, 5)])
def test_shades(value: float, level: int) -> None:
    assert shade(value, 5) == level


@pytest.mark.parametrize(
    ("value", "top"), [(0, 4), (4, 4), (5, 8), (66, 80), (80, 80), (81, 200), (201, 400), (1148, 2000)]
)
def test_axis_ends_on_a_round_number(value: float, top: float) -> None:
    limit, step = ceiling(value)
    assert (limit, limit / step) == (top, 4)


def test_labels_are_escaped_everywhere(draw: Draw) -> None:
    evil = '<script>&"'
    figures = [
        bars([Group(evil, evil, (1, 2))], [Series(evil, "f-plan"), Series(evil, "f-done")], corner=evil, **NAMES),
        donut([Part(evil, 1, "f-pass")], unit=evil, head=[evil] * 3, **NAMES),
        stack([Part(evil, 1, "f-pass")], head=[evil] * 3, **NAMES),
        heat([HeatRow(evil, [1])], [evil], corner=evil, less=evil, more=evil, **NAMES),
    ]
    for figure in figures:
        body = draw("{% chart figure %}", figure=figure)
        assert "<script>" not in body
        parse(figure.wide)
        parse(figure.narrow)


@pytest.mark.parametrize("make", MAKERS)
def test_the_table_is_on_the_page_beside_the_drawing(draw: Draw, make: Callable[[], Figure]) -> None:
    figure = make()
    body = draw("{% chart figure %}", figure=figure)
    cells = re.findall(r"<t[hd][^>]*>([^<]*)</t[hd]>", body)
    assert cells == [*figure.head, *(cell for row in figure.rows for cell in row)]
    assert "Таблица түрүндө" in body


def test_sparkline_rises_and_stays_silent() -> None:
    drawn = spark([1, 2, 3], mood="good")
    assert 'aria-hidden="true"' in drawn
    assert "spark--good" in drawn
    points = re.search(r'd="M([^"]+)" class="spark__line"', drawn)
    assert points is not None
    ys = [float(point.split()[1]) for point in points.group(1).split("L")]
    assert ys == sorted(ys, reverse=True)
    assert spark([1]) == ""


@pytest.mark.parametrize(("share", "drawn"), [(41, 'width="41"'), (100, 'width="100"')])
def test_share_bar(share: int, drawn: str) -> None:
    assert drawn in share_bar(share)


@pytest.mark.parametrize("share", [None, 0])
def test_share_bar_of_nothing_has_no_fill(share: int | None) -> None:
    assert "bar__fill" not in share_bar(share)
