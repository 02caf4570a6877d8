"""The way to a page of one's own, on cards that others may see, and in answers that one person alone sees."""

from collections.abc import Sequence

from bot.domain.kernel.action import Action
from bot.domain.page.actions import OpenOwnPage
from cards.kit.answers import is_words_alone
from cards.kit.elements import Card, Json, box, button, buttons, card, heading, link, text
from cards.kit.rows import first_of_rows
from cards.kit.words import listing, say

_MOST_NAMES = 5


def intro() -> Card:
    """What such a page is."""
    title = say("page.title")
    return card(heading(title), text(say("page.intro")), speak=title)


def no_need(about: Action) -> Card:
    """Where nobody else reads along, all can be seen at once."""
    words, here = say("page.no_need"), button(say("page.btn.here"), about, checks_inputs=False)
    return card(heading(say("page.title")), text(words), actions=[here], speak=words)


def with_address(answer: Card, address: str) -> Card:
    """The answer to one person's click, with the address of their page; words alone tell how to get one."""
    if is_words_alone(answer):
        return _said_too(answer, say("page.hidden.words"))
    return _below(answer, text(say("page.hidden")), buttons(link(say("page.btn.open"), address)))


def with_button(answer: Card, opens: OpenOwnPage) -> Card:
    """An answer that everybody reads, with a button whose answer is the clicker's own."""
    opening = button(say("page.btn.open"), opens, checks_inputs=False)
    return _below(answer, text(say("page.hidden.typed")), buttons(opening))


def with_advice(answer: Card, secretariat: Sequence[str], *, may_chat: bool) -> Card:
    """Where there are no pages: one's own chat with the bot, or somebody to ask."""
    names = listing(secretariat[:_MOST_NAMES])
    ask = say("page.hidden.ask", navne=names) if names else say("page.hidden.ask.nobody")
    advice = say("page.hidden.chat") if may_chat else ask
    return _said_too(answer, advice) if is_words_alone(answer) else _below(answer, text(advice))


def _said_too(answer: Card, words: str) -> Card:
    return Card(answer.content, f"{answer.summary} {words}")


def _below(answer: Card, *parts: Json) -> Card:
    """The same card with these parts last, right above its buttons."""
    body = answer.content["body"]
    place = first_of_rows(body, len(body))
    return Card(answer.content | {"body": [*body[:place], box(*parts), *body[place:]]}, answer.summary)
