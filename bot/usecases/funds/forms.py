"""The forms of the ledger: what each offers, and what a sentence would have typed into it."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from bot.domain.funds import ledger
from bot.domain.funds.actions import (
    Dispose,
    Entering,
    OpenDisposalForm,
    OpenGrantForm,
    OpenSpendingForm,
    RegisterGrant,
    RegisterSpending,
)
from bot.domain.funds.delegating import is_delegated_here
from bot.domain.funds.settings import decides_first, may_waive_order, purposes
from bot.domain.funds.state import Entry, kroner
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import Desk
from bot.usecases.funds.aiming import as_far_as_known
from bot.usecases.funds.disposing import NO_DECISION, check_any_right, has_any_right
from bot.usecases.funds.loading import Decided, decided, decision_of, require_fund
from bot.usecases.funds.views import (
    Agendas,
    agendas_of,
    decision_view,
    disposes_for,
    entry_view,
    organisation_name,
    purpose_name,
    sees_decision,
)
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.rights import require_seat, require_secretariat
from cards.funds import form as forms
from cards.funds.view import Offer, decision_line, entry_line
from cards.kit.elements import Card
from cards.kit.fitting import shorten
from cards.kit.words import money, say
from storage import funds as store

_LONGEST_FORM_ID = 64
_A_CHOICE = 120  # characters


async def open_grant(desk: Desk, actor: str, action: OpenGrantForm) -> Card:
    """The form for a grant."""
    require_secretariat(desk, actor)
    await require_fund(desk)
    return await card_of(desk, actor, RegisterGrant(forum=desk.forum.id, form=new_form(), fund_year=_this_year(desk)))


async def open_disposal(desk: Desk, actor: str, action: OpenDisposalForm) -> Card:
    """The form for a disposal, for whoever may; whoever may not is told who."""
    require_seat(desk, actor)
    await require_fund(desk)
    every = await decided(desk)
    check_any_right(desk, actor, every)
    chosen = await decision_of(desk, action.decision) if action.decision else None
    typed = Dispose(
        forum=desk.forum.id,
        form=new_form(),
        decision=action.decision,
        amount=""
        if chosen is None or not sees_decision(desk, actor, chosen.decision)
        else f"{kroner(chosen.left):f}".replace(".", ",").removesuffix(",00"),
        fund_year=_this_year(desk),
    )
    return await card_of(desk, actor, typed)


async def open_spending(desk: Desk, actor: str, action: OpenSpendingForm) -> Card:
    """The form for what was spent; Refusal("funds_nothing_to_spend") where nothing was disposed of."""
    require_secretariat(desk, actor)
    await require_fund(desk)
    typed = RegisterSpending(forum=desk.forum.id, form=new_form(), entry=action.entry, fund_year=_this_year(desk))
    usable = _unspent(await store.of_year(desk.conn, desk.forum.id, desk.now.year))
    if not usable:
        raise Refusal("funds_nothing_to_spend", aar=desk.now.year)
    if action.entry and action.entry not in {str(each.number) for each in usable}:
        raise Refusal("funds_unknown_entry", nr=action.entry)
    return await card_of(desk, actor, typed)


async def as_refused(desk: Desk, actor: str, typed: Entering) -> Card | None:
    """The form with all that was typed, for whoever may use it; a sentence gets one."""
    if isinstance(typed, Dispose) and not has_any_right(desk, actor, await decided(desk)):
        return None
    typed = await as_far_as_known(desk, actor, typed)
    known = typed.form and await store.by_form(desk.conn, desk.forum.id, typed.form)
    form = new_form() if known or not typed.form else typed.form
    year = typed.fund_year or _this_year(desk)
    return typed_on(desk, await card_of(desk, actor, replace(typed, forum=desk.forum.id, form=form, fund_year=year)))


async def card_of(desk: Desk, actor: str, typed: Entering) -> Card:
    """The form with what was typed."""
    match typed:
        case RegisterGrant():
            return forms.grant(typed, Offer(purposes=_purposes(desk)))
        case Dispose():
            return forms.disposal(typed, await _disposing(desk, actor))
        case RegisterSpending():
            return forms.spending(typed, Offer(entries=await _disposals(desk, actor)))


def new_form() -> str:
    """What tells one form from another."""
    return uuid4().hex


def form_id(typed: str) -> str:
    """The form's id; a typed sentence gets one of its own, and Refusal("bad_card") for what is none."""
    if not typed:
        return new_form()
    if len(typed) > _LONGEST_FORM_ID or not typed.isalnum() or not typed.isascii():
        raise Refusal("bad_card")
    return typed


async def _disposing(desk: Desk, actor: str) -> Offer:
    every = await decided(desk)
    usable = [each for each in every if each.left > 0]
    known = await agendas_of(desk, [each.decision for each in usable])
    named = {each.key: _decision_words(desk, actor, each, known) for each in usable}
    first, may_waive = decides_first(desk.forum), may_waive_order(desk.forum)
    without = {NO_DECISION: say("funds.decision.none")} if may_waive or not first else {}
    parties = dict.fromkeys(party for each in (None, *usable) for party in disposes_for(desk, actor, each))
    is_named = is_delegated_here(desk.forum) and len(parties) > 1
    return Offer(
        purposes=await _accounts(desk),
        parties={each: organisation_name(desk.forum, each) for each in parties} if is_named else {},
        decisions={**named, **without} if named else {},
        asks_waiver=may_waive,
        asks_basis=not first and not named,
        notes=_order_notes(named=bool(named), first=first),
    )


def _order_notes(*, named: bool, first: bool) -> list[str]:
    if not first:
        return [say("funds.form.no_order")]
    return [] if named else [say("error.funds_no_resolution")]


def _decision_words(desk: Desk, actor: str, each: Decided, known: Agendas) -> str:
    view = decision_view(desk, actor, each, known)
    return f"{shorten(view.title, _A_CHOICE)} · {decision_line(view)}"


def _purposes(desk: Desk) -> dict[str, str]:
    """Whose account a grant may go to; nothing to choose where nobody names purposes."""
    named = purposes(desk.forum)
    return {ALL: say("funds.purpose.all"), **named} if named else {}


async def _accounts(desk: Desk) -> dict[str, str]:
    """The accounts of this year with what is left of each, where there are several."""
    known = ledger.accounts(await store.of_year(desk.conn, desk.forum.id, desk.now.year))
    if len(known) < 2:
        return {}
    return {
        each or ALL: say("funds.account", formaal=purpose_name(desk.forum, each), rest=money(kroner(it.left)))
        for each, it in known.items()
    }


async def _disposals(desk: Desk, actor: str) -> dict[str, str]:
    entries = await store.of_year(desk.conn, desk.forum.id, desk.now.year)
    unspent = _unspent(entries)
    known = await agendas_of(desk, unspent)
    return {
        str(each.number): shorten(entry_line(entry_view(desk, actor, each, entries, known)), _A_CHOICE)
        for each in unspent
    }


def _unspent(entries: Sequence[Entry]) -> list[Entry]:
    return [each for each in ledger.disposals(entries) if ledger.unspent(entries, each) > 0]


def _this_year(desk: Desk) -> str:
    return str(desk.now.year)


ALL = "-"
"""What stands for all purposes in a choice; no purpose has that id."""
