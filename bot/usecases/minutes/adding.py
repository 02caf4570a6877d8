"""A correction after sending: an addition at the end of the minutes, told in the channel by a message of its own."""

from collections.abc import Collection

from bot.domain.agenda.state import AgendaItem
from bot.domain.minutes import rules
from bot.domain.minutes.notices import MinutesNotice
from bot.usecases import made_public
from bot.usecases.desk import WritingDesk
from bot.usecases.minutes import extracts, keeping
from bot.usecases.minutes.records import Record
from bot.usecases.witness import tell_with


async def added(
    desk: WritingDesk,
    actor: str,
    record: Record,
    words: str,
    item: AgendaItem | None = None,
    knowing: Collection[str] = (),
) -> Record:
    """The minutes with it, of which whoever proposed the `item` hears, unless they are among the `knowing`.

    Refusal("minutes_not_sent") before they left.
    """
    changed = rules.add(record.minutes, actor, words, desk.now, item=None if item is None else item.id)
    after = await keeping.keep(desk, record, changed)
    if changed != record.minutes:
        place = len(changed.remarks) - 1
        texts = {"words": words}
        entry = await desk.log(actor, "minutes.added", meeting=changed.meeting, revision=changed.revision, texts=texts)
        await tell_with(desk, MinutesNotice.ADDITION, entry, record.meeting.id, place, addition=place)
        await made_public.follow(desk, record.meeting)
        if item is not None:
            await extracts.tell_addition(desk, (actor, *knowing), after, item, place)
    return after
