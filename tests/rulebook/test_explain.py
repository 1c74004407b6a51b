"""An argument names rule, clause, document, fact, limit and next step, in the reader's language."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from apps.rulebook.engine import evaluate
from apps.rulebook.enums import ActKind, Layer, Role, Severity, SubjectKind, Verdict
from apps.rulebook.explain import decimal, explain, in_words, source_line
from apps.rulebook.facts import Act, Announcement, Association, Council, Plan, Sitting
from apps.rulebook.findings import Alternative, Finding, Subject
from apps.rulebook.module_files import module
from apps.rulebook.parameters.associations import SITTINGS_MIN_PER_YEAR
from apps.rulebook.policy import Bound, CharterVersion, FrameValue, ModuleUse, Policy, Provenance, Source
from apps.rulebook.rules_page import rules_page
from apps.rulebook.text import Language, Text
from apps.rulebook.wording import COMMON, WORDING
from tests.rulebook.conftest import CLOSE, day, judge, policy_of, school

LATE = Plan(
    id="p",
    period_start=day(9, 1),
    acts=(Act(id="ap", kind=ActKind.APPROVAL, role=Role.DIRECTOR, on=day(9, 8)),),
)


def late_plan():
    return judge(school(Association(id="a", plans=(LATE,))), policy_of("ABDH"), "PL-3")


def test_the_whole_argument_in_english():
    argument = explain(late_plan(), "en")
    assert argument.check == "PL-3"
    assert argument.title == "Time of the plan's approval"
    assert argument.verdict == "not met (an obligation unmet)*"
    assert argument.severity == "an obligation unmet"
    assert argument.sources == (
        "Functional duties of the head of the methodical association (Abdikirov school), clause 5.1",
    )
    assert argument.fact == "Approved: 8 September 2025. The last day was 6 September 2025."
    assert argument.limit == "6 September 2025"
    assert argument.doubts == (
        "Read otherwise (Moves on from a day off: yes): met.",
        "Read otherwise (Which days a deadline counts: working days): met.",
    )
    assert argument.next_step == "Have the plan approved by the office the charter names."
    assert argument.text.startswith("Time of the plan's approval: not met (an obligation unmet)*. The plan is approved")


def test_the_same_in_kyrgyz_and_russian():
    kyrgyz, russian = explain(late_plan(), "ky"), explain(late_plan(), "ru")
    assert kyrgyz.fact == "Бекитилген күнү: 2025-жылдын 8-сентябры. Акыркы күн 2025-жылдын 6-сентябры болчу."
    assert kyrgyz.sources[0].endswith("5.1-пункт")
    assert russian.fact == "Утверждён: 8 сентября 2025 г. Последним днём было 6 сентября 2025 г."
    assert russian.sources[0].endswith("п. 5.1")
    assert russian.verdict == "нарушено (обязанность не выполнена)*"


def test_the_adopting_act_is_named():
    version = CharterVersion(
        id="v",
        valid_from=date(1900, 1, 1),
        modules=(ModuleUse(module("ABDH")),),
        act="буйрук 7",
        adopted_on=date(2024, 1, 1),
    )
    finding = judge(school(Association(id="a", plans=(LATE,))), Policy("s", (version,)), "PL-3")
    assert explain(finding, "ru").sources[0].endswith("п. 5.1 (введено актом: буйрук 7)")


def test_a_frame_names_its_act():
    lock = FrameValue(
        id="f",
        layer=Layer.DISTRICT,
        bound=Bound.LOCK,
        parameter=SITTINGS_MIN_PER_YEAR,
        value=2,
        valid_from=date(2020, 1, 1),
        source=Source(act="Order 12", article="art. 3"),
    )
    policy = Policy("s", policy_of("S33U").versions, (lock,))
    finding = judge(school(Association(id="a")), policy, "ST-1")
    assert explain(finding, "en").sources == ("district frame: Order 12 art. 3",)
    assert finding.limit == 2


def test_own_rules_and_platform_defaults_have_a_source_too():
    assert source_line(Provenance(Layer.SCHOOL), "en") == "the school's own decision"
    assert source_line(Provenance(Layer.SCHOOL, printed="2.4"), "ky") == "мектептин өз чечими:  2.4"
    assert source_line(Provenance(Layer.MODULE, "S33C", document=module("S33C").title), "en").endswith("(fragment)")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ("—", "—", "—")),
        (date(2026, 3, 1), ("2026-жылдын 1-марты", "1 марта 2026 г.", "1 March 2026")),
        (7, ("7", "7", "7")),
        (Fraction(2, 3), ("2/3", "2/3", "2/3")),
        (Fraction(9, 2), ("4,5", "4,5", "4.5")),
        (Fraction(1, 2), ("1/2", "1/2", "1/2")),
        (Fraction(4), ("4", "4", "4")),
        (Role.DIRECTOR, ("мектеп директору", "директор школы", "director")),
        (Text("а", "б", "c"), ("а", "б", "c")),
        ((3, Role.METHODIST), ("3, методист", "3, методист", "3, methodist")),
        ((), ("—", "—", "—")),
        ("x", ("x", "x", "x")),
    ],
)
def test_values_in_words(value, words):
    assert tuple(in_words(value, language) for language in Language) == words


def test_halves_are_written_with_the_comma_of_the_language():
    assert [decimal(Fraction(7, 2), language) for language in Language] == ["3,5", "3,5", "3.5"]


def test_common_outcomes():
    for outcome, verdict in (
        ("silent", Verdict.NR),
        ("lost", Verdict.LOST),
        ("predates", Verdict.NA),
        ("no_calendar", Verdict.CFG),
    ):
        finding = Finding("ST-1", Subject(SubjectKind.SCHOOL, "s"), verdict, None, outcome)
        for language in Language:
            argument = explain(finding, language)
            assert argument.fact == COMMON[outcome].in_(language)
            assert (argument.severity, argument.limit, argument.doubts, argument.next_step) == ("", "", (), "")


def test_the_title_says_what_not_how_it_ended():
    titles = [words.title.en for words in WORDING.values()]
    assert len(titles) == len(set(titles))


def test_a_doubt_names_reading_and_verdict():
    doubts = (
        Alternative(
            (("deadline.day_basis", "working_days"), ("deadline.roll_forward", True)), Verdict.FAIL, Severity.MAJOR
        ),
    )
    finding = late_plan()._replace(alternatives=doubts)
    assert explain(finding, "ru").doubts == (
        "При другом прочтении (В каких днях считается срок: рабочие дни; Перенос с выходного: да): нарушено.",
    )


def test_notice_tells_both_days():
    march = Sitting(id="m", held_on=day(3, 16), announcements=(Announcement(id="n", on=day(3, 10)),))
    finding = judge(school(Council(id="c", sittings=(march,))), policy_of("MK"), "CN-7")
    fact = explain(finding, "ky").fact
    assert "2026-жылдын 10-марты" in fact
    assert "2026-жылдын 16-марты" in fact
    assert "6 гана күн" in fact


def test_russian_words_hold_no_kyrgyz_letters():
    for check, words in WORDING.items():
        for text in (words.title, words.rule, *words.says.values()):
            assert not set("өүңӨҮҢ") & set(text.ru), check
        assert words.rule.ky != words.rule.ru


def test_placeholders_are_the_same_in_every_language():
    import re

    for check, words in WORDING.items():
        for code, text in words.says.items():
            names = [sorted(set(re.findall(r"\{(\w+)\}", line))) for line in text]
            assert names[0] == names[1] == names[2], (check, code)
        assert "{" not in "".join((*words.title, *words.rule)), check


def test_rules_page_is_current():
    from pathlib import Path

    assert Path("docs/rules.md").read_text(encoding="utf-8") == rules_page()
    assert rules_page("ky") != rules_page()


def test_findings_without_a_step_have_none():
    plan = replace(LATE, acts=(replace(LATE.acts[0], on=day(9, 1)),))
    finding = judge(school(Association(id="a", plans=(plan,))), policy_of("ABDH"), "PL-3")
    assert (finding.verdict, finding.next_step) == (Verdict.PASS, "")
    assert explain(finding, "en").next_step == ""


def test_evaluate_gives_no_words():
    for finding in evaluate(school(Association(id="a")), policy_of("S33U"), CLOSE):
        assert finding.outcome.isascii()
