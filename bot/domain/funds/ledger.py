"""The ledger of one year: every entry is checked against those before it, so that nothing is ever overdrawn.

What was granted is what was disposed of and what is left; what was disposed of is what was spent and what is not.
That holds of each purpose's account and of all together, whatever came in which order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.funds.state import Accounts, Balance, Entry, EntryKind, kroner
from bot.domain.kernel.refusal import Refusal

_NOTHING = Balance()


def accounts(entries: Iterable[Entry]) -> Accounts:
    """Each purpose's account."""
    found: dict[str, Balance] = {}
    for each in entries:
        before = found.get(each.purpose, _NOTHING)
        found[each.purpose] = _with(before, each)
    return found


def total(entries: Iterable[Entry]) -> Balance:
    """All accounts together."""
    whole = _NOTHING
    for each in entries:
        whole = _with(whole, each)
    return whole


def granted(entries: Sequence[Entry], new: Entry) -> Entry:
    """The grant as the next entry."""
    return _next(entries, new)


def disposed(entries: Sequence[Entry], new: Entry, *, bound: int | None) -> Entry:
    """The disposal as the next entry; `bound` is what the decision leaves, None where it rests on none.

    Refusal "funds_over_decision", or "funds_overdraw" with what is left of the account.
    """
    if bound is not None and new.amount > bound:
        raise Refusal("funds_over_decision", field="amount", rest=kroner(bound))
    left = accounts(entries).get(new.purpose, _NOTHING).left
    if new.amount > left:
        raise Refusal("funds_overdraw", field="amount", rest=kroner(left), aar=new.year)
    return _next(entries, new)


def spent(entries: Sequence[Entry], new: Entry) -> Entry:
    """The spending of a disposal as the next entry, on the same account; Refusal "funds_overspend"."""
    disposal = found(entries, new.of)
    if disposal.kind is not EntryKind.DISPOSAL or disposal.is_counter:
        raise Refusal("funds_no_disposal", field="entry", nr=disposal.number)
    left = unspent(entries, disposal)
    if new.amount > left:
        raise Refusal("funds_overspend", field="amount", rest=kroner(left), nr=disposal.number)
    return _next(entries, _like(new, disposal))


def countered(entries: Sequence[Entry], new: Entry) -> Entry:
    """What takes back the rest of an entry, as the next one: of a disposal what is not spent of it.

    Refusal "funds_counter_of_counter", "funds_countered" where nothing is left of it, "funds_all_spent", or
    "funds_in_use" for a grant that was disposed of.
    """
    entry = found(entries, new.of)
    if entry.is_counter:
        raise Refusal("funds_counter_of_counter", nr=entry.number)
    amount = takes_back(entries, entry)
    if amount <= 0:
        is_spent = entry.kind is EntryKind.DISPOSAL and remaining(entries, entry) > 0
        raise Refusal("funds_all_spent" if is_spent else "funds_countered", nr=entry.number)
    left = accounts(entries)[entry.purpose].left
    if entry.kind is EntryKind.GRANT and amount > left:
        raise Refusal("funds_in_use", nr=entry.number, rest=kroner(left))
    return _next(entries, replace(_like(new, entry), kind=entry.kind, amount=amount, is_counter=True))


def found(entries: Iterable[Entry], number: int | None) -> Entry:
    """The entry of that number; Refusal "funds_unknown_entry"."""
    entry = next((each for each in entries if each.number == number), None)
    if entry is None:
        raise Refusal("funds_unknown_entry", nr=number or 0)
    return entry


def takes_back(entries: Sequence[Entry], entry: Entry) -> int:
    """How much a counter would take back of an entry."""
    return unspent(entries, entry) if entry.kind is EntryKind.DISPOSAL else remaining(entries, entry)


def remaining(entries: Iterable[Entry], entry: Entry) -> int:
    """What of an entry was not taken back."""
    back = sum(each.amount for each in entries if each.is_counter and each.of == entry.number)
    return entry.amount - back


def unspent(entries: Sequence[Entry], disposal: Entry) -> int:
    """What of a disposal stands and is not spent."""
    spending = [
        each
        for each in entries
        if each.kind is EntryKind.SPENDING and not each.is_counter and each.of == disposal.number
    ]
    return remaining(entries, disposal) - sum(remaining(entries, each) for each in spending)


def disposals(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The disposals of which something stands."""
    own = (each for each in entries if each.kind is EntryKind.DISPOSAL and not each.is_counter)
    return tuple(each for each in own if remaining(entries, each) > 0)


def disposed_by(entries: Iterable[Entry], meeting: str, item: int) -> int:
    """How much was disposed of by the decision on that item."""
    own = (each for each in entries if each.kind is EntryKind.DISPOSAL and (each.meeting, each.item) == (meeting, item))
    return sum(-each.amount if each.is_counter else each.amount for each in own)


def _like(new: Entry, entry: Entry) -> Entry:
    """On the same account, of the same organisation, by the same decision."""
    return replace(new, purpose=entry.purpose, organisation=entry.organisation, meeting=entry.meeting, item=entry.item)


def _with(before: Balance, entry: Entry) -> Balance:
    amount = -entry.amount if entry.is_counter else entry.amount
    match entry.kind:
        case EntryKind.GRANT:
            return replace(before, granted=before.granted + amount)
        case EntryKind.DISPOSAL:
            return replace(before, disposed=before.disposed + amount)
        case EntryKind.SPENDING:
            return replace(before, spent=before.spent + amount)


def _next(entries: Sequence[Entry], new: Entry) -> Entry:
    return replace(new, number=max((each.number for each in entries), default=0) + 1)
