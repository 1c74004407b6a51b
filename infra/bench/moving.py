"""One school out and in again, among many schools and among few."""

import tempfile
import time
from datetime import date
from pathlib import Path

from django.utils import timezone

from apps.core.actor import Actor
from infra.bench import _fleet as fleet
from tenants.context import in_school, public_scope
from tenants.models import School
from tenants.provisioning import drop_schema
from tenants.routing import directory, directory_changed
from tenants.scope import SchoolRef
from usul.benching import Report, Target, report
from usul.control.demo.load import _tell
from usul.control.demo.schools import STORIES
from usul.control.domain.moving import restore_beside, take_out

NAME = "moving"
TODAY = date(2026, 11, 20)


def run(*, few: int = 20, many: int = 200, rounds: int = 7) -> Report:
    """Medians of export and import together: one school of the demonstration with two years on record."""
    district, by = fleet.begin()
    school = fleet.grow(district, 1)[0]
    with in_school(school):
        _tell(by, STORIES[0], TODAY)
    figures: dict[str, float] = {"few": few, "many": many, "rounds": rounds}
    with tempfile.TemporaryDirectory(prefix="usul-moving-") as folder:
        path = Path(folder) / "bundle"
        for name, size in (("few", few), ("many", many)):
            fleet.grow(district, size)
            directory_changed()
            there, back = _moved(by, school, path, rounds)
            figures |= {f"export_{name}_s": fleet.middle(there), f"import_{name}_s": fleet.middle(back)}
            figures[f"both_{name}_s"] = fleet.middle([one + two for one, two in zip(there, back, strict=True)])
        figures["bundle_kb"] = round(path.stat().st_size / 1024)
    return report(
        NAME,
        figures=figures,
        ratios={"many_to_few": round(figures["both_many_s"] / figures["both_few_s"], 2)},
        targets={"many_to_few": Target(at_most=1.2)},
    )


def _moved(by: Actor, school: SchoolRef, path: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Seconds of each export and each import; what was imported is dropped again. One round goes before, unmeasured."""
    there, back = [], []
    for number in range(rounds + 1):
        path.unlink(missing_ok=True)
        began = time.perf_counter()
        take_out(by=by, school=school, path=path)
        half = time.perf_counter()
        beside = restore_beside(by=by, path=path, now=timezone.now())
        if number:
            there.append(half - began)
            back.append(time.perf_counter() - half)
        drop_schema(beside)
        with public_scope():
            School.objects.filter(pk=beside.id).delete()
        directory.forget()
    return there, back
