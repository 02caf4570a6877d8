"""Texts made to cost time: what is repeated in them."""

import json

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
