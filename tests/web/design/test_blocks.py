"""The building blocks one by one: words, signs, links and the states that matter."""

import re
from datetime import date

import pytest
from django.template import TemplateSyntaxError

from apps.rulebook.enums import Severity, Verdict
from apps.web.blocks.calendar import Event, month_page
from apps.web.blocks.diff import compare
from apps.web.blocks.icons import icon_names
from apps.web.blocks.page import NavItem, Page, Person, theme_of
from apps.web.blocks.papers import Argument, Fact, Light, Provenance, Quorum, Reading
from apps.web.blocks.tables import Column, Matrix, MatrixCell, MatrixColumn, MatrixRow, Pages
from apps.web.blocks.verdicts import all_marks, mark
from tests.web.design.conftest import LANGUAGES, Draw


def words(markup: str) -> str:
    """The text a person reads, spaces folded."""
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


class TestVerdicts:
    @pytest.mark.parametrize("verdict", Verdict)
    def test_every_verdict_of_the_rulebook_has_a_drawn_sign(self, verdict: Verdict) -> None:
        assert mark(verdict).icon in icon_names()

    def test_every_verdict_has_a_shape_and_a_word_of_its_own(self) -> None:
        looks = all_marks()
        assert len({look.icon for look in looks}) == len(looks) == 11
        assert len({str(look.word) for look in looks}) == len(looks)

    def test_an_enum_a_star_and_a_severity_are_understood(self) -> None:
        assert mark(Verdict.FAIL, Severity.BLOCKING).kind == "blocking"
        assert mark("FAIL", "minor").kind == "minor"
        assert mark("FAIL", "major").kind == mark("FAIL").kind == "fail"
        assert mark("PASS*").differs is True
        assert mark("PASS", "major").kind == "pass"

    def test_an_unknown_verdict_is_refused(self) -> None:
        with pytest.raises(KeyError):
            mark("FINE")

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_badge_says_its_word(self, draw: Draw, language: str) -> None:
        said = {words(draw('{% badge "FAIL" "blocking" %}', language)), words(draw('{% badge "NA" %}', language))}
        expected = {
            "ky": {"Акт жараксыз", "Тиешеси жок"},
            "ru": {"Акт недействителен", "Не относится"},
            "en": {"The act is void", "Does not apply"},
        }
        assert said == expected[language]

    def test_a_differing_badge_opens_both_readings(self, draw: Draw) -> None:
        body = draw('{% badge "PASS" differs=True readings_url="/why/" %}', "en")
        assert '<a href="/why/">another reading differs</a>' in body


class TestIcons:
    def test_unknown_icon_stops_the_page(self, draw: Draw) -> None:
        with pytest.raises(ValueError, match="no icon named 'unicorn'"):
            draw('{% icon "unicorn" %}')

    def test_icon_is_silent_unless_it_has_a_label(self, draw: Draw) -> None:
        assert 'aria-hidden="true"' in draw('{% icon "check" %}')
        assert 'role="img" aria-label="Даяр &lt;b&gt;"' in draw('{% icon "check" label %}', label="Даяр <b>")


