"""Search as people type it, over everything a school has on record."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.acts.models import Act
from apps.core.search import AFTER, BEFORE, Folded, Matches, fold, pieces, query_of, stem, words_of
from apps.sittings.models import AgendaItem, Minutes
from apps.sittings.queries.search import Asked, FoundKind, search
from tenants.context import in_school
from tenants.routing import directory
from tests import cast, doors


def at_school(host_id: object = cast.SCHOOL_A_ID) -> "in_school":
    found = directory.school(host_id)  # type: ignore[arg-type]
    assert found is not None
    return in_school(found)


def found(text: str, **narrower: object) -> set[tuple[str, int]]:
    with at_school():
        rows, total = search(Asked(text, **narrower), start=0, stop=50)  # type: ignore[arg-type]
    assert total == len(rows)
    return {(row.kind.value, row.ref) for row in rows}


def besides_acts(hits: set[tuple[str, int]]) -> set[tuple[str, int]]:
    """Without the papers of the stage, which other tests add to."""
    return {hit for hit in hits if hit[0] != "act"}


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("насаатчылар", {("item", 2), ("resolution", 3)}),
        ("Насаатчылык", {("item", 2)}),
        ("НАСААТЧЫЛАРДЫН", {("item", 2), ("resolution", 3)}),
        ("nасааtчылар", {("item", 2), ("resolution", 3)}),
        ("график тузулсун", {("resolution", 2)}),
        ("график түзүлсүн", {("resolution", 2)}),
        ("Oмypбekoв", {("person", 7)}),
        ("Өмүрбековдун", {("person", 7)}),
        ("методикалык кенеш", {("body", 2)}),
        ("Кадырова Нургул", {("person", 5)}),
        ("график насаатчы", set()),
        ("кабинет", {("sitting", 2), ("sitting", 4)}),
        ("'; DROP TABLE people_person; --", set()),
        ("& | ! ( ) :*", set()),
        ("", set()),
    ],
)
def test_it_finds_what_was_meant(db: None, typed: str, hits: set[tuple[str, int]]) -> None:
    assert besides_acts(found(typed)) == hits


def test_a_number_is_found_whole(db: None) -> None:
    orders = found("12", kind=FoundKind.ACT)
    assert ("act", 3) in orders
    assert ("act", 3) not in found("1", kind=FoundKind.ACT)


def test_filters_narrow_it(db: None) -> None:
    assert found("насаатчы", kind=FoundKind.ITEM) == {("item", 2)}
    assert besides_acts(found("насаатчы", body=1)) == set()
    assert besides_acts(found("насаатчы", body=2)) == {("item", 2), ("resolution", 3)}
    assert besides_acts(found("насаатчы", since=cast.TODAY)) == set()


def test_drafts_are_found_by_those_who_keep_them_alone(db: None) -> None:
    with at_school():
        Act.objects.filter(pk=3).update(state="draft", title="Курамы жөнүндө")
        draft = Minutes.objects.create(sitting_id=3, number=2, text="Чейректин жыйынтыгы талкууланды")
    assert ("act", 3) not in found("курамы")
    assert ("act", 3) in found("курамы", drafts=True)
    assert ("minutes", 3) not in found("талкууланды")
    with at_school():
        Minutes.objects.filter(pk=draft.pk).update(signed_on=cast.TODAY)
    assert ("minutes", 3) in found("талкууланды")


def test_the_index_serves_the_query(db: None) -> None:
    with at_school(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        plan = AgendaItem.objects.order_by().filter(Matches(Folded("text"), query_of(["насаатчы"]))).explain()
    assert "agenda_words" in plan


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=BEFORE + AFTER + "абвгджзиклмнопрстуфхцчшщъыьэюяӨҮҢЁABCXYZ0123456789 «»()!?", max_size=40))
def test_both_sides_fold_alike(db: None, text: str) -> None:
    with at_school(), connection.cursor() as cursor:
        cursor.execute("SELECT translate(lower(%s), %s, %s)", [text, BEFORE, AFTER])
        assert cursor.fetchone()[0] == fold(text)


def test_every_letter_becomes_one_letter() -> None:
    assert len(BEFORE) == len(AFTER)
    assert len(set(BEFORE)) == len(BEFORE)
    assert fold("Көңүл ÖZ") == "конул öз"
    assert len(fold("İstanbul ß")) == len("İstanbul ß")


def test_words_and_stems() -> None:
    assert words_of("№ 14-буйрук, 2026-ж.") == ["14", "буйрук", "2026", "ж"]
    assert [
        stem(word)
        for word in ("мугалимдердин", "мугалимге", "отурумда", "план", "заседаниями", "график", "графиги", "мектебинде")
    ] == [
        "мугалим",
        "мугалим",
        "отурум",
        "план",
        "заседани",
        "графи",
        "графи",
        "мекте",
    ]
    assert query_of(["14", "буйрук"]) == "14 & буйру:*"


def test_the_find_is_marked_in_the_text_as_it_is_stored() -> None:
    assert pieces("Усулдук кеңештин планы", ["кенеш"]) == [("Усулдук ", False), ("кеңештин", True), (" планы", False)]


def test_the_page_shows_finds_and_marks_them(bakyt: Client) -> None:
    html = bakyt.get("/search/?q=насаатчылар").content.decode()
    assert "<mark>Насаатчылар</mark> дайындалсын" in html
    assert 'href="/resolutions/3/"' in html
    assert 'value="насаатчылар"' in html


def test_a_page_beyond_the_end_gives_the_last_one(bakyt: Client) -> None:
    assert "<mark>Насаатчылар</mark>" in bakyt.get("/search/?q=насаатчылар&page=7").content.decode()
    for query in ("?q=%00", "?q=a%00b&page=x&kind=zzz", f"?q={'а' * 5000}"):
        assert bakyt.get(f"/search/{query}").status_code == 200


@pytest.mark.parametrize("more", [0, 2])
def test_it_asks_the_same_however_much_is_found(bakyt: Client, more: int) -> None:
    with at_school():
        for number in range(more):
            AgendaItem.objects.create(sitting_id=1, position=10 + number, text=f"Насаатчылык {number}")
    with CaptureQueriesContext(connection) as asked:
        html = bakyt.get("/search/?q=насаатчы&kind=item").content.decode()
    assert len(re.findall("<mark>", html)) == 1 + more
    assert len([one for one in asked if one["sql"].startswith(("SELECT", "("))]) == 7


def test_nobody_finds_what_another_school_wrote(db: None, today: object) -> None:
    daniyar = doors.signed_in("daniyar", cast.HOST_B)
    html = daniyar.get("/search/?q=Өмүрбеков").content.decode()
    assert "<mark>" not in html


def test_programs_search_alike(db: None, today: object) -> None:
    key = doors.token("bakyt", "school:read", school_id=cast.SCHOOL_A_ID)
    answer = doors.send(doors.program(cast.HOST_A, key), "GET", "/api/v1/search/?q=насаатчы&kind=resolution").json()
    assert answer == {
        "count": 1,
        "results": [
            {
                "kind": "resolution",
                "ref": 3,
                "text": "Насаатчылар дайындалсын",
                "about": "Методикалык кеңеш",
                "day": "2026-10-15",
            }
        ],
    }
    for query in ("", "?q=", "?q=а&kind=b", "?q=а&limit=0", "?q=а&limit=x", "?q=а&page=2", "?q=а&body=0"):
        got = doors.send(doors.program(cast.HOST_A, key), "GET", f"/api/v1/search/{query}")
        assert got.status_code in (400, 422), query
