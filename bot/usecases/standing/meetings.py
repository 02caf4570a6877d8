"""How each meeting stands that is near and not finished, for those who serve the forum."""

from collections.abc import Iterator, Sequence

from bot.domain.approval.rules import missing
from bot.domain.approval.seats import answerer
from bot.domain.approval.state import Standpoint
from bot.domain.duties.state import FollowUp
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.rules import is_sent
from bot.domain.proposals.state import Proposal
from bot.usecases.desk import Desk
from bot.usecases.made_public import documents, public_view, standings_of
from bot.usecases.meetings.how_it_stands import agenda_words, minutes_words, proposals_words
from bot.usecases.standing.facts import Facts, Owed
from bot.usecases.standing.serving import is_late_task
from cards.kit.words import listing, say, several
from cards.publication.line import post_words

_AHEAD = 2  # meetings, though nothing has begun of them


def meetings_shown(desk: Desk, facts: Facts, awaited: Sequence[Owed]) -> list[Meeting]:
    """Those that were held and are not finished, then those ahead: the next, and whose work has begun."""
    owing = {each.meeting for each in awaited if each.serves}
    unfinished = [each for each in reversed(facts.begun) if each.id in owing or _is_unwritten(desk, facts, each)]
    near = [each for at, each in enumerate(facts.ahead) if at < _AHEAD or each.id in owing or each.id in facts.agendas]
    return [*unfinished, *near]


async def known_of(
    desk: Desk, facts: Facts, meeting: Meeting, every: Sequence[Proposal], owed: Sequence[FollowUp]
) -> dict[str, str | None]:
    """What is known of it by its name; None is nothing to tell."""
    agenda, written = facts.agendas.get(meeting.id), facts.minutes.get(meeting.id)
    has_left, is_ahead = facts.is_sent(meeting), desk.now < meeting.starts
    own = [each for each in every if each.meeting == meeting.id]
    late = sum(each.meeting == meeting.id and is_late_task(desk, each) for each in owed)
    papers = await standings_of(desk, meeting, documents(desk, agenda, written))
    return {
        say("post.proposals"): proposals_words(desk, meeting, own, is_sent=has_left) if is_ahead else None,
        say("post.agenda"): agenda_words(desk, meeting, agenda, facts.rounds.get(meeting.id)) if is_ahead else None,
        say("standing.missing"): listing(_missing(desk, facts, meeting)) or None,
        say("post.minutes"): None if is_ahead else minutes_words(desk, meeting, written, is_sent=has_left),
        say("publication.title"): post_words([public_view(desk, meeting, each) for each in papers]),
        say("standing.tasks"): several("standing.tasks.late", late) if late else None,
    }


def _missing(desk: Desk, facts: Facts, meeting: Meeting) -> Iterator[str]:
    """The names of those whose answer is waited for."""
    current = facts.rounds.get(meeting.id)
    if current is not None and current.standpoint is Standpoint.OPEN:
        yield from map(desk.name_of, dict.fromkeys(answerer(current, each) for each in missing(current)))


def _is_unwritten(desk: Desk, facts: Facts, meeting: Meeting) -> bool:
    return meeting.owes and desk.forum.handed_over is None and not is_sent(facts.minutes.get(meeting.id))
