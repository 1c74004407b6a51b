"""`usul run`: the order in which everything starts, and what the person at the terminal is told."""

import http.client
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import psycopg2
from redis import Redis
from redis.exceptions import RedisError

from usul.embedded import StateFolder
from usul.embedded.session import embedded_postgres, embedded_valkey
from usul.env import Env, EnvironmentFault, load, set_for_children
from usul.ports import check_free
from usul.progress import Progress
from usul.readiness import kept_sign_ins, pending
from usul.supervisor.output import Output
from usul.supervisor.spec import Spec, spawn
from usul.supervisor.supervisor import StopRequested, Supervisor

SERVERS, PROGRAMS = 0, 1
FIRST_PAGE_SECONDS = 60.0
LOCK_SECONDS = 0.5
# said by Celery to root; the worker runs as whoever started Usul
ROOT_WARNING = "ignore:You're running the worker"
CELERY = (sys.executable, "-W", ROOT_WARNING, "-m", "celery", "--quiet", "-A", "usul")


@dataclass(slots=True)
class Serving:
    """One run of Usul on this machine."""

    env: Env
    folder: StateFolder
    output: Output
    progress: Progress
    demo: bool

    @property
    def own_servers(self) -> bool:
        return not self.env["DATABASE_URL"]

    @property
    def address(self) -> str:
        """Where a person finds the district's site."""
        return self.address_of(self.env["USUL_BASE_DOMAIN"])

    def address_of(self, host: str) -> str:
        scheme = "https" if self.env["USUL_HTTPS"] else "http"
        return f"{scheme}://{host}:{self.env['USUL_PORT']}/"


def serve(*, demo: bool, stream: TextIO) -> int:
    """Start, announce, keep alive, stop. Faults before the first page are one sentence."""
    began = time.monotonic()
    env, folder = load(), StateFolder()
    folder.prepare()
    folder.lock(wait=LOCK_SECONDS)
    check_free(env["USUL_BIND"], env["USUL_PORT"])
    serving = Serving(env, folder, Output(stream), Progress(stream), demo and env["USUL_ENV"] != "production")
    print(f"Usul, state in {folder.path}", file=stream, flush=True)
    try:
        with Supervisor(serving.output) as supervisor:
            serving.output.hold()
            _start(serving, supervisor)
            serving.output.release()
            _welcome(serving, stream, time.monotonic() - began)
            supervisor.run()
            print("Stopping …", file=stream, flush=True)
    except StopRequested:
        print("Stopped before everything had started.", file=stream, flush=True)
    finally:
        folder.unlock()
    return 0


def _start(serving: Serving, supervisor: Supervisor) -> None:
    with serving.progress.step("Servers"):
        _start_servers(serving, supervisor)
    if pending(serving.folder, demo=serving.demo, own_servers=serving.own_servers):
        _make_ready(serving, supervisor)
    with serving.progress.step("Web, tasks, clock"):
        web, *others = programs(serving)
        supervisor.start(web)
        supervisor.wait_ready(web.name, seconds=FIRST_PAGE_SECONDS)
        for spec in others:  # after the first page: nothing competes with it
            supervisor.start(spec)


def _start_servers(serving: Serving, supervisor: Supervisor) -> None:
    """Start what the environment does not give, and tell other commands where it is."""
    env, folder = serving.env, serving.folder
    names = []
    if env["DATABASE_URL"]:
        _check_database(env["DATABASE_URL"])
    else:
        postgres = embedded_postgres(folder)
        postgres.prepare()
        supervisor.start(postgres.spec())
        set_for_children(DATABASE_URL=postgres.url)
        names.append("postgres")
    if env["REDIS_URL"]:
        _check_broker(env["REDIS_URL"])
    else:
        valkey = embedded_valkey(folder)
        valkey.prepare()
        supervisor.start(valkey.spec())
        set_for_children(REDIS_URL=valkey.url)
        names.append("valkey")
    supervisor.wait_ready(*names)
    given = load()
    folder.announce(
        address=serving.address,
        database_url=given["DATABASE_URL"],
        redis_url=given["REDIS_URL"],
        own_database=serving.own_servers,
    )


def _make_ready(serving: Serving, supervisor: Supervisor) -> None:
    """Run `usul setup` beside the servers; it writes its progress to our terminal."""
    flags = [*([] if serving.demo else ["--no-demo"]), *(["--own-servers"] if serving.own_servers else [])]
    argv = (sys.executable, "-m", "usul", "setup", *flags)
    status = supervisor.run_step(spawn(Spec("setup", argv, Path.cwd(), orphan_signal=signal.SIGKILL), None))
    if status:
        raise EnvironmentFault("Usul could not be made ready; the reason is above.")


def worker_command(processes: int) -> tuple[str, ...]:
    """The task worker with so many processes."""
    return (*CELERY, "worker", "--concurrency", str(processes), "--without-gossip", "--without-mingle")


def programs(serving: Serving) -> list[Spec]:
    """Web server, task worker and clock."""
    here, python, env = Path.cwd(), sys.executable, serving.env
    schedule = serving.folder.path / "beat"
    schedule.mkdir(exist_ok=True)
    return [
        Spec(
            "web",
            (python, "-m", "gunicorn", "-c", "python:usul.gunicorn_conf", "usul.wsgi:application"),
            here,
            layer=PROGRAMS,
            is_ready=lambda: first_page_answers(env),
        ),
        Spec(
            "worker",
            worker_command(env["USUL_TASK_WORKERS"]),
            here,
            layer=PROGRAMS,
            orphan_signal=signal.SIGKILL,
        ),
        Spec(
            "beat",
            (*CELERY, "beat", "--schedule", str(schedule / "schedule"), "--pidfile="),
            here,
            layer=PROGRAMS,
            orphan_signal=signal.SIGKILL,
        ),
    ]


def first_page_answers(env: Env) -> bool:
    """Whether the start page of the district site comes without an error of the server."""
    bind = env["USUL_BIND"]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(bind, bind)  # noqa: S104 - read, not bound
    connection = http.client.HTTPConnection(host, env["USUL_PORT"], timeout=10)
    try:
        connection.request("GET", "/", headers={"Host": f"{env['USUL_BASE_DOMAIN']}:{env['USUL_PORT']}"})
        return connection.getresponse().status < http.client.INTERNAL_SERVER_ERROR
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _welcome(serving: Serving, stream: TextIO, seconds: float) -> None:
    lines = ["", f"Usul is ready after {seconds:.1f} s:  {serving.address}"]
    sign_ins = kept_sign_ins(serving.folder) if serving.demo else []
    if sign_ins:
        lines += ["", "Sign in as"]
        width = max(len(one["who"]) for one in sign_ins)
        lines += [
            f"  {one['who']:<{width}}  {one['username']} / {one['password']}  {serving.address_of(one['host'])}"
            for one in sign_ins
        ]
    lines += ["", "Ctrl-C stops everything. What happens from now on:"]
    print("\n".join(lines), file=stream, flush=True)


# --- servers that were given
# ----------------------------------------------------------------------------------------------
def _check_database(url: str) -> None:
    try:
        psycopg2.connect(url, connect_timeout=5).close()
    except psycopg2.OperationalError as error:
        last = str(error).strip().splitlines()[-1]
        raise EnvironmentFault(f"The database of DATABASE_URL does not answer ({last}): check the address.") from None


def _check_broker(url: str) -> None:
    try:
        with Redis.from_url(url, socket_timeout=5, socket_connect_timeout=5) as client:
            client.ping()
    except (RedisError, ValueError) as error:
        raise EnvironmentFault(f"The broker of REDIS_URL does not answer ({error}): check the address.") from None
