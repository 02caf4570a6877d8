"""What is told of a suggestion: to the secretariat word by word, to its author, and to an approver who said yes."""

from bot.domain.wording.state import Kind
from cards.kit.elements import Card, Json, Mention, button_rows, card, heading, text, text_input
from cards.kit.elements import called as calling
from cards.kit.fitting import fitted
from cards.kit.words import medium_date, say
from cards.wording.body import LEVELS, reason, said
from cards.wording.buttons import answers, see, see_all, see_minutes
from cards.wording.view import STATUSES, Act, WordingView, called, state_words


def suggested(view: WordingView, mention: Mention | None, *, is_public: bool) -> Card:
    """To one of the secretariat, with both answers; where others read along only that there is one, and the way to it.

    Once it is answered it says so, and asks for nothing.
    """
    key = "wording.told.comment" if view.kind is Kind.COMMENT else "wording.told.suggestion"
    words = say(key, navn=view.name, punkt=view.position or "", moede_dato=medium_date(view.meeting.day))
    is_open = Act.ANSWER in view.acts and not is_public

    def draw(most: int) -> Card:
        inner = [text(say("wording.elsewhere"), subtle=True)] if is_public else said(view, most)
        return card(
            heading(called(view)),
            calling(mention, words),
            *inner,
            text(state_words(view)),
            None if is_public else reason(view, most),
            text_input("words", say("wording.field.reason"), multiline=True) if is_open else None,
            *button_rows(*(answers(view) if is_open else ()), see(view), see_all(view.forum, view.meeting)),
            speak=f"{words} {state_words(view)}",
            mentions=_mentions(mention),
        )

    return fitted(draw, LEVELS)


def answered(view: WordingView, mention: Mention | None, *, is_public: bool) -> Card:
    """To whoever suggested it: whether it was taken, and why not."""
    moede_dato = medium_date(view.meeting.day)
    words = say("wording.told.answer", rettelse=called(view), moede_dato=moede_dato, status=say(STATUSES[view.status]))

    def draw(most: int) -> Card:
        return card(
            heading(say("wording.told.answer.title")),
            calling(mention, words),
            *([] if is_public else said(view, most)),
            None if is_public else reason(view, most),
            actions=[see(view), see_minutes(view.forum, view.meeting)],
            speak=words,
            mentions=_mentions(mention),
        )

    return fitted(draw, LEVELS)


def changed(view: WordingView, mention: Mention | None, *, is_public: bool) -> Card:
    """To an approver whose yes was to the words before."""
    words = say("wording.told.changed", punkt=view.position or "", moede_dato=medium_date(view.meeting.day))

    def draw(most: int) -> Card:
        return card(
            heading(say("wording.told.changed.title")),
            calling(mention, words),
            *(_text_alone(view, most) if not is_public else ()),
            actions=[see_minutes(view.forum, view.meeting)],
            speak=words,
            mentions=_mentions(mention),
        )

    return fitted(draw, LEVELS)


def _text_alone(view: WordingView, most: int) -> list[Json]:
    return said(view, most)[1:]


def _mentions(mention: Mention | None) -> list[Mention]:
    return [] if mention is None else [mention]
