"""Somebody of several forums is asked which is meant, shown one list across all, and told which an answer is about."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from itertools import chain

from bot.domain.actions import AnyAction
from bot.domain.approval.rules import missing
from bot.domain.approval.state import Standpoint
from bot.domain.duties.owners import acting
from bot.domain.kernel.action import Action
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.meetings.actions import ShowMeetings
from bot.domain.meetings.standing_in import acts_for
from bot.domain.proposals.triage import is_open
from bot.usecases.asker import Asker, find_asker
from bot.usecases.charter_texts import read_charter
from bot.usecases.desk import Desk, desk_of
from bot.usecases.duties.loading import owed
from bot.usecases.rights import is_secretariat
from bot.usecases.turn import Roster, Turn
from cards.forum.cards import which_forum
from cards.forum.region import named, told_apart
from cards.kit.answers import is_words_alone, refused
from cards.kit.elements import Card
from cards.meetings.across import Part, of_forum, several_forums
from storage import approval, proposals
from storage import forum as forums
from storage.engine.connection import Connection

_LONGEST_ASKED = 2_000  # characters that a question which repeats them can hold
_MOST_MEETINGS = 3  # of each forum


async def answer(
    conn: Connection, turn: Turn, action: AnyAction, among: Sequence[str], roster: Roster, now: datetime
) -> Card:
    """The list across the forums where that was asked for, else the question which is meant."""
    known = {forum: await _named(conn, forum) for forum in among}
    if isinstance(action, ShowMeetings):
        return several_forums([each async for each in _parts(conn, turn, told_apart(known), roster, now)])
    if sum(map(len, chain.from_iterable(typed(action).values()))) > _LONGEST_ASKED:
        return refused(Refusal("too_long_to_ask", max=_LONGEST_ASKED))
    asked = {title: replace(action, forum=forum) for forum, title in told_apart(known).items()}
    return which_forum(asked, [whole for _, whole in known.values()])


async def with_forum(conn: Connection, turn: Turn, asker: Asker, card: Card) -> Card:
    """What is answered in a chat with somebody of several forums names the forum that it is about."""
    if not turn.conversation.place.is_private or is_words_alone(card) or turn.person is not None:
        return card
    seated = dict.fromkeys(forum for forum, _, _ in await forums.seated(conn, turn.sender.object_id))
    if len(seated) < 2:
        return card
    return of_forum(card, told_apart({each: await _named(conn, each) for each in seated})[asker.forum.id])


def typed(action: Action) -> dict[str, list[str]]:
    """Every text in the action by its field, but for the form's random id, which may hold any digits."""
    values = {each.name: getattr(action, each.name) for each in fields(action) if each.name != "form"}
    several = {name: value if isinstance(value, tuple) else (value,) for name, value in values.items()}
    return {name: [each for each in value if isinstance(each, str)] for name, value in several.items()}


async def _parts(
    conn: Connection, turn: Turn, titles: Mapping[str, str], roster: Roster, now: datetime
) -> AsyncIterator[Part]:
    for forum, title in titles.items():
        try:
            asker = await find_asker(conn, turn, ShowMeetings(forum=forum), roster, now)
        except (Refusal, Unreadable):  # no seat there any more; one that cannot be read is others' to mend
            continue
        desk = desk_of(conn, asker.forum, now, turn.conversation.place, is_overheard=False)
        if desk.forum.is_in_force(desk.today) and any(desk.forum.seats_of(asker.person, desk.today)):
            yield await _part(desk, asker.person, title)


async def _part(desk: Desk, person: str, title: str) -> Part:
    """What comes in one forum, and what of it waits for the person."""
    coming = desk.meetings_to_come()
    first = coming[0] if coming else None
    awaits = False
    if first is not None:
        asked = await approval.newest(desk.conn, desk.forum.id, first.id)
        is_open_round = asked is not None and asked.standpoint is Standpoint.OPEN
        awaits = bool(asked and is_open_round and acts_for(desk.forum, first, person, missing(asked), desk.today))
    untreated = await proposals.awaiting(desk.conn, desk.forum.id) if is_secretariat(desk, person) else ()
    tasks = [each for each in await owed(desk) if person in acting(each, desk.forum, desk.today)]
    return Part(
        forum=desk.forum.id,
        title=title,
        meetings=coming[:_MOST_MEETINGS],
        awaits_answer=awaits,
        untreated=sum(1 for each in untreated if is_open(each.status)),
        tasks=len(tasks),
    )


async def _named(conn: Connection, forum: str) -> tuple[str, str]:
    """The forum's name, and its name with its region; of one that cannot be read, the name alone."""
    try:
        found = await forums.get(conn, forum, read_charter)
    except Unreadable:
        found = None
    name = await forums.name(conn, forum) or forum
    return name, name if found is None else named(found)
