"""The protocol of a sitting as PDF/A: a council of twenty, ten questions, each with a speech, a vote and a resolution.

Making the file is measured, from its content to the bytes; at most 50 milliseconds. The processor's time stands beside it:
on a machine with other work the two differ.
"""

import time
from statistics import median, quantiles
from typing import Any

from apps.documents.typeset import pdf
from apps.documents.word import docx
from apps.sittings.domain.paper import Letterhead, minutes_paper
from usul.benching import Report, Target, report

NAME = "protocol"
AT_MOST = 50.0
MEMBERS, QUESTIONS = 20, 10


def content() -> dict[str, Any]:
    """What a sitting of that size leaves to be written down."""
    people = [
        {
            "id": n,
            "name": f"Мүчө А. {n}.",
            "guest": False,
            "present": n % 7 > 0,
            "reason": "",
            "late": n == 3,
            "left": False,
        }
        for n in range(1, MEMBERS + 1)
    ]
    clause = {"share": [2, 3], "document": ["Жобо", "Положение", "Charter"], "clause": "7.7"}
    rule = {"present": 17, "members": MEMBERS}
    motion = {"text": "Сунуш", "ballot": "open", "votes": [15, 1, 1, 0], "result": "adopted", "rule": rule}
    items = [
        {
            "position": n,
            "text": f"{n}-маселе: окуу-усулдук иштин жүрүшү жана аны жакшыртуу боюнча чаралар",
            "dropped": False,
            "unheard": False,
            "added_on": None,
            "speaker": {"id": n, "name": f"Мүчө А. {n}."},
            "speaker_role": None,
            "speeches": [{"name": f"Мүчө А. {n + 1}.", "text": "Жыйынтыктар талкууланды, сунуштар айтылды. " * 4}],
            "adopted": True,
            "votes": [15, 1, 1, 0],
            "present": 17,
            "motions": [motion],
            "resolutions": [
                {
                    "number": n,
                    "text": "Чара көрүлсүн",
                    "responsible": {"id": n, "name": "Мүчө А."},
                    "due_on": "2026-12-20",
                }
            ],
        }
        for n in range(1, QUESTIONS + 1)
    ]
    return {
        "version": 1,
        "body": {"id": 1, "name": "Усулдук кеңеш"},
        "number": 4,
        "year": 2026,
        "language": "ky",
        "held_on": "2026-11-27",
        "starts_at": "15:30",
        "place": "Усулдук кабинет",
        "chair": {"id": 1, "name": "Жумалиев Б. А."},
        "secretary": {"id": 2, "name": "Садыкова А. Н."},
        "chair_signed_on": "2026-11-27",
        "secretary_signed_on": "2026-11-27",
        "quorum": {"members": MEMBERS, "least": 14, "clause": clause},
        "attendance": people,
        "items": items,
        "resolutions": [],
        "text": "",
    }


def run(*, times: int = 40) -> Report:
    """Median and 95th percentile of PDF and DOCX, pages' bytes; the median of the PDF decides."""
    paper = minutes_paper(
        content(), Letterhead("№33 орто мектеп", "https://school-33.example/verify/0123456789/", "0" * 64)
    )
    figures: dict[str, Any] = {"questions": QUESTIONS, "members": MEMBERS, "times": times}
    for name, make in (("pdf", pdf), ("docx", docx)):
        make(paper)
        taken, worked = [], []
        for _number in range(times):
            began, work = time.perf_counter(), time.process_time()
            made = make(paper)
            taken.append((time.perf_counter() - began) * 1000)
            worked.append((time.process_time() - work) * 1000)
        figures[f"{name}_ms"], figures[f"{name}_p95_ms"] = round(median(taken), 1), round(quantiles(taken, n=20)[18], 1)
        figures[f"{name}_cpu_ms"], figures[f"{name}_bytes"] = round(median(worked), 1), len(made)
    return report(NAME, figures=figures, targets={"pdf_ms": Target(at_most=AT_MOST)})
