"""The resolutions that something may rest on: items of the latest meetings with something resolved in their minutes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.domain.agenda.state import AgendaItem
from bot.domain.appointments.state import Ref
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.rules import blank, items_of, resolution_of
from bot.domain.minutes.state import Minutes, Outcome
from bot.usecases.agenda.views import draft_of
from bot.usecases.days import course
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from cards.kit.fitting import shorten
from cards.kit.words import medium_date, say
from cards.proposals.closed import NEUTRAL_TITLE
from storage import minutes as minutes_store

_LOOKED_AT = 6  # of the latest meetings
_MOST_OFFERED = 40
_LONGEST_TITLE = 80  # characters
_UNRESOLVED = (Outcome.POSTPONED, Outcome.REJECTED)
_PLACE = re.compile(
    r"(?:(?:beslutning|punkt)(?: nr\.?| nummer)? )?#?(?P<place>[1-9][0-9]?)"
    r"(?:[ ,]+(?:(?:på|fra) )?(?:mødet )?(?P<day>.+))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """One item with something resolved on it, at its position (from 1)."""

    meeting: Meeting
    item: AgendaItem
    position: int

    @property
    def ref(self) -> Ref:
        """What is stored of it."""
        return Ref(meeting=self.meeting.id, item=self.item.id)

    @property
    def code(self) -> str:
        """What a form's choice stands for it by."""
        return f"{self.meeting.id}/{self.item.id}"


async def offered(desk: Desk) -> dict[str, str]:
    """The resolutions of the latest meetings, the newest first, by code."""
    begun = (each for each in reversed(course(desk.forum).meetings) if each.starts <= desk.now)
    found = [one for each in islice(begun, _LOOKED_AT) for one in await _resolved(desk, each)]
    return {each.code: words_of(each) for each in found[:_MOST_OFFERED]}


async def meant(desk: Desk, typed: str, missing: Refusal) -> Resolved:
    """The resolution by its code, or by its item's place on the latest meeting, or on that of a day.

    Refusal: `missing` where nothing was typed, "not_resolved", "resolution_unknown", and about a closed item where
    others read along "resolution_closed".
    """
    words = " ".join(typed.split())[:_LONGEST_TITLE]
    if not words:
        raise missing
    found = await _by_code(desk, words) or await _by_place(desk, words)
    if found.item.content.is_closed and desk.is_public:
        raise Refusal("resolution_closed", field="resolution")
    return found


async def named(desk: Desk, refs: Sequence[Ref]) -> Mapping[Ref, str]:
    """What each of them is called; of a closed item no more than that."""
    words: dict[Ref, str] = {}
    for meeting in dict.fromkeys(each.meeting for each in refs if not each.told):
        held = desk.forum.meeting(meeting)
        items = () if held is None else await _items(desk, held)
        for place, item in enumerate(items, start=1):
            if held is not None:
                found = Resolved(meeting=held, item=item, position=place)
                words[found.ref] = words_of(found)
    return {each: each.told or words.get(each) or say("resolution.gone") for each in refs}


def words_of(one: Resolved) -> str:
    """Its meeting, place and title; of a closed item the neutral one."""
    title = NEUTRAL_TITLE if one.item.content.is_closed else shorten(one.item.content.title, _LONGEST_TITLE)
    return say("resolution.at", moede_dato=medium_date(one.meeting.day), punkt=one.position, titel=title)


async def _by_code(desk: Desk, code: str) -> Resolved | None:
    meeting, slash, item = code.rpartition("/")
    held = desk.forum.meeting(meeting) if slash else None
    if held is None or not item.isdecimal():
        return None
    return next((each for each in await _resolved(desk, held) if each.item.id == int(item)), None)


async def _by_place(desk: Desk, words: str) -> Resolved:
    typed = _PLACE.fullmatch(words.rstrip("."))
    if typed is None:
        raise Refusal("resolution_unknown", field="resolution")
    day = typed["day"]
    held = meeting_meant(desk, day, looks_back=True) if day else desk.last_meeting()
    every = () if held is None else await _resolved(desk, held)
    found = next((each for each in every if each.position == int(typed["place"])), None)
    if found is None:
        raise Refusal("not_resolved", field="resolution", punkt=typed["place"])
    return found


async def _resolved(desk: Desk, meeting: Meeting) -> list[Resolved]:
    """The meeting's items on which something was resolved; what was postponed or rejected was not."""
    stored = await minutes_store.get(desk.conn, desk.forum.id, meeting.id)
    if stored is None or meeting.starts > desk.now:
        return []
    every = enumerate(items_of(await draft_of(desk, meeting), stored), start=1)
    return [Resolved(meeting=meeting, item=item, position=at) for at, item in every if _is_resolved(stored, item)]


async def _items(desk: Desk, meeting: Meeting) -> Sequence[AgendaItem]:
    stored = await minutes_store.get(desk.conn, desk.forum.id, meeting.id)
    return items_of(await draft_of(desk, meeting), stored or blank(desk.forum.id, meeting.id))


def _is_resolved(minutes: Minutes, item: AgendaItem) -> bool:
    found = resolution_of(minutes, item.id)
    if found is None or found.outcome in _UNRESOLVED:
        return False
    return found.is_resolved
