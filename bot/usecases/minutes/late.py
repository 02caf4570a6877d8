"""What is said of minutes after the time for remarks: a polite no that names what can be done instead."""

from bot.domain.kernel import settings
from bot.domain.kernel.deadlines import ends
from bot.domain.kernel.office import office
from bot.domain.kernel.refusal import Offer, Refusal
from bot.domain.minutes.state import Minutes, MinutesStatus
from bot.domain.wording.actions import BringUp, OpenSuggestion
from bot.domain.wording.rules import is_late
from bot.usecases.desk import Desk
from bot.usecases.minutes.views import remarks_until


def comes_late(desk: Desk, minutes: Minutes) -> bool:
    """Whether remarks are not taken any more."""
    until = remarks_until(desk, minutes)
    return is_late(minutes, desk.now, None if until is None else ends(until, desk.forum.timezone))


def awaits_meeting(desk: Desk, minutes: Minutes) -> bool:
    """Whether a coming meeting is to approve them, so that something can be said of them there."""
    return minutes.status is MinutesStatus.SENT and settings.minutes_approval(desk.forum) == "next_meeting"


def check_in_time(desk: Desk, minutes: Minutes, words: str, position: int | None = None) -> None:
    """Refusal once remarks are not taken any more; where a meeting is to approve the minutes, it offers that.

    The form of an item, which stands below it where nobody reads along, has a button for that of its own. Where
    everybody does, what was typed is not said again: the offer is a form of one's own.
    """
    if not comes_late(desk, minutes):
        return
    kontor = office(desk.forum, desk.today)
    if minutes.status is MinutesStatus.APPROVED:
        raise Refusal("wording_approved", kontor=kontor)
    if not awaits_meeting(desk, minutes):
        raise Refusal("wording_late", kontor=kontor)
    if position is not None and not desk.is_overheard:
        raise Refusal("wording_late_next")
    raise Refusal("wording_late_next", offer=Offer("wording.btn.bring_up", _instead(desk, minutes, words, position)))


def _instead(desk: Desk, minutes: Minutes, words: str, position: int | None) -> BringUp | OpenSuggestion:
    if desk.is_overheard:
        return OpenSuggestion(forum=desk.forum.id, meeting=minutes.meeting, position=position)
    return BringUp(forum=desk.forum.id, meeting=minutes.meeting, position=position, words=words)
