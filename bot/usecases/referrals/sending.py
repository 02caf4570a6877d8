"""Sending a case on: along the charter's relations, as a proposal there or as a letter, and never one twice."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from bot.domain.kernel.danish import clean_text, fold, parse_date
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.kernel.stations import Stage, Station
from bot.domain.proposals.rules import LONGEST_TEXT
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.domain.referrals import rules
from bot.domain.referrals.actions import OpenSendOn, SendOn
from bot.domain.referrals.destinations import ESCALATES, bases_needed, levels
from bot.domain.referrals.state import Details, Referral, Status
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.proposals.telling import store as store_proposal
from bot.usecases.referrals.cases import Case, case_of, referrals_of, stations_here
from bot.usecases.referrals.finding import Target, chosen, targets
from bot.usecases.referrals.forms import OTHER_BASIS, bases_offered, charter_of, check_place, form_card
from bot.usecases.referrals.receiving import check_in_force, receive
from bot.usecases.referrals.reminding import remind
from bot.usecases.referrals.views import view_of
from bot.usecases.rights import require_secretariat
from bot.usecases.telling_back import tell_back, tell_proposer
from cards.kit.elements import Card
from cards.kit.words import medium_date, say
from cards.referrals import cards
from cards.referrals.levels import level_name
from storage import forum as forums
from storage import referrals as store

_LONGEST_FORM_ID = 64
_LONGEST_NAME = 200
_WAITING = (ProposalStatus.RECEIVED, ProposalStatus.NEEDS_INFO, ProposalStatus.POSTPONED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was filled in, read and found to be right."""

    question: str
    level: str
    basis: str | None
    basis_name: str


async def open_form(desk: Desk, actor: str, action: OpenSendOn) -> Card:
    """The form; to a body that was named already, only where it would not be refused whatever stood in it."""
    require_secretariat(desk, actor)
    if action.body:
        case, target = await case_of(desk, action), chosen(desk, await targets(desk), action.body)
        await _check(desk, case, target)
        same = await _same(desk, case, target)
        if same is not None:
            return await _again(desk, actor, same)
    named = {name: getattr(action, name) for name in ("meeting", "number", "year", "position", "resolved", "body")}
    named["picks"] = action.number is None and action.position is None
    return await form_card(desk, SendOn(forum=desk.forum.id, form=uuid4().hex, **named))


async def send_on(desk: WritingDesk, actor: str, action: SendOn) -> Card:
    """Send the case on; the same form sent again is answered again, and the same case at the same body too."""
    require_secretariat(desk, actor)
    form_id = _form_id(action.form)
    known = await store.by_form(desk.conn, desk.forum.id, form_id)
    if known is not None:
        return await _again(desk, actor, known)
    case = await case_of(desk, action)
    check_place(desk, case)
    target = chosen(desk, await targets(desk), action.body)
    await _check(desk, case, target)
    same = await _same(desk, case, target)
    if same is not None:
        return await _again(desk, actor, same)
    return await _send(desk, actor, action, case, target, form_id)


async def as_refused(desk: Desk, action: SendOn) -> Card | None:
    """The form with all that was typed; nothing where it would be refused whatever stood in it."""
    is_used = bool(action.form) and await store.by_form(desk.conn, desk.forum.id, action.form) is not None
    typed = replace(action, forum=desk.forum.id, form=uuid4().hex if is_used or not action.form else action.form)
    return typed_on(desk, await form_card(desk, typed))


async def _send(desk: WritingDesk, actor: str, action: SendOn, case: Case, target: Target, form_id: str) -> Card:
    asked = _read(desk, action, target)
    wanted = parse_day(desk, action.wanted)
    if wanted is not None and wanted < desk.today:
        raise Refusal("referral_past", field="wanted")
    referral = Referral(
        forum=desk.forum.id,
        year=desk.now.year,
        number=await store.next_number(desk.conn, desk.forum.id, desk.now.year),
        revision=1,
        body=target.destination.body,
        status=Status.WAITING,
        proposal=None if case.proposal is None else case.proposal.id,
        meeting=None if case.meeting is None else case.meeting.id,
        item=None if case.item is None else case.item.id,
        receiver=None if target.forum is None else target.forum.id,
        wanted=wanted,
        details=Details(
            title=case.content.title,
            is_closed=case.content.is_closed,
            body_name=target.name,
            question=asked.question,
            sent_on=desk.today,
            sent_by=actor,
            level=asked.level,
            basis=asked.basis_name,
            before=stations_here(desk, case),
            way=(*case.way, desk.forum.id),
        ),
    )
    received = await receive(desk, referral, target, case, asked.basis)
    stored = await store.add(desk.conn, replace(referral, received=None if received is None else received.id), form_id)
    await _log(desk, actor, stored, case)
    await remind(desk, stored)
    await tell_proposer(desk, actor, stored, -1)
    if case.proposal is not None:
        await _leave(desk, actor, case.proposal, target)
    return cards.one(await view_of(desk, actor, stored), outcome=_done(target, received))


