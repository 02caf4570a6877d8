"""Rows for a spreadsheet: semicolons, UTF-8 with the mark that Excel knows it by, and no text that becomes a formula.

That is what Danish Excel opens by a double click, and what records systems here import. A cell that would begin a
formula stands after an apostrophe, as it is usually done; so does one that begins with an apostrophe, so that what was
written can be had again by taking one away.
"""

import csv
import io
from collections.abc import Iterable

BOM = "\ufeff"
"""By which a spreadsheet knows that the letters are UTF-8."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""What a spreadsheet would take a text for a formula by, and what stands before it then."""


def table(rows: Iterable[Iterable[str]]) -> str:
    """The rows as they are written to a file."""
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerows(tuple(map(harmless, row)) for row in rows)
    return BOM + written.getvalue()


def harmless(cell: str) -> str:
    """The text, which a spreadsheet shows as it is."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA) else cell
