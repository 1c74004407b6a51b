"""Which school a host name belongs to, answered from memory.

Every process keeps a snapshot of the whole directory (a few hundred bytes a school). It is replaced when the directory's generation
changes, which is asked of the cache at most once a second, and in any case after `STALE_AFTER` seconds. A host that is not in the
snapshot is unknown: it costs no query, however many such requests arrive.
"""

import logging
import threading
import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import caches

from tenants.context import public_scope
from tenants.scope import SchoolRef, ScopeError

if TYPE_CHECKING:
    from tenants.models import School

logger = logging.getLogger(__name__)

GENERATION_KEY = "directory-generation"
ASK_EVERY = 1.0
STALE_AFTER = 30.0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The directory at one moment.

    Attributes:
        retired: hosts that were given up and still lead to their school, with the first day on which they no longer do.
        children: the districts directly below each district.
        unserved: schools at a schema version that this code must not serve.
        former: the schools that were merged into each one, by slug.
    """

    by_host: dict[str, SchoolRef] = field(default_factory=dict)
    by_id: dict[uuid.UUID, SchoolRef] = field(default_factory=dict)
    by_slug: dict[str, SchoolRef] = field(default_factory=dict)
    children: dict[uuid.UUID, list[uuid.UUID]] = field(default_factory=dict)
    primary: dict[uuid.UUID, str] = field(default_factory=dict)
    retired: dict[str, tuple[uuid.UUID, date]] = field(default_factory=dict)
    unserved: frozenset[uuid.UUID] = frozenset()
    former: dict[uuid.UUID, list[SchoolRef]] = field(default_factory=dict)
    generation: str = ""
    loaded_at: float = float("-inf")


def normalise_host(raw: str) -> str:
    """Host name without port, trailing dot or upper case; empty when it is not a host name."""
    host = raw.strip().lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].rstrip(".")


class Directory:
    """The process-wide snapshot. Thread-safe: readers see an old snapshot or a new one, never half of each."""

    def __init__(self) -> None:
        self._snapshot = Snapshot()
        self._asked_at = float("-inf")
        self._forgotten = True
        self._lock = threading.Lock()

    def school_at(self, host: str) -> SchoolRef | None:
        """The school served under `host`, or None. Must be called outside every scope."""
        return self._fresh().by_host.get(normalise_host(host))

    def school(self, school_id: uuid.UUID) -> SchoolRef | None:
        """The school with this identity, or None. Must be called outside every scope."""
        return self._fresh().by_id.get(school_id)

    def school_with_slug(self, slug: str) -> SchoolRef | None:
        """The school with this slug, or None. Must be called outside every scope."""
        return self._fresh().by_slug.get(slug)

    def host_of(self, school_id: uuid.UUID) -> str:
        """The host a school is mainly served under. Must be called outside every scope."""
        return self._fresh().primary[school_id]

    def schools(self) -> list[SchoolRef]:
        """Every school of the directory, by slug. Must be called outside every scope."""
        return [school for _slug, school in sorted(self._fresh().by_slug.items())]

    def predecessors_of(self, school: SchoolRef) -> list[SchoolRef]:
        """Schools that were merged into this one. Must be called outside every scope."""
        return list(self._fresh().former.get(school.id, ()))

    def districts_below(self, districts: Iterable[uuid.UUID]) -> frozenset[uuid.UUID]:
        """These districts and every one below them. Must be called outside every scope."""
        children = self._fresh().children
        found: set[uuid.UUID] = set()
        waiting = list(districts)
        while waiting:
            district = waiting.pop()
            if district not in found:
                found.add(district)
                waiting += children.get(district, [])
        return frozenset(found)

    def new_host_of(self, host: str, *, on: date) -> str | None:
        """Where a host that was given up leads on that day; None when it leads nowhere. Must be called outside every scope."""
        snapshot = self._fresh()
        school_id, until = snapshot.retired.get(normalise_host(host), (None, date.min))
        return snapshot.primary.get(school_id) if school_id is not None and on < until else None

    def may_serve(self, school: SchoolRef) -> bool:
        """Whether this code knows the version the school's schema is at. Must be called outside every scope."""
        return school.id not in self._fresh().unserved

    def forget(self) -> None:
        """Load anew at the next question. For tests and for the process that has just changed the directory.

        Until then other threads go on with what was known; nobody ever meets an empty directory.
        """
        self._forgotten = True

    def _fresh(self) -> Snapshot:
        now = time.monotonic()
        if not self._forgotten and now - self._asked_at < ASK_EVERY:
            return self._snapshot
        with self._lock:
            if not self._forgotten and now - self._asked_at < ASK_EVERY:
                return self._snapshot
            generation = self._generation()
            stale = now - self._snapshot.loaded_at > STALE_AFTER
            if self._forgotten or stale or generation != self._snapshot.generation:
                self._forgotten = False  # before loading: what changes meanwhile is loaded next time
                try:
                    self._snapshot = self._load(generation, now)
                except BaseException:
                    self._forgotten = True
                    raise
            self._asked_at = now
            return self._snapshot

    def _generation(self) -> str:
        try:
            return str(caches["shared"].get(GENERATION_KEY, ""))
        except Exception:  # the cache may be down; the snapshot then ages by the clock
            logger.warning("directory.generation_unavailable")
            return self._snapshot.generation

    @staticmethod
    def _load(generation: str, now: float) -> Snapshot:
        from tenants.models import District, RetiredHost, School, SchoolHost

        with public_scope(readonly=True):
            schools = _sound(School.objects.select_related("district"))
            hosts = [
                row for row in SchoolHost.objects.values_list("domain", "tenant_id", "is_primary") if row[1] in schools
            ]
            retired = RetiredHost.objects.values_list("domain", "school_id", "redirects_until")
            children: dict[uuid.UUID, list[uuid.UUID]] = {}
            for district, parent in District.objects.exclude(parent=None).values_list("id", "parent_id"):
                children.setdefault(parent, []).append(district)
            former: dict[uuid.UUID, list[SchoolRef]] = {}
            for school in sorted(schools.values(), key=lambda one: one.slug):
                if school.successor_id is not None:
                    former.setdefault(school.successor_id, []).append(school)
            return Snapshot(
                by_host={host: schools[school_id] for host, school_id, _primary in hosts},
                primary={school_id: host for host, school_id, primary in hosts if primary},
                retired={host: (school_id, until) for host, school_id, until in retired},
                by_id=schools,
                by_slug={school.slug: school for school in schools.values()},
                children=children,
                unserved=_unserved(),
                former=former,
                generation=generation,
                loaded_at=now,
            )


