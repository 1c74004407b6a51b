"""What has to be true before the first page.

Catalogues are compiled, static files collected, the database is migrated, the demonstration district is there. Each
step keeps the fingerprint of its inputs in the state folder and is skipped while they are unchanged.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from usul.embedded.folder import StateFolder
from usul.progress import Progress

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent.parent
SIGN_INS = "sign-ins.json"
CODE = ("*.py", "*.yaml", "*.yml", "*.json", "*.sql")
CODE_FOLDERS = (ROOT / "apps", ROOT / "api", ROOT / "tenants", PACKAGE)
CATALOGUES = (PACKAGE / "locale", PACKAGE / "locale_libraries")
STATIC_FOLDERS = (ROOT / "apps" / "web" / "static",)
# pages and editions of libraries that nobody is offered; compressing them takes half a minute
NOT_SERVED = ("redoc", "rest_framework", "htmax*")
LOCK = ROOT / "requirements.lock"

SignIns = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its title, the fingerprint of its inputs, its work, and whether its result is still there.

    The result of a step `in_database` goes with the database, see `usul.embedded.session`.
    """

    name: str
    title: str
    fingerprint: Callable[[], str]
    work: Callable[[StateFolder, Progress], None]
    present: Callable[[StateFolder], bool] = lambda _folder: True
    in_database: bool = False


def fingerprint(folders: Iterable[Path], patterns: Iterable[str]) -> str:
    """Changes with the name or content of any file below the folders."""
    digest = hashlib.sha256()
    wanted = tuple(pattern.lstrip("*") for pattern in patterns)
    for folder in (*folders, LOCK):
        for path in _files(folder, wanted):
            digest.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:24]


def _files(folder: Path, endings: tuple[str, ...]) -> list[Path]:
    if folder.is_file():
        return [folder]
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        found += [Path(place) / name for name in names if name.endswith(endings)]
    return sorted(found)


# --- the steps
# ----------------------------------------------------------------------------------------------------------
def _compile_messages(_folder: StateFolder, _progress: Progress) -> None:
    from usul.messages.catalogues import compile_all

    compile_all(CATALOGUES)


def _collect_static(_folder: StateFolder, _progress: Progress) -> None:
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0, clear=True, ignore_patterns=[*NOT_SERVED])


def _prepare_database(_folder: StateFolder, progress: Progress) -> None:
    from usul.control import bootstrap

    bootstrap.prepare(progress)


def _ensure_demonstration(folder: StateFolder, progress: Progress) -> None:
    from usul.control import demo

    keep_sign_ins(folder, [asdict(one) for one in demo.ensure(progress)])


@cache
def _code() -> str:
    return fingerprint(CODE_FOLDERS, CODE)


def _messages_present(_folder: StateFolder) -> bool:
    return all(path.with_suffix(".mo").exists() for place in CATALOGUES for path in place.rglob("*.po"))


def _static_present(folder: StateFolder) -> bool:
    return (folder.path / "static").is_dir()


STEPS = (
    Step(
        "messages",
        "Translations",
        lambda: fingerprint(CATALOGUES, ("*.po",)),
        _compile_messages,
        present=_messages_present,
    ),
    Step(
        "static",
        "Styles and pictures",
        lambda: fingerprint(STATIC_FOLDERS, ("*",)),
        _collect_static,
        present=_static_present,
    ),
    Step("database", "Database", _code, _prepare_database, in_database=True),
    Step("demo", "Demonstration district", _code, _ensure_demonstration, in_database=True),
)


def pending(folder: StateFolder, *, demo: bool, own_servers: bool) -> list[Step]:
    """The steps that have to run. In a database that is not ours alone nothing is taken for granted."""
    done = folder.marker().get("steps", {})
    return [
        step
        for step in STEPS
        if (demo or step.name != "demo")
        and (
            (step.in_database and not own_servers)
            or done.get(step.name) != step.fingerprint()
            or not step.present(folder)
        )
    ]


def make_ready(folder: StateFolder, progress: Progress, *, demo: bool, own_servers: bool) -> None:
    """Run the pending steps. The servers run already and Django is set up."""
    for step in pending(folder, demo=demo, own_servers=own_servers):
        before = step.fingerprint()
        with progress.step(step.title):
            step.work(folder, progress)
        folder.remember(steps={**folder.marker().get("steps", {}), step.name: before})


# --- sign-ins of the demonstration
# -------------------------------------------------------------------------------------
def keep_sign_ins(folder: StateFolder, sign_ins: SignIns) -> None:
    """Keep them for the next start; readable by their owner only."""
    with folder.writing():
        handle = os.open(folder.path / SIGN_INS, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            json.dump(sign_ins, file, ensure_ascii=False, indent=1)


def kept_sign_ins(folder: StateFolder) -> SignIns:
    """The sign-ins of the demonstration: mappings of `who`, `host`, `username`, `password`.

    Empty without a demonstration.
    """
    try:
        found: SignIns = json.loads((folder.path / SIGN_INS).read_text())
    except (OSError, ValueError):
        return []
    return found
