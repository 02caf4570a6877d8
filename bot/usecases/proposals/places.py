"""Where a proposal stands on the agenda of its meeting: on the draft, in the version that is asked about, or sent."""

from dataclasses import dataclass
from datetime import date

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.state import Content, Proposal, ProposalStatus
from bot.usecases.agenda import views as agenda_views
from bot.usecases.desk import Desk
from cards.agenda.departure import change_words, send_button
from cards.kit.elements import Json
from storage import agenda as agendas


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPlace:
    """The meeting with its agenda as stored, and the item there: on what was sent, else on the draft."""

    meeting: Meeting | None = None
    agenda: Agenda | None = None
    item: AgendaItem | None = None
    position: int | None = None

    @property
    def is_sent(self) -> bool:
        """Whether the agenda was sent, with the item or without."""
        return self.agenda is not None and self.agenda.sent_version is not None

    @property
    def sent_for(self) -> date | None:
        """The day of the meeting whose agenda was sent with the item."""
        return self.meeting.day if self.meeting and self.item and self.is_sent else None

    @property
    def draft(self) -> int | None:
        """The revision of the agenda that has the item; None where it stands on none."""
        return None if self.agenda is None or self.item is None else self.agenda.revision

    @property
    def missing_from(self) -> int | None:
        """The number of the version that is asked about without the item."""
        agenda = self.agenda
        if agenda is None or agenda.newest is None or self.is_sent or self.item is None or self.item.proposal is None:
            return None
        return None if drafting.in_newest_version(agenda, self.item.proposal) else agenda.newest.number

    @property
    def differs_from(self) -> int | None:
        """The number of the version that is asked about and says something else of the item, or lacks it."""
        agenda = self.agenda
        if agenda is None or agenda.newest is None or self.is_sent or self.item is None:
            return None
        return None if self.item in agenda.newest.items else agenda.newest.number


@dataclass(frozen=True, slots=True)
class Lacking:
    """What there is to say of a version that lacks an item as it is now, and the button that mends it."""

    words: tuple[str, ...] = ()
    button: Json | None = None


async def place_of(desk: Desk, proposal: Proposal) -> AgendaPlace:
    """Where it stands now; what is not accepted stands nowhere."""
    if proposal.meeting is None or proposal.status is not ProposalStatus.ACCEPTED:
        return AgendaPlace()
    return place_on(desk, proposal, await agendas.get(desk.conn, desk.forum.id, proposal.meeting))


def place_on(desk: Desk, proposal: Proposal, agenda: Agenda | None) -> AgendaPlace:
    """Where it stands on its meeting's agenda."""
    meeting = desk.forum.meeting(proposal.meeting or "")
    if agenda is None:
        return AgendaPlace(meeting=meeting)
    items = agenda.current
    found = next(((at, item) for at, item in enumerate(items, start=1) if item.proposal == proposal.id), None)
    if found is None:
        return AgendaPlace(meeting=meeting, agenda=agenda)
    return AgendaPlace(meeting=meeting, agenda=agenda, position=found[0], item=found[1])


async def lacking_of(desk: Desk, place: AgendaPlace) -> Lacking:
    """That the newest version lacks what the draft says of the item, and the button that sends the next one."""
    if place.meeting is None or place.agenda is None or place.differs_from is None:
        return Lacking()
    departed = await agenda_views.departed(desk, place.meeting, place.agenda)
    words = change_words(departed, place.position)
    return Lacking(words=(words,) if words else (), button=send_button(departed, place.agenda))


def content_at(proposal: Proposal, place: AgendaPlace) -> Content:
    """What it says now: on the draft the secretariat may have changed it there."""
    return proposal.content if place.item is None else place.item.content
