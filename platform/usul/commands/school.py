"""One school: set up, suspend, rename, close, delete, merge, split, take out, bring in."""

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from usul.boot import django_ready

HELP = "One school: set up, suspend, rename, close, delete, merge, split, take out, bring in, reproduce its verdicts."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=("ky", "ru", "en"), default="en", help="of error messages (en)")
    places = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    def action(name: str, text: str, *positional: str) -> argparse.ArgumentParser:
        place = places.add_parser(name, help=text, description=text)
        for one in positional:
            place.add_argument(one)
        return place

    listing = action("list", "schools with their state and hosts")
    listing.add_argument("--json", action="store_true", help="print one JSON document")
    for name, text in (
        ("request", "enter a school into the directory and set it up"),
        ("split", "set up a school that begins with a copy of another"),
    ):
        new = action(name, text, "slug")
        if name == "split":
            new.add_argument("--from", dest="source", required=True, metavar="SLUG", help="the school that is split")
        new.add_argument("--district", required=True, metavar="SLUG")
        new.add_argument("--name", required=True, help="official name in Kyrgyz")
        new.add_argument("--name-ru", default="")
        new.add_argument("--name-en", default="")
        new.add_argument("--host", action="append", default=[], help="a host of its own; may be repeated")
        new.add_argument("--later", action="store_true", help="leave the work to the task worker")
    retry = action("retry", "try the failed job of a school again", "slug")
    retry.add_argument("--later", action="store_true", help="leave the work to the task worker")
    suspend = action("suspend", "close the doors for a while", "slug")
    suspend.add_argument("--reason", required=True)
    suspend.add_argument("--readonly", action="store_true", help="leave them open for reading")
    action("resume", "open the doors of a suspended school", "slug")
    rename = action("rename", "give a school another slug; the old host leads to the new one", "slug")
    rename.add_argument("--to", required=True, metavar="SLUG")
    host = action("host", "add or remove a host of a school's own", "slug", "host")
    host.add_argument("--remove", action="store_true")
    close = action("close", "close a school for good; its data are kept for a time", "slug")
    close.add_argument("--reason", required=True)
    close.add_argument("--days", type=int, help="days to keep the data")
    action("reopen", "take a closing back", "slug")
    hold = action("hold", "forbid the deletion of a closed school", "slug")
    hold.add_argument("--reason", required=True)
    action("release", "lift the hold", "slug")
    delete = action("delete", "delete the data of a closed school whose time is over", "slug")
    delete.add_argument("--later", action="store_true", help="leave the work to the task worker")
    merge = action("merge", "close a school whose people and papers go to another one", "slug")
    merge.add_argument("--into", required=True, metavar="SLUG")
    merge.add_argument("--reason", required=True)
    _data_arguments(action)


def _data_arguments(action: Callable[..., argparse.ArgumentParser]) -> None:
    """Deeds that take data out or bring them in."""
    action("export", "write one signed bundle of a school", "slug", "path")
    bring = action("import", "load a bundle as the school it was taken from", "path")
    bring.add_argument("--district", required=True, metavar="SLUG")
    bring.add_argument("--slug", default="", help="another slug than it had")
    action("restore", "load a bundle beside the living school, its doors closed", "path")
    action("verify", "prove that signed papers are as they were sealed; exit status 1 when one is not", "slug")
    person = action("person", "everything that is known of one person, as JSON", "slug")
    person.add_argument("number", type=int, help="number of the person in the school")
    scenario = action(
        "scenario", "one year of a school as a scenario: its verdicts can be reproduced on a desk", "slug"
    )
    scenario.add_argument(
        "--year", help="calendar year in which the academic year begins; the present one when left out"
    )
    scenario.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DAY", help="day of evaluation; today when left out"
    )
    action("key", "the public key of this installation")
    trust = action("trust", "accept bundles of another installation", "key")
    trust.add_argument("--name", required=True)


def run(options: argparse.Namespace) -> int:
    """Exit status 1 when the deed was refused or the job failed; the reason is one sentence."""
    with django_ready():
        from apps.core.errors import Fault, Faults, all_faults

        try:
            return int(_deeds()[options.action](options) or 0)
        except (Fault, Faults) as refused:
            for fault in all_faults(refused):
                print(f"usul: {fault.message(options.language)}", file=sys.stderr)
            return 1


