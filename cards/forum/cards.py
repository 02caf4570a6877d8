"""Help, the answer to what was no command, and the question which forum is meant."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.domain.forum.actions import ShowHelp
from bot.domain.kernel.action import Action
from cards.forum.region import LONGEST_TITLE
from cards.kit.elements import Card, Json, button, button_rows, card, escape, group, heading, rich, text
from cards.kit.fitting import fitted, shorten
from cards.kit.help import Audience, HelpLine
from cards.kit.words import say

_FORUMS = (20, 5, 2, 0)  # offered at once; what was typed lies in each button


@lru_cache(maxsize=256)  # cards: help is what people ask for most, and nothing else is on it than what is given here
def show_help(forum: str, lines: tuple[HelpLine, ...], *, writes: bool, approves: bool) -> Card:
    """What one can ask for; what only the secretariat or approvers can ask for is shown to them."""
    return card(
        heading(say("help.title")),
        rich(_explained(lines, Audience.EVERYBODY)),
        _section(say("help.approvers"), lines, Audience.APPROVERS) if approves else None,
        _section(say("help.secretariat"), lines, Audience.SECRETARIAT) if writes else None,
        text(say("help.footer"), subtle=True),
        *_ways_in(forum, lines),
        speak=say("help.speak"),
    )


def not_understood(forum: str | None, nearest: str | None) -> Card:
    """The sentence was no command; perhaps it was meant to be the nearest one."""
    words = say("error.unknown_command.nearest", kommando=nearest) if nearest else say("error.unknown_command")
    return card(text(words), actions=[button(say("cmd.btn.help"), ShowHelp(forum=forum))], speak=words)


def which_forum(among: Mapping[str, Action], regions: Sequence[str] = ()) -> Card:
    """Somebody who sits in several forums is asked which is meant; each name asks for its action.

    `regions` are their names with the region of each, since there are several Nords (B8).
    """
    return fitted(lambda most: _which_forum(among, regions, most), _FORUMS)


def _which_forum(among: Mapping[str, Action], regions: Sequence[str], most: int) -> Card:
    words = say("overview.which_forum")
    offered = [button(shorten(name, LONGEST_TITLE), action) for name, action in list(among.items())[:most]]
    return card(
        heading(words),
        *(text(shorten(each, 120), close=True) for each in regions[:most]),
        *button_rows(*offered),
        text(say("overview.other_forum")) if len(among) > most else None,
        speak=words,
    )


def _section(name: str, lines: Sequence[HelpLine], audience: Audience) -> Json:
    return group(heading(name, level=2), rich(_explained(lines, audience)))


def _explained(lines: Sequence[HelpLine], audience: Audience) -> str:
    """What one writes stands out from what it is for."""
    return "\n\n".join(_line(each) for each in lines if each.audience is audience)


def _line(line: HelpLine) -> str:
    written = escape(" · ".join(line.commands))
    return f"**{written}** – {escape(line.meaning)}" if line.meaning else written


def _ways_in(forum: str, lines: Sequence[HelpLine]) -> list[Json]:
    """A button for all that can be opened, but for what is open already."""
    opening = (line for line in lines if line.opens is not ShowHelp)
    return button_rows(*(button(line.title, line.opens(forum=forum)) for line in opening if line.opens))
