"""Charters for tests: one that settles nothing, and any charter with one thing said otherwise."""

from dataclasses import replace
from typing import Any

from bot.domain.kernel.charter import Charter

SILENT_CHARTER = Charter(id="k", kind="charter", title="Kommissorium", source="x")


def saying(charter: Charter, **said: Any) -> Charter:
    """The charter with other fields at those paths, written `agenda__dispatch_days_before`."""
    for path, value in said.items():
        section, _, name = path.partition("__")
        whole = {section: replace(getattr(charter, section), **{name: value}) if name else value}
        charter = replace(charter, **whole)
    return charter