def _deeds() -> dict[str, Callable[[argparse.Namespace], Any]]:
    return {
        "list": _list,
        "request": _request,
        "split": _split,
        "retry": _retry,
        "suspend": _with_school("suspend_school", "now", "reason", "readonly"),
        "resume": _with_school("resume_school", "now"),
        "rename": _rename,
        "host": _host,
        "close": _close,
        "reopen": _with_school("reopen_school", "now"),
        "hold": _with_school("hold_school", "reason"),
        "release": _with_school("release_school"),
        "delete": _delete,
        "merge": _merge,
        "export": _export,
        "import": _import,
        "restore": _restore,
        "verify": _verify,
        "person": _person,
        "scenario": _scenario,
        "key": _key,
        "trust": _trust,
    }


# --- who, when, which -------------------------------------------------------------------------------------------------------


def _now() -> datetime:
    from django.utils import timezone

    return timezone.now()


def _by() -> Any:
    from django.utils import timezone

    from usul.actors import system_actor

    return system_actor(f"{getpass.getuser()} (terminal)", on=timezone.localdate())


def _row(slug: str) -> Any:
    """The school's row; inside a public scope."""
    from tenants.models import School
    from usul.env import EnvironmentFault

    found = School.objects.select_related("district").filter(slug=slug).first()
    if found is None:
        raise EnvironmentFault(f"There is no school {slug}: `usul school list` shows them.")
    return found


def _ref(slug: str) -> Any:
    from tenants.context import public_scope

    with public_scope(readonly=True):
        return _row(slug).ref


def _district(slug: str) -> Any:
    from tenants.models import District
    from usul.env import EnvironmentFault

    found = District.objects.filter(slug=slug).first()
    if found is None:
        known = ", ".join(District.objects.values_list("slug", flat=True))
        raise EnvironmentFault(f"There is no district {slug}. Known: {known or 'none'}.")
    return found


def _with_school(verb: str, *wanted: str) -> Callable[[argparse.Namespace], None]:
    """A deed whose verb takes the school and some of `now` and the options."""

    def deed(options: argparse.Namespace) -> None:
        from tenants.context import public_scope
        from usul.control.domain import lifecycle

        values = {name: _now() if name == "now" else getattr(options, name) for name in wanted}
        with public_scope():
            getattr(lifecycle, verb)(by=_by(), school=_row(options.slug), **values)

    return deed


def _work(job: Any, options: argparse.Namespace) -> int:
    """Do the job here, unless it is left to the worker; tells what came of it."""
    from tenants.context import public_scope
    from usul.control.domain.run import run as run_job
    from usul.control.enums import JobState
    from usul.control.queries.board import BY_CODE

    if options.later:
        print(f"queued as {job.pk}")
        return 0
    run_job(job.pk, now=_now())
    with public_scope(readonly=True):
        job.refresh_from_db()
    if job.state == JobState.DONE:
        print("done")
        return 0
    kind = BY_CODE.get(job.error_code)
    print(f"usul: {kind.text.in_(options.language) if kind else job.state} {job.error}", file=sys.stderr)
    return 1


# --- the deeds -----------------------------------------------------------------------------------------------------------------


def _list(options: argparse.Namespace) -> None:
    from tenants.context import public_scope
    from tenants.models import School

    with public_scope(readonly=True):
        rows = [
            {
                "slug": school.slug,
                "status": school.status,
                "district": school.district.slug,
                "schema": school.schema_name,
                "hosts": [host.domain for host in school.domains.all()],
                "name": school.name_ky,
            }
            for school in School.objects.select_related("district").prefetch_related("domains")
        ]
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        print(f"{row['slug']:<20} {row['status']:<12} {row['district']:<16} {', '.join(row['hosts'])}  {row['name']}")


def _input(options: argparse.Namespace) -> Any:
    from usul.control.domain.schools import SchoolInput

    return SchoolInput(
        district_id=_district(options.district).pk,
        slug=options.slug,
        name_ky=options.name,
        name_ru=options.name_ru,
        name_en=options.name_en,
        hosts=tuple(options.host),
    )


def _request(options: argparse.Namespace) -> int:
    from tenants.context import public_scope
    from usul.control.domain.schools import request_school

    with public_scope():
        job = request_school(by=_by(), school=_input(options), now=_now())
    return _work(job, options)


