"""An exception as the log may tell it: its type, its codes and where it came from, and no word that data could fill.

What an exception says of itself may repeat what was stored or typed: drivers quote rows, pydantic its input, KeyError
its key. So its message is left out, unless its type promises with `is_discreet = True` that nothing of the kind is in
it. Values of variables are never told.
"""

import errno
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

_ROOT = f"{Path(__file__).parents[2].as_posix()}/"
_OURS = tuple(f"{_ROOT}{package}/" for package in ("bot", "cards", "storage"))
_CODES = ("sqlite_errorname", "sqlstate", "schema_name", "table_name", "column_name", "constraint_name", "status")
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,63}", re.ASCII)
_MOST_LINKS = 8  # exceptions that led to each other
_MOST_FRAMES = 30  # of each, the innermost: what called itself without end is told by its end


def is_ours(file: str) -> bool:
    """Whether a file of code is one of this program's."""
    return file.replace("\\", "/").startswith(_OURS)


def place(file: str, line: int) -> str:
    """Where in the code, without where on the machine."""
    plain = file.replace("\\", "/")
    if is_ours(file):
        return f"{plain.removeprefix(_ROOT)}:{line}"
    return f"{'/'.join(plain.rpartition('-packages/')[2].split('/')[-3:])}:{line}"


def lines(error: BaseException) -> list[str]:
    """The exception and what led to it, each with its frames, outermost first."""
    return list(_chain(error, "", _MOST_LINKS))


def code(error: BaseException) -> str:
    """What a person is given to refer to: the same for faults of one kind, so that the log, which tells each kind
    once a minute, has it.
    """
    return sha256("\n".join(lines(error)).encode()).hexdigest()[:8]


def brief(error: BaseException) -> str:
    """Its type and codes in one line, and what it says where that is discreet."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    codes = " ".join(_codes(error))
    says = f": {' '.join(str(error).split())}" if getattr(kind, "is_discreet", False) else ""
    return f"{name}{f' [{codes}]' if codes else ''}{says}"


def _codes(error: BaseException) -> Iterator[str]:
    if isinstance(error, OSError) and error.errno is not None:
        yield errno.errorcode.get(error.errno, str(error.errno))
    for name in _CODES:
        told = getattr(error, name, None)
        if isinstance(told, int | str) and _CODE.fullmatch(str(told)):
            yield str(told)


def _chain(error: BaseException, led: str, most: int) -> Iterator[str]:
    yield f"{led}{brief(error)}"
    yield from (f"  {frame}" for frame in _frames(error.__traceback__))
    if most == 0:
        return
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions[:_MOST_LINKS]:
            yield from _chain(each, "together with ", most - 1)
    if error.__cause__ is not None:
        yield from _chain(error.__cause__, "caused by ", most - 1)
    elif error.__context__ is not None and not error.__suppress_context__:
        yield from _chain(error.__context__, "while handling ", most - 1)


def _frames(traceback: TracebackType | None) -> list[str]:
    """Our own frames, and the innermost, whoever's it is."""
    walked = [(frame.f_code, line) for frame, line in walk_tb(traceback)]
    told = [each for each in walked[:-1] if is_ours(each[0].co_filename)] + walked[-1:]
    return [f"{place(code.co_filename, line)} {code.co_qualname}" for code, line in told[-_MOST_FRAMES:]]
