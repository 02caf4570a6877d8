"""Those who serve gather late items, each with its reason, and ask those who approve agendas about them."""

import re
from dataclasses import replace

from bot.domain.agenda.actions import ItemFields
from bot.domain.agenda.editing import added, edited
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.proposals.state import Content
from bot.domain.supplements import rules
from bot.domain.supplements.actions import AddLate, AskSupplement, OpenSupplement, RemoveLate
from bot.domain.supplements.state import LateItem
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.in_force import require_in_force
from bot.usecases.rights import is_secretariat, require_secretariat
from bot.usecases.supplements import rounds, telling
from bot.usecases.supplements.loading import Sent, ahead, sent
from bot.usecases.supplements.views import check_open, drafted, offered_picks, view_of
from cards.kit.elements import Card
from cards.kit.words import listing, say
from cards.supplements import preparation as cards
from cards.supplements.view import supplement
from storage import proposals

_PROPOSAL = re.compile(r"#?([1-9][0-9]{0,5})(?:/(20[0-9]{2}))?")
_DRAFTED = re.compile(r"item-([0-9]{1,6})")


async def show(desk: Desk, actor: str, action: OpenSupplement) -> Card:
    """The supplement with its form to those who serve; to others as it stands, or the latest that was sent."""
    if is_secretariat(desk, actor):
        await require_in_force(desk, actor)
        return await form(desk, actor, await ahead(desk, action.meeting))
    found = await sent(desk, action.meeting)
    shown = found.in_hand if found.in_hand.asked is not None else next(iter(found.supplements[::-1]), None)
    if shown is None or (shown.asked is None and shown.sent_at is None):
        require_secretariat(desk, actor)
        raise Refusal("supplement_none", moede_dato=found.meeting.day)
    return supplement(await view_of(desk, actor, found, shown))


async def form(
    desk: Desk, actor: str, found: Sent, *above: str, below: str | None = None, typed: AddLate | None = None
) -> Card:
    """The supplement in preparation with the form for one more item; what was just done, above or below that."""
    view, picks = await view_of(desk, actor, found, found.in_hand), await offered_picks(desk, found)
    return cards.preparation(view, picks, above=above, below=[below] if below else [], typed=typed)


async def add(desk: WritingDesk, actor: str, action: AddLate) -> Card:
    """One more item, which whoever was asked before is asked about anew."""
    require_secretariat(desk, actor)
    found = await ahead(desk, action.meeting)
    this = found.in_hand
    rules.check(this, action.revision)
    late = await _late(desk, found, action)
    longer = rules.with_item(this, late)
    texts = {"title": late.content.title, "reason": late.reason}
    after = await telling.keep(desk, actor, found, this, longer, "supplement.item_added", texts=texts)
    said = say("supplement.done.added", titel=_title(desk, late.content))
    return await form(desk, actor, after, below=said)


async def remove(desk: WritingDesk, actor: str, action: RemoveLate) -> Card:
    """Take one out again."""
    require_secretariat(desk, actor)
    found = await ahead(desk, action.meeting)
    rules.check(found.in_hand, action.revision)
    shorter = rules.without_item(found.in_hand, action.position)
    after = await telling.keep(desk, actor, found, found.in_hand, shorter, "supplement.item_removed")
    return await form(desk, actor, after, say("supplement.done.removed", punkt=action.position))


async def ask(desk: WritingDesk, actor: str, action: AskSupplement) -> Card:
    """Ask for answers to just what it says now; asked already, nothing new happens."""
    require_secretariat(desk, actor)
    found = await ahead(desk, action.meeting)
    this, (mode, approvers) = found.in_hand, rounds.asked(desk, found.meeting)
    rules.check(this, action.revision)
    if mode is Mode.NONE:
        raise Refusal("supplement_no_approval")
    if not approvers:
        raise Refusal("supplement_nobody")
    current = rounds.round_of(desk, found.meeting, this)
    if current is not None and not telling.is_returned(current):
        return await form(desk, actor, found, say("supplement.done.asked_already"))
    asked = rules.asked_about(this, desk.now)
    after = await telling.keep(desk, actor, found, this, asked, "supplement.asked", asked=approvers)
    await telling.ask(desk, after)
    names = listing(map(desk.name_of, approvers))
    return supplement(await view_of(desk, actor, after, asked), above=[say("supplement.done.asked", liste=names)])


async def as_refused(desk: Desk, actor: str, action: AddLate | RemoveLate | AskSupplement) -> Card | None:
    """The form with what was typed, to those who may."""
    if not is_secretariat(desk, actor):
        return None
    typed = action if isinstance(action, AddLate) else None
    return await form(desk, actor, await ahead(desk, action.meeting), typed=typed)


async def _late(desk: Desk, found: Sent, action: AddLate) -> LateItem:
    """The item as it was picked or typed; a reason is asked for first, since no item comes late without."""
    reason = clean_text(action.reason, Term("supplement.field.reason"), rules.LONGEST_REASON, required=False)
    picked = await _picked(desk, found, action.pick) if action.pick.strip() else None
    if picked is None and not (action.title or "").strip():
        raise Refusal("late_nothing", field="title")
    if not reason:
        raise Refusal("late_reason", field="reason")
    if picked is None:
        late = LateItem(content=added(action), reason=reason)
    else:
        late = replace(picked, content=_with_typed(picked.content, action), reason=reason)
    if late.content.is_closed and desk.is_public:
        raise Refusal("late_closed_here")
    return late


async def _picked(desk: Desk, found: Sent, pick: str) -> LateItem:
    """What was chosen, by a proposal's number or an item's id; Refusal("late_unknown")."""
    typed = pick.strip()
    if (of_draft := _DRAFTED.fullmatch(typed)) is not None:
        item = next((each for each in drafted(desk, found) if each.id == int(of_draft[1])), None)
        if item is not None:
            return LateItem(content=item.content, reason="", item=item.id)
    if (named := _PROPOSAL.fullmatch(typed)) is not None:
        year = int(named[2]) if named[2] else None
        proposal = await proposals.by_number(desk.conn, desk.forum.id, int(named[1]), year)
        if proposal is not None:
            if any(each.proposal == proposal.id for each in found.agenda.current):
                raise Refusal("late_twice", titel=_title(desk, proposal.content))
            check_open(proposal, found.meeting.id)
            drawn = next((each for each in found.agenda.items if each.proposal == proposal.id), None)
            content = proposal.content if drawn is None else drawn.content
            return LateItem(content=content, reason="", proposal=proposal.id, item=None if drawn is None else drawn.id)
    raise Refusal("late_unknown", field="pick")


def _with_typed(content: Content, typed: ItemFields) -> Content:
    """What was picked, with what was filled in besides."""
    names = ("title", "summary", "recommendation", "duration", "links")
    filled = {name: value for name in names if (value := getattr(typed, name)) and value.strip()}
    return edited(content, ItemFields(**filled))


def _title(desk: Desk, content: Content) -> str:
    return say("agenda.closed_item") if content.is_closed and desk.is_public else content.title
