"""What the fonts that typst carries can draw; for every other sign something legible stands on paper.

PDF/A allows no empty boxes: typst refuses a document with a sign that no font has. So the signs are looked up before.
`tests/documents/test_pdf.py` lets typst draw every one of them.
"""

import re
import unicodedata
from functools import lru_cache

_DRAWN = """
20-7e a0-34e 350-377 37a-37f 384-38a 38c 38e-3a1 3a3-4ff 510-513 51a-51d 531-556 559-58a 58d-58f 591-5c7 5d0-5ea
5ef-5f4 606-60c 615 61b 61f 621-63a 640-655 65a 660-66d 674 679-67b 67e-680 683-684 686-687 691 698 6a4 6a9 6af 6be
6cc 6f0-6f9 900-950 955-97f 10d0-10ff 1d00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d
1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-200a 2010-2027 202f-2040 2042 2044-2052
2054-205f 2070-2071 2074-208e 2090-209c 20a0-20c0 20d0-20f0 2100-211e 2120 2122 2124 2126-2151 2153-2184 2189
2190-2328
232b-23ff 2422-2423 2460-262f 2638-268b 2690-269c 26a0-26a7 26aa-26b2 2701-2704 2706-2709 270c-2727 2729-274b 274d
274f-2752 2756 2758-275e 2761-277f 2794 2798-27af 27b1-2b73 2b76-2b95 2b97-2bff fb1d-fb36 fb38-fb3c fb3e fb40-fb41
fb43-fb44 fb46-fb4f fb52-fb81 fb8a-fb95 fb9e-fb9f fbaa-fbad fbe8-fbe9 fbfc-fbff fe70-fe74 fe76-fefc fffd
"""
_SURE = "20-7e a0-17f 384-38a 38c 38e-3a1 3a3-3ff 400-45f 2010-2015 2018-201e 2020-2022 2026 20ac 2122 2212 2264-2265"
_POINTS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0E0: "→", 0xF0FC: "✓", 0xF06F: "○"}
"""What Word's own symbol fonts draw in lists, by the numbers under which it is pasted."""

_MOST_ALIKE = 4
"""One sign stands for a whole sentence, which would let a text grow without end."""


def _class(ranges: str) -> str:
    """The ranges as they stand in a regular expression's class."""
    spans = (each.partition("-") for each in ranges.split())
    return "".join(f"{re.escape(chr(int(a, 16)))}-{re.escape(chr(int(b or a, 16)))}" for a, _, b in spans)


_NOT_DRAWN = re.compile(f"[^\n\t{_class(_DRAWN)}]")
_NOT_SURE = re.compile(f"[^\n\t{_class(_SURE)}]")


def drawn() -> tuple[str, ...]:
    """Every sign that is given to typst as it stands."""
    spans = (each.partition("-") for each in _DRAWN.split())
    points = (point for a, _, b in spans for point in range(int(a, 16), int(b or a, 16) + 1))
    return tuple(sign for sign in map(chr, points) if unicodedata.category(sign) not in {"Cn", "Cf"})


def shown(text: str) -> str:
    """The text with something legible for each sign that no font has."""
    return text if text.isascii() else _NOT_DRAWN.sub(lambda found: _instead(found[0]), text)


def plain(text: str) -> str:
    """The text in the letters and signs that are sure to be drawn, for marks that no font sets on a letter."""
    return text if text.isascii() else _NOT_SURE.sub(lambda found: _named(found[0]), text)


@lru_cache(maxsize=4096)
def _instead(sign: str) -> str:
    """The same in other letters where Unicode knows them, the name of a picture, the number of a letter."""
    alike = _POINTS.get(ord(sign)) or unicodedata.normalize("NFKC", sign)
    return _named(sign) if len(alike) > _MOST_ALIKE or _NOT_DRAWN.search(alike) else alike


def _named(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind in {"Mn", "Me", "Cf"} or "SKIN TONE" in unicodedata.name(sign, ""):
        return ""
    name = unicodedata.name(sign, "").lower() if kind == "So" else ""
    return f"[{name or f'U+{ord(sign):04X}'}]"
