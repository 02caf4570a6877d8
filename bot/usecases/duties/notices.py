"""What is told of duties, drawn as they stand when it leaves; of no use once they are done, or somebody else's."""

from datetime import date

from bot.domain.duties import owners
from bot.domain.duties.notices import DutyNotice
from bot.domain.duties.reminders import calls
from bot.domain.duties.state import FollowUp
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.meetings.standing_in import in_place_on
from bot.usecases.desk import Desk
from bot.usecases.duties.agreements import is_on_agenda
from bot.usecases.duties.views import view_of
from cards.duties import reminders
from cards.kit.elements import Card
from cards.kit.words import say
from storage import duties as store


async def told(desk: Desk, notice: Notice, kind: DutyNotice) -> Card | Stale:
    """The notice as it leaves."""
    if kind is DutyNotice.MONTHS:
        if desk.forum.choice("agreement_follow_up_months") is not None:
            return Stale(say("stale.duty_months"))
        return reminders.months(desk.forum.id, desk.called(notice))
    subject = notice.subject
    duty = await store.by_number(desk.conn, desk.forum.id, _number(subject["number"]), _number(subject["year"]))
    if duty is None:
        return Stale(say("stale.duty_gone"))
    if (why := await _stale(desk, notice, kind, duty)) is not None:
        return Stale(why)
    view, away = await view_of(desk, notice.recipient, duty), _away(desk, duty, notice.recipient)
    return reminders.told(kind, view, desk.called(notice), instead_of=[desk.name_of(each) for each in away])


def _away(desk: Desk, duty: FollowUp, recipient: str | None) -> list[str]:
    """Those responsible in whose place the recipient is reminded, where it is not theirs as well."""
    own = owners.responsible(duty, desk.forum, desk.today)
    if recipient in own:
        return []
    return [each for each in own if in_place_on(desk.forum, each, desk.today) == recipient]


async def _stale(desk: Desk, notice: Notice, kind: DutyNotice, duty: FollowUp) -> str | None:
    holder = owners.taker_of(duty, desk.forum, desk.today)
    if kind is DutyNotice.TAKEN_OVER:
        return say("stale.duty_yours") if holder == notice.recipient else None
    if not duty.is_open:
        return say("stale.duty_changed")
    if kind is DutyNotice.OPEN and holder is not None:
        return say("stale.duty_changed")
    if kind is DutyNotice.AGREEMENT and await is_on_agenda(desk, duty):
        return say("stale.duty_on_agenda")
    return None if _is_called_for(desk, notice, kind, duty) else say("stale.duty_changed")


def _is_called_for(desk: Desk, notice: Notice, kind: DutyNotice, duty: FollowUp) -> bool:
    """Whether it still falls on that day, to that person; what is told at once has no day."""
    if "day" not in notice.subject:
        return True
    day = date.fromisoformat(str(notice.subject["day"]))
    every = calls(duty, desk.forum, desk.calendar)
    return any((each.kind, each.day, each.recipient) == (kind, day, notice.recipient) for each in every)


def _number(value: object) -> int:
    return int(str(value))
