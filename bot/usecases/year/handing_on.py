"""The year is the forum's own: a report that was not sent and the evaluation it chose stay, and the list says so."""

from collections.abc import Iterator

from bot.domain.kernel.handed import Fate, Handed, Note, Thing
from bot.domain.year import evaluation
from bot.usecases.desk import Desk, WritingDesk
from storage import reports as store


async def hand_on(desk: WritingDesk, _heir: WritingDesk) -> tuple[Handed, ...]:
    """What stays, each with why."""
    unsent = await store.unsent(desk.conn, desk.forum.id)
    reports = (
        Handed(thing=Thing.REPORT, fate=Fate.STAYS, title=str(each.year), note=Note.REPORT_THERE) for each in unsent
    )
    return (*reports, *_evaluation(desk))


def _evaluation(desk: Desk) -> Iterator[Handed]:
    if evaluation.is_chosen(desk.forum):
        title = desk.forum.name
        yield Handed(thing=Thing.EVALUATION, fate=Fate.STAYS, title=title, note=Note.CHOSEN_ANEW)
