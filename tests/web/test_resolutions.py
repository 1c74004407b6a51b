"""The register of resolutions in the browser of those who keep it, who owe it, and who only read it."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from apps.audit.models import Event
from apps.documents.models import StoredFile
from apps.people.models import Person
from apps.sittings.models import Resolution
from tenants.context import in_school
from tenants.routing import directory
from tests import cast, stage


def at_school() -> "in_school":
    found = directory.school(cast.SCHOOL_A_ID)
    assert found is not None
    return in_school(found)


def texts(client: Client, query: str = "") -> list[str]:
    """Resolutions of the list in their order."""
    html = client.get(f"/resolutions/{query}").content.decode()
    known = ("Иш план кабыл алынсын", "Ачык сабактын графиги түзүлсүн", "Насаатчылар дайындалсын")
    return sorted((text for text in known if text in html), key=html.index)


DONE, LATE, COMING = "Иш план кабыл алынсын", "Ачык сабактын графиги түзүлсүн", "Насаатчылар дайындалсын"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [LATE, COMING, DONE]),
        ("?standing=overdue", [LATE]),
        ("?standing=coming", [COMING]),
        ("?standing=open", [LATE, COMING]),
        ("?standing=done", [DONE]),
        ("?standing=cancelled", []),
        ("?body=2", [COMING]),
        ("?owner=5", [DONE]),
        ("?period=2026&body=1", [LATE, DONE]),
        ("?standing=nonsense&body=99", [LATE, COMING, DONE]),
    ],
)
def test_the_register_narrows_as_asked(bakyt: Client, query: str, found: list[str]) -> None:
    assert texts(bakyt, query) == found


@pytest.mark.parametrize("more", [0, 2])
def test_the_register_asks_the_same_however_long(bakyt: Client, more: int) -> None:
    with at_school():
        first = Resolution.objects.get(pk=2)
        Resolution.objects.filter(pk__in=[1, 3]).delete()
        for number in range(more):
            Resolution.objects.create(sitting_id=first.sitting_id, number=10 + number, text=f"Дагы {number}")
    with CaptureQueriesContext(connection) as asked:
        response = bakyt.get("/resolutions/")
    assert response.status_code == 200
    assert len([one for one in asked if one["sql"].startswith("SELECT")]) == 9
    assert len(response.content) < 50_000


def test_the_sheet_is_what_the_screen_shows(bakyt: Client) -> None:
    bakyt.cookies["usul_language"] = "ru"
    response = bakyt.get("/resolutions.xlsx?standing=open&body=1")
    book = load_workbook(BytesIO(response.content), read_only=True)
    rows = [[cell for cell in row if cell is not None] for row in book.worksheets[0].iter_rows(values_only=True)]
    assert book.sheetnames == ["Решения"]
    assert rows[:3] == [
        ["Средняя школа № 1"],
        ["Состояние: не исполнено"],
        ["Орган: Математика жана физика"],
    ]
    assert rows[4] == ["№", "Решение", "Орган", "Ответственный", "Срок", "Состояние", "Результат"]
    assert [row[:2] + row[5:6] for row in rows[5:]] == [["1-2", LATE, "просрочено"]]


def test_the_owner_says_it_is_done_with_a_photo(erkin: Client) -> None:
    with at_school():
        Resolution.objects.filter(pk=2).update(responsible=stage.TEACHER)
    photo = SimpleUploadedFile("дубал.png", stage.SCAN)
    sent = erkin.post("/resolutions/2/done/", {"done_on": "2026-11-19", "result": "Илинди", "evidence": photo})
    assert (sent.status_code, sent["Location"]) == (302, "/resolutions/2/")
    page = erkin.get("/resolutions/2/").content.decode()
    assert "Илинди" in page
    assert "дубал.png" in page
    with at_school():
        row, file = Resolution.objects.get(pk=2), StoredFile.objects.get(subject_type="resolution", subject_id=2)
        assert (row.state.value, str(row.done_on), row.row_version) == ("done", "2026-11-19", 2)
    assert erkin.get(f"/resolutions/2/files/{file.pk}/").content == stage.SCAN
    assert erkin.get(f"/resolutions/1/files/{file.pk}/").status_code == 404


def test_somebody_else_reads_and_does_not_do(erkin: Client) -> None:
    page = erkin.get("/resolutions/2/")
    assert page.status_code == 200
    assert b"/resolutions/2/done/" not in page.content
    for path, data in (
        ("done", {"done_on": "2026-11-19"}),
        ("move", {"due_on": "2026-12-01", "reason": "оору"}),
        ("drop", {"reason": "оору"}),
    ):
        assert erkin.post(f"/resolutions/2/{path}/", data).status_code == 403, path
    with at_school():
        assert Resolution.objects.get(pk=2).row_version == 1


def test_an_owner_does_not_move_the_own_day(erkin: Client) -> None:
    with at_school():
        Resolution.objects.filter(pk=2).update(responsible=stage.TEACHER)
    assert b"/resolutions/2/move/" not in erkin.get("/resolutions/2/").content
    assert erkin.post("/resolutions/2/move/", {"due_on": "2026-12-01", "reason": "оору"}).status_code == 403


def test_moved_with_a_reason_that_stays(bakyt: Client) -> None:
    bakyt.post("/resolutions/2/move/", {"due_on": "2026-12-05", "reason": "Мугалим ооруп калды"})
    page = bakyt.get("/resolutions/2/").content.decode()
    assert "Мугалим ооруп калды" in page
    assert "2026-жылдын 2-ноябры → 2026-жылдын 5-декабры" in page
    with at_school():
        event = Event.objects.filter(action="resolution.moved").get()
        assert (event.data["from"], event.data["to"]) == ("2026-11-02", "2026-12-05")
    assert texts(bakyt, "?standing=overdue") == []


@pytest.mark.parametrize(
    ("path", "data", "said"),
    [
        ("done", {"done_on": "2026-11-21"}, "бүгүнкү күндөн (2026-жылдын 20-ноябры) кийин болбойт"),
        ("done", {"done_on": "2026-09-01"}, "отурумдан (2026-жылдын 10-сентябры) мурун болбойт"),
        ("move", {"due_on": "2026-11-19", "reason": "оору"}, "бүгүнкү күндөн (2026-жылдын 20-ноябры) мурун болбойт"),
        ("move", {"due_on": "2026-12-02", "reason": "  "}, "move-reason"),
        ("drop", {"reason": ""}, "drop-reason"),
    ],
)
def test_what_cannot_be_is_told_at_its_place(bakyt: Client, path: str, data: dict[str, str], said: str) -> None:
    response = bakyt.post(f"/resolutions/2/{path}/", data)
    assert response.status_code == 422
    assert "field--error" in response.content.decode()
    assert said in response.content.decode()
    with at_school():
        assert Resolution.objects.get(pk=2).row_version == 1


def test_a_file_that_lies_about_itself_stops_the_deed(bakyt: Client) -> None:
    lie = SimpleUploadedFile("отчет.pdf", stage.SCAN)
    response = bakyt.post("/resolutions/2/done/", {"done_on": "2026-11-19", "evidence": lie})
    assert response.status_code == 422
    with at_school():
        assert Resolution.objects.get(pk=2).state.value == "adopted"
        assert StoredFile.objects.filter(subject_id=2, subject_type="resolution").count() == 0


def test_what_is_closed_stays_closed(bakyt: Client) -> None:
    assert bakyt.post("/resolutions/1/done/", {"done_on": "2026-11-19"}).status_code == 422
    with at_school():
        assert str(Resolution.objects.get(pk=1).done_on) == "2026-09-29"


def test_the_excerpt_is_a_pdf_of_the_minutes(bakyt: Client) -> None:
    response = bakyt.get("/resolutions/1/excerpt.pdf")
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert response.content.startswith(b"%PDF-")
    with at_school():
        assert Person.objects.count() == 8
