"""The policy of one school: every charter version it had, under the frames above it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from apps.rulebook.enums import CouncilKind, Layer
from apps.rulebook.parameters import Parameter
from apps.rulebook.policy.layers import CharterVersion, FrameValue
from apps.rulebook.policy.resolved import FrameBreach
from apps.rulebook.policy.view import View


@dataclass(frozen=True, slots=True)
class Policy:
    """All rules a school lives by, on every day.

    `at` answers for a day and a body. Views are kept inside, so one `Policy` should serve many evaluations.
    """

    school: str
    versions: tuple[CharterVersion, ...] = ()
    frame: tuple[FrameValue, ...] = ()
    _edges: list[date] = field(default_factory=list, init=False, repr=False, compare=False, hash=False)
    _views: dict[tuple[int, CouncilKind | None], View] = field(
        default_factory=dict, init=False, repr=False, compare=False, hash=False
    )

    def __post_init__(self) -> None:
        self._edges.extend(sorted({day for day in self._turning_days() if day is not None}))

    def _turning_days(self) -> Iterator[date | None]:
        for version in self.versions:
            yield version.valid_from
            yield version.valid_until
        for row in self.frame:
            yield row.valid_from
            yield row.valid_until
            yield row.grace_until

    def at(self, on: date, council: CouncilKind | None = None) -> View:
        """The view on one day: for a council of that kind, or (`None`) for associations and the school."""
        stretch = bisect_right(self._edges, on)
        view = self._views.get((stretch, council))
        if view is None:
            view = self._views[stretch, council] = View(
                on=on,
                version=self.version(on),
                frame=tuple(row for row in self.frame if row.in_force(on)),
                council=council,
            )
        return view

    def version(self, on: date) -> CharterVersion | None:
        """The charter version in force; nothing when there is none, or when two claim the same day."""
        rows = [version for version in self.versions if version.in_force(on)]
        return rows[0] if len(rows) == 1 else None

    @property
    def first_day(self) -> date | None:
        """First day with a charter; deeds before it are not judged."""
        return min((version.valid_from for version in self.versions), default=None)

    def breaches(self, parameter: Parameter[Any], value: Any, on: date) -> tuple[FrameBreach, ...]:
        """Frames that `value` would leave on that day; a form asks this before it saves."""
        return tuple(
            FrameBreach(parameter, value, row, row.enforced(on))
            for layer in (Layer.NATIONAL, Layer.DISTRICT)
            for row in self.frame
            if row.layer is layer and row.parameter is parameter and row.in_force(on) and not row.admits(value)
        )
