"""The files that describe the system for a real host: they parse, name no secret, and agree with what `usul run` starts."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

from tests.platform.machine import ROOT, environment
from usul.embedded.account import server_account
from usul.embedded.software import POSTGRES_MAJOR, postgres_folder
from usul.env import VARIABLES

COMPOSE = ROOT / "docker-compose.yml"
ONE_OFF = {"prepare", "citus-join"}
ALWAYS = {"postgres", "pgbouncer", "valkey", "prepare", "web", "worker", "beat", "proxy"}
KEYS = {
    "build", "cap_drop", "command", "depends_on", "entrypoint", "environment", "healthcheck", "image", "init", "logging", "networks",
    "ports", "profiles", "read_only", "restart", "security_opt", "shm_size", "stop_grace_period", "tmpfs", "volumes",
}  # fmt: skip
SECRET = re.compile(r"PASSWORD|SECRET|TOKEN|DSN|_URL")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    found = yaml.safe_load(COMPOSE.read_text())
    assert isinstance(found, dict)
    return found


def test_services_and_profiles(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert {name for name, service in services.items() if "profiles" not in service} == ALWAYS
    assert services["mail"]["profiles"] == ["trial"]
    assert {name for name, service in services.items() if service.get("profiles") == ["citus"]} == {
        "citus", "citus-join", "citus-worker-1", "citus-worker-2"
    }  # fmt: skip
    unknown = {name: set(service) - KEYS for name, service in services.items() if set(service) - KEYS}
    assert unknown == {}


def test_every_service_has_a_fixed_image_and_a_health_check(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        tag = service["image"].partition(":")[2]
        assert tag, name
        assert tag != "latest", name
        assert ("healthcheck" in service) != (name in ONE_OFF), name
        assert service["restart"] == ("no" if name in ONE_OFF else "unless-stopped"), name


def test_dependencies_wait_for_what_exists(compose: dict[str, Any]) -> None:
    services = compose["services"]
    for name, service in services.items():
        for needed, how in service.get("depends_on", {}).items():
            assert needed in services, name
            expected = "service_completed_successfully" if needed in ONE_OFF else "service_healthy"
            assert how == {"condition": expected}, (name, needed)


def test_volumes_and_networks_are_declared_and_mounted_files_exist(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert set(service["networks"]) <= set(compose["networks"]), name
        for volume in service.get("volumes", ()):
            source = volume.split(":")[0]
            if source.startswith("./"):
                assert (ROOT / source).is_file(), (name, source)
            else:
                assert source in compose["volumes"], (name, source)


def test_no_secret_stands_in_the_file(compose: dict[str, Any]) -> None:
    """Every secret is a reference to .env, and the example names exactly the references."""
    for name, service in compose["services"].items():
        for variable, value in service.get("environment", {}).items():
            if SECRET.search(variable):
                assert "${" in value, (name, variable)
    used = set(re.findall(r"(?<!\$)\$\{(\w+)", COMPOSE.read_text()))
    example = (ROOT / "infra/docker/env.example").read_text()
    assert set(re.findall(r"^(\w+)=", example, re.MULTILINE)) == used
    for line in re.findall(r"^(?:\w*PASSWORD|\w*KEY|\w*TOKEN)=(.*)$", example, re.MULTILINE):
        assert line == ""


def test_services_set_only_variables_that_usul_knows(compose: dict[str, Any]) -> None:
    known = {variable.name for variable in VARIABLES}
    for name in ("prepare", "web", "worker", "beat"):
        assert set(compose["services"][name]["environment"]) <= known, name


def test_only_the_step_prepare_has_the_owner_account(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert [name for name in ALWAYS if "DATABASE_URL" in services[name].get("environment", {})] == ["prepare"]


def test_one_postgresql_major_everywhere(compose: dict[str, Any]) -> None:
    assert compose["services"]["postgres"]["image"].partition(":")[2].split("-")[0] == str(POSTGRES_MAJOR)


def test_settings_of_the_database_are_accepted_by_the_server(tmp_path: Path) -> None:
    """The embedded server of the same major reads infra/postgres/postgresql.conf without a complaint."""
    account = server_account()
    socket = unquote(os.environ["DATABASE_URL"].rpartition("host=")[2])
    data = Path(socket).parent / "postgres"  # of the test run's own server; it is only looked at
    program = postgres_folder(tmp_path, account) / "bin" / "postgres"
    who: dict[str, Any] = {"user": account.uid, "group": account.gid, "extra_groups": ()} if account else {}
    settings = Path(f"/tmp/usul-conf-{os.getpid()}")
    settings.write_text((ROOT / "infra/postgres/postgresql.conf").read_text())
    settings.chmod(0o644)
    try:
        done = subprocess.run(
            [str(program), "-D", str(data), "-c", f"config_file={settings}", "-C", "max_locks_per_transaction"],
            capture_output=True,
            text=True,
            cwd="/",
            check=False,
            **who,
        )
    finally:
        settings.unlink()
    assert done.stderr == ""
    assert done.stdout == "256\n"


@pytest.mark.parametrize(
    "script", [*sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "infra").rglob("*.sh")), ".ci/run"]
)
def test_scripts_are_valid_shell_and_stop_at_the_first_fault(script: str) -> None:
    text = (ROOT / script).read_text()
    assert "set -eu" in text
    assert subprocess.run(["sh", "-n", str(ROOT / script)], check=False).returncode == 0
    assert (ROOT / script).stat().st_mode & 0o111


def test_the_image_is_locked_and_does_not_run_as_root() -> None:
    text = (ROOT / "infra/docker/Dockerfile").read_text()
    images = re.findall(r"^FROM (\S+)", text, re.MULTILINE)
    assert images == ["python:3.11.14-slim-bookworm"] * 2
    assert "--require-hashes" in text
    assert re.findall(r"^USER (\S+)", text, re.MULTILINE) == ["usul"]
    for source in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE):
        for name in source.split():
            assert (ROOT / name).exists(), name


def test_locks_carry_hashes_and_no_address() -> None:
    """Every requirement is fixed with hashes; the development lock holds the same versions; no file names an index."""
    versions = {}
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()
        assert "://" not in text
        assert "index-url" not in text
        blocks = re.findall(
            r"^([a-z0-9-]+)(?:\[[^]]*\])?==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
            text,
            re.MULTILINE,
        )
        assert len(blocks) == len(re.findall(r"^[a-z0-9-]+(?:\[[^]]*\])?==", text, re.MULTILINE))
        versions[name] = {package: version for package, version, _ in blocks}
    runtime, development = versions.values()
    assert {package: development.get(package) for package in runtime} == runtime


def test_the_collector_leaves_out_what_the_web_server_has_loaded(tmp_path: Path) -> None:
    """A collection that walks over all of the loaded code takes longer than a page."""
    code = "import gc; from usul import gunicorn_conf as conf; conf.when_ready(None); print(gc.get_freeze_count())"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(tmp_path), capture_output=True, text=True, check=True
    )
    assert int(done.stdout) > 10_000
