"""Reads a small, strict part of YAML and keeps the line of every value; whatever else a file holds is refused."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bot.charters.problems import Problem, broken

SIZE_LIMIT = 256 * 1024  # bytes: a file of a thousand people, and what reading may cost
DEPTH_LIMIT = 16

_WORDS: Mapping[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_NO_YAML = "kan ikke læses som YAML: se efter indrykning, kolon og anførselstegn"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Node:
    """A value as plain Python (mappings are dicts, sequences tuples), with its line and its parts."""

    value: Any
    line: int
    parts: Mapping[str | int, "Node"] = field(default_factory=dict)

    def line_of(self, *path: str | int) -> int:
        """The line of the value at that path, or of the nearest thing around it that exists."""
        node = self
        for step in path:
            if step not in node.parts:
                break
            node = node.parts[step]
        return node.line


class _Unreadable(Exception):  # noqa: N818 - never leaves this module
    """Reading cannot go on after this problem."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.problem = Problem(line, reason)


def raw_of(path: Path) -> bytes:
    """The bytes of a file, as many of them as show that it is too large; raises OSError."""
    with path.open("rb") as file:
        return file.read(SIZE_LIMIT + 1)


def decode(raw: bytes, filename: str) -> str:
    """The text of a file; raises BrokenFile where it is too large or no UTF-8."""
    if len(raw) > SIZE_LIMIT:
        raise broken(filename, [Problem(1, f"filen er for stor: højst {SIZE_LIMIT // 1024} KiB")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise broken(filename, [Problem(line, "filen skal være tekst i UTF-8")]) from None


def read(text: str, filename: str) -> Node:
    """The one document in the text; raises BrokenFile with every problem found."""
    node, problems = read_as_far(text, filename)
    if problems:
        raise broken(filename, problems)
    return node


def read_as_far(text: str, filename: str) -> tuple[Node, list[Problem]]:
    """The same with the problems that a reader can go on after; raises BrokenFile at one where it cannot."""
    if len(text) > SIZE_LIMIT:
        raise broken(filename, [Problem(1, f"filen er for stor: højst {SIZE_LIMIT // 1024} KiB")])
    problems: list[Problem] = []
    try:
        node = _document(_events(text), problems)
    except _Unreadable as unreadable:
        raise broken(filename, [*problems, unreadable.problem]) from None
    return node, problems


def _events(text: str) -> Iterator[Event]:
    line = 1
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            line = _line(event)
            yield event
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        noticed = mark.line + 1 if mark else line
        raise _Unreadable(min(noticed, len(text.splitlines())), _NO_YAML) from None
    except YAMLError as error:
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        raise _Unreadable(line, "filen indeholder et tegn, der ikke er tilladt") from None
    except (ValueError, OverflowError, AssertionError):  # what ruamel lets slip for absurd escapes and versions
        raise _Unreadable(line, _NO_YAML) from None


def _document(events: Iterator[Event], problems: list[Problem]) -> Node:
    node: Node | None = None
    for event in events:
        if isinstance(event, DocumentStartEvent) and node is not None:
            raise _Unreadable(_line(event), "filen må kun indeholde ét dokument")
        if isinstance(event, NodeEvent):
            node = _node(events, event, _line(event), 0, problems)
    if node is None:
        raise _Unreadable(1, "filen er tom")
    if not isinstance(node.value, dict):
        raise _Unreadable(node.line, "filen skal bestå af nøgler og værdier")
    return node


def _node(events: Iterator[Event], event: Event, line: int, depth: int, problems: list[Problem]) -> Node:
    if depth > DEPTH_LIMIT:
        raise _Unreadable(line, f"for mange niveauer: højst {DEPTH_LIMIT}")
    problems.extend(_forbidden_marks(event))
    if isinstance(event, MappingStartEvent):
        return _mapping(events, line, depth, problems)
    if isinstance(event, SequenceStartEvent):
        return _sequence(events, line, depth, problems)
    if isinstance(event, ScalarEvent):
        return Node(_scalar(event, problems), line)
    return Node(None, line)


def _forbidden_marks(event: Event) -> Iterator[Problem]:
    if isinstance(event, AliasEvent):
        yield Problem(_line(event), "henvisninger (*) er ikke tilladt: skriv værdien igen")
    elif getattr(event, "anchor", None) is not None:
        yield Problem(_line(event), "ankre (&) er ikke tilladt: skriv værdien igen")
    if getattr(event, "tag", None) is not None:
        yield Problem(_line(event), "mærker (!) er ikke tilladt")


def _mapping(events: Iterator[Event], line: int, depth: int, problems: list[Problem]) -> Node:
    parts: dict[str | int, Node] = {}
    for event in events:
        if isinstance(event, MappingEndEvent):
            break
        key_line = _line(event)
        if not isinstance(event, ScalarEvent):
            raise _Unreadable(key_line, "en nøgle skal være tekst")
        problems.extend(_forbidden_marks(event))
        key = str(event.value)
        if key in parts:
            problems.append(Problem(key_line, f"nøglen »{printable(key)}« står der allerede"))
        parts[key] = _node(events, next(events), key_line, depth + 1, problems)
    return Node({key: part.value for key, part in parts.items()}, line, parts)


def _sequence(events: Iterator[Event], line: int, depth: int, problems: list[Problem]) -> Node:
    parts: dict[str | int, Node] = {}
    for event in events:
        if isinstance(event, SequenceEndEvent):
            break
        parts[len(parts)] = _node(events, event, _line(event), depth + 1, problems)
    return Node(tuple(part.value for part in parts.values()), line, parts)


def _scalar(event: ScalarEvent, problems: list[Problem]) -> Any:
    text = str(event.value)
    if event.style is not None:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DATE.fullmatch(text):
        return _date(text, _line(event), problems)
    return text


def _date(text: str, line: int, problems: list[Problem]) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        problems.append(Problem(line, f"»{text}« er ingen dato"))
        return None


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1


def printable(text: str) -> str:
    """Text from a file, shortened and without control or direction marks, so that it can stand in a reason."""
    short = text if len(text) <= 60 else text[:59] + "…"
    return "".join(sign if sign.isprintable() else "·" for sign in short)
