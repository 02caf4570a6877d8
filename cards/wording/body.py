"""What a suggestion says, word by word against the text that it was held against and, where that changed, today's."""

from bot.domain.kernel.rewording import Mark, Run, reworded
from bot.domain.wording.state import Kind
from cards.kit.elements import Json, box, present, text
from cards.kit.fitting import shorten
from cards.kit.reworded import difference
from cards.kit.words import say
from cards.wording.view import WordingView, by_whom

LEVELS = (2_000, 1_000, 500, 250, 100)
"""Characters of each text, fullest first."""
_AROUND = 200  # characters that stay beside a change


def said(view: WordingView, most: int) -> list[Json]:
    """Whose it is and what it says; of a closed item that may not be shown here, only whose."""
    if view.is_hidden:
        return [text(by_whom(view), subtle=True), text(say("wording.hidden"), subtle=True)]
    return [text(by_whom(view), subtle=True), *_texts(view, most)]


def reason(view: WordingView, most: int) -> Json | None:
    """Why it was not taken, where that was said."""
    if view.answered is None or not view.answered.reason or view.is_hidden:
        return None
    return text(say("wording.reason", ord=shorten(view.answered.reason, most)))


def _texts(view: WordingView, most: int) -> list[Json]:
    if view.kind is Kind.COMMENT:
        return [text(shorten(view.words, most))]
    against = difference(say("wording.difference"), changed(view.seen, view.words), around=_AROUND, most=most)
    if not view.is_overtaken:
        return [against]
    now = difference(say("wording.difference.now"), changed(view.present, view.words), around=_AROUND, most=most)
    return present(
        [
            box(text(say("wording.overtaken"), bold=True), tone="warning"),
            against,
            text(say("wording.present", ord=shorten(view.present, most) or say("wording.nothing"))),
            now,
        ]
    )


def changed(before: str, after: str) -> tuple[Run, ...]:
    """What goes and what comes; of a text that stood nowhere all is new."""
    return reworded(before, after) if before else (Run(Mark.NEW, after),)
