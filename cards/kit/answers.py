"""Short answers: that something was done, or a polite no, alone or on the card to see instead."""

from bot.domain.kernel.action import Action
from bot.domain.kernel.refusal import Refusal
from cards.kit.beside import instead_of, says_no, with_refusal
from cards.kit.elements import Card, box, card, error, text
from cards.kit.words import refusal_text, say


def brief(done: Card) -> Card:
    """Only that it was done: where others read along, what can be acted on stands in its own place."""
    return card(text(done.summary), speak=done.summary)


def refused(refusal: Refusal) -> Card:
    """The refusal alone."""
    words = refusal_text(refusal)
    return card(error("error", words, *instead_of(refusal)), speak=words)


def below(refusal: Refusal, shown: Card) -> Card:
    """The card below what would be answered to whoever acts on it, though nothing of theirs was refused."""
    words = refusal_text(refusal)
    body = [box(text(words), tone="warning"), *shown.content["body"]]
    return Card(shown.content | {"body": body, "speak": f"{words} {shown.content['speak']}"}, shown.summary)


IN_HAND = Card({}, "")
"""In place of a fresh card: the one in the person's hand holds what was typed, and stays as it is."""


def refused_in_hand(refusal: Refusal) -> Card:
    """The refusal as words alone, beside the card that stays as it is."""
    return Card({}, say("error.in_hand", grund=refusal_text(refusal)))


def is_words_alone(answer: Card) -> bool:
    """Whether the answer is words beside the card in hand, so that nothing can stand below it."""
    return not answer.content


def refused_on(refusal: Refusal, fresh: Card, action: Action) -> Card:
    """The fresh card with the refusal where the eyes are: at the field and at the button of the refused action.

    Nothing that was typed is lost, and what can be done now stands there too.
    """
    words = refusal_text(refusal)
    content = with_refusal(fresh.content, refusal, action) | {"speak": f"{words} {fresh.content['speak']}"}
    return Card(content, words)


def is_refusal(answer: Card) -> bool:
    """Whether it holds a polite no."""
    return says_no(answer.content)
