"""Which people's accounts became others: whoever has somebody's account acts as that person."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountChange:
    """A person who was known before, and the accounts as the log names them."""

    person: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def account_changes(before: Forum | None, after: Forum) -> tuple[AccountChange, ...]:
    """Everybody who has another account, a further one or one less; who is new begins with theirs."""
    return () if before is None else tuple(_changed(before, after))


def accounts(forum: Forum, person: str) -> tuple[str, ...]:
    """The accounts that the person has."""
    return next((_written(each) for each in forum.people if each.id == person), ())


def _changed(before: Forum, after: Forum) -> Iterator[AccountChange]:
    known = {each.id: _written(each) for each in before.people}
    for person in after.people:
        old, new = known.get(person.id), _written(person)
        if old is not None and old != new:
            yield AccountChange(person=person.id, old=old, new=new)


def _written(person: Person) -> tuple[str, ...]:
    return tuple(sorted(each.written for each in person.identities))
