"""What is said to a sentence, with the acts that it may have meant as buttons."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.domain.kernel.action import Action, Command
from bot.domain.saying.absent import Absent
from bot.domain.saying.actions import Lead, Offered
from cards.kit.elements import Card, Json, box, button, buttons, card, text
from cards.kit.fitting import fitted, shorten
from cards.kit.naming import Naming
from cards.kit.titled import plain
from cards.kit.words import keyed, say
from cards.saying.titles import title_of

_LEADS: Mapping[Lead, str] = {
    Lead.CLICK: "saying.lead.click",
    Lead.NOT_UNDERSTOOD: "saying.lead.not_understood",
    Lead.HELLO: "saying.lead.hello",
    Lead.THANKS: "saying.lead.thanks",
    Lead.ABSENT: "saying.lead.absent",
    Lead.NOTHING_MEANT: "saying.lead.nothing_meant",
    Lead.QUOTED: "saying.lead.quoted",
    Lead.LEFT: "saying.lead.left",
    Lead.SEVERAL: "saying.lead.several",
}
_ALONE: Mapping[Lead, str] = {
    **_LEADS,
    Lead.CLICK: "saying.alone.not_understood",
    Lead.NOT_UNDERSTOOD: "saying.alone.not_understood",
    Lead.HELLO: "saying.alone.hello",
    Lead.NOTHING_MEANT: "saying.alone.nothing_meant",
}
"""The same where there is nothing to offer."""
_ABSENT = keyed(Absent, "saying.absent")
_OWN = ("words", "reason", "question", "limits", "duty", "title")
"""Fields with people's own words."""
_LONGEST_SHOWN = 600  # characters
_ON_A_PHONE, _SURE = 45, 40  # characters of a button that 360 px show: of usual letters, and of wide ones


def offered(action: Offered, naming: Naming) -> Card:
    """The lead, and a button for each act below the other; the first is what a "ja" means.

    Where people wrote more than Teams takes on so many buttons, the last ones are left out.
    """
    named = [replace(each, forum=naming.forum.id) for each in action.offers]
    return fitted(lambda number: _drawn(action, named[:number], naming), range(len(named), -1, -1))


def _drawn(action: Offered, offers: Sequence[Action], naming: Naming) -> Card:
    titles = [title_of(each, naming) for each in offers]
    said_back = _said_back(action, offers, naming)
    words = said_back or _lead(action, offers)
    shown = _offers(offers, naming, tells=not said_back)
    return card(text(words), *shown, speak=" ".join((words, *titles)), summary=words)


def _said_back(action: Offered, offers: Sequence[Action], naming: Naming) -> str:
    """What was understood, where that is one thing."""
    if action.lead is not Lead.CLICK or len(offers) != 1:
        return ""
    return say("saying.lead.click.single", hvad=_told(offers[0], naming).rstrip(" …"))


def _lead(action: Offered, offers: Sequence[Action]) -> str:
    if action.offers and not offers:
        return say("saying.too_long")
    if action.lead is Lead.ABSENT and action.absent in _ABSENT:
        return say(_ABSENT[Absent(action.absent)])
    return say((_LEADS if offers else _ALONE)[action.lead])


def _offers(offers: Sequence[Action], naming: Naming, *, tells: bool) -> Iterator[Json]:
    """Each button, and above it what a phone would cut off, and the person's own words that it sends.

    Words that several buttons in a row send are shown once.
    """
    above = ""
    for action in offers:
        told = _told(action, naming)
        title = _on_a_phone(action, told, naming)
        own = _own_words(action, title)
        if own and own != above:
            yield box(text(say("saying.words"), subtle=True), text(shorten(own, _LONGEST_SHOWN), close=True))
        above = own
        if tells and len(told) > _ON_A_PHONE:
            yield text(told)
        yield buttons(button(title, action))


def _on_a_phone(action: Action, told: str, naming: Naming) -> str:
    """The title whole, or without one's own words; where that is too long as well, as much as is sure to be shown."""
    fitting = (each for each in (title_of(action, naming), told) if len(each) <= _ON_A_PHONE)
    return next(fitting, None) or title_of(action, replace(naming, room=_SURE))


def _told(action: Action, naming: Naming) -> str:
    """The title without the words that are shown beside it."""
    return title_of(action, replace(naming, quotes=False))


def _own_words(action: Action, title: str) -> str:
    """What is sent of them; a form shows them itself, unless it is longer than the button tells.

    What is to be closed is not read out where others may look on.
    """
    if getattr(action, "is_closed", None):
        return ""
    own = next((words for name in _OWN if (words := getattr(action, name, None))), "")
    return "" if not isinstance(action, Command) and plain(own) in title else str(own).strip()
