"""Bringing schools into the directory and changing the names they are found under. Runs in the public scope."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import IntegrityError, transaction

from apps.core.actor import Actor, require
from apps.core.errors import Fault
from apps.core.permissions import Permission
from tenants.enums import SchoolStatus
from tenants.models import District, RetiredHost, School, SchoolHost
from tenants.routing import default_host, directory_changed, public_hosts
from usul.control import errors
from usul.control.domain.deeds import note
from usul.control.domain.jobs import queue
from usul.control.enums import JobKind
from usul.control.models import Job
from usul.control.validators import LONGEST_SLUG, RESERVED, SLUG, free_slug, has_cyrillic, is_host, slug_of

IN_THE_DIRECTORY = (SchoolStatus.READY, SchoolStatus.SUSPENDED, SchoolStatus.SUSPENDED_READONLY)


@dataclass(frozen=True, slots=True)
class SchoolInput:
    """A school to be set up.

    Attributes:
        slug: first label of its host name.
        hosts: host names of its own, beside the one made from the slug.
    """

    LONGEST_NAME: ClassVar[int] = 200

    district_id: uuid.UUID
    slug: str
    name_ky: str
    name_ru: str = ""
    name_en: str = ""
    hosts: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Names:
    """Slugs that are not free: of schools, now or formerly, also by their hosts."""

    taken: frozenset[str]

    def offer(self, slug: str) -> str:
        """A free slug that sounds like `slug`."""
        return free_slug(slug_of(slug) or "mektep", self.taken)

    def check(self, slug: str) -> None:
        """Whether a school may be called this.

        Raises:
            Fault: with an offer that would do.
        """
        if has_cyrillic(slug):
            raise errors.SLUG_NOT_LATIN(field="slug", offer=self.offer(slug))
        if slug != slug.lower():
            raise errors.SLUG_UPPER_CASE(field="slug", offer=self.offer(slug))
        if len(slug) > LONGEST_SLUG:
            raise errors.SLUG_TOO_LONG(field="slug", length=len(slug), limit=LONGEST_SLUG, offer=self.offer(slug))
        if not SLUG.fullmatch(slug):
            raise errors.SLUG_UNUSABLE(field="slug", offer=self.offer(slug))
        if slug in RESERVED:
            raise errors.SLUG_RESERVED(field="slug", slug=slug, offer=self.offer(slug))
        if slug in self.taken:
            raise errors.SLUG_TAKEN(field="slug", slug=slug, offer=self.offer(slug))


def names_in_use(*, own: School | None = None) -> Names:
    """Every slug that is not free, but those that `own` has or had. Three queries."""
    schools, retired, served = School.objects.all(), RetiredHost.objects.all(), SchoolHost.objects.all()
    if own is not None:
        schools, retired, served = schools.exclude(pk=own.pk), retired.exclude(school=own), served.exclude(tenant=own)
    slugs = set(schools.values_list("slug", flat=True))
    hosts = set(served.values_list("domain", flat=True))
    for slug, host in retired.values_list("slug", "domain"):
        slugs.add(slug)
        hosts.add(host)
    below = f".{settings.BASE_DOMAIN}"
    return Names(frozenset(slugs | {host.removesuffix(below) for host in hosts if host.endswith(below)}))


def request_school(
    *,
    by: Actor,
    school: SchoolInput,
    now: datetime,
    kind: JobKind = JobKind.ONBOARD,
    source: School | None = None,
    batch: uuid.UUID | None = None,
    names: Names | None = None,
) -> Job:
    """Enter a school into the directory and queue its setting-up; nothing of it is made here.

    Args:
        batch: shared by schools that are asked for together.
        names: what is in use, for whoever asks for many and has read it already.

    Raises:
        Fault: not permitted; name missing; slug or host unusable or taken; unknown district.
    """
    require(by, Permission.SCHOOL_ONBOARD)
    if not school.name_ky.strip():
        raise errors.NAME_MISSING(field="name_ky")
    (names or names_in_use()).check(school.slug)
    district = District.objects.filter(pk=school.district_id).first()
    if district is None:
        raise errors.DISTRICT_UNKNOWN(field="district")
    for host in school.hosts:
        check_host(host)
    row = School(
        district=district,
        slug=school.slug,
        name_ky=school.name_ky.strip(),
        name_ru=school.name_ru.strip(),
        name_en=school.name_en.strip(),
        status=SchoolStatus.REQUESTED,
        status_since=now,
    )
    with _named_conflicts(school.slug), transaction.atomic():
        row.save()
        _add_hosts(row, [default_host(school.slug), *school.hosts])
        job = Job.objects.create(
            kind=kind, school=row, source=source, requested_by=by.name, requested_at=now, batch=batch
        )
        note(by=by, school=row, action="school.requested", slug=school.slug, hosts=list(school.hosts))
    queue(job)
    transaction.on_commit(directory_changed)
    return job


def check_slug(slug: str, *, own: School | None = None) -> None:
    """Whether a school may be called this; `own` is the school that would be, whose former names it may take again.

    Raises:
        Fault: with an offer that would do.
    """
    names_in_use(own=own).check(slug)


def check_host(host: str, *, own: School | None = None) -> None:
    """Whether a school may be served under this host.

    Raises:
        Fault: no host name, the system's own, or another school's, now or formerly.
    """
    if not is_host(host):
        raise errors.HOST_UNUSABLE(field="host", host=host)
    if host in public_hosts() or _below_base(host):
        raise errors.HOST_UNUSABLE(field="host", host=host)
    others = SchoolHost.objects.filter(domain=host), RetiredHost.objects.filter(domain=host)
    if own is not None:
        others = others[0].exclude(tenant=own), others[1].exclude(school=own)
    if any(found.exists() for found in others):
        raise errors.HOST_TAKEN(field="host", host=host)


def rename_school(*, by: Actor, school: School, slug: str, on: date, now: datetime) -> School:
    """Give a school another slug. Schema, role and data stay; the old host leads to the new one for a while and is never given away.

    Raises:
        Fault: not permitted, the slug is unusable or taken, the school is not in use.
    """
    require(by, Permission.SCHOOL_SUSPEND)
    school = School.objects.select_for_update().get(pk=school.pk)
    if school.status not in IN_THE_DIRECTORY:
        raise errors.STATUS_UNFIT(school=school.slug, status=school.get_status_display())
    if slug == school.slug:
        return school
    check_slug(slug, own=school)
    former = school.slug
    with _named_conflicts(slug), transaction.atomic():
        school.slug = slug
        school.save(update_fields=["slug"])
        RetiredHost.objects.filter(domain=default_host(slug), school=school).delete()
        _retire(school, default_host(former), on=on, slug=former)
        _add_hosts(school, [default_host(slug)])
        note(by=by, school=school, action="school.renamed", former=former, slug=slug)
    transaction.on_commit(directory_changed)
    return school


def add_host(*, by: Actor, school: School, host: str) -> SchoolHost:
    """Serve a school under one more host of its own.

    Raises:
        Fault: not permitted, no host name, or another school's.
    """
    require(by, Permission.SCHOOL_SUSPEND)
    check_host(host, own=school)
    with _named_conflicts(school.slug, host), transaction.atomic():
        RetiredHost.objects.filter(domain=host, school=school).delete()
        row: SchoolHost = SchoolHost.objects.get_or_create(domain=host, tenant=school, defaults={"is_primary": False})[
            0
        ]
        note(by=by, school=school, action="host.added", host=host)
    transaction.on_commit(directory_changed)
    return row


def remove_host(*, by: Actor, school: School, host: str, on: date) -> None:
    """Give up a host of a school's own; it leads to the main one for a while.

    Raises:
        Fault: not permitted, or it is not one of the school's further hosts.
    """
    require(by, Permission.SCHOOL_SUSPEND)
    if not SchoolHost.objects.filter(domain=host, tenant=school, is_primary=False).exists():
        raise errors.HOST_UNUSABLE(field="host", host=host)
    with transaction.atomic():
        _retire(school, host, on=on)
        note(by=by, school=school, action="host.removed", host=host)
    transaction.on_commit(directory_changed)


def _retire(school: School, host: str, *, on: date, slug: str = "") -> None:
    SchoolHost.objects.filter(domain=host, tenant=school).delete()
    until = on + timedelta(days=settings.HOST_REDIRECT_DAYS)
    RetiredHost.objects.update_or_create(
        domain=host, defaults={"slug": slug, "school": school, "redirects_until": until}
    )


def _add_hosts(school: School, hosts: Iterable[str]) -> None:
    """The first one is the school's main host."""
    SchoolHost.objects.filter(tenant=school).update(is_primary=False)
    for number, host in enumerate(hosts):
        SchoolHost.objects.update_or_create(domain=host, tenant=school, defaults={"is_primary": number == 0})


def _below_base(host: str) -> bool:
    """Names below the installation's own domain are made from slugs alone."""
    return host.endswith(f".{settings.BASE_DOMAIN}")


class _named_conflicts:  # noqa: N801 - reads as a with-statement
    """Turns a violated constraint of names into the fault a person understands: somebody else was faster."""

    def __init__(self, slug: str, host: str = "") -> None:
        self.slug, self.host = slug, host

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, _trace: object) -> None:
        if not isinstance(error, IntegrityError):
            return
        raise _conflict(str(error), self.slug, self.host) or error from None


def _conflict(text: str, slug: str, host: str) -> Fault | None:
    if "tenants_school_slug" in text:
        return errors.SLUG_TAKEN(field="slug", slug=slug, offer=free_slug(slug, [slug]))
    if "tenants_schoolhost_domain" in text or "tenants_retiredhost_domain" in text:
        return errors.HOST_TAKEN(field="host", host=host or default_host(slug))
    return None
