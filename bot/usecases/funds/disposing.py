"""What a disposal rests on: the decision it is by, the organisation it is of, and the account it is on.

Whoever may not dispose is told who may; on the day it is used, not on the day it was given.
"""

from collections.abc import Sequence

from bot.domain.funds.actions import Dispose
from bot.domain.funds.delegating import (
    answering,
    delegating,
    is_delegated_here,
    may_dispose,
    own_organisations,
    standing,
)
from bot.domain.funds.settings import decides_first, may_waive_order
from bot.domain.funds.state import Accounts, CouncilAnswer
from bot.domain.kernel.danish import fold
from bot.domain.kernel.delegation import DelegatedTo
from bot.domain.kernel.office import no_rights
from bot.domain.kernel.people import Organisation
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import Desk
from bot.usecases.funds.loading import Decided, decided, decision_of
from bot.usecases.funds.views import agendas_of, decision_view, disposes_for
from cards.kit.words import listing, say

NO_DECISION = "-"
"""What stands for none in a choice of decisions."""

_LONGEST = 200  # characters of a name


async def decision_meant(desk: Desk, actor: str, action: Dispose) -> Decided | None:
    """The decision it is by: the one that was chosen or whose item is named, else the only one that is left.

    None where none is meant; Refusal "funds_no_resolution" where one must come first, or "funds_which_decision".
    """
    chosen = await _chosen(desk, actor, action)
    if chosen is not None:
        return chosen
    reason = action.waiver.strip() or ("" if action.form else action.words.strip())
    if decides_first(desk.forum) and not (may_waive_order(desk.forum) and reason):
        raise Refusal("funds_no_resolution", field="waiver" if may_waive_order(desk.forum) else None)
    return None


async def _chosen(desk: Desk, actor: str, action: Dispose) -> Decided | None:
    if "/" in action.decision:
        return await decision_of(desk, action.decision)
    if action.decision == NO_DECISION:
        return None
    every = await decided(desk)
    if action.decision:
        return await _at_position(desk, actor, action.decision, every)
    usable = [each for each in every if each.left > 0] or every[:1]
    if len(usable) > 1:
        check_any_right(desk, actor, usable)
        known = await agendas_of(desk, [each.decision for each in usable])
        titles = [decision_view(desk, actor, each, known) for each in usable]
        told = listing(say("funds.which", punkt=each.position, titel=each.title) for each in titles)
        raise Refusal("funds_which_decision", field="decision", nr=titles[0].position, beslutninger=told)
    return usable[0] if usable else None


async def _at_position(desk: Desk, actor: str, typed: str, every: Sequence[Decided]) -> Decided:
    """The newest decision on the item at that position."""
    known = await agendas_of(desk, [each.decision for each in every])
    for each in every:
        if str(decision_view(desk, actor, each, known).position) == typed.strip():
            return each
    raise Refusal("funds_no_decision_on", field="decision", punkt=typed[:_LONGEST])


def organisation_meant(desk: Desk, actor: str, typed: str, by: Decided | None) -> Organisation | None:
    """The organisation it is of, for which that person may dispose today; None where nothing goes by delegation.

    Refusal that says who may where it is not theirs.
    """
    forum = desk.forum
    own = [each for each in forum.organisations if each.id in disposes_for(desk, actor, by)]
    named = _named(desk, typed)
    if not is_delegated_here(forum):
        if not own:
            raise no_rights(forum, desk.today)
        return named
    if named is not None:
        if named not in own:
            raise not_theirs(desk, named, by)
        return named
    if len(own) > 1:
        raise Refusal("funds_which_party", field="party", navne=[each.name for each in own])
    if own:
        return own[0]
    raise _nobodys(desk, actor, by)


def check_any_right(desk: Desk, actor: str, every: Sequence[Decided]) -> None:
    """A Refusal that says who may, where that person may dispose of nothing."""
    if not has_any_right(desk, actor, every):
        raise _nobodys(desk, actor, every[0] if every else None)


def has_any_right(desk: Desk, actor: str, every: Sequence[Decided]) -> bool:
    """Whether that person may dispose for anybody, by one of these decisions or without."""
    by: Sequence[Decided | None] = (None, *every)
    return any(disposes_for(desk, actor, each) for each in by)


def not_theirs(desk: Desk, organisation: Organisation, by: Decided | None) -> Refusal:
    """Who may dispose for that organisation, or what must come first."""
    now = standing(desk.forum, organisation, desk.today)
    name, who = organisation.name, listing(map(desk.name_of, now.holders))
    if now.left is not None:
        answers = listing(map(desk.name_of, answering(desk.forum, organisation, desk.today)))
        return Refusal("funds_holder_left", organisation=name, navn=desk.name_of(now.left), hvem=answers)
    if now.is_delegated:
        is_political = now.to is DelegatedTo.POLITICAL
        return Refusal("funds_holder" if is_political else "funds_administration", organisation=name, hvem=who)
    answers = listing(map(desk.name_of, answering(desk.forum, organisation, desk.today)))
    said = None if by is None else by.of(organisation.id)
    if said is not None and said.answer is CouncilAnswer.REJECTED:
        return Refusal("funds_council_refused", organisation=name)
    if said is not None and said.answer is CouncilAnswer.APPROVED:
        return Refusal("funds_holder", organisation=name, hvem=answers)
    return Refusal("funds_past" if now.is_past else "funds_awaits_council", organisation=name, hvem=answers)


def account_meant(typed: str, wanted: Sequence[str], known: Accounts, amount: int) -> str:
    """The purpose's account it is on: the one chosen; else the first that has enough, its own purposes first."""
    if typed:
        return "" if typed == NO_DECISION else typed
    order: list[str] = [*(each for each in wanted if each in known), "", *(known if len(known) == 1 else ())]
    enough = (each for each in order if each in known and known[each].left >= amount)
    return next(enough, order[0])


def _named(desk: Desk, typed: str) -> Organisation | None:
    """By its id, its name or a part of that; Refusal("funds_unknown_party")."""
    words = fold(typed[: _LONGEST + 1]).strip().rstrip(".")
    if not words:
        return None
    every = delegating(desk.forum)
    whole = [each for each in every if words in (fold(each.id), fold(each.name))]
    found = whole or [each for each in every if words in fold(each.name)]
    if len(found) != 1:
        raise Refusal("funds_unknown_party", field="party", navn=typed[:_LONGEST], navne=[each.name for each in every])
    return found[0]


def _nobodys(desk: Desk, actor: str, by: Decided | None) -> Refusal:
    """That it is not theirs: by their own organisation's delegation, or whoever may at all."""
    own = own_organisations(desk.forum, actor, desk.today)
    if is_delegated_here(desk.forum) and own:
        return not_theirs(desk, own[0], by)
    approved = frozenset[str]() if by is None else by.approved
    every = (may_dispose(desk.forum, each, desk.today, approved=approved) for each in delegating(desk.forum))
    people = dict.fromkeys(person for each in every for person in each)
    if not people:
        return no_rights(desk.forum, desk.today)
    return Refusal("funds_not_yours", hvem=listing(map(desk.name_of, people)))
