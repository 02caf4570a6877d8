"""What minutes make of the funds as they leave: each granted item with an amount can be disposed of from then on."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from bot.domain.agenda.state import AgendaItem
from bot.domain.funds.council import asked_by
from bot.domain.funds.delegating import delegating, is_delegated_here, may_dispose
from bot.domain.funds.notices import FundNotice
from bot.domain.funds.settings import has_fund
from bot.domain.funds.state import Decision, in_ore
from bot.domain.kernel import settings
from bot.domain.minutes.rules import is_sent, resolution_of
from bot.domain.minutes.state import Minutes, Outcome
from bot.usecases.desk import WritingDesk
from bot.usecases.funds.councils import open_for
from bot.usecases.funds.loading import key_of
from cards.kit.elements import escape
from cards.kit.words import money, say
from storage import funds as store

_GRANTING = (Outcome.APPROVED, Outcome.APPROVED_CHANGED)


async def decide(desk: WritingDesk, actor: str, minutes: Minutes, items: Sequence[AgendaItem]) -> None:
    """Keep what was granted, tell whoever may dispose, and ask the councils that did not delegate."""
    if not has_fund(desk.forum):
        return
    for item in items:
        if is_granted(minutes, item):
            await _granted(desk, actor, minutes.meeting, item)


async def _granted(desk: WritingDesk, actor: str, meeting: str, item: AgendaItem) -> None:
    content = item.content
    decision = Decision(
        forum=desk.forum.id,
        meeting=meeting,
        item=item.id,
        amount=in_ore(content.amount or Decimal(0)),
        on_funds=content.is_on_funds,
        is_closed=content.is_closed,
        parties=tuple(each.id for each in desk.forum.organisations if each.name in content.fund_parties),
        decided_at=desk.now,
    )
    await store.decide(desk.conn, decision)
    said = {"amount": decision.amount, "parties": list(decision.parties)}
    hidden, told = (said, {}) if decision.is_closed else ({}, said)  # what is closed can be erased from the log
    texts = {name: str(each) for name, each in hidden.items()}
    about = {"of_meeting": meeting, "item": item.id, "on_funds": decision.on_funds}
    await desk.log(actor, "funds.decided", texts=texts or None, **about, **told)
    if not decision.on_funds:
        return
    for person in _holders(desk):
        await desk.tell(
            FundNotice.GRANTED, meeting, item.id, recipient=person, decision=key_of(meeting, item.id), under=meeting
        )
    for organisation in asked_by(decision, desk.forum, desk.today):
        await open_for(desk, actor, decision, organisation)


def line(minutes: Minutes, item: AgendaItem) -> list[str]:
    """That the funds of an item can be disposed of, as Markdown; nothing before the minutes have left."""
    if not (is_sent(minutes) and item.content.is_on_funds and is_granted(minutes, item)):
        return []
    return [escape(say("funds.minutes.line", beloeb=money(item.content.amount or Decimal(0))))]


def is_granted(minutes: Minutes, item: AgendaItem) -> bool:
    """Whether the meeting granted an item that has an amount."""
    resolution = resolution_of(minutes, item.id)
    return bool(item.content.amount) and resolution is not None and resolution.outcome in _GRANTING


def _holders(desk: WritingDesk) -> Iterable[str]:
    """Whoever may dispose by a decision today."""
    if not is_delegated_here(desk.forum):
        return settings.secretariat(desk.forum, desk.today)
    every = (may_dispose(desk.forum, each, desk.today) for each in delegating(desk.forum))
    return dict.fromkeys(person for people in every for person in people)
