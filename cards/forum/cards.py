"""Help, the answer to what was no command, and the question which forum is meant."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.domain.forum.actions import ShowHelp
from bot.domain.kernel.action import Action
from cards.forum.lists import bullets
from cards.forum.region import LONGEST_TITLE
from cards.forum.sentences import Speaker, sentences_of
from cards.kit.elements import Card, Json, button, button_rows, card, escape, folded_box, heading, rich, text
from cards.kit.fitting import fitted, shorten
from cards.kit.help import Audience, HelpLine, Wish
from cards.kit.words import keyed, say

_FORUMS = (20, 5, 2, 0)  # offered at once; what was typed lies in each button
_AT_ONCE = ("standing", "propose", "agenda", "meetings", "deadlines")  # what one comes for most often
_FOR = {Audience.APPROVERS: "help.approvers", Audience.SECRETARIAT: "help.secretariat"}
_WISHES = keyed(Wish, "help.wish")


@lru_cache(maxsize=256)  # cards: help is what people ask for most, and nothing else is on it than what is given here
def show_help(
    forum: str, lines: tuple[HelpLine, ...], *, writes: bool, approves: bool, speaks_as: Speaker = Speaker.MEMBER
) -> Card:
    """What one can say and ask for, by what one wants to do; the secretariat's and approvers' part is shown to them."""
    shut_out = {*(() if writes else (Audience.SECRETARIAT,)), *(() if approves else (Audience.APPROVERS,))}
    shown = [line for line in lines if line.audience not in shut_out]
    return card(
        heading(say("help.title")),
        text(say("help.say")),
        *bullets(escape(f"»{each}«") for each in sentences_of(speaks_as)),
        *_ways_in(forum, [line for line in shown if line.name in _AT_ONCE]),
        text(say("help.lead")),
        *(part for wish in Wish for part in _wished(forum, wish, shown)),
        text(say("help.footer"), subtle=True),
        speak=say("help.speak"),
    )


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


def _wished(forum: str, wish: Wish, lines: Sequence[HelpLine]) -> list[Json]:
    """All that one may want there, folded away, so that help stays short on a phone."""
    about = [line for line in lines if line.wish is wish]
    if not about:
        return []
    inner = [part for audience in Audience for part in _section(audience, about)]
    opening = _ways_in(forum, [line for line in about if line.name not in _AT_ONCE])
    return folded_box(f"wish-{wish.value}", say(_WISHES[wish]), *inner, *opening, is_open=False)


def _section(audience: Audience, lines: Sequence[HelpLine]) -> list[Json]:
    meant = [_line(line) for line in lines if line.audience is audience]
    named = [text(say(_FOR[audience]), bold=True)] if meant and audience in _FOR else []
    return [*named, *([rich("\n\n".join(meant))] if meant else [])]


def _line(line: HelpLine) -> str:
    """What one writes stands out from what it is for."""
    written = escape(" · ".join(line.commands))
    return f"**{written}** – {escape(line.meaning)}" if line.meaning else written


def _ways_in(forum: str, lines: Sequence[HelpLine]) -> list[Json]:
    """A button for all that can be opened, but for what is open already."""
    opening = (line for line in lines if line.opens is not ShowHelp)
    return button_rows(*(button(line.title, line.opens(forum=forum)) for line in opening if line.opens))
