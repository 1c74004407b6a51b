"""Private memory of a database backend that serves one school after the other, ours beside stock django-tenants.

Every table of every school is read once. What a backend keeps for itself is read from the kernel (`smaps_rollup`), so the pages it shares
with others do not count. Ours replaces the connection after `SCHOOLS_PER_CONNECTION` schools; a stock connection goes on.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections

from infra.bench import _fleet as fleet
from tenants.context import in_school, public_scope
from tenants.models import School
from tenants.owner import owner
from tenants.roles import tenant_models
from tenants.scope import SchoolRef
from usul.benching import Report, Target, report

NAME = "backend-memory"
MARKS = (1, 8, 32, 64, 100, 200)


def run(*, schools: int = 200, rounds: int = 1) -> Report:
    """Megabytes of the largest backend, and of a stock backend after so many schools."""
    district, _by = fleet.begin()
    refs = fleet.grow(district, schools)[:schools]
    ours, stock, seconds = [], [], []
    for _ in range(rounds):
        connections.close_all()
        seconds.append(fleet.seconds(lambda: ours.append([_ours(ref) for ref in refs])))
        stock.append(_stock(refs))
    figures: dict[str, Any] = {
        "schools": schools,
        "tables": len(tenant_models()),
        "schools_per_connection": settings.SCHOOLS_PER_CONNECTION,
        "ours_peak_mb": round(max(max(line) for line in ours), 1),
        "ours_ms_per_school": round(1000 * fleet.middle(seconds) / schools, 1),
        "stock_peak_mb": round(max(max(line) for line in stock), 1),
    }
    figures |= {f"stock_mb_after_{mark}": round(stock[0][mark - 1], 1) for mark in MARKS if mark <= schools}
    return report(
        NAME,
        figures=figures,
        ratios={"stock_to_ours": round(figures["stock_peak_mb"] / figures["ours_peak_mb"], 1)},
        targets={"ours_peak_mb": Target(at_most=64)},
    )


def _read_all(alias: str) -> None:
    for model in tenant_models():
        list(model._default_manager.using(alias).order_by("pk")[:1])


def _ours(ref: SchoolRef) -> float:
    with in_school(ref, readonly=True):
        _read_all("default")
        return private_mb(connections["default"].connection.info.backend_pid)


def _stock(refs: list[SchoolRef]) -> list[float]:
    with public_scope(readonly=True):
        rows = {row.schema_name: row for row in School.objects.all()}
    with owner() as connection:
        read: Callable[[SchoolRef], float] = lambda ref: _stock_one(connection, rows[ref.schema])  # noqa: E731
        return [read(ref) for ref in refs]


def _stock_one(connection: Any, row: School) -> float:
    connection.set_tenant(row)
    _read_all("owner")
    return private_mb(connection.connection.info.backend_pid)


def private_mb(pid: int) -> float:
    """What the process keeps for itself, in megabytes."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024
