"""What something costs beside ordinary work in the same moment, on the same core: seconds alone would tell of both."""

import asyncio
import re
import unicodedata
from collections import Counter
from collections.abc import Awaitable, Callable
from time import sleep, thread_time

A_BLINK = 50.0
"""Times what the work beside it takes: about as many milliseconds where nothing else runs.

For a turn that is the loop's own processor time, the test's client and its Teams included.
"""
_APART = 0.1  # seconds, and more each time
_TRIES = 6
_WORK = "Punkt 4: Lægedækning på Læsø, 20 minutter, 450.000 kr. – begrundelse følger. " * 400
_WORD = re.compile(r"\w+")


async def spent(do: Callable[[], Awaitable[object]]) -> float:
    """How many times the work beside it, at best of a few tries; one that takes less than a blink is enough.

    The tries lie apart: who shares the processor's core, and slows down the one more than the other, may be done by
    then.
    """
    best = float("inf")
    for number in range(_TRIES):
        await asyncio.sleep(number * _APART)
        began = thread_time()
        await do()
        best = min(best, (thread_time() - began) / _beside())
        if best < A_BLINK:
            break
    return best


def quickest(do: Callable[[], object]) -> float:
    """The same of what needs no event loop."""
    best = float("inf")
    for number in range(_TRIES):
        sleep(number * _APART)
        began = thread_time()
        do()
        best = min(best, (thread_time() - began) / _beside())
        if best < A_BLINK:
            break
    return best


def _beside() -> float:
    """Seconds that it takes to fold and count the words of 30,000 characters."""
    began = thread_time()
    Counter(_WORD.findall(unicodedata.normalize("NFKD", _WORK.casefold())))
    return thread_time() - began
