"""What makes one process fast: its event loop, and a memory that is not searched for garbage again and again."""

import asyncio
import gc
import sys
from collections.abc import Callable


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop]:
    """uvloop where there is one."""
    if sys.platform == "win32":
        return asyncio.new_event_loop
    import uvloop

    return uvloop.new_event_loop


def settle_memory() -> None:
    """Call once everything is loaded: what is there now stays, so that later collections need not look at it."""
    gc.collect()
    gc.freeze()
