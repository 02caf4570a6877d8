"""Faults of one kind are told once a minute, and then how many more there were: a broken disk must not fill another."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from bot.journal import faults
from bot.journal.formatter import fault_of, words

WINDOW = 60.0  # seconds


@dataclass(slots=True)
class _Told:
    since: float
    record: logging.LogRecord
    more: int = 0


class Repeats:
    """What was told within the last minute; times are seconds on a clock that never goes back."""

    def __init__(self) -> None:
        self._told: dict[str, _Told] = {}

    def admit(self, record: logging.LogRecord, now: float) -> bool:
        """Whether to tell it: everything that is no fault, and of each kind of fault the first."""
        if (fault := fault_of(record)) is None:
            return True
        kind = f"{record.name} {record.msg} {faults.code(fault)}"
        if kind in self._told and now - self._told[kind].since < WINDOW:
            self._told[kind].more += 1
            return False
        self._told[kind] = _Told(now, _without_fault(record))
        return True

    def over(self, now: float, *, every: bool = False) -> Iterator[logging.LogRecord]:
        """How often each kind came again whose minute is over (or of `every` kind), which is then forgotten."""
        for kind, told in list(self._told.items()):
            if every or now - told.since >= WINDOW:
                del self._told[kind]
                if told.more:
                    told.record.args = (told.record.msg, told.more)
                    told.record.msg = "%s – and %s more of the kind in the minute after"
                    yield told.record


def _without_fault(record: logging.LogRecord) -> logging.LogRecord:
    """The same words; what the fault holds in memory is let go."""
    return logging.LogRecord(record.name, record.levelno, __file__, record.lineno, words(record), (), None)
