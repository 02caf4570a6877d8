"""How a meeting's proposals, agenda and minutes stand, in the words that its post has, from what was just read."""

from collections.abc import Iterable

from bot.domain.agenda.state import Agenda
from bot.domain.approval import rules as approving
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.office import office
from bot.domain.minutes.state import Minutes, MinutesStatus
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.usecases.desk import Desk
from cards.kit.words import deadline_words, keyed, medium_date, say, several

UNTREATED = (ProposalStatus.RECEIVED, ProposalStatus.NEEDS_INFO, ProposalStatus.POSTPONED)
_AGENDA = keyed(Standpoint, "post.agenda")
_MINUTES = keyed(MinutesStatus, "post.minutes")


def proposals_words(desk: Desk, meeting: Meeting, every: Iterable[Proposal], *, is_sent: bool) -> str | None:
    """How many await the secretariat and, until the agenda is sent, until when more may come."""
    untreated = sum(each.status in UNTREATED for each in every)
    deadline = desk.timetable(meeting).proposals
    serving = say(office(desk.forum, desk.today))
    told = [say("post.untreated", n=untreated, kontor=serving)] if untreated else []
    if deadline is not None and not is_sent:
        told.append(say("post.proposals.until", frist=deadline_words(deadline)))
    return " ".join(told) or None


def agenda_words(desk: Desk, meeting: Meeting, agenda: Agenda | None, current: ApprovalRound | None) -> str:
    """That it was sent, or how far it is and when it leaves; `agenda` None where nothing is stored of it."""
    if agenda is not None and agenda.sent_at is not None:
        return say("post.sent", dato=medium_date(agenda.sent_at.astimezone(desk.forum.timezone).date()))
    own = 0 if agenda is None else sum(item.is_own for item in agenda.items)
    draft = several("post.agenda.draft", own) if own else say("post.agenda.empty")
    stands = draft if current is None else _round(current)
    dispatch = desk.timetable(meeting).dispatch
    return stands if dispatch is None else f"{stands} {say('post.agenda.leaves', dag=deadline_words(dispatch))}"


def minutes_words(desk: Desk, meeting: Meeting, written: Minutes | None, *, is_sent: bool) -> str | None:
    """Until when they are due, from when the agenda is sent; nothing where nobody settled it."""
    status = MinutesStatus.DRAFT if written is None else written.status
    if written is not None and written.sent_at is not None:
        sent_on = medium_date(written.sent_at.astimezone(desk.forum.timezone).date())
        return say(_MINUTES[status], dato=sent_on)
    if status is MinutesStatus.FOR_APPROVAL:
        return say(_MINUTES[status])
    deadline = desk.timetable(meeting).minutes
    is_owed = is_sent and deadline is not None
    return say(_MINUTES[status], frist=deadline_words(deadline)) if is_owed and deadline is not None else None


def _round(current: ApprovalRound) -> str:
    is_asked = current.mode is Mode.CONSULT and current.standpoint is Standpoint.OPEN
    key = "post.agenda.consult" if is_asked else _AGENDA[current.standpoint]
    return say(
        key,
        version=current.version,
        svar=len(current.approvers) - len(approving.missing(current)),
        antal=len(current.approvers),
    )
