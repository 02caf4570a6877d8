"""What stands below each item of an agenda: what was said too late of the last minutes, and its bilag."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.meeting import Meeting
from bot.usecases.agenda.late_remarks import late_remarks
from bot.usecases.attached import seen_attachments
from bot.usecases.desk import Desk
from cards.attachments.lines import line


async def below(
    desk: Desk, actor: str | None, meeting: Meeting, items: Sequence[AgendaItem], until: datetime | None = None
) -> Mapping[int, Sequence[str]]:
    """The lines by the item's id, as the person may read them here; remarks until that moment."""
    found = {item: list(lines) for item, lines in (await late_remarks(desk, items, until)).items()}
    for item, bilag in (await seen_attachments(desk, actor, meeting, items)).items():
        found.setdefault(item, []).extend(map(line, sorted(bilag, key=lambda each: each.is_closed)))
    return found
