"""A case that was sent on as somebody may see it, and how it stands in one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.kernel.stations import Stage, Station
from bot.domain.referrals.state import Status
from cards.kit.words import keyed, medium_date, say
from cards.referrals.stations import happened

STATUSES = keyed(Status, "referral.status")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralView:
    """`title` is neutral, and all that was said missing, where it `is_hidden` here.

    `may_act` is whether the reader serves the forum; `origin` names the proposal or the item that it came from.
    """

    forum: str
    forum_name: str
    year: int
    number: int
    title: str
    to: str
    status: Status
    sent_on: date
    question: str = ""
    level: str = ""
    basis: str = ""
    wanted: date | None = None
    is_late: bool = False
    is_letter: bool = False
    is_hidden: bool = False
    may_act: bool = False
    origin: str = ""
    before: Sequence[Station] = ()
    back: Sequence[Station] = ()
    proposal: tuple[int, int] | None = None  # its number and year
    item: tuple[str, int] | None = None  # the meeting and the position

    @property
    def called(self) -> str:
        """Its own number."""
        return say("referral.number", nr=self.number, aar=self.year)


def state_words(view: ReferralView) -> str:
    """That it waits, until when that is wanted, and what was told of it last."""
    status = say("referral.late") if view.is_late else say(STATUSES[view.status])
    parts = [status]
    if view.wanted is not None and view.status is Status.WAITING:
        parts.append(say("referral.wanted", dag=medium_date(view.wanted)))
    return " · ".join(parts)


def latest(view: ReferralView) -> str:
    """What was told back last; nothing before anything was."""
    return told(view.back[-1], view.is_hidden) if view.back else ""


def told_last(back: Sequence[Station], sent_on: date, to: str, is_hidden: bool) -> str:
    """That it was sent on, and what was told of it last."""
    sent = say("referral.line", til=to, dag=medium_date(sent_on))
    return f"{sent}. {told(back[-1], is_hidden)}" if back else f"{sent}. {say(STATUSES[Status.WAITING])}"


def told(station: Station, is_hidden: bool) -> str:
    """What a body told back; an answer is told as that."""
    shown = happened(station, has_words=not is_hidden)
    if station.stage in (Stage.ANSWERED, Stage.RESOLVED):
        return f"{say('referral.answered', forum=station.body)}: {shown}"
    return f"{station.body}: {shown}"
