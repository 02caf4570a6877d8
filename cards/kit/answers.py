"""Short answers: that something was done, or a polite no, alone or above the card to see instead."""

from bot.domain.kernel.refusal import Refusal
from cards.kit.elements import Card, box, card, text
from cards.kit.words import refusal_text, say


def brief(done: Card) -> Card:
    """Only that it was done: where others read along, what can be acted on stands in its own place."""
    return card(text(done.summary), speak=done.summary)


def refused(refusal: Refusal) -> Card:
    """The refusal alone."""
    words = refusal_text(refusal)
    return card(_banner(words), speak=words)


IN_HAND = Card({}, "")
"""In place of a fresh card: the one in the person's hand holds what was typed, and stays as it is."""


def refused_in_hand(refusal: Refusal) -> Card:
    """The refusal as words alone, beside the card that stays as it is."""
    return Card({}, say("error.in_hand", grund=refusal_text(refusal)))


def refused_above(refusal: Refusal, fresh: Card) -> Card:
    """The refusal above the fresh card: nothing that was typed is lost, and what can be done now stands below."""
    words = refusal_text(refusal)
    content = fresh.content | {"body": [_banner(words), *fresh.content["body"]], "speak": words}
    return Card(content, words)


def _banner(words: str) -> dict[str, object]:
    return box(text(words, bold=True), tone="attention")