def _sound(rows: Iterable["School"]) -> dict[uuid.UUID, SchoolRef]:
    """The schools by identity. A row that names another schema than its own is left out and told: the others go on."""
    found = {}
    for row in rows:
        try:
            found[row.id] = row.ref
        except ScopeError:
            logger.exception("directory.row_refused")
    return found


def _unserved() -> frozenset[uuid.UUID]:
    """Schools whose schema is too old or too new for this code. Two queries."""
    from tenants.fleet.versions import may_serve
    from tenants.models import SchemaVersion, SchoolSchema

    found = SchemaVersion.objects.filter(digest__in=SchoolSchema.objects.values("digest"))
    refused = {version.digest for version in found if not may_serve(version.migrations, version.breaking)}
    return frozenset(SchoolSchema.objects.filter(digest__in=refused).values_list("school_id", flat=True))


directory = Directory()


def directory_changed() -> None:
    """Tell every process to load the directory anew. Call it after the change has committed."""
    directory.forget()
    try:
        caches["shared"].set(GENERATION_KEY, uuid.uuid4().hex, timeout=None)
    except Exception:  # other processes will notice after STALE_AFTER seconds
        logger.warning("directory.generation_not_announced")


def default_host(slug: str) -> str:
    """The host name a school gets when it is onboarded."""
    return f"{slug}.{settings.BASE_DOMAIN}"


def public_hosts() -> frozenset[str]:
    """Host names of the district and operator site."""
    return frozenset({settings.BASE_DOMAIN, f"www.{settings.BASE_DOMAIN}", "127.0.0.1"})