class TestArgument:
    finding = Argument(
        verdict="FAIL",
        severity="major",
        code="CN-7",
        rule="Күн тартиби жети күн мурда жарыяланат.",
        source=Provenance("жобонун 7.5-пункту", act="буйрук №21", act_on=date(2025, 8, 30), url="/charter/#c7.5"),
        facts=[Fact("Жарыяланган", on=date(2026, 3, 10))],
        limit=Fact("Акыркы мөөнөт", on=date(2026, 3, 9)),
        next_label="Жылдыруу",
        next_url="/move/",
    )

    def test_order_of_an_argument(self, draw: Draw) -> None:
        text = words(draw("{% argument finding %}", finding=self.finding))
        order = [
            "Бузулду",
            "CN-7",
            "Күн тартиби",
            "7.5-пункту",
            "буйрук №21",
            "10-марты, шейшемби",
            "9-марты",
            "Жылдыруу",
        ]
        places = [text.index(part) for part in order]
        assert places == sorted(places)

    def test_next_step_and_clause_are_links(self, draw: Draw) -> None:
        body = draw("{% argument finding %}", finding=self.finding)
        assert 'href="/move/"' in body
        assert 'href="/charter/#c7.5"' in body

    def test_readings_appear_only_when_there_are_any(self, draw: Draw) -> None:
        assert "<details" not in draw("{% argument finding %}", finding=self.finding)
        readings = [Reading("А", "PASS", "7 күн", in_force=True), Reading("Б", "FAIL", "6 күн", severity="major")]
        differing = Argument("PASS", self.finding.rule, self.finding.source, [], readings=readings)
        body = draw("{% argument finding open=True %}", finding=differing)
        assert body.count("<li>") == 2
        assert '<details class="readings" open>' in body
        assert "бул жерде ушул колдонулат" in words(body)

    def test_heading_level_follows_the_page(self, draw: Draw) -> None:
        assert '<h4 class="argument__rule">' in draw("{% argument finding level=4 %}", finding=self.finding)

    def test_texts_are_escaped(self, draw: Draw) -> None:
        evil = Argument("PASS", "<script>alert(1)</script>", Provenance("<b>"), [Fact("<i>", "<u>")])
        body = draw("{% argument finding %}", finding=evil)
        assert not re.search(r"<(script|b|i|u)>", body)


class TestMatrix:
    def matrix(self, **changes: object) -> Matrix:
        columns = [MatrixColumn("Протокол", url="/c/1/"), MatrixColumn("Кворум")]
        cells = [MatrixCell(mark("FAIL", "major"), "/f/1/"), MatrixCell(mark("NR"))]
        row = MatrixRow("№33 мектеп", "/s/33/", cells)
        return Matrix("Мектеп", "Мектептер", columns, [row], **changes)  # type: ignore[arg-type]

    def test_a_cell_is_a_link_with_a_word(self, draw: Draw) -> None:
        body = draw("{% matrix table %}", table=self.matrix())
        assert body.count('href="/f/1/"') == 1
        assert "Бузулду" in body
        assert '<span class="cell">' in body

    def test_only_what_needs_a_person_carries_its_label_on_a_phone(self, draw: Draw) -> None:
        body = draw("{% matrix table %}", table=self.matrix())
        assert body.count('class="cell__label"') == 1

    def test_a_row_of_another_length_is_refused(self) -> None:
        with pytest.raises(ValueError, match="1 cells for 2 columns"):
            Matrix("a", "b", [MatrixColumn("1"), MatrixColumn("2")], [MatrixRow("r", "/", [MatrixCell(mark("NR"))])])

    def test_heads_turn_when_there_are_many(self) -> None:
        assert self.matrix().dense is False
        assert self.matrix(dense_from=2).dense is True


class TestTables:
    def test_head_says_how_it_is_sorted(self, draw: Draw) -> None:
        columns = {"on": Column("Күнү", "?sort=-on", "ascending"), "sum": Column("Саны", end=True)}
        body = draw(
            '{% table columns "Тизме" %}<tr>{% td columns.sum %}7{% endtd %}</tr>{% endtable %}', columns=columns
        )
        assert 'aria-sort="ascending"' in body
        assert 'href="?sort=-on"' in body
        assert '<td class="end" data-label="Саны">7</td>' in body

    def test_nothing_is_drawn_for_a_list_of_one_page(self, draw: Draw) -> None:
        assert draw("{% pagination pages %}", pages=Pages()).strip() == ""

    def test_cursor_pages_have_no_numbers(self, draw: Draw) -> None:
        assert words(draw("{% pagination pages %}", "ru", pages=Pages(next_url="?c=x"))) == "Далее"


