"""Which forum somebody of several speaks of: the one that the sentence names, the one just spoken of, or nobody knows.

A forum is taken for meant without being named where the sentence refers back to what was said within the hour: by a
pronoun, or as an answer to an offer. A short one does so, too, but only to show something: a guess changes nothing.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.forum.actions import AdminAction, TieChannel
from bot.domain.kernel.action import AcrossForums, Query
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.danish import bare
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.meetings.actions import ShowMeetings
from bot.domain.saying.actions import Lead, Offered, Said
from bot.usecases.forum_named import forum_named
from bot.usecases.said.moment import Talk
from bot.usecases.turn import Turn
from bot.usecases.understanding import understand_exactly
from bot.usecases.understanding.agreeing import agreed
from storage import forum as forums
from storage.engine.connection import Connection

Met = Callable[[Said], Awaitable[AnyQuery | AnyCommand]]
"""What a sentence is met with in the forum that it names."""

_MOST_TRIED = 5  # forums
_SHORT = 3  # words
_LONGEST_BACK = 200  # characters; whoever writes more says what they mean
_BACK = re.compile(r"\b(?:den|det|dem|denne|dette|disse|samme|der|deri|derfra)\b(?! *[0-9])")
_OF_NO_FORUM = frozenset({Lead.HELLO, Lead.THANKS, Lead.NOTHING_MEANT, Lead.NOT_UNDERSTOOD})


async def placed(conn: Connection, turn: Turn, said: Said, talk: Talk, met: Met) -> AnyQuery | AnyCommand:
    """The sentence with its forum, or what needs none; as it is where that must be asked, or need not."""
    if turn.conversation.place is Place.CHANNEL or said.forum is not None:
        return said
    seated = list(dict.fromkeys(forum for forum, _, _ in await forums.seated(conn, turn.sender.object_id)))
    if len(seated) < 2:
        return said
    names = {forum: await forums.name(conn, forum) or forum for forum in seated}
    if (named := forum_named(said.words, names)) is not None:
        forum, rest = named
        exact = understand_exactly(rest) if rest else None
        known = said if exact is None or isinstance(exact, TieChannel | AdminAction) else exact
        return replace(known, forum=forum)
    if talk.is_fresh and talk.forum in seated:
        back = replace(said, forum=talk.forum)
        if _refers_back(said.words, talk) or (_is_short(said.words) and await _shows(back, met)):
            return back
    return await _of_none(said, seated, met)


def _refers_back(words: str, talk: Talk) -> bool:
    if agreed(words, talk) is not None:
        return True
    return len(words) <= _LONGEST_BACK and _BACK.search(bare(words)) is not None


def _is_short(words: str) -> bool:
    return len(words) <= _LONGEST_BACK and len(words.split()) <= _SHORT


async def _shows(said: Said, met: Met) -> bool:
    """Whether it asks to be shown something there that is there."""
    found = await _found(said, met)
    return isinstance(found, Query) and not isinstance(found, Offered)


async def _of_none(said: Said, seated: list[str], met: Met) -> AnyQuery | AnyCommand:
    """What is answered of all forums, or is not understood in any; else the sentence, which needs one."""
    first: str | None = None
    for forum in seated[:_MOST_TRIED]:
        found = await _found(replace(said, forum=forum), met)
        if isinstance(found, AcrossForums | ShowMeetings):
            return replace(found, forum=None)
        if found is not None and not (isinstance(found, Offered) and found.lead in _OF_NO_FORUM):
            return said
        first = first or (forum if found is not None else None)
    return replace(said, forum=first)


async def _found(said: Said, met: Met) -> AnyQuery | AnyCommand | None:
    """What it is met with there; None where they have no seat any more, or nobody can read the forum."""
    try:
        return await met(said)
    except (Refusal, Unreadable):
        return None
