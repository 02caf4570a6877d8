"""The copy is whole: every key the program uses is there, every key that is there is used, and none stands twice."""

import ast
import json
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from bot.domain.approval.dispatch import Obstacle
from bot.domain.kernel.charter import Mode
from bot.domain.proposals.state import ProposalStatus
from cards.help import HELP
from cards.kit import words
from tests.harness.program import ROOT, calls, trees

VARYING: dict[str, set[str]] = {
    "obstacle.{}": {each.value for each in Obstacle},
    "wrong_answer.{}": {Mode.CONSULT.value, Mode.APPROVE.value},
    "proposal_is_{}": {
        each.value
        for each in ProposalStatus
        if each not in (ProposalStatus.RECEIVED, ProposalStatus.NEEDS_INFO, ProposalStatus.POSTPONED)
    },
    "no_approvers.{}": {"chairmanship", "meeting_leader", "unsettled"},
}
"""What may stand in each key of a refusal that is put together; nothing else in the program is."""


def written(key: ast.expr) -> set[str]:
    """Every key that the expression may be."""
    match key:
        case ast.Constant(value=str(literal)):
            return {literal}
        case ast.IfExp(body=one, orelse=other):
            return written(one) | written(other)
        case ast.JoinedStr(values=values):
            shape = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in values)
            return {shape.format(each) for each in VARYING[shape]}
        case _:
            raise AssertionError(f"a refusal's key is {ast.unparse(key)}")


def refusals() -> set[str]:
    """The keys of all refusals."""
    return {f"error.{key}" for _, call in calls("Refusal") for key in written(call.args[0])}


def logged() -> set[str]:
    """What is entered in the log, directly or by what a topic keeps its changes with."""
    entering = (call for name in ("log", "_keep", "_settle", "_change") for _, call in calls(name))
    given = (each.value for call in entering for each in call.args if isinstance(each, ast.Constant))
    return {f"log.{each!s}" for each in given if re.fullmatch(r"[a-z]+\.[a-z_]+", str(each))}


def literals() -> set[str]:
    """Every text that stands in the program as it is."""
    nodes = (node for tree in trees().values() for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def told_of_members() -> Iterator[str]:
    """The keys of the members of every enum that is spoken of: asking for them has proved that they are there."""
    for path, call in calls("keyed"):
        if path.name != "words.py":
            prefix, *suffix = [str(each.value) for each in call.args[1:] if isinstance(each, ast.Constant)]
            yield from (key for key in words.COPY if key.startswith(f"{prefix}.") and key.endswith("".join(suffix)))


def test_every_refusal_has_words() -> None:
    assert refusals() - words.COPY.keys() == set()


def test_whatever_is_logged_has_words() -> None:
    assert logged()
    assert logged() - words.COPY.keys() == set()


def test_every_key_is_written_out_where_it_is_used() -> None:
    """A key that is put together could be missing, or stand unused, and nobody would see it."""
    composed = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, call in calls("say")
        if isinstance(call.args[0], ast.JoinedStr) and path.parts[-2:] not in (("kit", "words.py"), ("kit", "help.py"))
    ]
    assert composed == []


def test_every_key_is_used() -> None:
    counted = {f"{key}.{form}" for key in literals() for form in ("one", "other")}
    helped = {f"{room}.{line.name}" for line in HELP for room in ("help", "cmd.btn")}
    entered = {f"log.{each}" for each in literals()}
    used = literals() | counted | helped | entered | refusals() | set(told_of_members())
    assert sorted(words.COPY.keys() - used) == []


def test_a_key_that_stands_twice_stops_the_program(tmp_path: Path) -> None:
    for topic in ("one", "other"):
        (tmp_path / topic).mkdir()
        (tmp_path / topic / "da.json").write_text(json.dumps({"same.key": topic}), "utf-8")
    with pytest.raises(ValueError, match=r"same\.key"):
        dict(words.gathered(tmp_path))


def test_a_key_that_stands_twice_in_one_file_stops_the_program_too(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "da.json").write_text('{"same.key": "a", "same.key": "b"}', "utf-8")
    with pytest.raises(ValueError, match=r"same\.key"):
        dict(words.gathered(tmp_path))


def test_a_member_without_words_stops_the_program() -> None:
    class Weather(StrEnum):
        """Nobody speaks of it here."""

        RAIN = "rain"

    with pytest.raises(KeyError, match=r"weather\.rain"):
        words.keyed(Weather, "weather")


def test_the_domain_holds_no_danish_but_what_it_reads() -> None:
    """Danish that people type is read in danish.py; Danish that people see lives with the cards."""
    for path, tree in trees().items():
        if not path.is_relative_to(ROOT / "bot" / "domain") or path.name == "danish.py":
            continue
        spoken = [ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, DOCUMENTED)]
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in spoken:
                assert node.value.isascii() or not any(sign.isalpha() for sign in node.value), (path, node.value)
                assert not re.fullmatch(r"[A-Z][a-z]+ [a-z ]+[.!?]?", node.value), (path, node.value)


DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def test_ones_own_chat_with_the_bot_has_one_name() -> None:
    other = re.compile(r"(personlig|privat)e? (chat|samtale|besked)")
    assert {key: sentence for key, sentence in words.COPY.items() if other.search(sentence.lower())} == {}
