"""What benchmarks of pages share: the demonstration district and a signed-in browser on one of its hosts."""

import sys
import time
from statistics import median, quantiles

from django.db import connections
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext

from usul.boot import keep_what_is_loaded
from usul.control import demo
from usul.embedded import StateFolder
from usul.progress import Progress
from usul.readiness import make_ready

DISTRICT_PAGE = "/districts/ala-too/"


def onboard() -> None:
    """Make everything ready as `make run` does, the demonstration district included; tells its steps on standard error."""
    folder = StateFolder()
    folder.prepare()
    make_ready(folder, Progress(sys.stderr), demo=True, own_servers=True)


def browser(host: str, username: str) -> Client:
    """A browser signed in through the sign-in page, in a process as a web server has it."""
    client = Client(headers={"host": host})
    answer = client.post("/account/login/", {"login": username, "password": demo.PASSWORD})
    if answer.status_code != 302:
        raise RuntimeError(f"{username} cannot sign in at {host}: {answer.status_code}")
    keep_what_is_loaded()
    return client


def queries_of(client: Client, path: str) -> tuple[HttpResponseBase, int]:
    """The page and the number of statements it sent to the database, those that open and close its scopes left out."""
    with CaptureQueriesContext(connections["default"]) as sent:
        answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status_code}")
    frame = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
    return answer, sum(not query["sql"].startswith(frame) for query in sent.captured_queries)


def timed(client: Client, path: str, times: int) -> tuple[float, float]:
    """Median and 95th percentile of the milliseconds the page takes."""
    client.get(path)
    taken = []
    for _number in range(times):
        began = time.perf_counter()
        client.get(path)
        taken.append((time.perf_counter() - began) * 1000)
    return round(median(taken), 1), round(quantiles(taken, n=20)[18], 1)
