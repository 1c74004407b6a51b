"""The charter modules hold every clause and every value of the regulations, and a broken file says what to do."""

from datetime import date
from textwrap import dedent

import pytest

from apps.rulebook.comparison import contents
from apps.rulebook.enums import Body, CouncilKind, Role
from apps.rulebook.module import ClauseClass, CopyState, ModuleKind
from apps.rulebook.module_files import FOLDER, all_modules, load_module, module
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.problems import DataErrors
from apps.rulebook.template_items import TemplateItem

# clauses of the regulation, lines of the work plan: as many rows as the tables of the domain analysis have
COUNTS = {
    "S33U": (85, 45),
    "S33H": (30, 0),
    "S33C": (38, 0),
    "VARU": (72, 34),
    "ABDH": (45, 0),
    "MK": (46, 0),
    "IMK": (22, 0),
}


@pytest.mark.parametrize(("code", "counts"), COUNTS.items())
def test_no_clause_is_lost(code, counts):
    parts = [clause.part for clause in module(code).clauses]
    assert (parts.count("clauses"), parts.count("plan")) == counts


def test_clause_keys_are_unique_over_all_modules():
    keys = [clause.key for row in all_modules().values() for clause in row.clauses]
    assert len(keys) == len(set(keys)) == 417
    for row in all_modules().values():
        assert [clause.ordinal for clause in row.clauses] == list(range(1, len(row.clauses) + 1))
        assert all(clause.key.startswith(f"{row.code.lower()}.") for clause in row.clauses)


def test_every_clause_has_a_class_unless_it_is_a_gap():
    for row in all_modules().values():
        for clause in row.clauses:
            assert bool(clause.classes) != clause.absent, clause.key


def test_printed_numbers_repeat_and_keys_do_not():
    s33u, varu, mk = module("S33U"), module("VARU"), module("MK")
    assert [clause.key for clause in s33u.clauses if clause.printed == "3.12"] == ["s33u.3.12-1", "s33u.3.12-2"]
    assert [clause.key for clause in varu.clauses if clause.printed == "IV.1"] == [
        "varu.plan.IV.1-1",
        "varu.plan.IV.1-2",
    ]
    assert varu.clause("varu.1.9").printed == "1.91"
    assert [mk.clause(key).printed for key in ("mk.4.1", "mk.6.1-1", "mk.7.7")] == [".41.", ".1. (1)", ".7."]
    assert [mk.clause(key).number for key in ("mk.2.2", "mk.4.1", "mk.6.1-1", "mk.7.7")] == [
        "2.2",
        "4.1",
        "6.1 (1)",
        "7.7",
    ]
    gaps = [clause.key for row in all_modules().values() for clause in row.clauses if clause.absent]
    assert gaps == [
        "imk.2.2",
        "s33c.3",
        "varu.lost",
        "varu.3.14",
        "varu.6.13",
        "varu.plan.I.5-6",
        "varu.plan.I.9",
        "varu.plan.III.6",
        "varu.plan.IV.absent",
    ]


def test_plan_templates():
    s33, variant = module("S33U").template, module("VARU").template
    parts = [sum(key.startswith(f"wp.{part}.") for key in s33) for part in ("org", "law", "ctl", "met")]
    assert parts == [12, 5, 7, 11]
    parts = [sum(key.startswith(f"wp.{part}.") for key in variant) for part in ("org", "law", "ctl", "met")]
    assert parts == [9, 5, 6, 9]
    assert set(s33) == set(TemplateItem.codes())
    assert set(s33) - set(variant) == {
        "wp.org.workplaces",
        "wp.org.component_hours",
        "wp.org.internal_contests",
        "wp.ctl.interim_attestation",
        "wp.met.joint_planning",
        "wp.met.best_practice",
    }
    assert len(set(variant)) == len(variant)
    assert module("MK").template == ()
    named = [
        {about for clause in module(code).clauses for about in contents(clause) if about.startswith("wp.")}
        for code in ("S33U", "VARU")
    ]
    assert named[0] == named[1]  # a step the variant leaves out is named too, as silent