class TestPapers:
    @pytest.mark.parametrize(
        ("meter", "said"),
        [
            (Quorum(5, 7, 5, "PASS"), "Катышты: 5 / 7 · керек: 5 Аткарылды 5"),
            (
                Quorum(4, 7, 5, "FAIL"),
                "Катышты: 4 / 7 · керек: 5 Бузулду 5 Чечим кабыл алуу үчүн дагы 1 мүчө керек.",
            ),
            (Quorum(6, 9, None, "NR"), "Катышты: 6 / 9 Жөнгө салынган эмес"),
        ],
    )
    def test_quorum_in_words(self, draw: Draw, meter: Quorum, said: str) -> None:
        assert words(draw("{% quorum meter %}", meter=meter)) == said

    @pytest.mark.parametrize(("members", "seats"), [(7, 7), (20, 20), (21, 2), (0, 0)])
    def test_quorum_draws_seats_while_they_can_be_counted(self, draw: Draw, members: int, seats: int) -> None:
        body = draw("{% quorum meter %}", meter=Quorum(0, members, None, "NR"))
        assert body.count('class="seat') == (seats if members else 2)

    def test_light_shows_its_deadline_in_words(self, draw: Draw) -> None:
        body = draw("{% rule_lights lights %}", lights=[Light("Протокол", "PENDING", due=date(2026, 11, 27))])
        assert words(body) == "Протокол Мөөнөтү келе элек 2026-жылдын 27-ноябрына чейин"

    def test_provenance_line(self, draw: Draw) -> None:
        origin = Provenance("Жобонун 1.2-пункту", "3", "буйрук №14", date(2025, 9, 1))
        body = words(draw("{% provenance origin %}", origin=origin))
        assert body.replace(" ,", ",") == "3 · Жобонун 1.2-пункту · буйрук №14, 2025-жылдын 1-сентябры"


class TestDiff:
    @pytest.mark.parametrize(
        ("old", "new"),
        [("төрт жолу", "беш жолу"), ("", "жаңы"), ("эски", ""), ("а, б", "а, б, в"), ("бир\nэки", "бир\nүч"), ("", "")],
    )
    def test_pieces_give_both_texts_back(self, old: str, new: str) -> None:
        pieces = compare(old, new)
        assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
        assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new

    def test_only_changed_words_are_marked(self) -> None:
        assert [(p.kind, p.text) for p in compare("төрт жолу", "беш жолу")] == [
            ("removed", "төрт"),
            ("added", "беш"),
            ("same", " жолу"),
        ]


class TestCalendar:
    def test_weeks_start_on_monday_and_days_find_their_events(self) -> None:
        event = Event(date(2026, 11, 20), "Отурум", "/s/")
        page = month_page(2026, 11, [event], today=date(2026, 11, 20), language="ky", days_off=[date(2026, 11, 9)])
        assert page.title == "Ноябрь 2026"
        assert page.weekdays[0] == ("дүй", "дүйшөмбү")
        days = {day.date: day for week in page.weeks for day in week}
        assert days[date(2026, 11, 20)].events == (event,)
        assert days[date(2026, 11, 20)].classes == "month__today month__busy"
        assert days[date(2026, 11, 9)].off is True
        assert days[date(2026, 10, 26)].outside is True
        assert {day.date.weekday() for week in page.weeks for day in week[:1]} == {0}


class TestFrame:
    def test_bar_of_a_phone_holds_five_or_four_and_more(self) -> None:
        def page(count: int) -> Page:
            return Page("ky", "№33", navigation=[NavItem("/", "home", str(n)) for n in range(count)])

        assert (len(page(5).bar_items), len(page(5).more_items)) == (5, 0)
        assert (len(page(7).bar_items), len(page(7).more_items)) == (4, 3)

    def test_initials(self) -> None:
        assert Person("Бекова Чолпон Асановна").initials == "БЧ"

    @pytest.mark.parametrize(("cookie", "theme"), [("dark", "dark"), ("light", "light"), ("blue", ""), (None, "")])
    def test_theme(self, cookie: str | None, theme: str) -> None:
        assert theme_of(cookie) == theme

    def test_card_without_a_title_has_no_empty_heading(self, draw: Draw) -> None:
        assert "<h2>" not in draw("{% card %}x{% endcard %}")

    def test_a_tag_that_does_not_exist_is_not_ignored(self, draw: Draw) -> None:
        with pytest.raises(TemplateSyntaxError):
            draw("{% carrd %}")