async def _leave(desk: WritingDesk, actor: str, proposal: Proposal, target: Target) -> None:
    """What is on no draft waits here no more; what is set by right stays as it is, and where it came from is told.

    One that was declined is asked elsewhere after all, so that whoever sent it here waits for that answer.
    """
    is_declined = proposal.status is ProposalStatus.DECLINED
    if is_declined or (proposal.status in _WAITING and not proposal.by_right):
        changed = replace(proposal, status=ProposalStatus.FORWARDED, words="")
        await store_proposal(desk, actor, changed, "proposal.forwarded")
    station = Station(body=desk.forum.name, stage=Stage.SENT_ON, on=desk.today, to=target.name)
    await tell_back(desk, proposal, station)


def _done(target: Target, received: Proposal | None) -> list[str]:
    if received is None:
        return [say("referral.done.letter", til=target.name)]
    there = say("referral.done.sent.there", nr=received.number, aar=received.year)
    return [say("referral.done.sent", til=target.name), there]


async def _log(desk: WritingDesk, actor: str, referral: Referral, case: Case) -> None:
    about = {name: getattr(referral, name) for name in ("number", "year", "body", "receiver", "item")}
    await desk.log(
        actor,
        "referral.sent",
        texts={"question": referral.details.question},
        **about,
        of_meeting=referral.meeting,
        proposal=None if case.proposal is None else f"{case.proposal.number}/{case.proposal.year}",
        wanted=None if referral.wanted is None else referral.wanted.isoformat(),
    )


async def _check(desk: Desk, case: Case, target: Target) -> None:
    """Refusal where it has been there, where nobody can receive it, or where the charter asks for a resolution."""
    if case.proposal is not None and case.proposal.status is ProposalStatus.WITHDRAWN:
        raise Refusal("proposal_is_withdrawn")
    if target.forum is not None:
        if target.forum.id in case.way:
            names = [await forums.name(desk.conn, each) or each for each in (*case.way, desk.forum.id, target.forum.id)]
            rules.check_no_circle(case.way, target.forum.id, names, target.name)
        await check_in_force(desk, target.forum)
    if target.destination.needs_resolution and not rules.is_resolution(case.resolution):
        raise Refusal("referral_needs_resolution", forum=target.name, ord=_words(target, ESCALATES))


async def _same(desk: Desk, case: Case, target: Target) -> Referral | None:
    """The same case at the same body, where it waits for its answer."""
    receiver = None if target.forum is None else target.forum.id
    every = await referrals_of(desk, case)
    return next((e for e in every if e.is_open and (e.body, e.receiver) == (target.destination.body, receiver)), None)


async def _again(desk: Desk, actor: str, known: Referral) -> Card:
    words = say("referral.again", til=known.details.body_name, dag=medium_date(known.details.sent_on))
    return cards.one(await view_of(desk, actor, known), outcome=[words])


def _read(desk: Desk, action: SendOn, target: Target) -> Asked:
    """Refusal about the field that is at fault."""
    question = clean_text(action.question, Term("referral.field.question"), LONGEST_TEXT)
    known = {each: level_name(desk.forum.charter, each) for each in levels(desk.forum, target.destination)}
    basis, name = _basis(desk, action.basis, target)
    level = known.get(_meant(action.level, known) or "", "")
    return Asked(question=question, level=level, basis=basis, basis_name=name)


def _basis(desk: Desk, typed: str, target: Target) -> tuple[str | None, str]:
    """The basis as the receiving charter knows it, and its name; Refusal("referral_needs_basis") without one."""
    receiving = charter_of(desk, target)
    needed = bases_needed(target.destination, receiving, desk.forum.charter.body_kind.value)
    known = bases_offered(desk, (target,))
    basis = _meant(typed, known)
    if needed and basis not in needed:
        raise _needs_basis(target, list(needed.values()))
    theirs = set() if receiving is None else {each.id for each in receiving.agenda.bases}
    name = "" if basis is None or basis == OTHER_BASIS else known[basis]
    return basis if basis == OTHER_BASIS or basis in theirs else None, name


def _needs_basis(target: Target, names: list[str]) -> Refusal:
    words = next((each.words for each in target.destination.bases if each.words), None)
    if words is None:
        return Refusal("referral_needs_basis", field="basis", forum=target.name, grundlag=names)
    return Refusal("referral_needs_basis.words", field="basis", forum=target.name, grundlag=names, ord=words)


def _meant(typed: str, known: Mapping[str, str]) -> str | None:
    """The id of what was chosen by its id or its name."""
    wanted = fold(typed[:_LONGEST_NAME]).strip()
    return next((each for each, name in known.items() if wanted in (fold(each), fold(name))), None)


def _words(target: Target, kind: str) -> str:
    """The charter's words for that relation, or what it is called."""
    relation = next(each.relation for each in target.destination.edges if each.relation.kind == kind)
    return relation.words or relation.name


def parse_day(desk: Desk, typed: str, field: str = "wanted") -> date | None:
    """The day that was typed; Refusal about that field."""
    if not typed.strip():
        return None
    try:
        return parse_date(typed, desk.today)
    except Refusal:
        raise Refusal("referral_bad_date", field=field) from None


def _form_id(typed: str) -> str:
    """The form's id; a typed sentence gets one of its own, and Refusal("bad_card") for what is none."""
    if not typed:
        return uuid4().hex
    if len(typed) > _LONGEST_FORM_ID or not typed.isalnum() or not typed.isascii():
        raise Refusal("bad_card")
    return typed
