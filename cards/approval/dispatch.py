"""The word to the secretariat that an agenda should have left, what keeps it back, and what they can do about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """An agenda whose day has come and that is still here.

    `missing` are the names of those whose answer is waited for; `choice` is the round that may be sent without them.
    """

    meeting: Meeting
    dispatch: Deadline
    agenda: Agenda
    missing: Sequence[str]
    choice: ApprovalRound | None
    mention: Mention | None = None


def agenda_overdue(late: Late, hindrance: Obstacle) -> Card:
    """What keeps it back, and what the secretariat can do about it."""
    told, why = _told(late), say(_OBSTACLES[hindrance], liste=listing(late.missing))
    return card(
        heading(say("overdue.agenda.title")),
        called(late.mention, told),
        text(why),
        text(_way_out(late.missing, late.choice), bold=True) if hindrance is Obstacle.UNANSWERED else None,
        actions=_actions(hindrance, late.agenda, late.choice),
        speak=f"{told} {why}",
        summary=told,
        mentions=[] if late.mention is None else [late.mention],
    )


def ask_to_send(late: Late, words: str | None, *, holds: bool) -> Card:
    """On the morning of the day: whether it shall leave without those who are silent, and what follows if not.

    `words` are the charter's about the day; `holds`, that the forum chose to wait.
    """
    told, names = _told(late), listing(late.missing)
    why, question = say(_OBSTACLES[Obstacle.UNANSWERED], liste=names), say("overdue.agenda.ask", liste=names)
    return card(
        heading(say("approval.btn.send_unapproved")),
        called(late.mention, told),
        text(say("overdue.agenda.ask.words", ord=words)) if words else None,
        text(why),
        text(say("overdue.agenda.ask.hold")) if holds else None,
        text(question, bold=True),
        actions=_actions(Obstacle.UNANSWERED, late.agenda, late.choice),
        speak=f"{told} {why} {question}",
        summary=told,
        mentions=[] if late.mention is None else [late.mention],
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


def _told(late: Late) -> str:
    return say("overdue.agenda", moede_dato=medium_date(late.meeting.day), frist=deadline_words(late.dispatch))


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
