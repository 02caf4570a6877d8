"""Short answers: that something was done, or a polite no, alone or above the card to see instead."""

from bot.domain.kernel.refusal import Refusal
from cards.kit.elements import Card, Tone, box, card, text
from cards.kit.words import refusal_text

_NO: Tone = "attention"


def brief(done: Card) -> Card:
    """Only that it was done: where others read along, what can be acted on stands in its own place."""
    return card(text(done.summary), speak=done.summary)


def refused(refusal: Refusal) -> Card:
    """The refusal alone."""
    words = refusal_text(refusal)
    return card(_banner(words), speak=words)


def refused_above(refusal: Refusal, fresh: Card) -> Card:
    """The refusal above the fresh card: nothing that was typed is lost, and what can be done now stands below."""
    words = refusal_text(refusal)
    content = fresh.content | {"body": [_banner(words), *fresh.content["body"]], "speak": words}
    return Card(content, words)


def is_refusal(answer: Card) -> bool:
    """Whether it begins with a polite no."""
    return bool(answer.content["body"][0].get("style") == _NO)


def _banner(words: str) -> dict[str, object]:
    return box(text(words, bold=True), tone=_NO)
