"""One suggestion with all it says, and all of them: item by item for the secretariat, one's own for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.kernel.meeting import Meeting
from bot.domain.wording.state import Status
from cards.kit.elements import Card, Json, button_rows, card, done, group, heading, text, text_input
from cards.kit.fitting import fitted
from cards.kit.words import medium_date, say, several
from cards.wording.body import LEVELS, reason, said
from cards.wording.buttons import answers, see, see_all, see_minutes, withdraw
from cards.wording.view import Act, WordingView, called, of_minutes, state_words

_LIST_LEVELS = ((2_000, 12, 6), (500, 12, 6), (120, 12, 5), (60, 10, 3), (25, 8, 2))
"""Characters of each text, suggestions on the list, and how many of them have buttons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list; `meeting` None for one's own of every meeting, `words` what stood in the field of its minutes."""

    forum: str
    meeting: Meeting | None
    views: Sequence[WordingView]
    words: str = ""


def one(view: WordingView, *, outcome: str | None = None, typed: str = "") -> Card:
    """One suggestion, with what was just done and all that can be done now; `typed` fills the reason."""

    def draw(most: int) -> Card:
        return card(
            heading(called(view)),
            text(of_minutes(view), subtle=True),
            text(view.title, bold=True) if view.title else None,
            *said(view, most),
            text(state_words(view)),
            reason(view, most),
            text(say("wording.as_addition"), subtle=True) if view.is_sent and Act.ANSWER in view.acts else None,
            _reason_input(view, typed),
            done(outcome) if outcome else None,
            actions=[
                *answers(view),
                *withdraw(view),
                see_all(view.forum, view.meeting),
                see_minutes(view.forum, view.meeting),
            ],
            speak=outcome or f"{called(view)}. {state_words(view)}",
        )

    return fitted(draw, LEVELS)


def listing(shown: Listing, *, outcome: str | None = None) -> Card:
    """Those that wait first, each with its buttons."""
    return fitted(lambda level: _listing(shown, outcome, *level), _LIST_LEVELS)


def counted(forum: str, meeting: Meeting, views: Sequence[WordingView]) -> Card:
    """How many wait, item by item, where others read along."""
    words = _waiting(views)
    return card(
        heading(_title(meeting)),
        text(words),
        text(say("wording.elsewhere"), subtle=True),
        actions=[see_all(forum, meeting)],
        speak=words,
    )


def _reason_input(view: WordingView, typed: str) -> Json | None:
    if Act.ANSWER not in view.acts:
        return None
    return text_input("words", say("wording.field.reason"), value=typed, multiline=True)


def _listing(shown: Listing, outcome: str | None, most: int, rows: int, with_buttons: int) -> Card:
    ordered = sorted(shown.views, key=lambda view: view.status is not Status.WAITING)
    words = _waiting(ordered) if ordered else say("wording.none")
    return card(
        heading(_title(shown.meeting)),
        done(outcome) if outcome else None,
        text(words),
        *(_row(view, most, has_buttons=place < with_buttons) for place, view in enumerate(ordered[:rows])),
        text(say("wording.more", antal=len(ordered) - rows), subtle=True) if len(ordered) > rows else None,
        actions=[see_minutes(shown.forum, shown.meeting, shown.words)] if shown.meeting else [],
        speak=outcome or f"{_title(shown.meeting)}. {words}",
    )


def _row(view: WordingView, most: int, *, has_buttons: bool) -> Json:
    buttons = [*answers(view), *withdraw(view), see(view)] if has_buttons else []
    return group(
        text(called(view) if not view.title else f"{called(view)}: {view.title}", bold=True),
        *said(view, most),
        text(state_words(view), close=True),
        reason(view, most),
        *button_rows(*buttons),
        divided=True,
    )


def _title(meeting: Meeting | None) -> str:
    if meeting is None:
        return say("wording.title.mine")
    return say("wording.title", moede_dato=medium_date(meeting.day))


def _waiting(views: Sequence[WordingView]) -> str:
    """How many wait, and for which items."""
    positions = [view.position for view in views if view.status is Status.WAITING]
    if not positions:
        return say("wording.waiting.none")
    places = sorted({place for place in positions if place is not None})
    each = ", ".join(say("wording.waiting.item", punkt=place, antal=positions.count(place)) for place in places)
    return f"{several('wording.waiting', len(positions))} {each}."
