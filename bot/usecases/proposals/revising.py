"""Changing what a proposal says: by its proposer until it is treated, by the secretariat until the agenda is sent."""

from dataclasses import replace

from bot.domain.agenda import rules as drafting
from bot.domain.kernel.office import office
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals import revising as rules
from bot.domain.proposals import triage as triaging
from bot.domain.proposals.actions import LeaveChange, OpenRevision, Revise, TakeChange
from bot.domain.proposals.asked import asked_by, asked_of_funds
from bot.domain.proposals.notices import Event
from bot.domain.proposals.state import Content, Proposal, ProposalStatus
from bot.domain.proposals.triage import Act, Capacities
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.proposals.capacities import look, meet, meet_current, triage_card
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.proposals.places import AgendaPlace, content_at, lacking_of, place_of
from bot.usecases.proposals.telling import store, tell_proposer, tell_secretariat
from bot.usecases.proposals.views import bases, view_for, view_of
from cards.kit.answers import IN_HAND
from cards.kit.both import with_both
from cards.kit.elements import Card
from cards.kit.words import say
from cards.proposals import triage as cards
from cards.proposals.clash import clashes
from cards.proposals.dialogue import changed_words
from cards.proposals.revision import Reviser, Revising, revision
from storage import agenda as agendas


async def open_form(desk: Desk, actor: str, action: OpenRevision) -> Card:
    """The form, filled in as the proposal stands."""
    proposal, capacities = await meet(desk, actor, action)
    rules.changes_directly(proposal, capacities)
    _check_place(desk, proposal)
    return await _form(
        desk, actor, proposal, capacities, Revise(number=proposal.number, words=action.words), action.part
    )


async def revise(desk: WritingDesk, actor: str, shown: Revise) -> Card:
    """Keep what was changed or, once it is treated, suggest it to the secretariat."""
    action = rules.whole(shown)
    proposal, capacities = await meet_current(desk, actor, action)
    is_direct = rules.changes_directly(proposal, capacities)
    _check_place(desk, proposal)
    place = await place_of(desk, proposal)
    if action.draft not in (None, place.draft):
        raise Refusal("stale.draft")
    before = content_at(proposal, place)
    typed = action if rules.may_change_basis(proposal, capacities) else _without_basis(action)
    start = _start(proposal, before, is_direct=is_direct)
    is_answer = Act.ELABORATE in triaging.acts(proposal, capacities) and bool(action.words.strip())
    may_be_same = is_answer or bool(action.then)
    after = rules.revised_content(
        start,
        typed,
        desk.forum.charter,
        may_wait=desk.is_public,
        may_be_same=may_be_same,
        funds=asked_of_funds(desk.forum),
    )
    if after == start and not is_answer:
        return await _next_part(desk, actor, action)
    if not is_direct:
        changed = rules.suggested(proposal, capacities, before, after, action.words)
        stored = await store(desk, actor, changed, "proposal.suggested", suggestion=action.words)
        await tell_secretariat(desk, actor, stored, Event.SUGGESTED, rules.differences(before, after))
        card = cards.settled(view_of(desk, stored), say("proposal.done.suggested"))
    else:
        card = await _change(desk, actor, action, proposal, capacities, place, after)
    return await _next_part(desk, actor, action) if action.then else card


async def take(desk: WritingDesk, actor: str, action: TakeChange) -> Card:
    """Work the proposer's change in, on the draft as well."""
    proposal, capacities = await meet_current(desk, actor, action)
    place = await place_of(desk, proposal)
    before = content_at(proposal, place)
    changed = rules.taken(proposal, capacities, before)
    await _put_on_draft(desk, place, changed.content)
    stored = await store(desk, actor, changed, "proposal.change_taken", answer=action.words)
    names = rules.differences(before, changed.content)
    await tell_proposer(desk, actor, stored, Event.TAKEN, names, triaging.said(action.words))
    return await _done(desk, stored, say("proposal.done.change_taken", navn=view_of(desk, stored).by))


async def leave(desk: WritingDesk, actor: str, action: LeaveChange) -> Card:
    """Leave the proposer's change out."""
    proposal, capacities = await meet_current(desk, actor, action)
    stored = await store(desk, actor, rules.left(proposal, capacities), "proposal.change_left", answer=action.words)
    await tell_proposer(desk, actor, stored, Event.LEFT, (), triaging.said(action.words))
    return cards.settled(view_of(desk, stored), say("proposal.done.change_left", navn=view_of(desk, stored).by))


