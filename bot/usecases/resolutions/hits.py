"""A page of hits as they are shown: each with its meeting, its words with what was asked for marked, and its way."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.rules import items_of, resolution_of
from bot.domain.minutes.state import Minutes
from bot.domain.proposals.state import Proposal
from bot.domain.referrals.state import Referral
from bot.usecases.desk import Desk
from bot.usecases.resolutions.indexing import said_of
from cards.resolutions.cards import Hit, Line
from cards.resolutions.marking import marked
from storage import agenda as agendas
from storage import minutes as minutes_store
from storage import proposals, referrals
from storage import resolutions as store
from storage.resolutions import Found
from storage.stems import is_found_by, placed

_SHOWN = (store.RECOMMENDATION, store.SUMMARY)
"""Fields from which a line is shown where neither the title nor the resolution says what was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What is known of one meeting, read once for all its hits."""

    desk: Desk
    meeting: Meeting
    agenda: Agenda | None
    minutes: Minutes
    referrals: Sequence[Referral] = field(default=())


async def hits_of(desks: Mapping[str, Desk], found: Sequence[Found], wanted: Collection[bytes]) -> list[Hit]:
    """Every hit in its order; their number bounds the work."""
    held: dict[tuple[str, str], _Held | None] = {}
    shown: list[Hit] = []
    for each in found:
        place = each.forum, each.meeting
        if place not in held:
            held[place] = await _held(desks[each.forum], each.meeting)
        at = held[place]
        hit = None if at is None else await _hit(at, each, wanted)
        if hit is not None:
            shown.append(hit)
    return shown


async def _held(desk: Desk, name: str) -> _Held | None:
    meeting = desk.forum.meeting(name) or desk.forum.cancelled_meeting(name)
    minutes = await minutes_store.get(desk.conn, desk.forum.id, name)
    if meeting is None or minutes is None:
        return None
    return _Held(
        desk=desk,
        meeting=meeting,
        agenda=await agendas.get(desk.conn, desk.forum.id, name),
        minutes=minutes,
        referrals=await referrals.of_meeting(desk.conn, desk.forum.id, name),
    )


async def _hit(at: _Held, found: Found, wanted: Collection[bytes]) -> Hit | None:
    if found.remark:
        remark = at.minutes.remarks[found.remark - 1]
        return _addition(at, found, _line(remark.words, wanted, found, store.WORDS))
    items = () if at.agenda is None else items_of(at.agenda, at.minutes)
    position, item = next(((n, each) for n, each in enumerate(items, 1) if each.id == found.item), (0, None))
    resolution = resolution_of(at.minutes, found.item)
    if item is None or resolution is None:
        return None
    texts = store.said_by(item)
    words = _line(said_of(resolution), wanted, found, store.WORDS)
    in_title = _line(texts[store.TITLE], wanted, found, store.TITLE)
    others = () if _is_marked(in_title, words) else _others(texts, wanted, found)
    return Hit(
        forum=found.forum,
        forum_name=at.desk.forum.name,
        meeting=found.meeting,
        day=at.meeting.day,
        position=position,
        title=texts[store.TITLE],
        outcome=resolution.outcome,
        words=words,
        more=next(iter(others), None),
        is_closed=found.is_closed,
        is_draft=not found.is_sent,
        added=sum(each.is_addition and each.item == item.id for each in at.minutes.remarks),
        way=await _way(at, item),
    )


def _addition(at: _Held, found: Found, words: Line) -> Hit:
    return Hit(
        forum=found.forum,
        forum_name=at.desk.forum.name,
        meeting=found.meeting,
        day=at.meeting.day,
        words=words,
        is_closed=found.is_closed,
    )


def _line(text: str, wanted: Collection[bytes], found: Found, name: str) -> Line:
    """The text with the words marked that were asked for; nothing of one that was erased."""
    if name in found.emptied:
        return ()
    hits = [(start, end) for start, end, stem in placed(text) if any(is_found_by(stem, each) for each in wanted)]
    return marked(text, hits)


def _others(texts: Mapping[str, str], wanted: Collection[bytes], found: Found) -> Iterator[tuple[str, Line]]:
    for name in _SHOWN:
        line = _line(texts[name], wanted, found, name)
        if _is_marked(line):
            yield name, line


def _is_marked(*lines: Line) -> bool:
    return any(piece.is_marked for line in lines for piece in line)


async def _way(at: _Held, item: AgendaItem) -> Sequence[str]:
    """The bodies that the case has been at, by name and in order; nothing where it was only here."""
    desk = at.desk
    proposal = None if item.proposal is None else await proposals.by_id(desk.conn, desk.forum.id, item.proposal)
    sent_on = await _sent_on(at, item, proposal)
    before = () if proposal is None or proposal.sender is None else [each.body for each in proposal.sender.before]
    after = [body for each in sent_on for body in (each.details.body_name, *(back.body for back in each.details.back))]
    way = list(dict.fromkeys((*before, desk.forum.name, *after)))
    return way if len(way) > 1 else ()


async def _sent_on(at: _Held, item: AgendaItem, proposal: Proposal | None) -> Sequence[Referral]:
    if proposal is not None:
        return await referrals.of_proposal(at.desk.conn, at.desk.forum.id, proposal.id)
    return [each for each in at.referrals if each.item == item.id]