def test_kinds_and_headers():
    kinds = {code: (row.kind, row.copy, row.council) for code, row in all_modules().items()}
    assert kinds == {
        "S33U": (ModuleKind.ASSOCIATION_CHARTER, CopyState.DAMAGED, None),
        "S33H": (ModuleKind.REGISTER, CopyState.DAMAGED, None),
        "S33C": (ModuleKind.COUNCIL_CHARTER, CopyState.FRAGMENT, CouncilKind.METHODICAL),
        "VARU": (ModuleKind.ASSOCIATION_CHARTER, CopyState.FRAGMENT, None),
        "ABDH": (ModuleKind.HEAD_DUTIES, CopyState.COMPLETE, None),
        "MK": (ModuleKind.COUNCIL_CHARTER, CopyState.COMPLETE, CouncilKind.METHODICAL),
        "IMK": (ModuleKind.COUNCIL_CHARTER, CopyState.COMPLETE, CouncilKind.SCIENTIFIC_METHODICAL),
    }
    assert module("S33H").accompanies == "S33U"
    assert (module("S33U").adoption.approved_by, module("S33U").adoption.approved_on) == (
        Role.DIRECTOR,
        date(2022, 8, 30),
    )
    imk = module("IMK").adoption
    assert (imk.considered_by, imk.considered_on, imk.number) == (Body.PEDAGOGICAL_COUNCIL, date(2022, 8, 29), "1")
    assert (imk.approved_by, imk.acting, imk.approved_on) == (Role.DIRECTOR, True, None)
    assert (module("VARU").adoption.adopted_by, module("VARU").adoption.adopted_on) == (Body.PEDAGOGICAL_COUNCIL, None)


def test_dossier_counts():
    listed = {
        code: [
            key
            for key, parameter in PARAMETERS.items()
            if key.startswith("dossier.") and parameter in module(code).gives
        ]
        for code in ("S33U", "VARU")
    }
    assert {code: len(keys) for code, keys in listed.items()} == {"S33U": 18, "VARU": 17}
    numbers = {
        clause.printed for clause in module("VARU").clauses if any(p.key.startswith("dossier.") for p in clause.gives)
    }
    assert len(numbers) == 15


def test_silent_places_are_remembered():
    varu = module("VARU")
    assert [p.key for p in varu.clause("varu.5.8").silent] == ["retention.archive_years"]
    assert [p.key for p in varu.clause("varu.6.9").silent] == ["data_bank.fields"]


def test_unknown_module_and_clause():
    with pytest.raises(KeyError, match="Did you mean 'ABDH'"):
        module("ABDN")
    with pytest.raises(KeyError, match=r"mk\.9\.9"):
        module("MK").clause("mk.9.9")


def test_values_name_their_clauses():
    given = module("S33U").gives[PARAMETERS["plan.inputs"]]
    assert [clause.printed for clause in given.clauses] == ["4.1", "5.2"]
    assert module("ABDH").clause("abdh.1.1").classes == (ClauseClass.C, ClauseClass.A)


GOOD = """\
format: usul-module/1
module: TEST
kind: association_charter
copy: complete
title: {ky: Жобо, ru: Положение, en: Charter}
adoption:
  approved_by: director
  approved_on: "2024-09-02"
lost:
  - place: {ky: Жоголгон, ru: Утрачено, en: Lost}
    keys: [association.area_source]
clauses:
  - key: test.1
    printed: "1"
    classes: [a]
    gives:
      association.min_members: 3
  - key: test.2
    printed: "2"
    classes: [b, e]
    gives:
      plan.inputs: [school_plan]
  - key: test.3
    printed: "3"
    classes: [b]
    gives:
      plan.inputs: [methodical_theme]
    silent: [plan.approver]
"""


