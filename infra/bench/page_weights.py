"""Weight, queries and milliseconds of the main pages, over the demonstration district.

Every page a person meets in the first ten minutes: at most 50 KB without its cached style and script, at most 12 queries.
"""

import re

from infra.bench import _demo
from tenants.routing import default_host
from usul.benching import Report, Target, report
from usul.control.demo import OFFICER

NAME = "page-weights"
MOST_QUERIES = 12
MOST_BYTES = 50_000
DISTRICT_PAGES = {
    "district": "/districts/ala-too/",
    "district-school": "/districts/ala-too/schools/school-12/",
    "district-finding": "/districts/ala-too/schools/school-12/CN-7/",
    "district-obligation": "/districts/ala-too/obligations/CN-7/",
}
SCHOOL_PAGES = {
    "school": "/",
    "bodies": "/bodies/",
    "body": "/bodies/{body}/",
    "sittings": "/sittings/",
    "sitting": "/sittings/{sitting}/",
    "record-form": "/bodies/{body}/record/",
    "findings": "/findings/",
    "charter": "/charter/",
}


def run(*, requests: int = 11) -> Report:
    """Bytes, queries and median milliseconds by page; the heaviest of each decides."""
    _demo.onboard()
    officer = _demo.browser("localhost", OFFICER)
    deputy = _demo.browser(default_host("school-12"), "deputy-12")
    places = {"body": _first(deputy, "bodies"), "sitting": _first(deputy, "sittings")}
    wanted = [(name, officer, path) for name, path in DISTRICT_PAGES.items()]
    wanted += [(name, deputy, path.format(**places)) for name, path in SCHOOL_PAGES.items()]
    figures: dict[str, float] = {}
    most_bytes = most_queries = 0
    for name, client, path in wanted:
        answer, queries = _demo.queries_of(client, path)
        weight = len(answer.content)  # type: ignore[attr-defined]
        figures |= {f"{name}_bytes": weight, f"{name}_queries": queries}
        figures[f"{name}_ms"] = _demo.timed(client, path, requests)[0]
        most_bytes, most_queries = max(most_bytes, weight), max(most_queries, queries)
    figures = {"heaviest_bytes": most_bytes, "most_queries": most_queries, **figures}
    targets = {"heaviest_bytes": Target(at_most=MOST_BYTES), "most_queries": Target(at_most=MOST_QUERIES)}
    return report(NAME, figures=figures, targets=targets)


def _first(client: "_demo.Client", listed: str) -> str:
    """Number of the first record in a list."""
    found = re.search(rf'href="/{listed}/(\d+)/', client.get(f"/{listed}/").content.decode())
    if found is None:
        raise RuntimeError(f"The list of {listed} is empty.")
    return found[1]
