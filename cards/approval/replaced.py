"""What an older request becomes when a newer version is asked about, and all that a version changed."""

from collections.abc import Sequence

from bot.domain.agenda.changes import Change
from bot.domain.approval.actions import EditAnswer, ShowChanges, ShowVersion
from bot.domain.kernel.meeting import Meeting
from cards.agenda.changes import Extent, change_blocks, is_abridged, more_items
from cards.kit.elements import Card, button, buttons, card, choice_input, heading, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import medium_date, say

_EXTENTS = tuple(
    Extent(items=items, text=words, around=around)
    for items, words, around in (
        (80, 10_000, 120),
        (80, 2_000, 80),
        (80, 400, 40),
        (40, 100, 20),
        (15, 60, 20),
        (5, 40, 10),
    )
)
_A_LINE = 60  # characters


def replaced(meeting: Meeting, *, version: int, newest: int) -> Card:
    """The older request, collapsed to the way to the newest."""
    told = say("approval.replaced", version=version, ny=newest, moede_dato=medium_date(meeting.day))
    older = ShowVersion(forum=meeting.forum, meeting=meeting.id, version=version)
    newer = EditAnswer(forum=meeting.forum, meeting=meeting.id)
    return card(
        text(told),
        actions=[
            button(say("approval.btn.newest", version=newest), newer),
            button(say("approval.btn.version", version=version), older),
        ],
        speak=told,
    )


def all_changes(asked: ShowChanges, meeting: Meeting, changes: Sequence[Change]) -> Card:
    """Everything that a version changed since another, or in one item; where that is too much, item by item."""
    title = say("approval.changes.title", version=asked.version, siden=asked.since)
    newer = ShowVersion(forum=asked.forum, meeting=asked.meeting, version=asked.version, words=asked.words)

    def draw(extent: Extent) -> Card:
        is_cut = is_abridged(changes, extent)
        choices = _choices(changes) if is_cut and asked.position is None else {}
        more = more_items(changes, extent)
        return card(
            heading(title),
            text(say("agenda.version.of", version=asked.version, moede_dato=medium_date(meeting.day)), subtle=True),
            text(say("approval.changes.legend"), subtle=True) if changes else None,
            *change_blocks(changes, extent),
            text(say("approval.change.more", antal=more), subtle=True) if more else None,
            None if changes else text(say("approval.unchanged.all")),
            text(say("approval.changes.shortened"), subtle=True) if is_cut and not choices else None,
            choice_input("position", say("agenda.field.item"), choices) if choices else None,
            buttons(button(say("approval.btn.item_changes"), asked)) if choices else None,
            actions=[button(say("approval.btn.open"), newer)],
            speak=title,
        )

    return fitted(draw, _EXTENTS)


def items_of(changes: Sequence[Change], position: int | None) -> tuple[Change, ...]:
    """The changes of the item at that position; all of them for None."""
    return tuple(each for each in changes if position in (None, each.position))


def _choices(changes: Sequence[Change]) -> dict[str, str]:
    titles = {each.position: each.content.title for each in changes}
    return {str(place): shorten(f"{place}. {title}", _A_LINE) for place, title in sorted(titles.items())}
