"""Meetings of other bodies that are ahead go on in the forum that takes over, with what was answered and written."""

from uuid import uuid4

from bot.domain.external.handing_on import answers_in, left_out, taken_over
from bot.domain.external.notices import ExternalNotice
from bot.domain.kernel.handed import Fate, Handed, Note, Thing, numbered
from bot.usecases.desk import WritingDesk
from bot.usecases.external.loading import Known, coming
from bot.usecases.external.reminding import replan
from cards.kit.words import listing, medium_date, say
from storage import external as store


async def hand_on(desk: WritingDesk, heir: WritingDesk) -> tuple[Handed, ...]:
    """Let the heir prepare each; one that was cancelled is over."""
    return tuple([await _meeting(desk, heir, each) for each in await coming(desk) if not each.meeting.is_cancelled])


async def _meeting(desk: WritingDesk, heir: WritingDesk, old: Known) -> Handed:
    answers = tuple(answers_in(heir.forum, desk.forum, old.answers, heir.now))
    stored = await store.add(heir.conn, taken_over(heir.forum, desk.forum, old.meeting, heir.now), uuid4().hex)
    await store.add_answers(heir.conn, stored, 0, answers)
    was, now = numbered(old.meeting.number, old.meeting.year), numbered(stored.number, stored.year)
    items = "\n".join(each.title for each in stored.details.items)
    texts = {"name": stored.name} | ({"items": items} if items else {})
    facts = {"number": stored.number, "year": stored.year, "day": stored.day.isoformat(), "answers": len(answers)}
    await heir.log(None, "external.taken_over", texts=texts, from_forum=desk.forum.id, from_number=was, **facts)
    number, year = old.meeting.number, old.meeting.year
    await desk.log(None, "external.handed_on", number=number, year=year, to_forum=heir.forum.id, to_number=now)
    await heir.tell(ExternalNotice.INPUT, stored.year, stored.number, year=stored.year, number=stored.number)
    await replan(heir, Known(meeting=stored, answers=answers))
    absent = left_out(heir.forum, desk.forum, old.answers)
    return Handed(
        thing=Thing.EXTERNAL,
        fate=Fate.MOVED,
        title=say("external.handed", navn=stored.name, dato=medium_date(stored.day)),
        was=was,
        now=now,
        note=Note.LEFT_OUT if absent else None,
        about=listing(absent) if absent else "",
    )