def load(tmp_path, words, texts=None):
    path = tmp_path / "test.yaml"
    path.write_text(words, encoding="utf-8")
    beside = None
    if texts is not None:
        beside = tmp_path / "texts.yaml"
        beside.write_text(texts, encoding="utf-8")
    return load_module(path, beside)


def test_a_small_module_loads(tmp_path):
    row = load(tmp_path, GOOD)
    assert row.gives[PARAMETERS["association.min_members"]].value == 3
    assert row.gives[PARAMETERS["plan.inputs"]].value == {"school_plan", "methodical_theme"}
    assert [clause.key for clause in row.gives[PARAMETERS["plan.inputs"]].clauses] == ["test.2", "test.3"]
    assert row.lost[PARAMETERS["association.area_source"]].ru == "Утрачено"
    assert row.adoption.approved_on == date(2024, 9, 2)
    assert repr(row) == "<module TEST>"


BROKEN = [
    ("association.min_members: 3", "asociation.min_members: 3", "module.unknown_key", 17, "association.min_members"),
    ("association.min_members: 3", "deadline.day_basis: calendar_days", "module.unknown_key", 17, "no parameter"),
    ("association.min_members: 3", "association.min_members: 0", "value.out_of_bounds", 17, "1 to 30"),
    ("association.min_members: 3", 'association.min_members: "3"', "value.wrong_shape", 17, "whole number"),
    ("[school_plan]", "[school_plans]", "value.unknown_code", 22, "school_plan"),
    ("[school_plan]", "school_plan", "value.wrong_shape", 22, "set of codes"),
    ("silent: [plan.approver]", "silent: [plan.aprover]", "module.unknown_key", 28, "plan.approver"),
    ("key: test.3", "key: test.2", "module.duplicate_clause", 23, "listed twice"),
    ('"2024-09-02"', '"2024-02-30"', "data.plain_date", 8, "there is no date 2024-02-30"),
    ('"2024-09-02"', '"2024-13-02"', "data.plain_date", 8, "'2024-02-13'"),
    ('"2024-09-02"', '"02.09.2024"', "data.plain_date", 8, "'2024-09-02'"),
    ('"2024-09-02"', '"9999-01-01"', "data.plain_date", 8, "9999"),
    ('"2024-09-02"', '"2023-02-29"', "data.plain_date", 8, "2023-02-29"),
    ("  approved_by: director", "  aproved_by: director", "data.extra_forbidden", 7, "approved_by"),
    ("approved_by: director", "approved_by: directors", "data.enum", 7, "director"),
    ("kind: association_charter", "kind: association_chart", "data.enum", 3, "association_charter"),
    ("classes: [a]", "classes: [x]", "data.enum", 15, "a, b, c, d"),
    ("copy: complete\n", "", "data.missing", 1, "copy"),
    ("format: usul-module/1", "format: usul-module/2", "data.string_pattern_mismatch", 1, "usul-module/2"),
    ("en: Charter}", 'en: ""}', "data.string_too_short", 5, "title.en"),
    ("keys: [association.area_source]", "keys: [association.min_members]", "module.lost_and_given", 11, "lost"),
    ("plan.inputs: [methodical_theme]", "association.min_members: 4", "module.contradiction", 27, "test.1, test.3"),
    ("key: test.3", "key: Пункт", "data.string_pattern_mismatch", 23, "Пункт"),
]


@pytest.mark.parametrize(("old", "new", "code", "line", "words"), BROKEN)
def test_broken_modules_say_where_and_what(tmp_path, old, new, code, line, words):
    assert old in GOOD
    with pytest.raises(DataErrors) as caught:
        load(tmp_path, GOOD.replace(old, new, 1))
    problem = next(row for row in caught.value.problems if row.code == code)
    assert problem.file == "test.yaml"
    assert problem.line == line
    assert words in problem.text.en
    assert problem.text.ky != problem.text.ru


def test_all_problems_are_listed_at_once(tmp_path):
    words = GOOD.replace("association.min_members: 3", "association.min_members: 99").replace("[school_plan]", "[plan]")
    with pytest.raises(DataErrors) as caught:
        load(tmp_path, words)
    assert sorted(row.code for row in caught.value.problems) == ["value.out_of_bounds", "value.unknown_code"]


