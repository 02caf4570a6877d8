"""Texts made to cost time: what is repeated in them, and how to see what the event loop spends on one."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from time import sleep, thread_time

A_BLINK = 0.05
"""Seconds of the loop's own processor time, the test's client and its Teams included."""
_APART = 0.1  # seconds, and more each time

UNITS = {
    "letters": "a",
    "words": "ord ",
    "spaces": " ",
    "lines": "a\n",
    "marks": "\u0301\u0323",
    "marked letters": "a" + "\u0301\u0323" * 50,
    "marks that come of normalising": "\uff9e\u0301\u0f73",
    "signs that become many": "\ufdfa",
    "jamo": "\u1100\u1161\u11a8",
    "emoji": "👩\u200d👩\u200d👧\u200d",
    "direction": "\u202e\u2066\u200f",
    "commas": ",",
    "commas and brackets": ",(",
    "brackets": "(",
    "closed brackets": ")",
    "square brackets": "[](",
    "digits": "1",
    "pairs of digits": "01 ",
    "years": "2010 2011 ",
    "numbers like CPR numbers": "310290-1234 ",
    "dates": "16/3-2027 ",
    "times": "16.03.27 1630 ",
    "dots": ".",
    "domains": "a.dk ",
    "addresses": "https://a.b/c?",
    "at signs": "@",
    "mails": "a@b.c",
    "slashes": "/",
    "backslashes": "\\",
    "quotes": "\"'",
    "mentions": "<at>",
    "open mentions": "<at ",
    "entities": "&amp;&#65;",
    "endless entities": "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "Markdown": "*_`~#",
    "functions": "{{DATE(",
    "colons": ":",
    "numbers": "nr 1 ",
    "halves": "1½",
}
"""By name; each repeated as often as there is room."""


def made(unit: str, most: int, most_bytes: int = 220_000) -> str:
    """As much of it as has room, in characters and in bytes of JSON."""
    each = UNITS[unit]
    characters = min(most, most_bytes * len(each) // len(json.dumps(each)[1:-1]))
    return (each * (characters // len(each) + 1))[:characters]


async def spent(do: Callable[[], Awaitable[object]], enough: float, tries: int = 6) -> float:
    """Seconds of this thread's processor that it takes, at best of a few tries; one that is quick is enough.

    The tries lie apart: who shares the processor's core, and slows it down, may be done by then.
    """
    best = float("inf")
    for number in range(tries):
        await asyncio.sleep(number * _APART)
        began = thread_time()
        await do()
        best = min(best, thread_time() - began)
        if best < enough:
            break
    return best


def quickest(do: Callable[[], object], enough: float, tries: int = 6) -> float:
    """The same of what needs no event loop."""
    best = float("inf")
    for number in range(tries):
        sleep(number * _APART)
        began = thread_time()
        do()
        best = min(best, thread_time() - began)
        if best < enough:
            break
    return best
