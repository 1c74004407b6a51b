"""Dossiers, cards, folders and control books in the browser of those who keep them, and of those who may not."""

import re
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.bodies.domain.bodies import create_body
from apps.bodies.enums import BodyKind
from apps.charters.domain.inputs import ModuleInput
from apps.charters.domain.profiles import adopt_profile
from apps.dossiers.models import ArchiveFolder, ControlEntry, FiledPaper, TeacherCard
from apps.rulebook.enums import AssociationKind
from tenants.context import in_school
from tenants.routing import directory
from tests import cast, stage, stage_dossiers
from usul.actors import system_actor

BY = system_actor("tests", on=cast.TODAY)
BORN = re.compile(r"1985[^0-9]{1,9}14|14[./]0?3[./]1985|1985-03-14")


def at_school() -> AbstractContextManager[Any]:
    found = directory.school(cast.SCHOOL_A_ID)
    assert found is not None
    return in_school(found)


def page(client: Client, path: str, most: int = 12) -> str:
    """A page that opens, within the weight and the number of questions to the database that pages may have."""
    with CaptureQueriesContext(connection) as asked:
        response = client.get(path)
    assert response.status_code == 200, path
    assert len([one for one in asked if one["sql"].startswith("SELECT")]) <= most
    assert len(response.content) < 50_000
    return response.content.decode()


@pytest.mark.parametrize("more", [0, 2])
def test_the_list_asks_the_same_however_long(bakyt: Client, more: int) -> None:
    with at_school():
        for number in range(more):
            kind = AssociationKind.SUBJECT
            create_body(by=BY, kind=BodyKind.ASSOCIATION, name=f"Дагы {number}", created_on=None, association_kind=kind)
    with CaptureQueriesContext(connection) as asked:
        response = bakyt.get("/dossiers/")
    assert response.content.decode().count('/dossier/"') == 1 + more
    assert len([one for one in asked if one["sql"].startswith("SELECT")]) == 9


@pytest.mark.parametrize(
    "path",
    ["/bodies/1/dossier/", "/bodies/1/dossier/ktp/", "/bodies/1/cards/", "/studies/", "/archive/", "/archive/1/",
     "/studies/books/1/", "/people/5/card/"],
)  # fmt: skip
def test_pages_keep_within_their_bounds(bakyt: Client, path: str) -> None:
    page(bakyt, path)


def test_every_paper_that_is_on_file_by_itself_leads_to_its_record(bakyt: Client) -> None:
    for path in ("/bodies/1/dossier/", "/studies/"):
        html = bakyt.get(path).content.decode()
        table = html[html.index("<tbody>") : html.index("</tbody>")]
        links = {link.partition("#")[0] for link in re.findall('<a [^>]*href="(/[^"]+)"', table)}
        assert {link for link in links if bakyt.get(link).status_code != 200} == set()


def test_several_papers_are_filed_at_once(bakyt: Client) -> None:
    before = page(bakyt, "/bodies/1/dossier/")
    assert re.search(r"([0-9]+) кагаздын ([0-9]+) папкада", before).groups() == ("17", "10")  # type: ignore[union-attr]
    values = {
        "form": "several",
        "items": ["creative_reports", "internal_control"],
        "filed_on": "2026-11-20",
        "place": "2-шкаф",
    }
    sent = bakyt.post("/bodies/1/dossier/", values)
    assert (sent.status_code, sent["Location"]) == (302, "/bodies/1/dossier/")
    with at_school():
        assert FiledPaper.objects.filter(item__in=values["items"], place="2-шкаф").count() == 2
    wrong = bakyt.post("/bodies/1/dossier/", values | {"items": ["17_reports"]})
    assert wrong.status_code == 422


