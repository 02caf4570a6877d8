"""What a council's answer does, and when those who owe one are reminded of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.funds.delegating import awaits_council, delegating
from bot.domain.funds.settings import reminder_days
from bot.domain.funds.state import CouncilAnswer, CouncilFollowUp, Decision
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation

_AHEAD = timedelta(days=366)
_MOST = 60  # reminders of one follow-up; each new answer and each forum file plans anew


def asked_by(decision: Decision, forum: Forum, day: date) -> tuple[Organisation, ...]:
    """The organisations whose councils are to say to a decision, whoever takes part in what it is spent on.

    The funds are everybody's: the source speaks of "hvert enkelt byraad" (A12).
    """
    if not decision.on_funds:
        return ()
    return tuple(each for each in delegating(forum) if awaits_council(forum, each, day))


def answered(
    follow_up: CouncilFollowUp, answer: CouncilAnswer, words: str, person: str, now: datetime
) -> CouncilFollowUp:
    """With that answer in place of an earlier one; the same answer again changes nothing."""
    if (answer, words) == (follow_up.answer, follow_up.words):
        return follow_up
    return replace(follow_up, answer=answer, words=words, by=person, since=now)


def is_owed(follow_up: CouncilFollowUp, forum: Forum, day: date) -> bool:
    """Whether an answer is still owed: not once the funds are delegated after all."""
    organisation = forum.organisation(follow_up.organisation)
    return follow_up.is_open and organisation is not None and awaits_council(forum, organisation, day)


def reminded_on(follow_up: CouncilFollowUp, forum: Forum, calendar: Calendar) -> Iterator[date]:
    """Every day on which it is reminded of, from what was last said of it."""
    if not follow_up.is_open:
        return
    began, every = follow_up.since.astimezone(forum.timezone).date(), reminder_days(forum)
    last = None
    for count in range(1, _MOST + 1):
        day = began + timedelta(days=every * count)
        if day > began + _AHEAD:
            return
        day = calendar.at_or_after(day)
        if day != last:
            yield day
        last = day
