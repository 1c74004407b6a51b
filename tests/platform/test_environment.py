"""Settings from outside: a wrong one is one sentence that names it and says what to do."""

import re
import subprocess
import sys
from pathlib import Path

import psycopg2
import pytest

from tests.platform.machine import ROOT, Usul, environment
from usul.env import VARIABLES, Env, EnvironmentFault


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("USUL_PORTT", "8000", "Unknown setting USUL_PORTT in the environment. Did you mean USUL_PORT?"),
        ("USUL_PORT", "80000", "write a port between 1 and 65535"),
        ("USUL_PORT", "http", "USUL_PORT cannot be used"),
        ("USUL_ENV", "live", "write one of: dev, test, production"),
        ("USUL_HTTPS", "perhaps", "write 1 or 0"),
        ("USUL_WEB_WORKERS", "0", "at least 1"),
        ("USUL_BASE_DOMAIN", "https://usul.kg/", "without scheme, port or path"),
        ("DATABASE_URL", "mysql://x", "starts with postgres:// or postgresql://"),
        ("REDIS_URL", "localhost:6379", "starts with redis://"),
    ],
)
def test_a_wrong_value_is_named(name: str, value: str, sentence: str) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        Env({name: value})
    assert name in caught.value.message
    assert sentence in caught.value.message
    assert "\n" not in caught.value.message


def test_an_empty_value_counts_as_absent() -> None:
    assert Env({"USUL_PORT": "", "DATABASE_URL": ""})["USUL_PORT"] == 8000


def test_only_one_module_reads_the_environment() -> None:
    """os.environ stands in env.py and in the launcher, which runs outside every package."""
    readers = set()
    for folder in ("platform", "tenants", "apps", "api"):
        for path in (ROOT / folder).rglob("*.py"):
            if re.search(r"os\.environ|os\.getenv", path.read_text()):
                readers.add(path.relative_to(ROOT).as_posix())
    assert readers == {"platform/usul/env.py", "platform/usul/supervisor/launch.py"}


def test_every_variable_is_described_in_the_operations_guide() -> None:
    guide = (ROOT / "docs/operations/settings.md").read_text()
    assert [variable.name for variable in VARIABLES if f"`{variable.name}`" not in guide] == []


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "USUL_SECRET_KEY must be set in production."),
        ({"USUL_SECRET_KEY": "x" * 50}, "REDIS_URL must be set in production."),
        ({"USUL_SECRET_KEY": "x" * 50, "REDIS_URL": "redis://r"}, "DATABASE_APP_URL (web) or DATABASE_URL"),
    ],
)
def test_production_guesses_nothing(tmp_path: Path, given: dict[str, str], sentence: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import usul.settings.production"],
        env=environment(tmp_path / "state", USUL_ENV="production", **given),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert sentence in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DATABASE_URL", "postgresql://nobody:x@127.0.0.1:1/usul", "The database of DATABASE_URL does not answer"),
        ("REDIS_URL", "redis://:very-secret@127.0.0.1:1", "The broker of REDIS_URL does not answer"),
        ("USUL_BIND", "192.0.2.1", "give an address of this machine"),
    ],
)
def test_given_servers_that_do_not_answer(open_place: Path, name: str, value: str, sentence: str) -> None:
    """One sentence, status 2, no password in it, nothing left running."""
    env = environment(open_place / "state", **{name: value})
    with Usul("run", "--no-demo", env=env) as usul:
        assert usul.process.wait(30) == 2
        usul.hear(rf"^usul: .*{sentence}")
        assert "very-secret" not in usul.text
        assert usul.family() == []


def test_given_servers_are_used(given: dict[str, str], open_place: Path) -> None:
    """With DATABASE_URL and REDIS_URL set, `usul setup` starts no server and prepares the given database."""
    done = subprocess.run(
        [sys.executable, "-m", "usul", "setup", "--no-demo"], env=given, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert "✓ Database" in done.stdout
    assert not (open_place / "state" / "postgres").exists()
    check = psycopg2.connect(given["DATABASE_URL"])
    with check.cursor() as cursor:
        cursor.execute("select count(*) from public.django_migrations")
        assert cursor.fetchone()[0] > 10
    check.close()
