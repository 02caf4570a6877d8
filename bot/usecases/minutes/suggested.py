"""What members would have the minutes say, as far as the minutes themselves tell of it."""

from collections.abc import Iterable, Sequence

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel import settings
from bot.domain.minutes.state import Minutes
from bot.domain.wording.notices import WordingNotice
from bot.domain.wording.rules import words_of
from bot.domain.wording.state import Suggestion
from bot.usecases.desk import WritingDesk


def waiting_of(items: Iterable[AgendaItem], every: Sequence[Suggestion]) -> dict[int, int]:
    """How many suggestions wait for each item that has any, by its position (from 1)."""
    counted = (
        (place, sum(each.waits and each.item == item.id for each in every)) for place, item in enumerate(items, 1)
    )
    return {place: count for place, count in counted if count}


async def show_suggestion(desk: WritingDesk, suggestion: Suggestion) -> None:
    """What the secretariat has of it is kept up to date."""
    for person in settings.secretariat(desk.forum, desk.today):
        await desk.tell_again(WordingNotice.SUGGESTED, suggestion.year, suggestion.number, recipient=person)


async def show_overtaken(desk: WritingDesk, every: Iterable[Suggestion], before: Minutes, after: Minutes) -> None:
    """Those that wait are held against the text that stands there by now."""
    for each in every:
        if each.waits and each.item is not None and words_of(before, each.item) != words_of(after, each.item):
            await show_suggestion(desk, each)
