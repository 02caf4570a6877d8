"""The ledger grows: grants, disposals, spending, and what takes an entry back; each is told to whom it concerns."""

from collections.abc import Sequence

from bot.domain.funds import ledger
from bot.domain.funds.actions import Booking, CounterEntry, Dispose, RegisterGrant, RegisterSpending
from bot.domain.funds.notices import FundNotice
from bot.domain.funds.settings import decides_first, purposes
from bot.domain.funds.state import Entry, EntryKind
from bot.domain.funds.typed import read_amount, read_year
from bot.domain.kernel import settings
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.office import no_rights
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.desk import WritingDesk
from bot.usecases.funds import forms, queries
from bot.usecases.funds.aiming import aimed, purpose_meant
from bot.usecases.funds.disposing import account_meant, decision_meant, organisation_meant
from bot.usecases.funds.loading import Decided, require_fund
from bot.usecases.funds.purposes import purposes_of
from bot.usecases.funds.views import may_counter
from bot.usecases.rights import require_seat, require_secretariat
from cards.kit.elements import Card
from cards.kit.words import say
from storage import funds as store

_LONGEST = 500  # characters of a basis or a reason
_LOGGED = ("year", "number", "amount", "purpose", "organisation", "item", "of", "is_counter")
_DONE = {
    "funds.granted": "funds.done.granted",
    "funds.disposed": "funds.done.disposed",
    "funds.spent": "funds.done.spent",
    "funds.countered": "funds.done.countered",
}


async def grant(desk: WritingDesk, actor: str, action: RegisterGrant) -> Card:
    """Money is granted to a year's fund."""
    require_secretariat(desk, actor)
    await require_fund(desk)
    amount, year = read_amount(action.amount), read_year(action.fund_year, desk.now.year)
    if (again := await _again(desk, actor, action, amount)) is not None:
        return again
    new = Entry(
        forum=desk.forum.id,
        year=year,
        number=0,
        kind=EntryKind.GRANT,
        amount=amount,
        purpose=purpose_meant(desk, action.aim) if action.aim.strip() else _purpose(desk, action.fund_purpose),
        by=actor,
        at=desk.now,
        basis=clean_text(action.words, Term("funds.field.basis"), _LONGEST),
    )
    return await _entered(desk, actor, ledger.granted(await _year(desk, year), new), action.form, "funds.granted")


async def dispose(desk: WritingDesk, actor: str, action: Dispose) -> Card:
    """Money is disposed of, by the forum's decision or with the reason for going without one."""
    require_seat(desk, actor)
    await require_fund(desk)
    amount, year = read_amount(action.amount), read_year(action.fund_year, desk.now.year)
    if (again := await _again(desk, actor, action, amount)) is not None:
        return again
    action = await aimed(desk, actor, action)
    by = await decision_meant(desk, actor, action)
    organisation = organisation_meant(desk, actor, action.party, by)
    entries = await _year(desk, year)
    wanted = await purposes_of(desk, by)
    basis, waiver = _reasons(desk, action, by)
    new = Entry(
        forum=desk.forum.id,
        year=year,
        number=0,
        kind=EntryKind.DISPOSAL,
        amount=amount,
        purpose=account_meant(action.fund_purpose, wanted, ledger.accounts(entries), amount),
        organisation=None if organisation is None else organisation.id,
        meeting=None if by is None else by.decision.meeting,
        item=None if by is None else by.decision.item,
        by=actor,
        at=desk.now,
        basis=basis or action.aim,
        waiver=waiver,
    )
    entry = ledger.disposed(entries, new, bound=None if by is None else by.left)
    shown = await _entered(desk, actor, entry, action.form, "funds.disposed")
    for person in settings.secretariat(desk.forum, desk.today):
        if person != actor:
            await _tell_disposed(desk, entry, person)
    return shown


async def spend(desk: WritingDesk, actor: str, action: RegisterSpending) -> Card:
    """Money was spent of a disposal."""
    require_secretariat(desk, actor)
    await require_fund(desk)
    amount, year = read_amount(action.amount), read_year(action.fund_year, desk.now.year)
    if (again := await _again(desk, actor, action, amount)) is not None:
        return again
    entries = await _year(desk, year)
    new = Entry(
        forum=desk.forum.id,
        year=year,
        number=0,
        kind=EntryKind.SPENDING,
        of=_disposal_meant(entries, action.entry, year),
        amount=amount,
        by=actor,
        at=desk.now,
        basis=clean_text(action.words, Term("funds.field.basis"), _LONGEST),
    )
    return await _entered(desk, actor, ledger.spent(entries, new), action.form, "funds.spent")


