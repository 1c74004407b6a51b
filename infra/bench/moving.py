"""One school out and in again, among many schools and among few."""

import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from django.utils import timezone

from apps.core.actor import Actor
from infra.bench import _fleet as fleet
from infra.bench._rounds import Rounds
from tenants.context import in_school
from tenants.models import School
from tenants.owner import OWNER, owner
from tenants.provisioning import drop_schema
from tenants.routing import directory, directory_changed
from tenants.scope import SchoolRef
from usul.benching import Report, Target, report
from usul.control.demo.load import _tell
from usul.control.demo.schools import STORIES
from usul.control.domain.moving import restore_beside, take_out

NAME = "moving"
TODAY = date(2026, 11, 20)


def run(*, few: int = 20, many: int = 200, rounds: int = 7, minutes: int = 9) -> Report:
    """Medians of export and import together: one school of the demonstration with two years on record."""
    district, by = fleet.begin()
    clock = Rounds(minutes)
    school = fleet.grow(district, 1)[0]
    with in_school(school):
        _tell(by, STORIES[0], TODAY)
    figures: dict[str, float] = {"few": few, "many": many}
    with tempfile.TemporaryDirectory(prefix="usul-moving-") as folder:
        path = Path(folder) / "bundle"
        for name, size in (("few", few), ("many", many)):
            fleet.grow(district, size, clock.tell)
            fleet.settle()
            directory_changed()
            _move(clock, "unmeasured", by, school, path)
            figures[f"{name}_rounds"] = clock.repeat(rounds, partial(_move, clock, name, by, school, path))
            there, back = clock.times[f"export_{name}"], clock.times[f"import_{name}"]
            figures |= {
                f"export_{name}_s": clock.middle(f"export_{name}"),
                f"import_{name}_s": clock.middle(f"import_{name}"),
            }
            figures[f"both_{name}_s"] = round(median(one + two for one, two in zip(there, back, strict=False)), 4)
        figures["bundle_kb"] = round(path.stat().st_size / 1024)
    return report(
        NAME,
        figures=figures,
        ratios={"many_to_few": round(figures["both_many_s"] / figures["both_few_s"], 2)},
        targets={"many_to_few": Target(at_most=1.2)},
    )


def _move(clock: Rounds, name: str, by: Actor, school: SchoolRef, path: Path) -> None:
    """One export and one import; what was imported is dropped again."""
    path.unlink(missing_ok=True)
    beside: list[SchoolRef] = []
    clock.time(f"export_{name}", lambda: take_out(by=by, school=school, path=path))
    clock.time(f"import_{name}", lambda: beside.append(restore_beside(by=by, path=path, now=timezone.now())))
    drop_schema(beside[0])
    with owner():  # nobody else may remove what is only ever added to
        School.objects.using(OWNER).get(pk=beside[0].id).delete()
    directory.forget()
