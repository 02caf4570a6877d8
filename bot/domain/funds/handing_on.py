"""What is left of the shared funds as another forum goes on: what each grant still gives, and on whose account there.

What is handed on is what was not disposed of, no more and no less; the newest grants give first, since the earlier ones
are those that were disposed of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.funds import ledger
from bot.domain.funds.settings import purposes
from bot.domain.funds.state import Entry, EntryKind
from bot.domain.kernel.forum import Forum


def left_of(entries: Sequence[Entry]) -> Iterator[tuple[Entry, int]]:
    """Every grant of a year of which something can be handed on, with how much."""
    rest = {purpose: each.left for purpose, each in ledger.accounts(entries).items()}
    for grant in reversed(entries):
        if grant.kind is not EntryKind.GRANT or grant.is_counter:
            continue
        amount = min(ledger.remaining(entries, grant), rest[grant.purpose])
        if amount > 0:
            rest[grant.purpose] -= amount
            yield grant, amount


def given_up(entries: Sequence[Entry], grant: Entry, amount: int, *, by: str, at: datetime, basis: str) -> Entry:
    """What takes that much of the grant back where it was, as the next entry."""
    new = replace(grant, is_counter=True, of=grant.number, amount=amount, by=by, at=at, basis=basis)
    return replace(new, number=next_number(entries))


def taken_over(heir: Forum, entries: Sequence[Entry], gone: Entry, purpose: str, *, by: str, basis: str) -> Entry:
    """The same as a grant of the heir's, as the next entry of the same year."""
    new = replace(gone, forum=heir.id, is_counter=False, of=None, purpose=purpose, by=by, basis=basis)
    return replace(new, number=next_number(entries))


def purpose_in(heir: Forum, forum: Forum, purpose: str) -> str | None:
    """Which purpose of the heir's that is, by its id or its name; empty for all together, None where it has no such."""
    if not purpose:
        return ""
    name, there = purposes(forum).get(purpose), purposes(heir)
    if purpose in there:
        return purpose
    return next((each for each, called in there.items() if called == name), None)


def next_number(entries: Sequence[Entry]) -> int:
    """The number that the next entry of the year gets."""
    return max((each.number for each in entries), default=0) + 1
