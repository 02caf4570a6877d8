"""The secretariat is told as somebody who is asked about an agenda gets another account."""

from bot.domain.approval import rules as approving
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.seats import seats_of
from bot.domain.kernel import settings
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.agenda.views import is_sent
from bot.usecases.approval.views import rounds_ahead
from bot.usecases.desk import Desk, WritingDesk
from cards.approval.reminders import account_changed as account_changed_card
from cards.kit.elements import Card
from cards.kit.words import say


async def tell_account_changed(desk: WritingDesk, person: str, entry: int) -> None:
    """The secretariat hears of it where the person is asked about an agenda that has not left; once for each change.

    `entry` is what the log says of the change.
    """
    serving = settings.secretariat(desk.forum, desk.today)
    async for meeting, current in rounds_ahead(desk):
        is_asked = bool(seats_of(current, person)) and current.standpoint not in approving.ENDED
        if is_asked and not await is_sent(desk, meeting.id):
            await desk.tell_each(serving, ApprovalNotice.ACCOUNT, entry, meeting=meeting.id, person=person)


async def account_changed(desk: Desk, notice: Notice) -> Card | Stale:
    """To one of the secretariat: somebody who is asked about the agenda answers from another account by now."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    name = desk.name_of(str(notice.subject["person"]))
    return account_changed_card(desk.forum.id, meeting, name, mention=desk.called(notice))
