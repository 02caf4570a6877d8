"""The case of a meeting as one line among its facts, for those who serve."""

from collections.abc import Mapping

from bot.domain.filing.state import Cases
from cards.kit.words import say


def case_facts(cases: Cases | None) -> Mapping[str, str]:
    """The meeting's case number and KLE; nothing where none is said, or the reader does not serve (None)."""
    if cases is None:
        return {}
    whole = cases.whole
    rows = {say("filing.fact.number"): whole.number, say("filing.fact.kle"): whole.kle}
    return {name: value for name, value in rows.items() if value}
