"""The word to the secretariat that an agenda should have left, what keeps it back, and what they can do about it."""

from collections.abc import Iterator, Sequence

from bot.domain.agenda.state import Agenda
from bot.domain.approval.actions import ShowApprovals
from bot.domain.approval.dispatch import Obstacle
from bot.domain.approval.state import ApprovalRound
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from cards.agenda.cards import circulate_button, edit_button, open_button
from cards.approval.cards import send_unapproved_button
from cards.kit.elements import Card, Json, Mention, button, called, card, done, heading, text
from cards.kit.words import deadline_words, keyed, listing, medium_date, say

_OBSTACLES = keyed(Obstacle, "overdue.agenda")


def agenda_overdue(
    meeting: Meeting,
    dispatch: Deadline,
    hindrance: Obstacle,
    *,
    agenda: Agenda,
    missing: Sequence[str],
    choice: ApprovalRound | None,
    mention: Mention | None = None,
) -> Card:
    """`missing` are the names of those who have not answered; `choice` is the round that may be sent without them."""
    told = say("overdue.agenda", moede_dato=medium_date(meeting.day), frist=deadline_words(dispatch))
    why = say(_OBSTACLES[hindrance], liste=listing(missing))
    return card(
        heading(say("overdue.agenda.title")),
        called(mention, told),
        text(why),
        text(_way_out(missing, choice), bold=True) if hindrance is Obstacle.UNANSWERED else None,
        actions=_actions(hindrance, agenda, choice),
        speak=f"{told} {why}",
        summary=told,
        mentions=[] if mention is None else [mention],
    )


def left(meeting: Meeting, agenda: Agenda, *, without: Sequence[str] = ()) -> Card:
    """What whoever sent it is told: that it has left, without whose answers, and the way to it as it was sent."""
    day = medium_date(meeting.day)
    told = [say("approval.settled.sent", moede_dato=day)]
    if without:
        told.append(say("approval.outcome.sent_unapproved", mangler=listing(without)))
    return card(
        done(*told),
        heading(say("agenda.sent.title", moede_dato=day)),
        actions=[open_button(agenda)],
        speak=" ".join(told),
    )


def no_longer_overdue(meeting: Meeting) -> Card:
    """What stands in its place once the agenda has left."""
    told = say("approval.settled.sent", moede_dato=medium_date(meeting.day))
    return card(text(told), speak=told)


def _way_out(missing: Sequence[str], choice: ApprovalRound | None) -> str:
    """What is asked: silence sends nothing."""
    return say("overdue.agenda.hold" if choice is None else "overdue.agenda.choose", liste=listing(missing))


def _actions(hindrance: Obstacle, agenda: Agenda, choice: ApprovalRound | None) -> Iterator[Json]:
    match hindrance:
        case Obstacle.EMPTY:
            yield edit_button(agenda)
        case Obstacle.NOT_CIRCULATED:
            yield circulate_button(agenda)
        case Obstacle.RETURNED:
            yield edit_button(agenda)
            yield circulate_button(agenda)
        case Obstacle.UNANSWERED:
            if choice is not None:
                yield send_unapproved_button(choice)
            yield button(say("cmd.btn.approvals"), ShowApprovals(forum=agenda.forum))
    yield open_button(agenda)
