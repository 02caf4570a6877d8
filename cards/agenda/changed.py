"""The word to somebody whose item was edited by the secretariat: what they wrote, and what it says now."""

from collections.abc import Iterator, Mapping

from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.state import Content, Proposal
from cards.kit.elements import Card, Json, Mention, card, escape, heading, rich, text
from cards.kit.fitting import Room, fitting
from cards.kit.words import listing, medium_date, say

_SHOWN = {"title": "proposal.field.title", "recommendation": "proposal.field.recommendation"}
_NAMED: Mapping[str, str] = {
    "kind": "proposal.field.type",
    "summary": "agenda.text.summary",
    "case_description": "agenda.text.case",
    "financial_note": "agenda.text.economy",
    "amount": "proposal.fact.amount",
    "links": "proposal.fact.links",
    "on_funds": "fund.card.title",
    "is_closed": "agenda.closed_item",
}


def changed(
    proposal: Proposal, now: Content, meeting: Meeting, position: int, *, is_hidden: bool, mention: Mention | None
) -> Card:
    """What of the proposal was changed; `is_hidden` where others read it and the item is closed."""
    title = say("agenda.changed.title")
    called = [] if mention is None else [mention]
    if is_hidden:
        words = say("agenda.changed.hidden")
        return card(_to(mention, words), speak=words, mentions=called)
    date = medium_date(meeting.day)
    told = say("agenda.changed.intro", punkt=position, moede_dato=date, nr=f"{proposal.number}/{proposal.year}")

    def draw(room: Room) -> Card:
        differences = _differences(proposal.content, now, room)
        return card(heading(title), _to(mention, told), *differences, speak=f"{title}. {told}", mentions=called)

    return fitting(draw)


def unchanged(proposal: Proposal, meeting: Meeting, position: int) -> Card:
    """To somebody who was told of a change: the item says again what they proposed."""
    facts = {"punkt": position, "moede_dato": medium_date(meeting.day), "nr": f"{proposal.number}/{proposal.year}"}
    told = say("agenda.changed.back", **facts)
    return card(text(told), speak=told)


def _to(mention: Mention | None, words: str) -> Json:
    return text(words) if mention is None else rich(f"{mention.tag}: {escape(words)}")


def _differences(was: Content, now: Content, room: Room) -> Iterator[Json]:
    for name, label in _SHOWN.items():
        if getattr(was, name) != getattr(now, name):
            for key, content in (("agenda.changed.was", was), ("agenda.changed.is", now)):
                words = room.cut(getattr(content, name)) or say("agenda.changed.nothing")
                yield text(say(key, felt=say(label), ord=words))
    named = [say(label) for name, label in _NAMED.items() if getattr(was, name) != getattr(now, name)]
    if named:
        yield text(say("agenda.changed.also", felter=listing(named)))