def test_a_paper_is_filed_with_its_scan_and_taken_off(bakyt: Client, erkin: Client) -> None:
    scan = SimpleUploadedFile("көзөмөл.png", stage.SCAN)
    bad = SimpleUploadedFile("көзөмөл.pdf", stage.SCAN)
    path, values = "/bodies/1/dossier/internal_control/", {"form": "paper", "filed_on": "2026-11-19"}
    assert bakyt.post(path, values | {"file": bad}).status_code == 422
    assert bakyt.post(path, values | {"file": scan}).status_code == 302
    with at_school():
        row = FiledPaper.objects.get(item="internal_control")
    assert f"/filed-papers/{row.pk}/files/" in page(erkin, "/bodies/1/dossier/")
    assert erkin.post(path, {"form": "off", "reason": "x"}).status_code == 403
    off = bakyt.post(path, {"form": "off", "reason": "жаңылыш", "version": row.row_version})
    assert (off.status_code, off["Location"]) == (302, "/bodies/1/dossier/")
    assert bakyt.get("/bodies/1/dossier/list.pdf").content[:5] == b"%PDF-"


def test_personal_data_stand_on_the_card_and_nowhere_else(bakyt: Client, erkin: Client) -> None:
    assert stage_dossiers.PHONE in page(bakyt, "/people/5/card/")
    assert erkin.get("/people/5/card/").status_code == 403
    for path in ("/bodies/1/cards/", "/people/", "/people/5/", "/bodies/1/people/", "/dossiers/"):
        for client in (bakyt, erkin):
            html = client.get(path).content.decode()
            assert (stage_dossiers.PHONE in html, BORN.search(html)) == (False, None), path
    own = {"birth_date": "1991-02-03", "phone": "0700 111 222", "none_awards": "on", "none_title": "on"}
    assert erkin.post("/people/4/card/", own).status_code == 302
    assert erkin.post("/people/5/card/", own).status_code == 403
    assert erkin.post("/people/4/card/", own | {"awards": "грамота"}).status_code == 422
    with at_school():
        assert TeacherCard.objects.get(person=stage.TEACHER).none_of == ["awards", "title"]


def test_folders_go_to_the_archive_by_an_act(bakyt: Client, erkin: Client) -> None:
    with at_school():
        adopt_profile(by=BY, valid_from=date(2026, 9, 1), chosen=[ModuleInput("S33U")])
    values = {"folders": ["1"], "handed_on": "2026-11-19", "receiver": "Райархив", "act_number": "12"}
    assert 'id="hand"' in page(bakyt, "/archive/")
    assert 'id="hand"' not in page(erkin, "/archive/")
    assert bakyt.post("/archive/", values | {"act_number": ""}).status_code == 422
    assert bakyt.post("/archive/", values).status_code == 302
    with at_school():
        assert ArchiveFolder.objects.get(pk=1).receiver == "Райархив"
    assert bakyt.get("/archive/1/act.pdf").content[:5] == b"%PDF-"
    new = {"kind": "plans", "start_year": "2019", "year_end": "2020-05-25"}
    made = bakyt.post("/archive/new/", new)["Location"]
    destroyed = {"form": "destroy", "destroyed_on": "2026-11-19", "act_number": "1"}
    assert (bakyt.post(made, destroyed).status_code, erkin.post(made, destroyed).status_code) == (422, 404)


def test_a_control_book_is_opened_and_written(bakyt: Client, erkin: Client) -> None:
    opened = bakyt.post("/studies/books/14_labs/begin/")
    entry = {"on": "2026-11-19", "finding": "Коопсуздук эрежелери илинген", "person": "5", "follow_up": "Кол коюу"}
    assert (erkin.post(opened["Location"], entry).status_code, bakyt.post(opened["Location"], entry).status_code) == (
        403,
        302,
    )
    with at_school():
        row = ControlEntry.objects.get(finding=entry["finding"])
    assert bakyt.post(f"/studies/entries/{row.pk}/followed/").status_code == 302
    with at_school():
        assert ControlEntry.objects.get(pk=row.pk).done_on == cast.TODAY
