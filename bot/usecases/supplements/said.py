"""What a supplement is to hold and what is answered to it, in somebody's own words."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.approval.state import Verdict
from bot.domain.proposals.actions import OpenProposalForm
from bot.domain.saying.slots import Counted
from bot.domain.supplements.actions import AddLate, AnswerSupplement, OpenSupplement, RemoveLate
from bot.usecases.said.kept_text import after_colon
from bot.usecases.said.pointed import item_of, names_something, numbers_of
from bot.usecases.said.sayings import Act
from bot.usecases.said.told import Told
from bot.usecases.said.unless_asked import unless_asked

_READ = 2_000  # characters
_MOST_LATE = 10  # items
_CLOSED = re.compile(r"\b(?:lukket|lukkede|fortroligt?) (?:punkt|sag)")
_QUOTED = re.compile(r"[»\"“](?P<title>[^«\"”»]{2,200})[«\"”]")


def supplement(told: Told) -> OpenSupplement:
    return OpenSupplement(meeting=told.meeting)


def late(told: Told) -> AnyQuery | AnyCommand:
    """With what it is called; by others than those who serve the forum it is proposed."""
    quoted = _QUOTED.search(told.said[:_READ])
    behind = "" if told.reason and told.said.rstrip().endswith(told.reason) else after_colon(told)
    title = (quoted["title"] if quoted else behind or told.rest).strip(" .,;:»«\"'")
    if not told.moment.serves:
        return OpenProposalForm(title=title) if title else supplement(told)
    is_closed = True if _CLOSED.search(told.sound) else None
    if not title or names_something(told):
        return supplement(told)
    return AddLate(meeting=told.meeting, title=title, reason=told.reason, is_closed=is_closed)


def removed(told: Told) -> AnyQuery | AnyCommand:
    listed = len(told.moment.items)
    bare_ones = (each for each in numbers_of(told, Counted.BARE) if listed < each <= listed + _MOST_LATE)
    position = item_of(told) or next(bare_ones, None)
    return supplement(told) if position is None else RemoveLate(meeting=told.meeting, position=position)


def answered(verdict: Verdict) -> Act:
    return unless_asked(
        lambda told: AnswerSupplement(meeting=told.meeting, verdict=verdict, words=_words(told, verdict)), supplement
    )


def _words(told: Told, verdict: Verdict) -> str:
    if verdict in (Verdict.APPROVED, Verdict.NO_REMARKS):
        return ""
    return after_colon(told) or told.reason or told.said.strip()