async def as_refused(desk: Desk, actor: str, action: OpenRevision | Revise) -> Card:
    """The form with all that was typed; what does not fit on a card, or would be read by others, stays in the form."""
    proposal, capacities = await look(desk, actor, action)
    may = triaging.acts(proposal, capacities) & {Act.REVISE, Act.SUGGEST}
    if isinstance(action, OpenRevision) or not may:
        return await triage_card(desk, actor, proposal, capacities, typed=action.words)
    if desk.is_public and (proposal.content.is_closed or action.is_closed):
        return IN_HAND
    part = 2 if action.title is None and action.case_description is not None else 1
    form = await _form(desk, actor, proposal, capacities, action, part)
    return typed_on(desk, await _beside_the_other(desk, proposal, action, part, form))


async def _beside_the_other(desk: Desk, proposal: Proposal, action: Revise, part: int, form: Card) -> Card:
    """The form with what the proposal says by now, where somebody else changed it meanwhile."""
    place = await place_of(desk, proposal)
    if action.revision in (None, proposal.revision) and action.draft in (None, place.draft):
        return form
    here = OpenRevision(forum=proposal.forum, number=proposal.number, year=proposal.year, part=part)
    now = content_at(proposal, place)
    return with_both(form, clashes(rules.form_of(now), rules.filled(now, action)), action, here)


async def _change(
    desk: WritingDesk,
    actor: str,
    action: Revise,
    proposal: Proposal,
    capacities: Capacities,
    place: AgendaPlace,
    content: Content,
) -> Card:
    """Store what it says from now on; an asked proposer's words are their answer."""
    day = proposal.received_at.astimezone(desk.forum.timezone).date()
    names = rules.differences(content_at(proposal, place), content)
    changed = rules.revised(desk.forum, proposal, content, day)
    is_answer = Act.ELABORATE in triaging.acts(proposal, capacities) and bool(action.words.strip())
    if is_answer:
        changed = triaging.elaborated(changed, capacities, action.words)
    await _put_on_draft(desk, place, content)
    stored = await store(desk, actor, changed, "proposal.revised", message=action.words)
    if actor == proposal.proposer:
        await tell_secretariat(desk, actor, stored, Event.ELABORATED if is_answer else Event.REVISED, names)
        serving = say(office(desk.forum, desk.today))
        done = say("proposal.done.elaborated", kontor=serving) if is_answer else say("proposal.done.revised")
        return await _done(desk, stored, done)
    await tell_proposer(desk, actor, stored, Event.REVISED, names, triaging.said(action.words))
    told = say("proposal.done.revised.told", navn=view_of(desk, stored).by, felter=changed_words(names))
    return await _done(desk, stored, say("proposal.done.revised"), told)


async def _done(desk: Desk, proposal: Proposal, *words: str) -> Card:
    """What was done, and that the version which is asked about says something else."""
    view, place = view_of(desk, proposal), await place_of(desk, proposal)
    lacking = await lacking_of(desk, place)
    return cards.settled(view, *words, *lacking.words, sending=lacking.button)


async def _put_on_draft(desk: WritingDesk, place: AgendaPlace, content: Content) -> None:
    if place.agenda is not None and place.position is not None:
        await agendas.put(desk.conn, drafting.edit(place.agenda, place.position, content))


async def _next_part(desk: Desk, actor: str, action: Revise) -> Card:
    proposal, capacities = await look(desk, actor, action)
    return await _form(desk, actor, proposal, capacities, Revise(number=action.number), action.then)


async def _form(desk: Desk, actor: str, proposal: Proposal, capacities: Capacities, typed: Revise, part: int) -> Card:
    is_direct = Act.SUGGEST not in triaging.acts(proposal, capacities)
    place = await place_of(desk, proposal)
    start = _start(proposal, content_at(proposal, place), is_direct=is_direct)
    revising = Revising(
        reviser=_reviser(proposal, capacities, is_direct=is_direct),
        typed=rules.filled(start, typed),
        words=typed.words,
        bases=bases(desk, actor) if rules.may_change_basis(proposal, capacities) else {},
        asked=asked_by(desk.forum.charter, asked_of_funds(desk.forum)),
        draft=place.draft,
        is_public=desk.is_public,
    )
    return revision(view_for(desk, actor, proposal, capacities), revising, part)


def _start(proposal: Proposal, current: Content, *, is_direct: bool) -> Content:
    """What the form begins with: what it says now, or the change that is suggested already."""
    change = proposal.dialogue.change
    return current if is_direct or change is None else change.after


def _reviser(proposal: Proposal, capacities: Capacities, *, is_direct: bool) -> Reviser:
    if not is_direct:
        return Reviser.LATER
    if not capacities.is_proposer:
        return Reviser.SECRETARIAT
    return Reviser.ASKED if proposal.status is ProposalStatus.NEEDS_INFO else Reviser.PROPOSER


def _without_basis(action: Revise) -> Revise:
    return replace(action, basis=None)


def _check_place(desk: Desk, proposal: Proposal) -> None:
    """Refusal("only_in_chat") where a closed one would be written before others."""
    if desk.is_public and proposal.content.is_closed:
        raise Refusal("only_in_chat", nr=proposal.number)
