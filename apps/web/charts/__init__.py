"""Charts drawn on the server: pure functions from numbers to SVG, each with the same data as a table.

No Django in here. Labels arrive in the language of the reader; colours are css classes, so that one picture serves the
light theme, the dark theme and paper. Every chart has a wide drawing and a narrow one for phones.
"""

from apps.web.charts.bars import Group, Series, bars
from apps.web.charts.donut import Part, donut
from apps.web.charts.figure import Figure, Key
from apps.web.charts.heat import HeatRow, heat
from apps.web.charts.spark import spark
from apps.web.charts.stack import share_bar, stack

__all__ = [
    "Figure",
    "Group",
    "HeatRow",
    "Key",
    "Part",
    "Series",
    "bars",
    "donut",
    "heat",
    "share_bar",
    "spark",
    "stack",
]
