"""What makes one process fast: its event loop, and a memory that is not searched for garbage again and again."""

import asyncio
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop]:
    """uvloop where there is one."""
    if sys.platform == "win32":
        return asyncio.new_event_loop
    import uvloop

    return uvloop.new_event_loop


@contextmanager
def gathering() -> Iterator[None]:
    """Look for no garbage while much is gathered that stays: looking takes longer than the gathering itself."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def settle_memory() -> None:
    """Call once everything is loaded: what is there now stays, so that later collections need not look at it."""
    gc.collect()
    gc.freeze()
