"""The log of a process: everything that is to be told about it goes through one handler on stderr."""

import asyncio
import logging
import sys
import threading
import warnings
from contextlib import suppress
from threading import Timer
from time import monotonic
from types import TracebackType
from typing import Any, TextIO

from bot.journal import faults, repeats
from bot.journal.formatter import Formatter
from bot.journal.repeats import Repeats

LEVELS = ("error", "warning", "info", "debug")
USUAL = "warning"
_OURS = ("bot", "cards", "storage")
_log = logging.getLogger(__name__)


class Handler(logging.StreamHandler[TextIO]):
    """Writes to stderr what may be told, and faults of one kind once a minute."""

    def __init__(self) -> None:
        super().__init__(sys.stderr)
        self._repeats = Repeats()
        self._timer: Timer | None = None
        self.be_frank(False)

    def be_frank(self, is_frank: bool) -> None:
        """Whether to tell everything, and each time."""
        self._is_frank = is_frank
        self.setFormatter(Formatter(is_frank=is_frank))

    def emit(self, record: logging.LogRecord) -> None:
        """Tell it now, or count it and tell how often when its minute is over."""
        try:
            self._tell_over()
            if self._is_frank or self._repeats.admit(record, monotonic()):
                super().emit(record)
            elif self._timer is None:
                self._timer = Timer(repeats.WINDOW, self._on_time)
                self._timer.daemon = True
                self._timer.start()
        except Exception:  # noqa: BLE001 - whoever has something to tell must not fail by it
            self.handleError(record)

    def close(self) -> None:
        """Tell what was only counted so far."""
        self._tell_over(every=True)
        super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the standard library's name
        """The standard library would print the record's values."""
        with suppress(OSError, ValueError):  # stderr itself may be gone
            self.stream.write(f"{record.levelname} {record.name}: a line that could not be told\n")

    def _on_time(self) -> None:
        self._timer = None
        self._tell_over()

    def _tell_over(self, *, every: bool = False) -> None:
        self.acquire()
        try:
            for record in self._repeats.over(monotonic(), every=every):
                super().emit(record)
        finally:
            self.release()


def settle(level: str = USUAL) -> None:
    """Let everything that this process says of itself take our way. Where somebody has settled the log, it stays."""
    if not logging.root.handlers:
        logging.root.addHandler(Handler())
        sys.excepthook = _uncaught
        threading.excepthook = _uncaught_in_thread
        sys.unraisablehook = _unraisable
        warnings.showwarning = _warned
    for handler in logging.root.handlers:
        if isinstance(handler, Handler):
            is_frank = level == "debug"
            handler.be_frank(is_frank)
            logging.root.setLevel(logging.DEBUG if is_frank else logging.WARNING)
            for name in _OURS:
                logging.getLogger(name).setLevel(level.upper())


def watch(loop: asyncio.AbstractEventLoop) -> None:
    """Let the loop tell in our way what nobody awaited."""
    loop.set_exception_handler(_unattended)


def _unattended(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """The loop's own words show the task with all that it holds."""
    task = context.get("task") or context.get("future")
    work = task.get_coro() if isinstance(task, asyncio.Task) else None
    name = getattr(work, "__qualname__", "a callback")
    _log.error("Nobody waited for what became of %s", name, exc_info=context.get("exception"))


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    _log.critical("The program ended", exc_info=(kind, error, trace))


def _uncaught_in_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        _log.error("A thread ended", exc_info=told.exc_value)


def _unraisable(told: "sys.UnraisableHookArgs") -> None:
    _log.error("Something failed while it was cleared away", exc_info=told.exc_value)


def _warned(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Of a warning's words some repeat values, too."""
    _log.warning("%s at %s", category.__name__, faults.place(filename, lineno))