TEXTS = dedent(
    """\
    format: usul-clause-texts/1
    module: TEST
    texts:
      test.1: {ky: Бир, ru: Один, en: One}
      test.2: {ky: Эки, ru: Два, en: Two}
      test.3: {ky: Үч, ru: Три, en: Three}
    defects:
      test.2: {ky: Ката, ru: Ошибка, en: Misprint}
    """
)


def test_texts_stand_beside(tmp_path):
    row = load(tmp_path, GOOD, TEXTS)
    assert [clause.text.ky for clause in row.clauses] == ["Бир", "Эки", "Үч"]
    assert [clause.defect and clause.defect.en for clause in row.clauses] == [None, "Misprint", None]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("  test.3: {ky: Үч, ru: Три, en: Three}\n", "", "module.text_missing", 1),
        ("test.3: {ky", "test.33: {ky", "module.unknown_clause", 6),
        ("test.2: {ky: Ката", "test.22: {ky: Ката", "module.unknown_clause", 8),
        ("ru: Два, ", "", "data.missing", 5),
        ("module: TEST", "modul: TEST", "data.extra_forbidden", 2),
    ],
)
def test_texts_must_fit_the_clauses(tmp_path, old, new, code, line):
    with pytest.raises(DataErrors) as caught:
        load(tmp_path, GOOD, TEXTS.replace(old, new, 1))
    problem = next(row for row in caught.value.problems if row.code == code)
    assert (problem.file, problem.line) == ("texts/texts.yaml", line)


def test_files_of_the_product_are_in_their_folder():
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == sorted(code.lower() for code in COUNTS)


CYRILLIC_ONLY = set("abcdefghijklmnopqrstuvwxyzABCDEFGHJKLMNOPQRSTUWYZ")


def test_every_clause_is_told_in_three_languages():
    for row in all_modules().values():
        for clause in row.clauses:
            assert clause.text is not None, clause.key
            for text in (clause.text, clause.defect):
                if text is None:
                    continue
                assert text.ky != text.ru != text.en
                assert all(words.endswith(".") for words in text), clause.key
                assert not set("өүңӨҮҢ") & set(text.ru), clause.key
                assert not CYRILLIC_ONLY & set(text.ky + text.ru), clause.key


def test_defects_of_the_copies_are_noted():
    noted = {code: sum(clause.defect is not None for clause in row.clauses) for code, row in all_modules().items()}
    assert noted == {"ABDH": 8, "IMK": 4, "MK": 10, "S33C": 4, "S33H": 5, "S33U": 16, "VARU": 11}
    varu = module("VARU")
    assert "1.91" in varu.clause("varu.1.9").defect.en
    assert "8.11" in varu.clause("varu.8.10").defect.en


def test_the_variant_tells_what_it_shares_with_the_first_regulation():
    s33u, varu = module("S33U"), module("VARU")
    shared = {clause.key for clause in varu.clauses if clause.text in {row.text for row in s33u.clauses}}
    assert len(shared) == 70
    assert varu.clause("varu.8.10").text == s33u.clause("s33u.8.11").text
    assert varu.clause("varu.plan.I.8").text == s33u.clause("s33u.plan.I.9").text
    assert varu.clause("varu.5.3").text != s33u.clause("s33u.5.3").text


def test_numbers_in_the_words_are_those_of_the_values():
    words = {
        "s33u.1.2": "at least three",
        "s33u.5.5": "At least four",
        "s33u.5.8": "ten years",
        "mk.7.4": "once a trimester",
    }
    words |= {
        "abdh.1.1": "five years",
        "abdh.5.3": "five days",
        "mk.7.5-1": "a week",
        "mk.7.7": "two thirds",
        "imk.5.1": "every quarter",
    }
    for key, part in words.items():
        assert part in module(key.split(".")[0].upper()).clause(key).text.en, key
