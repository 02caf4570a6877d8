"""Changing what a proposal says: its proposer until it is treated, the secretariat until the agenda is sent.

Afterwards the proposer suggests a change, which the secretariat works in or leaves.
"""

from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.actions import Propose, Revise
from bot.domain.proposals.asked import AskedOfFunds
from bot.domain.proposals.rules import content_of, right_of
from bot.domain.proposals.state import Change, Content, ItemKind, Proposal
from bot.domain.proposals.triage import Act, Capacities, acts, permits, require, said

_TYPED = tuple(each.name for each in fields(Content))
_CHOSEN = ("topic", "purpose", "principles", "areas", "fund_purposes", "fund_parties")
_ASKED = (*_CHOSEN, "local_policy", "involvement", "joint_position", "is_local_challenge", "on_funds", "fund_effort")
_NOTHING = Content(title="", kind=ItemKind.DISCUSSION)


def form_of(content: Content) -> Propose:
    """The content as it would be typed."""
    return Propose(
        form="",
        title=content.title,
        kind=content.kind,
        basis=content.basis or "",
        summary=content.summary,
        case_description=content.case_description,
        recommendation=content.recommendation,
        financial_note=content.financial_note,
        amount="" if content.amount is None else _amount(content.amount),
        duration=str(content.duration // timedelta(minutes=1)),
        links="\n".join(content.links),
        is_closed=content.is_closed,
        topic=content.topic,
        purpose=content.purpose,
        principles=content.principles,
        areas=content.areas,
        local_policy=content.local_policy,
        involvement=content.involvement,
        joint_position=content.joint_position,
        is_local_challenge=content.is_local_challenge,
        on_funds=content.on_funds,
        fund_purposes=content.fund_purposes,
        fund_parties=content.fund_parties,
        fund_effort=content.fund_effort,
    )


def whole(typed: Revise) -> Revise:
    """What was typed, with the choices that were emptied as empty."""
    emptied = {name: getattr(_NOTHING, name) for name in typed.shown if name in _ASKED and getattr(typed, name) is None}
    return replace(typed, **emptied)


def filled(content: Content, typed: Revise) -> Propose:
    """The form as it stands with what was typed over the content."""
    changed = {name: getattr(typed, name) for name in _TYPED if getattr(typed, name) is not None}
    return replace(form_of(content), **changed)


def revised_content(
    content: Content,
    typed: Revise,
    charter: Charter,
    *,
    may_wait: bool,
    may_be_same: bool,
    funds: AskedOfFunds | None = None,
) -> Content:
    """The content as it was changed; Refusal("unchanged") where it says the same, unless it may.

    What the charter asks for and nobody touched stays as it was said, though the charter has changed since.
    """
    kept = {name: getattr(content, name) for name in _ASKED if getattr(typed, name) is None}
    nothing = {name: getattr(_NOTHING, name) for name in kept}
    form = filled(replace(content, **nothing), typed)
    new = replace(content_of(form, charter, may_wait=may_wait, funds=funds), **kept)
    if new == content and not may_be_same:
        raise Refusal("unchanged")
    return new


def changes_directly(proposal: Proposal, capacities: Capacities) -> bool:
    """Whether that person changes it themselves, rather than suggesting to; Refusal where they may do neither."""
    act = Act.SUGGEST if permits(proposal, capacities, Act.SUGGEST) else Act.REVISE
    require(proposal, capacities, act)
    return act is Act.REVISE


def may_change_basis(proposal: Proposal, capacities: Capacities) -> bool:
    """Whether the basis, on which a right may rest, is theirs to change: the proposer's alone, and not afterwards."""
    return capacities.is_proposer and Act.REVISE in acts(proposal, capacities)


def revised(forum: Forum, proposal: Proposal, content: Content, day: date) -> Proposal:
    """Saying that; whether it is set by right follows its basis, as of the day it was received."""
    if content.basis == proposal.content.basis:
        return replace(proposal, content=content)
    right = right_of(forum, proposal.proposer, proposal.on_behalf_of, content.basis, day)
    return replace(proposal, content=content, by_right=right is not None)


def suggested(proposal: Proposal, capacities: Capacities, before: Content, after: Content, words: str) -> Proposal:
    """With the change that its proposer would like; it says what it said."""
    require(proposal, capacities, Act.SUGGEST)
    change = Change(before=before, after=after, words=said(words))
    return replace(proposal, dialogue=replace(proposal.dialogue, change=change))


def taken(proposal: Proposal, capacities: Capacities, current: Content) -> Proposal:
    """Saying what it says now and what the proposer changed; what the secretariat changed elsewhere stays."""
    require(proposal, capacities, Act.TAKE)
    change = proposal.dialogue.change
    if change is None:
        raise Refusal("no_change")
    wanted = {name: getattr(change.after, name) for name in differences(change.before, change.after)}
    return replace(left(proposal, capacities), content=replace(current, **wanted))


def left(proposal: Proposal, capacities: Capacities) -> Proposal:
    """Without the change."""
    require(proposal, capacities, Act.LEAVE)
    return replace(proposal, dialogue=replace(proposal.dialogue, change=None))


def differences(before: Content, after: Content) -> tuple[str, ...]:
    """The fields that say something else."""
    return tuple(name for name in _TYPED if getattr(before, name) != getattr(after, name))


def _amount(kroner: Decimal) -> str:
    return f"{kroner:f}".replace(".", ",").removesuffix(",00")
