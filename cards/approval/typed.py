"""What somebody was writing when they pressed another button than an answer's, where the card has no field for it."""

from dataclasses import replace

from cards.kit.elements import Card, box, text
from cards.kit.words import say

_FIELD = "words"


def still_typed(answer: Card, words: str) -> Card:
    """The answer as it is where it has the field; else with the words, and that they were not sent."""
    body = answer.content.get("body", [])
    if not words.strip() or any(each.get("id") == _FIELD for each in body):
        return answer
    unsent = box(text(say("approval.words_unsent"), bold=True), text(words), tone="warning")
    return replace(answer, content=answer.content | {"body": [*body, unsent]})
