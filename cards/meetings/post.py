"""The meeting's post in the channel: when and where, how things stand, and what has been proposed."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.live.actions import StartMeeting
from bot.domain.meetings.actions import ShowDeadlines
from bot.domain.minutes.actions import ShowMinutes
from bot.domain.proposals.actions import OpenProposalForm
from bot.domain.proposals.state import ProposalStatus
from bot.domain.proposals.triage import is_open
from cards.agenda.cards import meeting_facts
from cards.calendars.cards import calendar_button
from cards.kit.elements import Card, Json, box, button, buttons, card, facts, group, heading, present, row, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import deadline_words, medium_date, say, several
from cards.meetings.absence import report_button
from cards.proposals.buttons import see, treat
from cards.proposals.view import STATUS, ProposalView, by_words, read
from cards.publication.line import public_links
from cards.publication.view import PaperView

_LEVELS = ((12, 300), (12, 60), (6, 40), (3, 30))  # older proposals, characters of each text


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A meeting as its post shows it: `standing` says how things stand by their names.

    `newest` is the latest proposal that nobody has treated, `others` are the rest; once the agenda was sent, and takes
    no more proposals, those that are not on it; from then on the meeting `may_start`, and until it does nobody is late
    to say that they are away (`takes_absences`). `closing` is the proposal deadline once it is near; `public` is how
    the papers stand with the public.
    """

    meeting: Meeting
    host: str | None
    standing: dict[str, str | None]
    newest: ProposalView | None
    others: Sequence[ProposalView]
    takes_proposals: bool
    takes_absences: bool
    may_start: bool
    has_minutes: bool
    closing: Deadline | None = None
    forum_name: str = ""
    public: Sequence[PaperView] = ()


def post(shown: Post) -> Card:
    """The living card, short enough for a phone: what is left out is counted."""
    title = say("post.title", moede_dato=medium_date(shown.meeting.day))
    return fitted(lambda level: _post(shown, title, *level), _LEVELS)


def _post(shown: Post, title: str, most: int, length: int) -> Card:
    newest, left_out = shown.newest, len(shown.others) - most
    return card(
        heading(title),
        facts({**meeting_facts(shown.meeting, shown.host), **shown.standing}),
        None if shown.closing is None else _closing(shown.forum_name, shown.meeting, shown.closing),
        None if newest is None else _newest(newest, length),
        text(say("post.others"), bold=True) if newest is not None and shown.others else None,
        *(_line(each, _status(shown, each), length) for each in shown.others[:most]),
        text(several("post.more", left_out), subtle=True) if left_out > 0 else None,
        actions=_actions(shown),
        speak=". ".join([title, *(f"{name}: {words}" for name, words in shown.standing.items() if words)]),
        summary=title if newest is None else f"{say('proposal.card.title')}: {shorten(newest.title, length)}",
    )


def _closing(forum_name: str, meeting: Meeting, deadline: Deadline) -> Json:
    """Until when proposals are taken."""
    day = medium_date(meeting.day)
    return box(
        text(say("reminder.proposal_deadline.title"), subtle=True, bold=True),
        text(say("reminder.proposal_deadline", forum=forum_name, moede_dato=day, frist=deadline_words(deadline))),
        buttons(button(say("reminder.btn.deadlines"), ShowDeadlines(forum=meeting.forum))),
    )


def _newest(view: ProposalView, length: int) -> Json:
    """The newest one in short, with its button."""
    shown, content = _buttons(view), view.content
    by = by_words(view)
    return box(
        text(say("proposal.card.title"), subtle=True, bold=True),
        text(shorten(view.title, length), bold=True, close=True),
        text(_number(view) if view.is_redacted else f"{_number(view)} · {by}", subtle=True, close=True),
        text(shorten(content.summary, length)) if content.summary else None,
        None if view.late is None else text(say("proposal.card.after_deadline", frist=deadline_words(view.late))),
        buttons(*shown) if shown else None,
    )


def _status(shown: Post, view: ProposalView) -> str:
    came_too_late = view.status is ProposalStatus.ACCEPTED and not shown.takes_proposals
    return say("post.left_out" if came_too_late else STATUS[view.status])


def _line(view: ProposalView, status: str, length: int) -> Json:
    """One of the others: what it is and how it stands, with one button beside it: open ones can be treated there."""
    words = group(
        text(shorten(view.title, length)),
        text(f"{_number(view)} · {status}", subtle=True, close=True),
    )
    shown = see(view) if is_open(view.status) or not view.is_redacted else None
    return words if shown is None else row((words, "stretch"), (buttons(shown), "auto"))


def _buttons(view: ProposalView) -> list[Json]:
    """To read all of it, for everybody, and to treat it; of a closed one there is nothing here to read."""
    return present((None if view.is_redacted else read(view), treat(view)))


def _number(view: ProposalView) -> str:
    return f"{say('proposal.fact.number')} {view.number}/{view.year}"


def _actions(shown: Post) -> list[Json | None]:
    here = {"forum": shown.meeting.forum, "meeting": shown.meeting.id}
    propose = button(say("post.btn.propose"), OpenProposalForm(forum=shown.meeting.forum))
    return [
        button(say("minutes.btn.open"), ShowMinutes(**here)) if shown.has_minutes else None,
        button(say("minutes.btn.live"), StartMeeting(**here)) if shown.may_start else None,
        button(say("agenda.btn.open"), ShowAgenda(**here)),
        propose if shown.takes_proposals else None,
        report_button(shown.meeting.forum, shown.meeting.id) if shown.takes_absences else None,
        calendar_button(shown.meeting.forum, shown.meeting.id) if shown.takes_absences else None,
        *public_links(shown.public),
    ]
