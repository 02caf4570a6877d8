"""The strict reader of YAML."""

import json
from contextlib import suppress
from datetime import date
from time import thread_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charters.problems import BrokenFile
from bot.charters.reader import DEPTH_LIMIT, SIZE_LIMIT, Node, decode, read


def refused(text: str) -> tuple[str, ...]:
    with pytest.raises(BrokenFile) as caught:
        read(text, "fil.yaml")
    return caught.value.problems


def test_plain_words_become_values_and_quoted_words_stay_text() -> None:
    text = 'a: 7\nb: "7"\nc: true\nd: null\ne:\nf: 2027-03-16\ng: yes\nh: 1.5\ni: 007\nj: 2027-03-16T16:30\n'
    assert read(text, "fil.yaml").value == {
        "a": 7,
        "b": "7",
        "c": True,
        "d": None,
        "e": None,
        "f": date(2027, 3, 16),
        "g": "yes",
        "h": "1.5",
        "i": "007",
        "j": "2027-03-16T16:30",
    }


def test_every_value_keeps_its_line() -> None:
    node = read("a: 1\nb:\n  - x\n  - {c: 2,\n     d: 3}\n", "fil.yaml")
    assert [node.line_of("a"), node.line_of("b"), node.line_of("b", 0)] == [1, 2, 3]
    assert [node.line_of("b", 1, "c"), node.line_of("b", 1, "d")] == [4, 5]
    assert node.line_of("b", 1, "missing", 4) == 4


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "nøglen »a« står der allerede"),
        ("a: 1\nb: &x 2\n", 2, "ankre (&)"),
        ("a: 1\nb: *x\n", 2, "henvisninger (*)"),
        ("a: 1\n\nb: !!str 2\n", 3, "mærker (!)"),
        ("a: !python/object:os.system x\n", 1, "mærker (!)"),
        ("a:\n  - !x {b: 1}\n", 2, "mærker (!)"),
        ("a: 1\n---\nb: 1\n", 2, "ét dokument"),
        ("a: 1\n[b]: 2\n", 2, "en nøgle skal være tekst"),
        ("a: 1\nb: [1,\nc: 2\n", 3, "kan ikke læses som YAML"),
        ("a: 1\nb: c: d\n", 2, "kan ikke læses som YAML"),
        ("a: 1\nb: \x07\n", 2, "tegn, der ikke er tilladt"),
        ('a: 1\nb: "\\UFFFFFFFF"\n', 2, "kan ikke læses som YAML"),
        ('a: "\\U00110000"\n', 1, "kan ikke læses som YAML"),
        ("%YAML 1.99\n---\na: 1\n", 1, "kan ikke læses som YAML"),
        ("a: 2027-02-30\n", 1, "»2027-02-30« er ingen dato"),
        ("", 1, "filen er tom"),
        ("# kun en bemærkning\n", 1, "filen er tom"),
        ("- a\n- b\n", 1, "nøgler og værdier"),
        ("a\n", 1, "nøgler og værdier"),
        ("a: " + "[" * (DEPTH_LIMIT + 2), 1, "for mange niveauer"),
        ("a: " + "x" * SIZE_LIMIT, 1, "filen er for stor"),
    ],
)
def test_what_is_not_allowed_is_refused_with_its_line(text: str, line: int, reason: str) -> None:
    (problem,) = refused(text)
    assert problem.startswith(f"fil.yaml:{line}: ")
    assert reason in problem


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    problems = refused("a: &x 1\nb: !t 2\nb: *x\n")
    assert [problem.split(":")[1] for problem in problems] == ["1", "2", "3", "3"]


def test_a_file_that_is_no_utf8_is_refused_with_the_line() -> None:
    with pytest.raises(BrokenFile, match=r"fil\.yaml:2: filen skal være tekst i UTF-8"):
        decode(b"a: 1\nb: \xe6\n", "fil.yaml")


def test_a_file_beyond_the_size_limit_is_not_even_decoded() -> None:
    with pytest.raises(BrokenFile, match="filen er for stor"):
        decode(b"\xff" * (SIZE_LIMIT + 1), "fil.yaml")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfa: 1", "fil.yaml") == "a: 1"


@given(st.text(max_size=60) | st.text(alphabet="ab:-[]{}&*!|>'\"#%@,? \n\t0", max_size=60))
def test_any_text_is_either_read_or_refused(text: str) -> None:
    problems: tuple[str, ...] = ()
    node: Node | None = None
    try:
        node = read(text, "fil.yaml")
    except BrokenFile as error:
        problems = error.problems
    assert (node is None) is bool(problems)
    assert node is None or isinstance(node.value, dict)
    assert all(problem.startswith("fil.yaml:") for problem in problems)


letters = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")), max_size=8)
scalars = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | letters
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(letters, inner, max_size=3))


def as_read(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(as_read(part) for part in value)
    if isinstance(value, dict):
        return {key: as_read(part) for key, part in value.items()}
    return value


@given(st.dictionaries(letters, values, max_size=4))
def test_what_is_written_is_what_is_read(written: dict[str, Any]) -> None:
    text = json.dumps(written, ensure_ascii=False, indent=1)
    assert read(text, "fil.yaml").value == as_read(written)


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("a: '", "\u0301\u0323"),
        ("a: ", "ord "),
        ("a: [", "1,"),
        ("", "k{}: 1\n"),
        ("a: &a x\n", "b{}: [*a, *a]\n"),
        ("", "["),
        ("a: ", "[" * 15 + "]" * 15),
        ("a: |\n", " x\n"),
        ('a: "', "\\u0301"),
        ("people:\n", "- {{id: a}}\n"),
    ],
)
def test_reading_takes_a_time_that_grows_with_the_file(head: str, unit: str) -> None:
    def spent(times: int) -> float:
        text, found = head + "".join(unit.replace("{}", str(each)) for each in range(times)), []
        for _ in range(2):
            began = thread_time()
            with suppress(BrokenFile):
                read(text, "fil.yaml")
            found.append(thread_time() - began)
        return min(found)

    short = max(spent(1_000), 0.005)
    assert spent(4_000) < 10 * short  # the square would be sixteen times