async def counter(desk: WritingDesk, actor: str, action: CounterEntry) -> Card:
    """An entry is taken back, with a reason; the entry itself stays as it is."""
    require_seat(desk, actor)
    await require_fund(desk)
    year = action.year or desk.now.year
    entries = await _year(desk, year)
    entry = ledger.found(entries, action.number)
    if not may_counter(desk, actor, entry):
        raise no_rights(desk.forum, desk.today)
    reason = clean_text(action.words, Term("funds.field.reason"), _LONGEST)
    new = Entry(
        forum=desk.forum.id,
        year=year,
        number=0,
        kind=entry.kind,
        of=entry.number,
        amount=0,
        by=actor,
        at=desk.now,
        basis=reason,
    )
    return await _entered(desk, actor, ledger.countered(entries, new), "", "funds.countered")


async def _entered(desk: WritingDesk, actor: str, entry: Entry, form: str, what: str) -> Card:
    """Store, log and show the new entry."""
    await store.add(desk.conn, entry, forms.form_id(form))
    facts = {
        name: getattr(entry, name) for name in ("year", "number", "amount", "purpose", "organisation", "item", "of")
    }
    texts = {name: words for name in ("basis", "waiver") if (words := getattr(entry, name))}
    await desk.log(actor, what, texts=texts, kind=entry.kind.value, of_meeting=entry.meeting, **facts)
    done = say(_DONE[what], nr=entry.number, aar=entry.year)
    return await queries.entry_card(desk, actor, entry.year, entry.number, outcome=done)


async def _again(desk: WritingDesk, actor: str, action: Booking, amount: int) -> Card | None:
    """What the same form has already become; Refusal where it says something else by now, or was somebody else's."""
    known = await store.by_form(desk.conn, desk.forum.id, forms.form_id(action.form)) if action.form else None
    if known is None:
        return None
    if known.by != actor:
        raise Refusal("bad_card")
    if known.amount != amount:
        raise Refusal("funds_already", nr=known.number)
    done = say("funds.again", nr=known.number, aar=known.year)
    return await queries.entry_card(desk, actor, known.year, known.number, outcome=done)


async def _tell_disposed(desk: WritingDesk, entry: Entry, person: str) -> None:
    await desk.tell(
        FundNotice.DISPOSED,
        entry.year,
        entry.number,
        recipient=person,
        year=entry.year,
        number=entry.number,
        under=entry.meeting,
    )


async def _year(desk: WritingDesk, year: int) -> tuple[Entry, ...]:
    return await store.of_year(desk.conn, desk.forum.id, year)


def _reasons(desk: WritingDesk, action: Dispose, by: Decided | None) -> tuple[str, str]:
    """What it rests on, and why it goes without a decision where one should come first."""
    words, waiver = action.words, action.waiver
    needs_waiver = by is None and decides_first(desk.forum)
    if needs_waiver and not action.form and not waiver.strip():
        words, waiver = "", words  # a sentence gives the reason after its colon
    is_basis_needed = by is None and not needs_waiver
    return (
        clean_text(words, Term("funds.field.basis"), _LONGEST, required=is_basis_needed),
        clean_text(waiver, Term("funds.field.waiver"), _LONGEST, required=needs_waiver) if needs_waiver else "",
    )


def _purpose(desk: WritingDesk, typed: str) -> str:
    """The purpose whose account it goes to, empty for all; Refusal("bad_card")."""
    if typed in ("", forms.ALL):
        return ""
    if typed not in purposes(desk.forum):
        raise Refusal("bad_card", field="fund_purpose")
    return typed


def _disposal_meant(entries: Sequence[Entry], typed: str, year: int) -> int:
    """The disposal of that number, or the only one of which something is left; Refusal "funds_which_disposal"."""
    words = typed.strip()
    if words:
        if not (words.isascii() and words.isdecimal() and len(words) < 7):
            raise Refusal("funds_unknown_entry", field="entry", nr=words[:20])
        return int(words)
    usable = [each for each in ledger.disposals(entries) if ledger.unspent(entries, each) > 0]
    if not usable:
        raise Refusal("funds_nothing_to_spend", aar=year)
    if len(usable) > 1:
        raise Refusal("funds_which_disposal", field="entry", numre=[str(each.number) for each in usable])
    return usable[0].number
