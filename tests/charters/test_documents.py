"""The charter as a document: PDF, DOCX, the school's own template, and the public page behind the square."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from docx import Document

from apps.acts.domain.charters import approve_charter, bring_into_force, consider_charter
from apps.acts.models import Act
from apps.charters.domain.clauses import add_clause, write_clause
from apps.charters.domain.inputs import OwnValueInput
from apps.charters.domain.values import set_value
from apps.charters.models import PolicyProfile
from apps.people.models import Person
from tenants.context import in_school
from tenants.routing import directory
from tests import cast, doors, stage
from usul.actors import system_actor

pytestmark = pytest.mark.usefixtures("db", "today")
DRAFT = "/charter/versions/2/"


@pytest.fixture
def deputy() -> Client:
    return doors.signed_in("bakyt", cast.HOST_A)


@pytest.fixture
def mark() -> str:
    """Version 2 with a value, words and a clause of the school's own, in force; its fingerprint."""
    by, found = system_actor("tests", on=cast.TODAY), directory.school(cast.SCHOOL_A_ID)
    assert found is not None
    with in_school(found):
        draft = PolicyProfile.objects.get(pk=2)
        set_value(by=by, profile=draft, value=OwnValueInput("council.agenda_notice_days", 10, reason="Эки смена"))
        write_clause(by=by, profile=draft, key="mk.7.4", text={"ky": "Кеңеш ай сайын чогулат.", "ru": "Ежемесячно."})
        add_clause(by=by, profile=draft, module="MK", number="7.10", text={"ky": "Онлайн болот."}, after="mk.7.7")
        consider_charter(by=by, profile=draft, act_date=date(2026, 11, 12), number="3")
        signer = Person.objects.get(pk=stage.DIRECTOR)
        order = approve_charter(by=by, profile=draft, act_date=date(2026, 11, 16), number="44", signed_by=signer)
        bring_into_force(by=by, profile=draft, valid_from=date(2026, 11, 18))
        fingerprint: str = Act.objects.get(pk=order.pk).fingerprint
    return fingerprint


def words_of(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_word_file_has_stamp_clauses_own_rules_history_and_sheet(deputy: Client, mark: str) -> None:
    text = words_of(deputy.get(f"{DRAFT}document.docx").content)
    for part in (
        "БЕКИТЕМИН",
        "№44 буйрук, 2026-жылдын 16-ноябры",
        "№3 протокол",
        "7.10. Онлайн болот.",
        "Кеңеш ай сайын чогулат.",
        "Күн тартиби отурумдан кеминде 10 күн мурда жарыяланат. Негизи: Эки смена",
        "Өзгөртүүлөрдүн тарыхы",
        "Жобо менен тааныштым",
        "Кадырова Нургүл Таалайбековна",
        mark[:16],
    ):
        assert part in text, part
    assert "токтому менен кабыл алынганы" not in text  # VARU's stamp is not this school's
    assert text.index("7.7. ") < text.index("7.10. Онлайн") < text.index("Өзгөртүүлөрдүн тарыхы")


def test_the_pdf_is_archivable_and_the_same_twice(deputy: Client, mark: str) -> None:
    first, second = (deputy.get(f"{DRAFT}document.pdf").content for _ in range(2))
    assert first.startswith(b"%PDF-1.7")
    assert b"pdfaid:part" in first
    assert first == second
    assert deputy.get(f"{DRAFT}document.pdf?language=ru").content != first


def test_a_translation_takes_the_schools_words_where_it_has_them(deputy: Client, mark: str) -> None:
    text = words_of(deputy.get(f"{DRAFT}document.docx?language=ru").content)
    assert "Ежемесячно." in text
    assert "7.10. Онлайн болот." in text
    assert "УТВЕРЖДАЮ" in text


def test_a_draft_is_marked_and_has_room_for_the_order(deputy: Client) -> None:
    content = deputy.get(f"{DRAFT}document.docx").content
    assert "№____ буйрук" in words_of(content)
    assert "долбоор" in Document(BytesIO(content)).sections[0].footer.paragraphs[0].text


def made(*lines: str) -> BytesIO:
    document, content = Document(), BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(content)
    content.seek(0)
    content.name = "жобо.docx"
    return content


def test_the_schools_own_template(deputy: Client, mark: str) -> None:
    good = made("{{ school }}: №{{ order_number }}", "{%p for d in documents %}", "{{ d.title }}", "{%p endfor %}")
    assert deputy.post("/charter/template/", {"file": good}).status_code == 302
    text = words_of(deputy.get(f"{DRAFT}document.docx").content)
    assert text.startswith("№1 орто мектеп: №44")
    assert "БЕКИТЕМИН" not in text
    assert deputy.post("/charter/template/", {"deed": "remove"}).status_code == 302
    assert "БЕКИТЕМИН" in words_of(deputy.get(f"{DRAFT}document.docx").content)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{{ scool }}", "scool"),
        ("{% for d in documents %}", ""),
        ("{{ school.__class__.__mro__ }}", ""),
        ("{{ cycler.__init__.__globals__ }}", ""),
    ],
)
def test_templates_that_do_not_come_in(deputy: Client, line: str, told: str) -> None:
    response = deputy.post("/charter/template/", {"file": made(line)})
    assert response.status_code == 422
    assert told in response.content.decode()
    assert "order_number" in response.content.decode()


def test_a_file_that_only_calls_itself_word(deputy: Client) -> None:
    fake = BytesIO(b"MZ not a document")
    fake.name = "жобо.docx"
    assert deputy.post("/charter/template/", {"file": fake}).status_code == 422


def test_strangers_learn_that_it_is_genuine_and_nothing_else(mark: str) -> None:
    stranger = doors.stranger(cast.HOST_A)
    answer = stranger.get(f"/check/charter/{mark}/")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "№44" in text
    assert mark in text
    for hidden in ("Онлайн болот", "ай сайын", "Токтогулова", "Эки смена"):
        assert hidden not in text
    assert stranger.get(f"/check/charter/{'0' * 64}/").status_code == 404
    assert doors.stranger(cast.HOST_B).get(f"/check/charter/{mark}/").status_code == 404
