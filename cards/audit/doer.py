"""Who did what an entry of the log tells of: a person and the account, whoever ran the command line, or the clock."""

from collections.abc import Mapping
from typing import Any

from cards.kit.words import say

NAMED = frozenset({"account", "by"})
"""The facts that say it."""


def doer(actor: str | None, facts: Mapping[str, Any]) -> str:
    """In words; an admin may act without a seat."""
    if (account := facts.get("account")) is not None:
        return say("audit.by.account", navn=actor or say("audit.by.nobody"), konto=account)
    if (operator := facts.get("by")) is not None:
        return say("audit.by.operator", navn=operator)
    return actor or say("common.clock")
