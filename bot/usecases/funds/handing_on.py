"""What is left of the shared funds goes on in the forum that takes over; what was decided or disposed of stays."""

from collections.abc import AsyncIterator, Iterator
from uuid import uuid4

from bot.domain.funds import ledger
from bot.domain.funds.handing_on import given_up, left_of, next_number, purpose_in, taken_over
from bot.domain.funds.state import Entry, kroner
from bot.domain.kernel import settings
from bot.domain.kernel.handed import Fate, Handed, Note, Thing, numbered
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.funds.loading import Decided, decided
from bot.usecases.funds.views import organisation_name, purpose_name
from cards.kit.fitting import shorten
from cards.kit.words import medium_date, money, say
from storage import funds as store

_LONGEST_BASIS = 200  # characters of the grant's own


async def hand_on(desk: WritingDesk, heir: WritingDesk) -> tuple[Handed, ...]:
    """Each grant's rest is taken back here and granted there, and the two entries name each other."""
    stays = [each async for each in _staying(desk)]
    moved = [
        await _rest(desk, heir, grant, amount)
        for year in sorted(await store.years(desk.conn, desk.forum.id))
        for grant, amount in [*left_of(await store.of_year(desk.conn, desk.forum.id, year))]
    ]
    return (*moved, *stays)


async def _rest(desk: WritingDesk, heir: WritingDesk, grant: Entry, amount: int) -> Handed:
    here = await store.of_year(desk.conn, desk.forum.id, grant.year)
    there = await store.of_year(heir.conn, heir.forum.id, grant.year)
    was, now = numbered(next_number(here), grant.year), numbered(next_number(there), grant.year)
    at, by = desk.now, next(iter(settings.secretariat(heir.forum, heir.today)))
    went = say("funds.basis.handed_on", forum=heir.forum.name, nr=now)
    gone = given_up(here, grant, amount, by=grant.by, at=at, basis=went)
    purpose = purpose_in(heir.forum, desk.forum, grant.purpose)
    came = say("funds.basis.taken_over", forum=desk.forum.name, nr=was, grundlag=shorten(grant.basis, _LONGEST_BASIS))
    new = taken_over(heir.forum, there, gone, purpose or "", by=by, basis=came)
    await _keep(desk, gone, "funds.handed_on", to_forum=heir.forum.id, to_number=new.number)
    await _keep(heir, new, "funds.taken_over", from_forum=desk.forum.id, from_number=gone.number)
    is_unknown = purpose is None
    return Handed(
        thing=Thing.FUND,
        fate=Fate.MOVED,
        title=_titled(desk, grant, amount),
        was=numbered(grant.number, grant.year),
        now=now,
        note=Note.NO_PURPOSE if is_unknown else None,
        about=purpose_name(desk.forum, grant.purpose) if is_unknown else "",
    )


async def _keep(desk: WritingDesk, entry: Entry, what: str, **facts: object) -> None:
    await store.add(desk.conn, entry, uuid4().hex)
    named = {name: getattr(entry, name) for name in ("year", "number", "amount", "purpose", "of")}
    await desk.log(None, what, texts={"basis": entry.basis}, kind=entry.kind.value, **named, **facts)


async def _staying(desk: Desk) -> AsyncIterator[Handed]:
    """What was disposed of is spent where it was, and what was decided there is decided anew."""
    for year in sorted(await store.years(desk.conn, desk.forum.id)):
        entries = await store.of_year(desk.conn, desk.forum.id, year)
        for each in ledger.disposals(entries):
            if (unspent := ledger.unspent(entries, each)) > 0:
                title = _titled(desk, each, unspent)
                was = numbered(each.number, each.year)
                yield Handed(thing=Thing.UNSPENT, fate=Fate.STAYS, title=title, was=was, note=Note.SPENT_THERE)
    by_decision = await decided(desk)
    for found in by_decision:
        if found.left > 0:
            yield _decision(desk, found)
    for asked in await store.open_follow_ups(desk.conn, desk.forum.id):
        title, was = organisation_name(desk.forum, asked.organisation), str(asked.number)
        yield Handed(thing=Thing.COUNCIL, fate=Fate.STAYS, title=title, was=was, note=Note.DECIDED_THERE)
    for delegation in _delegations(desk):
        yield delegation


def _decision(desk: Desk, found: Decided) -> Handed:
    held = desk.forum.meeting(found.decision.meeting)
    amount = money(kroner(found.left))
    title = amount if held is None else say("funds.handed.decision", beloeb=amount, dato=medium_date(held.day))
    return Handed(thing=Thing.DECISION, fate=Fate.STAYS, title=title, note=Note.DECIDED_THERE)


def _delegations(desk: Desk) -> Iterator[Handed]:
    for each in desk.forum.fund_delegation:
        title = organisation_name(desk.forum, each.organisation)
        yield Handed(thing=Thing.DELEGATION, fate=Fate.STAYS, title=title, note=Note.IN_FILE)


def _titled(desk: Desk, entry: Entry, amount: int) -> str:
    """How much of what: never a closed item's words."""
    whose = purpose_name(desk.forum, entry.purpose)
    return say("funds.handed", beloeb=money(kroner(amount)), aar=entry.year, formaal=whose)
