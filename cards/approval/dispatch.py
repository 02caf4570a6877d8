"""The word to the channel that an agenda should have left, with what keeps it back."""

from collections.abc import Sequence

from bot.domain.approval.dispatch import Obstacle
from bot.domain.approval.state import ApprovalRound
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from cards.approval.cards import send_unapproved_button
from cards.kit.elements import Card, card, heading, text
from cards.kit.words import deadline_words, keyed, listing, medium_date, say

_OBSTACLES = keyed(Obstacle, "overdue.agenda")


def agenda_overdue(
    meeting: Meeting,
    dispatch: Deadline,
    hindrance: Obstacle,
    *,
    missing: Sequence[str],
    choice: ApprovalRound | None,
) -> Card:
    """`missing` are the names of those who have not answered; `choice` is the round that may be sent without them."""
    told = say("overdue.agenda", moede_dato=medium_date(meeting.day), frist=deadline_words(dispatch))
    why = say(_OBSTACLES[hindrance], liste=listing(missing))
    return card(
        heading(say("overdue.agenda.title")),
        text(told),
        text(why),
        actions=[None if choice is None else send_unapproved_button(choice)],
        speak=f"{told} {why}",
        summary=told,
    )


def no_longer_overdue(meeting: Meeting) -> Card:
    """What stands in its place once the agenda has left."""
    told = say("approval.settled.sent", moede_dato=medium_date(meeting.day))
    return card(text(told), speak=told)
