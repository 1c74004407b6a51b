"""Files that people write are read strictly, and every refusal names its line."""

import time

import pytest

from apps.rulebook.problems import DataErrors
from apps.rulebook.yaml_source import MAX_BYTES, read_bytes, read_file


def problem_of(words: bytes):
    with pytest.raises(DataErrors) as caught:
        read_bytes(words, "file.yaml")
    [problem] = caught.value.problems
    return problem


def test_plain_values():
    words = b"""
a: 1
b: -12
c: true
d: false
e: null
f: ~
g:
h: "12"
i: 'true'
j: 2025-09-01
k: 1.5
l: 012
m: no
n: [1, two, "3"]
o: {p: q}
r: 0
s: +7
"""
    assert read_bytes(words, "x").data == {
        "a": 1,
        "b": -12,
        "c": True,
        "d": False,
        "e": None,
        "f": None,
        "g": None,
        "h": "12",
        "i": "true",
        "j": "2025-09-01",
        "k": "1.5",
        "l": "012",
        "m": "no",
        "n": [1, "two", "3"],
        "o": {"p": "q"},
        "r": 0,
        "s": 7,
    }


def test_numbers_longer_than_any_count_stay_words():
    assert read_bytes(b"a: 123456789012345678", "x").data == {"a": 123456789012345678}
    assert read_bytes(b"a: 1234567890123456789", "x").data == {"a": "1234567890123456789"}


def test_lines_of_places():
    source = read_bytes(b"a:\n  b:\n    - x\n    - y\nc: 1\n", "x")
    assert source.line(("a",)) == 1
    assert source.line(("a", "b", 1)) == 4
    assert source.line(("a", "b", 9)) == 2
    assert source.line(("c",)) == 5
    assert source.line(("zzz",)) == 1


def test_empty_file_is_nothing():
    assert read_bytes(b"", "x").data is None


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        (b"a: 1\nb: &x [1]\n", "yaml.anchor", 2),
        (b"a: 1\nb: *x\n", "yaml.anchor", 2),
        (b"a: 1\n\nb: !!python/object:os.system x\n", "yaml.tag", 3),
        (b"a: !mine x\n", "yaml.tag", 1),
        (b"a: 1\nb: 2\na: 3\n", "yaml.duplicate_key", 3),
        (b"a:\n  x: 1\n  x: 2\n", "yaml.duplicate_key", 3),
        (b"[a]: 1\n", "yaml.key", 1),
        (b"&k a: 1\n", "yaml.key", 1),
        (b"a: 1\n---\nb: 2\n", "yaml.two_documents", 2),
        (b"a: [1, 2\nb: 3\n", "yaml.syntax", 2),
        (b"a: b: c\n", "yaml.syntax", 1),
        (b"a: 1\nb: \xff\xfe\n", "yaml.encoding", 2),
        (b"a: 1\nb: \x00\n", "yaml.syntax", 2),
        (b"a: " + b"[" * 60 + b"]" * 60, "yaml.too_deep", 1),
    ],
)
def test_refusals_name_their_line(words, code, line):
    problem = problem_of(words)
    assert (problem.code, problem.line, problem.file) == (code, line, "file.yaml")
    assert problem.text.ky
    assert problem.in_("ru").startswith("file.yaml")


def test_billion_laughs_is_refused_at_once():
    layers = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    layers += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    began = time.perf_counter()
    assert problem_of("\n".join(layers).encode()).code == "yaml.anchor"
    assert time.perf_counter() - began < 1


def test_deep_nesting_is_refused_at_once():
    began = time.perf_counter()
    assert problem_of(b"[" * 500_000).code == "yaml.too_deep"
    assert time.perf_counter() - began < 1


def test_too_many_values_are_refused():
    assert problem_of(b"[" + b"1," * 250_000 + b"1]").code == "yaml.too_deep"


def test_five_megabytes_are_refused_unread(tmp_path):
    path = tmp_path / "big.yaml"
    path.write_bytes(b"a: " + b"x" * 5_000_000)
    with pytest.raises(DataErrors) as caught:
        read_file(path)
    [problem] = caught.value.problems
    assert problem.code == "yaml.too_big"
    assert str(MAX_BYTES) in problem.text.en
    assert problem_of(b"x" * (MAX_BYTES + 1)).code == "yaml.too_big"


def test_a_file_of_the_full_size_is_read():
    words = b"a: " + b"x" * (MAX_BYTES - 3)
    assert len(read_bytes(words, "x").data["a"]) == MAX_BYTES - 3


def test_missing_file_is_told(tmp_path):
    with pytest.raises(DataErrors) as caught:
        read_file(tmp_path / "none.yaml")
    [problem] = caught.value.problems
    assert problem.code == "yaml.unreadable"
    assert str(problem).startswith("none.yaml: ")


def test_byte_order_mark_is_ignored():
    assert read_bytes(b"\xef\xbb\xbfa: 1", "x").data == {"a": 1}


def test_errors_list_everything():
    first, second = problem_of(b"a: *x"), problem_of(b"a: !t x")
    both = DataErrors([first, second])
    assert list(both) == [first, second]
    assert str(both).count("\n") == 1
