"""Who hears of a suggestion: the secretariat of a new one, its author of the answer, approvers of another text."""

from collections.abc import Collection

from bot.domain.kernel import settings
from bot.domain.meetings.standing_in import acting
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.wording.notices import WordingNotice
from bot.domain.wording.state import Suggestion
from bot.usecases.desk import WritingDesk
from bot.usecases.minutes.records import Record
from bot.usecases.minutes.suggested import show_suggestion


async def tell_made(desk: WritingDesk, actor: str, suggestion: Suggestion) -> None:
    """A new one, to each of the secretariat but for one who made it."""
    for person in settings.secretariat(desk.forum, desk.today):
        if person != actor:
            await _tell(desk, WordingNotice.SUGGESTED, suggestion, person)
    await _show_minutes(desk, suggestion)


async def tell_changed(desk: WritingDesk, suggestion: Suggestion) -> None:
    """What the secretariat has of it is kept up to date."""
    await show_suggestion(desk, suggestion)
    await _show_minutes(desk, suggestion)


async def tell_answered(desk: WritingDesk, actor: str, suggestion: Suggestion) -> None:
    """Its author hears what became of it, unless they answered it themselves."""
    await tell_changed(desk, suggestion)
    if suggestion.person != actor:
        await _tell(desk, WordingNotice.ANSWERED, suggestion, suggestion.person)


async def tell_approvers(
    desk: WritingDesk, actor: str, record: Record, suggestion: Suggestion, fallen: Collection[str]
) -> None:
    """Those whose yes was to other words, or who gave it in their place."""
    for person in acting(desk.forum, record.meeting, list(fallen), desk.today):
        if person != actor:
            await _tell(desk, WordingNotice.CHANGED, suggestion, person)


async def _tell(desk: WritingDesk, kind: WordingNotice, suggestion: Suggestion, person: str) -> None:
    await desk.tell(
        kind,
        suggestion.year,
        suggestion.number,
        recipient=person,
        year=suggestion.year,
        number=suggestion.number,
        under=suggestion.meeting,
    )


async def _show_minutes(desk: WritingDesk, suggestion: Suggestion) -> None:
    await desk.tell_again(MinutesNotice.REQUEST, meeting=suggestion.meeting)
