"""A document became no file: the line that the command line prints."""

from cards.kit.words import say


def line(title: str, *, is_too_long: bool) -> str:
    """Which document, why, and what can be had of it all the same."""
    return say("undrawn.too_long" if is_too_long else "undrawn.too_heavy", titel=title)
