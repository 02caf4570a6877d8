"""Who approves minutes before they are sent, and who does it in the place of somebody who is away."""

from collections.abc import Sequence

from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.standing_in import acting, acts_for
from bot.domain.minutes.state import Minutes
from bot.usecases.desk import Desk
from bot.usecases.named import stands_in_words
from cards.kit.elements import Mention, escape
from cards.kit.words import listing, say


def approvers(desk: Desk, meeting: Meeting) -> tuple[str, ...]:
    """Who approves minutes before they are sent: whoever approves agendas or, where nobody does, led the meeting."""
    return settings.approvers(desk.forum, meeting) or settings.meeting_leaders(desk.forum, meeting)


def seats_of(desk: Desk, meeting: Meeting, person: str) -> tuple[str, ...]:
    """The approvers for whom that person may approve: themselves, and whoever is away whom they stand in for."""
    return acts_for(desk.forum, meeting, person, approvers(desk, meeting), desk.today)


def asked_name(desk: Desk, meeting: Meeting, person: str) -> str:
    """An approver by name, with whoever is asked in their place."""
    (other,) = acting(desk.forum, meeting, [person], desk.today)
    return desk.name_of(person) if other == person else stands_in_words(desk, other, [person])


def approved_any(desk: Desk, meeting: Meeting, minutes: Minutes, actor: str) -> bool:
    """Whether there is a yes that they may take back: their own, or one for somebody whom they stand in for."""
    return not {actor, *seats_of(desk, meeting, actor)}.isdisjoint(minutes.approved_by)


def has_approved(desk: Desk, meeting: Meeting, minutes: Minutes, actor: str) -> bool:
    """Whether nothing is left for them to approve: nor for anybody whom they stand in for."""
    return set(seats_of(desk, meeting, actor)) <= set(minutes.approved_by)


def called(desk: Desk, meeting: Meeting, pending: Sequence[str], person: str, mention: Mention | None) -> str:
    """Whoever is asked, by a mention where there is one, with those in whose place they are."""
    tag = mention.tag if mention else escape(desk.name_of(person))
    others = [each for each in acts_for(desk.forum, meeting, person, pending, desk.today) if each != person]
    return say("approval.stands_in", navn=tag, hvem=escape(listing(map(desk.name_of, others)))) if others else tag
