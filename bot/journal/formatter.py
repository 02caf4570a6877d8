"""A record as a line, and the fault that it carries below it; whole at DEBUG, otherwise without anybody's words.

Of our own records the words and what fills them are told: they name forums, notices and codes. Of others' records only
words that stand in their source are told, and not what fills them, which may be a request or the state of a task.
"""

import logging
import sys
from collections.abc import Mapping

from bot.journal import faults

_NOT_TOLD = "(its words are not repeated)"
_CONTROLS = {number: f"\\x{number:02x}" for number in (*range(32), 127, *range(128, 160), 0x2028, 0x2029)}


class Formatter(logging.Formatter):
    """With `is_frank` everything is told, as the standard library would."""

    def __init__(self, *, is_frank: bool = False) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._is_frank = is_frank

    def format(self, record: logging.LogRecord) -> str:
        """The record's line, and below it, indented, the fault."""
        if self._is_frank:
            return super().format(record)
        told = [f"{self.formatTime(record)} {record.levelname} {record.name}: {words(record)}"]
        if (fault := fault_of(record)) is not None and record.exc_info:
            told += [f"  {line.translate(_CONTROLS)}" for line in faults.lines(fault)]
        return "\n".join(told)


def fault_of(record: logging.LogRecord) -> BaseException | None:
    """The exception that a record carries, to be shown below it or in its words."""
    if isinstance(record.exc_info, tuple):
        return record.exc_info[1]
    args = record.args if isinstance(record.args, tuple) else ()
    return next((each for each in args if isinstance(each, BaseException)), None)


def words(record: logging.LogRecord) -> str:
    """What the record says, as far as it may be told."""
    if faults.is_ours(record.pathname):
        return _filled(record).translate(_CONTROLS)
    said = record.msg if _stands_in_source(record.msg) else _NOT_TOLD
    return f"{said} ({faults.place(record.pathname, record.lineno)} {record.funcName})".translate(_CONTROLS)


def _filled(record: logging.LogRecord) -> str:
    args = record.args
    try:
        if isinstance(args, Mapping):
            return str(record.msg) % {name: _discreet(each) for name, each in args.items()}
        return str(record.msg) % tuple(map(_discreet, args)) if args else str(record.msg)
    except (TypeError, ValueError, KeyError):  # a mistake in a log line must not be the end of the line
        return str(record.msg)


def _discreet(value: object) -> object:
    return faults.brief(value) if isinstance(value, BaseException) else value


def _stands_in_source(said: object) -> bool:
    """Whether those words are a constant of a function that is just now at work to log them."""
    frame = sys._getframe()
    while frame is not None:
        if isinstance(said, str) and said in (each for each in frame.f_code.co_consts if isinstance(each, str)):
            return True
        frame = frame.f_back  # type: ignore[assignment]  # None at the end
    return False
