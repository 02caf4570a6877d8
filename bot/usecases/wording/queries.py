"""The list of what is suggested, one suggestion, and what stands below a refusal."""

from bot.domain.kernel.refusal import Refusal
from bot.domain.wording.actions import (
    BringUp,
    CommentOnItem,
    DeclineWording,
    ShowSuggestion,
    ShowSuggestions,
    SuggestionAction,
    SuggestWording,
    WordingCommand,
    WordingQuery,
)
from bot.domain.wording.state import Status
from bot.usecases.desk import Desk
from bot.usecases.minutes.records import held_meeting, load
from bot.usecases.rights import is_secretariat, require_seat
from bot.usecases.wording import forms
from bot.usecases.wording.loading import found
from bot.usecases.wording.views import view_of, views_of
from cards.kit.elements import Card
from cards.minutes import cards as minutes_cards
from cards.wording import cards
from storage import wordings as store

_MOST_OF_ONES_OWN = 20


async def show(desk: Desk, actor: str, action: ShowSuggestions) -> Card:
    """All that wait for the secretariat and what became of the others; for members, and with `mine`, one's own."""
    require_seat(desk, actor)
    meeting = await held_meeting(desk, action.meeting)
    if action.mine or not is_secretariat(desk, actor):
        return await _own(desk, actor)
    if meeting is None:
        return minutes_cards.none_yet(desk.forum.name, desk.next_meeting())
    record = await load(desk, meeting)
    every = [each for each in record.suggestions if each.status is not Status.WITHDRAWN]
    views = await views_of(desk, actor, every, record)
    if desk.is_overheard:
        return cards.counted(desk.forum.id, meeting, views)
    return cards.listing(cards.Listing(forum=desk.forum.id, meeting=meeting, views=views, words=action.words))


async def show_one(desk: Desk, actor: str, action: ShowSuggestion, *, typed: str = "") -> Card:
    """One of them, for whoever made it and for the secretariat."""
    view = await view_of(desk, actor, await found(desk, actor, action))
    if desk.is_overheard:
        return cards.counted(desk.forum.id, view.meeting, [view])
    return cards.one(view, typed=typed)


async def as_refused(desk: Desk, actor: str, action: WordingQuery | WordingCommand) -> Card | None:
    """The form with what was typed, or the suggestion as it stands; None where neither may be shown."""
    try:
        if isinstance(action, SuggestWording | CommentOnItem | BringUp):
            return await forms.as_filled(desk, actor, action)
        if isinstance(action, SuggestionAction):
            typed = action.words if isinstance(action, DeclineWording) else ""
            return await show_one(desk, actor, ShowSuggestion(number=action.number, year=action.year), typed=typed)
    except Refusal:  # it was told already
        return None
    return None


async def _own(desk: Desk, actor: str) -> Card:
    own = await store.of_person(desk.conn, desk.forum.id, actor, most=_MOST_OF_ONES_OWN)
    known = [each for each in own if desk.forum.meeting(each.meeting) is not None]
    views = [await view_of(desk, actor, each) for each in known]
    if desk.is_overheard and views:
        return cards.counted(desk.forum.id, views[0].meeting, views)
    return cards.listing(cards.Listing(forum=desk.forum.id, meeting=None, views=views))
