"""Every rule of the four documents has a test with its number at the front of its name."""

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

HERE = Path(__file__).parent
_NUMBER = re.compile(r"test_([abcd])([1-9][0-9]?)_\w")
_NEVER_RUN = re.compile(r"\b(skip|skipif|xfail)\b")


def rules() -> dict[str, str]:
    """Each rule's number with the words it rests on."""
    lines = (HERE / "rules.txt").read_text("utf-8").splitlines()
    told = (line.partition(" ") for line in lines if not line.startswith("#"))
    return {number: words for number, _, words in told}


def covered() -> set[str]:
    """The numbers that stand at the front of a test's name."""
    return {
        f"{found[1].upper()}{found[2]}"
        for test in chain.from_iterable(map(_tests, sorted(HERE.glob("test_*.py"))))
        if (found := _NUMBER.match(test.name))
        and not any(_NEVER_RUN.search(ast.unparse(each)) for each in test.decorator_list)
    }


def _tests(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for each in ast.parse(file.read_text("utf-8")).body:
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            yield each


def test_the_list_has_every_rule_of_the_four_documents_once() -> None:
    counted = {"A": 19, "B": 30, "C": 24, "D": 23}
    assert list(rules()) == [f"{letter}{number}" for letter, most in counted.items() for number in range(1, most + 1)]
    assert all(rules().values())


def test_every_rule_has_a_test() -> None:
    assert [each for each in rules() if each not in covered()] == []


def test_no_test_speaks_of_a_rule_that_is_none() -> None:
    assert sorted(covered() - rules().keys()) == []
