"""What a process writes to its log: enough to find the fault, and nobody's words."""

import ast
import asyncio
import gc
import io
import logging
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from pydantic import TypeAdapter

from bot.domain.kernel.unreadable import Part, Unreadable
from bot.journal import faults, repeats, settled
from bot.journal.formatter import Formatter

WORDS = "Nedlæggelse"
"""What somebody wrote."""
ROOT = Path(__file__).parents[2]
log = logging.getLogger("bot.somewhere")
foreign = logging.getLogger("aiohttp.server")


@pytest.fixture
def out(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What a process that has just begun writes to stderr, at the level that tells most without repeating anything."""
    told = io.StringIO()
    monkeypatch.setattr(logging.root, "handlers", [])
    monkeypatch.setattr(sys, "stderr", told)
    for where, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(where, name, getattr(where, name))
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    levels = {each: logging.getLogger(each).level for each in ("", "bot", "cards", "storage")}
    settled.settle("info")
    yield told
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    for handler in logging.root.handlers:
        handler.close()


def fail(secret: str) -> None:
    """As pydantic, a dictionary and our own code fail, one because of the other."""
    try:
        TypeAdapter(dict[str, int]).validate_python({secret: secret})
    except ValueError as error:
        try:
            raise KeyError(secret) from error
        except KeyError:
            raise ValueError(secret)  # noqa: B904 - what is handled meanwhile is told as well


def test_a_fault_is_told_by_type_and_place_and_never_in_its_own_words(out: io.StringIO) -> None:
    try:
        fail(WORDS)
    except ValueError as error:
        log.exception("It failed, code %s", faults.code(error))
        told = out.getvalue()
    assert WORDS not in told
    for part in ("It failed, code ", "  ValueError\n", "test_log.py:", " fail\n", "while handling KeyError\n"):
        assert part in told, told
    assert "caused by pydantic_core" in told


def test_a_type_that_promises_discretion_is_heard(out: io.StringIO) -> None:
    say("%s", Unreadable("nord", 3, Part.CHARTER, "BrokenFile"))
    say("%s", LookupError(WORDS))
    assert "Forum nord cannot be read: charter of revision 3 (BrokenFile)" in out.getvalue()
    assert "LookupError\n" in out.getvalue()
    assert WORDS not in out.getvalue()


class _Refused(Exception):  # noqa: N818 - a driver's
    sqlstate = "53100"
    table_name = f"{WORDS} med mellemrum"


def test_codes_are_told_and_what_is_no_code_is_not(out: io.StringIO) -> None:
    say("Twice: %s and %s", OSError(28, WORDS, WORDS), _Refused(WORDS))
    assert "Twice: OSError [ENOSPC] and tests.journal.test_log._Refused [53100]" in out.getvalue()


def test_of_others_only_what_stands_in_their_source_is_told(out: io.StringIO) -> None:
    foreign.warning("Error handling request from %s", WORDS)
    foreign.warning(f"Error: {WORDS}")
    assert WORDS not in out.getvalue()
    assert "Error handling request from %s (" in out.getvalue()
    assert "(its words are not repeated) (" in out.getvalue()


def test_a_line_cannot_be_made_to_look_like_two(out: io.StringIO) -> None:
    say("Forum %s", "a\n2027 ERROR bot: b\u2028")
    assert out.getvalue().count("\n") == 1
    assert "a\\x0a2027" in out.getvalue()


@pytest.mark.parametrize("file", [settled.__file__, io.__file__], ids=["ours", "another's"])
def test_a_line_that_does_not_fit_its_values_is_told_without_them(file: str) -> None:
    record = logging.LogRecord("bot", logging.ERROR, file, 1, "%d items", (WORDS,), None)
    assert "ERROR bot: %d items" in Formatter().format(record)
    assert WORDS not in Formatter().format(record)


def test_a_line_that_cannot_be_told_fails_nobody(out: io.StringIO) -> None:
    class Broken(Exception):  # noqa: N818 - that is what it is
        @property
        def status(self) -> int:
            raise RuntimeError(WORDS)

    say("%s", Broken(WORDS))
    assert out.getvalue() == "ERROR bot.somewhere: a line that could not be told\n"


async def test_what_nobody_waits_for_is_told_by_the_name_of_its_work(out: io.StringIO) -> None:
    async def unwatched(text: str) -> None:
        raise ValueError(text)

    settled.watch(asyncio.get_running_loop())
    task = asyncio.create_task(unwatched(WORDS), name=WORDS)
    asyncio.get_running_loop().call_soon(fail, WORDS)
    await asyncio.wait({task})
    del task
    gc.collect()
    assert "Nobody waited for what became of " in out.getvalue()
    assert "unwatched\n  ValueError\n" in out.getvalue()
    assert "a callback\n  ValueError\n" in out.getvalue()
    assert WORDS not in out.getvalue()


def test_whatever_ends_without_being_caught_takes_the_same_way(out: io.StringIO) -> None:
    class Broken:
        def __del__(self) -> None:
            fail(WORDS)

        def __repr__(self) -> str:
            return WORDS

    Broken()
    gc.collect()
    thread = threading.Thread(target=fail, args=(WORDS,), name=WORDS)
    thread.start()
    thread.join()
    try:
        fail(WORDS)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = settled._warned
        warnings.warn(WORDS, stacklevel=1)
    assert WORDS not in out.getvalue()
    for part in ("while it was cleared away\n  ValueError", "A thread ended\n  ValueError", "The program ended\n  Val"):
        assert part in out.getvalue(), out.getvalue()
    assert "UserWarning at " in out.getvalue()


def test_one_kind_is_told_once_a_minute_and_then_how_often(out: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(settled, "monotonic", lambda: now)
    monkeypatch.setattr(settled, "Timer", _NoTimer)
    for second in range(150):
        now = float(second)
        _tell(ValueError)
    assert out.getvalue().count("It failed\n  ValueError") == 3
    assert out.getvalue().count("It failed – and 59 more of the kind in the minute after\n") == 2
    _tell(TypeError)
    assert "It failed\n  TypeError" in out.getvalue()
    say("It failed, but without a fault")
    say("It failed, but without a fault")
    assert out.getvalue().count("without a fault") == 2
    logging.root.handlers[0].close()
    assert out.getvalue().endswith("It failed – and 29 more of the kind in the minute after\n")


def test_how_often_is_told_though_nothing_else_is(out: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(settled, "monotonic", lambda: now)
    monkeypatch.setattr(settled, "Timer", _NoTimer)
    for _ in range(3):
        _tell(ValueError)
    now = repeats.WINDOW
    [timer] = _NoTimer.started
    timer.function()
    assert out.getvalue().endswith("It failed – and 2 more of the kind in the minute after\n")


def test_at_debug_everything_is_told_each_time(out: io.StringIO) -> None:
    settled.settle("debug")
    for _ in range(2):
        try:
            fail(WORDS)
        except ValueError:
            log.exception("It failed")
    assert out.getvalue().count(f"ValueError: {WORDS}") == 2


def test_where_somebody_has_settled_the_log_it_stays() -> None:
    before = logging.root.handlers, logging.root.level, sys.excepthook
    settled.settle("info")
    assert (logging.root.handlers, logging.root.level, sys.excepthook) == before


def test_one_fault_has_one_code_and_another_another() -> None:
    codes = []
    for kind in (ValueError, ValueError, TypeError):
        try:
            raise kind(object())
        except (ValueError, TypeError) as error:
            codes.append(faults.code(error))
    assert (codes[0] == codes[1], codes[1] == codes[2]) == (True, False)
    assert len(codes[0]) == 8


def test_what_the_program_says_is_written_down_and_not_put_together() -> None:
    """What fills it is named apart, so that whoever adds a line sees what it lets out."""
    said = []
    for package in ("bot", "cards", "storage"):
        for file in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                match node:
                    case ast.Call(func=ast.Attribute(value=ast.Name(id="log" | "_log"), attr=name), args=given):
                        said.append((file.name, node.lineno, given[1 if name == "log" else 0]))
    assert len(said) > 15
    assert [each for each in said if not isinstance(each[2], ast.Constant)] == []


def say(words: str, *values: object, fault: Exception | None = None) -> None:
    """As a file of the program does."""
    info = None if fault is None else (type(fault), fault, fault.__traceback__)
    log.handle(logging.LogRecord(log.name, logging.ERROR, settled.__file__, 1, words, values, info))


def _tell(kind: type[Exception]) -> None:
    try:
        raise kind(WORDS)
    except (ValueError, TypeError) as fault:
        say("It failed", fault=fault)


class _NoTimer:
    """A timer whose time does not come by itself."""

    started: ClassVar[list["_NoTimer"]] = []

    def __init__(self, _seconds: float, function: Callable[[], None]) -> None:
        self.function = function
        self.daemon = False

    def start(self) -> None:
        """The newest is the one that runs."""
        self.started[:] = [self]