def _split(options: argparse.Namespace) -> int:
    from tenants.context import public_scope
    from usul.control.domain.splitting import split_school

    with public_scope():
        job = split_school(by=_by(), source=_row(options.source), school=_input(options), now=_now())
    return _work(job, options)


def _retry(options: argparse.Namespace) -> int:
    from tenants.context import public_scope
    from usul.control import errors
    from usul.control.domain.jobs import retry
    from usul.control.enums import JobState

    with public_scope():
        job = _row(options.slug).jobs.filter(state=JobState.FAILED).first()
        if job is None:
            raise errors.JOB_NOT_FAILED()
        job = retry(by=_by(), job=job, now=_now())
    return _work(job, options)


def _rename(options: argparse.Namespace) -> None:
    from tenants.context import public_scope
    from usul.control.domain.schools import rename_school

    with public_scope():
        rename_school(by=_by(), school=_row(options.slug), slug=options.to, on=_by().today, now=_now())


def _host(options: argparse.Namespace) -> None:
    from tenants.context import public_scope
    from usul.control.domain.schools import add_host, remove_host

    with public_scope():
        if options.remove:
            remove_host(by=_by(), school=_row(options.slug), host=options.host, on=_by().today)
        else:
            add_host(by=_by(), school=_row(options.slug), host=options.host)


def _close(options: argparse.Namespace) -> None:
    from tenants.context import public_scope
    from usul.control.domain.lifecycle import close_school

    by = _by()
    with public_scope():
        closing = close_school(
            by=by, school=_row(options.slug), reason=options.reason, on=by.today, now=_now(), kept_days=options.days
        )
    print(f"kept until {closing.kept_until}")


def _delete(options: argparse.Namespace) -> int:
    from tenants.context import public_scope
    from usul.control.domain.lifecycle import delete_school

    with public_scope():
        job = delete_school(by=_by(), school=_row(options.slug), on=_by().today, now=_now())
    return _work(job, options)


def _merge(options: argparse.Namespace) -> None:
    from tenants.context import public_scope
    from usul.control.domain.lifecycle import merge_school

    by = _by()
    with public_scope():
        merge_school(
            by=by,
            school=_row(options.slug),
            into=_row(options.into),
            on=by.today,
            now=_now(),
            reason=options.reason,
        )


def _export(options: argparse.Namespace) -> None:
    from usul.control.domain.moving import take_out

    path = Path(options.path).absolute()
    manifest = take_out(by=_by(), school=_ref(options.slug), path=path)
    rows = sum(part.rows for part in manifest.tables)
    print(
        f"{path}: {len(manifest.tables)} tables, {rows} rows, {len(manifest.files)} files, {path.stat().st_size} bytes"
    )


def _import(options: argparse.Namespace) -> None:
    from usul.control.domain.moving import bring_in

    school = bring_in(by=_by(), path=Path(options.path), district=options.district, slug=options.slug, now=_now())
    print(f"{school.slug} is in use")


def _restore(options: argparse.Namespace) -> None:
    from usul.control.domain.moving import restore_beside

    print(f"{restore_beside(by=_by(), path=Path(options.path), now=_now()).slug} stands beside it, its doors closed")


def _person(options: argparse.Namespace) -> None:
    from django.core.serializers.json import DjangoJSONEncoder

    from usul.control.domain.person import person_document

    document = person_document(by=_by(), school=_ref(options.slug), person_id=options.number)
    print(json.dumps(document, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder))


def _verify(options: argparse.Namespace) -> int:
    from usul.control.queries.chains import chains_of

    links, broken = chains_of(_ref(options.slug), options.language)
    print(*broken, f"{options.slug}: {links} links, {len(broken)} broken", sep="\n")
    return 1 if broken else 0


def _scenario(options: argparse.Namespace) -> None:
    from apps.compliance.queries.scenario import school_scenario
    from tenants.context import in_school

    by = _by()
    with in_school(_ref(options.slug), readonly=True):
        words = school_scenario(by=by, name=options.slug, year=options.year, as_of=options.as_of or by.today)
    print(words, end="")


def _key(_options: argparse.Namespace) -> None:
    from tenants.portability.manifest import public_hex
    from usul.control.domain.moving import own_key

    print(public_hex(own_key()))


def _trust(options: argparse.Namespace) -> None:
    from usul.control.domain.moving import trust

    trust(by=_by(), name=options.name, key=options.key)
