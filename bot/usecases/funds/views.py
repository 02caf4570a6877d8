"""The shared funds as somebody may see them here: of a closed item no more than its neutral title."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.agenda.state import Agenda
from bot.domain.funds import ledger
from bot.domain.funds.delegating import may_answer, may_dispose
from bot.domain.funds.settings import purposes
from bot.domain.funds.state import CouncilAnswer, CouncilFollowUp, Decision, Entry, kroner
from bot.domain.kernel.forum import Forum
from bot.usecases.desk import Desk
from bot.usecases.duties.views import item_of
from bot.usecases.funds.loading import Decided
from bot.usecases.rights import is_secretariat, sees_closed
from cards.funds.view import CouncilView, DecisionView, EntryView
from cards.kit.words import medium_date, say
from cards.proposals.closed import NEUTRAL_TITLE
from storage import agenda as agendas

Agendas = Mapping[str, Agenda]


async def agendas_of(desk: Desk, every: Sequence[Decision | Entry]) -> Agendas:
    """The agendas of the meetings that they come from."""
    meetings = {each.meeting for each in every if each.meeting is not None}
    return await agendas.of_meetings(desk.conn, desk.forum.id, meetings) if meetings else {}


def decision_view(desk: Desk, actor: str | None, each: Decided, known: Agendas) -> DecisionView:
    """One decision with its councils."""
    position, title = _named(desk, actor, each.decision.meeting, each.decision.item, known)
    sees = sees_decision(desk, actor, each.decision)
    return DecisionView(
        key=each.key,
        title=title,
        meeting_day=_day(desk, each.decision),
        position=position,
        amount=kroner(each.decision.amount),
        left=kroner(each.left),
        parties=[organisation_name(desk.forum, party) for party in each.decision.parties] if sees else [],
        councils=[council_view(desk, actor, each, follow_up, known) for follow_up in each.councils],
        may_dispose=each.left > 0 and bool(disposes_for(desk, actor, each)),
        is_hidden=not sees,
    )


def council_view(
    desk: Desk, actor: str | None, each: Decided, follow_up: CouncilFollowUp, known: Agendas
) -> CouncilView:
    """What one council says to it."""
    organisation = desk.forum.organisation(follow_up.organisation)
    sees = sees_decision(desk, actor, each.decision)
    return CouncilView(
        decision=each.key,
        organisation=follow_up.organisation,
        name=organisation_name(desk.forum, follow_up.organisation),
        title=_named(desk, actor, each.decision.meeting, each.decision.item, known)[1],
        meeting_day=_day(desk, each.decision),
        amount=kroner(each.decision.amount),
        answer=follow_up.answer,
        by="" if follow_up.by is None else desk.name_of(follow_up.by),
        day=None if follow_up.by is None else follow_up.since.astimezone(desk.forum.timezone).date(),
        words=follow_up.words if sees else "",
        may_answer=organisation is not None
        and actor is not None
        and may_answer(desk.forum, organisation, actor, desk.today),
        may_dispose=follow_up.answer is CouncilAnswer.APPROVED
        and each.left > 0
        and follow_up.organisation in disposes_for(desk, actor, each),
        is_hidden=not sees,
    )


def entry_view(desk: Desk, actor: str | None, entry: Entry, entries: Sequence[Entry], known: Agendas) -> EntryView:
    """One entry of the ledger."""
    sees = entry.meeting is None or sees_item(desk, actor, entry.meeting, entry.item, known)
    origin = ""
    if entry.meeting is not None:
        origin = _origin(desk, actor, entry.meeting, entry.item or 0, known)
    back = ledger.takes_back(entries, entry) if not entry.is_counter and may_counter(desk, actor, entry) else 0
    return EntryView(
        year=entry.year,
        number=entry.number,
        kind=entry.kind,
        is_counter=entry.is_counter,
        of=entry.of,
        amount=kroner(entry.amount),
        by=desk.name_of(entry.by),
        day=entry.at.astimezone(desk.forum.timezone).date(),
        purpose=purpose_name(desk.forum, entry.purpose) if entry.purpose else "",
        organisation="" if entry.organisation is None else organisation_name(desk.forum, entry.organisation),
        origin=origin,
        basis=entry.basis if sees else "",
        waiver=entry.waiver if sees else "",
        takes_back=kroner(back) if back > 0 else None,
    )


def may_counter(desk: Desk, actor: str | None, entry: Entry) -> bool:
    """Whether somebody may take an entry back: whoever serves the forum, and whoever made it and still sits there."""
    return is_secretariat(desk, actor) or (actor == entry.by and any(desk.forum.seats_of(entry.by, desk.today)))


def disposes_for(desk: Desk, actor: str | None, each: Decided | None) -> list[str]:
    """The organisations for which somebody may dispose, by that decision where there is one."""
    approved = frozenset[str]() if each is None else each.approved
    return [
        organisation.id
        for organisation in desk.forum.organisations
        if actor in may_dispose(desk.forum, organisation, desk.today, approved=approved)
    ]


def sees_decision(desk: Desk, actor: str | None, decision: Decision) -> bool:
    """Whether somebody may see here what was decided on."""
    return not decision.is_closed or _sees_closed_of(desk, actor, decision.meeting)


def sees_item(desk: Desk, actor: str | None, meeting: str, item: int | None, known: Agendas) -> bool:
    """The same of an entry's item; one that nobody can look up any more is told to nobody."""
    found = item_of(known, meeting, item)
    return found is not None and (not found[1].content.is_closed or _sees_closed_of(desk, actor, meeting))


def organisation_name(forum: Forum, organisation: str) -> str:
    """What it is called; the bare id of one that is named no longer."""
    found = forum.organisation(organisation)
    return organisation if found is None else found.name


def purpose_name(forum: Forum, purpose: str) -> str:
    """What a purpose's account is called."""
    return purposes(forum).get(purpose, purpose) or say("funds.purpose.all")


def _sees_closed_of(desk: Desk, actor: str | None, meeting: str) -> bool:
    held = desk.forum.meeting(meeting)
    return held is not None and sees_closed(desk, actor, held)


def _named(desk: Desk, actor: str | None, meeting: str, item: int, known: Agendas) -> tuple[int, str]:
    """The position of an item and its title as somebody may see it."""
    found = item_of(known, meeting, item)
    if found is None:
        return 0, say("funds.item.gone")
    place, held = found
    is_hidden = held.content.is_closed and not _sees_closed_of(desk, actor, meeting)
    return place, NEUTRAL_TITLE if is_hidden else held.content.title


def _origin(desk: Desk, actor: str | None, meeting: str, item: int, known: Agendas) -> str:
    place, title = _named(desk, actor, meeting, item, known)
    held = desk.forum.meeting(meeting)
    day = meeting if held is None else medium_date(held.day)
    return say("funds.origin", moede_dato=day, punkt=place, titel=title)


def _day(desk: Desk, decision: Decision) -> date:
    held = desk.forum.meeting(decision.meeting)
    return decision.decided_at.astimezone(desk.forum.timezone).date() if held is None else held.day
