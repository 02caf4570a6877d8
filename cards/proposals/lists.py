"""The list of one's own proposals with what became of them, and the list of all that are open."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.domain.proposals.triage import Act
from cards.kit.elements import Card, Json, button_rows, card, group, heading, text
from cards.kit.fitting import Room, fitted
from cards.kit.words import medium_date, say
from cards.proposals.buttons import OWN, act_button, see, treat
from cards.proposals.view import ProposalView, status_words

_LEVELS = (*((Room(200, 0), most) for most in (20, 10, 5, 0)), (Room(40, 0), 0))  # and how many have all buttons


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A proposal, what became of it where that is more than its status, and what the reader may do with it."""

    view: ProposalView
    fate: str = ""
    acts: Collection[Act] = ()


def mine(listed: Iterable[Listed]) -> Card:
    """One's newest proposals, with what one may do with each."""
    return _list(say("proposal.mine.title"), say("proposal.mine.none"), tuple(listed), OWN, has_more=False)


def open_ones(listed: Iterable[Listed], *, has_more: bool) -> Card:
    """The forum's open proposals, oldest first."""
    return _list(say("proposal.open.title"), say("proposal.open.none"), tuple(listed), (Act.ACCEPT,), has_more=has_more)


def _list(title: str, none: str, shown: Sequence[Listed], offered: Collection[Act], *, has_more: bool) -> Card:
    def drawn(level: tuple[Room, int]) -> Card:
        room, most = level
        return card(
            heading(title),
            *(_line(each, offered if place < most else (), room) for place, each in enumerate(shown)),
            None if shown else text(none),
            text(say("proposal.open.more"), subtle=True) if has_more else None,
            speak=f"{title}: {len(shown)}" if shown else none,
        )

    return fitted(drawn, _LEVELS)


def _line(each: Listed, offered: Collection[Act], room: Room) -> Json:
    view = each.view
    number = f"{say('proposal.fact.number')} {view.number}/{view.year}"
    treats = Act.ASK in each.acts or Act.ACCEPT in each.acts
    opened = treat(view) if treats else see(view)
    acts = [act_button(view, act) for act in offered if act in each.acts]
    return group(
        text(room.cut(view.title), bold=True),
        text(" · ".join(filter(None, (number, *_whose(each)))), subtle=True, close=True),
        text(room.cut(each.fate or status_words(view)), close=True),
        text(say("proposal.open.leader"), close=True) if view.dialogue.leader else None,
        text(say("proposal.open.change"), close=True) if view.dialogue.change else None,
        text(say("proposal.line.lacks_content"), close=True) if view.lacks_content else None,
        *button_rows(*acts, opened),
        divided=True,
    )


def _whose(each: Listed) -> tuple[str, ...]:
    """Who made it and for which meeting; what became of one's own tells the one, and oneself the other."""
    view = each.view
    if each.fate or view.meeting is None:
        return () if each.fate else (view.by,)
    return view.by, say("proposal.line.meeting", moede_dato=medium_date(view.meeting.day))
