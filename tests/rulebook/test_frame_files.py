"""Frames as files."""

from datetime import date

import pytest

from apps.rulebook.enums import Layer
from apps.rulebook.frame_files import load_frame, national_frame
from apps.rulebook.policy import Bound
from apps.rulebook.problems import DataErrors

GOOD = """\
format: usul-frame/1
title: {ky: Чек, ru: Рамка, en: Frame}
values:
  floor:
    layer: district
    bound: floor
    parameter: association.sittings.min_per_year
    value: 5
    valid_from: 2025-09-01
    valid_until: 2027-09-01
    grace_until: 2026-01-01
    act: Order 12
    article: art. 3
    url: https://example.org/12
    published_on: 2025-06-01
    verified_on: 2025-06-02
    verified_by: officer
"""


def load(tmp_path, words):
    path = tmp_path / "frame.yaml"
    path.write_text(words, encoding="utf-8")
    return load_frame(path)


def test_a_file_of_frame_values(tmp_path):
    [row] = load(tmp_path, GOOD)
    assert (row.id, row.layer, row.bound, row.parameter.key, row.value) == (
        "floor",
        Layer.DISTRICT,
        Bound.FLOOR,
        "association.sittings.min_per_year",
        5,
    )
    assert (row.valid_from, row.valid_until, row.grace_until) == (date(2025, 9, 1), date(2027, 9, 1), date(2026, 1, 1))
    source = row.source
    assert (source.act, source.article, source.url, source.published_on) == (
        "Order 12",
        "art. 3",
        "https://example.org/12",
        date(2025, 6, 1),
    )
    assert (source.verified_on, source.verified_by) == (date(2025, 6, 2), "officer")


def test_the_national_frame_is_read_once_and_bounds_nothing_without_an_act():
    assert national_frame() == ()
    assert national_frame() is national_frame()


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("association.sittings.min_per_year", "association.sitings.min_per_year", "frame.unknown_parameter", 7),
        ("value: 5", "value: five", "value.wrong_shape", 8),
        ("value: 5", "value: 61", "value.out_of_bounds", 8),
        ("layer: district", "layer: school", "data.enum", 5),
        ("bound: floor", "bound: flor", "data.enum", 6),
        ("valid_from: 2025-09-01", "valid_from: 2025-09-31", "data.plain_date", 9),
        ("    act: Order 12", "    acts: Order 12", "data.extra_forbidden", 12),
        ("format: usul-frame/1", "format: usul-frame/2", "data.string_pattern_mismatch", 1),
        (
            "    bound: floor\n    parameter: association.sittings.min_per_year\n    value: 5",
            "    bound: floor\n    parameter: plan.approver\n    value: director",
            "frame.bound_needs_order",
            8,
        ),
    ],
)
def test_broken_frames_say_where(tmp_path, old, new, code, line):
    assert old in GOOD
    with pytest.raises(DataErrors) as caught:
        load(tmp_path, GOOD.replace(old, new, 1))
    [problem] = caught.value.problems
    assert (problem.code, problem.line, problem.file) == (code, line, "frame.yaml")
