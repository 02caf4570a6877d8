"""Who a page is for, what it begins with and until when: sealed for an address, and again for the visit it begins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from secrets import token_urlsafe

from bot.sealing import Part, derived, is_marked, mark, seal, unseal

ADDRESS_HOLDS = timedelta(minutes=10)
VISIT_LASTS = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """`object_id` is the account that clicked, `about` the card data to begin with; `nonce` makes each its own."""

    forum: str
    person: str
    object_id: str
    about: str
    nonce: str
    until: int  # seconds since 1970

    @property
    def statement(self) -> Sequence[Part]:
        """What is sealed."""
        return (self.forum, self.person, self.object_id, self.about, self.nonce, self.until)

    def holds_at(self, now: datetime) -> bool:
        """Whether its time is not up."""
        return now.timestamp() < self.until


class Seals:
    """The seals of addresses, of visits and of the forms in them: none passes for another."""

    def __init__(self, secret: bytes) -> None:
        self._address = derived(secret, "svar/address")
        self._visit = derived(secret, "svar/visit")
        self._form = derived(secret, "svar/form")

    def address(self, forum: str, person: str, object_id: str, about: str, now: datetime) -> str:
        """What the address carries."""
        ticket = Ticket(
            forum=forum,
            person=person,
            object_id=object_id,
            about=about,
            nonce=_nonce(),
            until=_ends(now, ADDRESS_HOLDS),
        )
        return seal(self._address, ticket.statement)

    def addressed(self, sealed: str, now: datetime) -> Ticket | None:
        """The ticket of an address that still holds."""
        return _ticket(self._address, sealed, now)

    def visit(self, ticket: Ticket, now: datetime) -> str:
        """What the browser keeps for the visit that this address begins."""
        fresh = replace(ticket, nonce=_nonce(), until=_ends(now, VISIT_LASTS))
        return seal(self._visit, fresh.statement)

    def visiting(self, sealed: str, now: datetime) -> Ticket | None:
        """The ticket of a visit that is not over."""
        return _ticket(self._visit, sealed, now)

    def form(self, visit: Ticket, number: str, card: str) -> str:
        """The mark of one form of one visit, which no other page can know."""
        return mark(self._form, _form(visit, number, card))

    def is_form(self, visit: Ticket, number: str, card: str, claimed: str) -> bool:
        """Whether that form was made for this visit."""
        return is_marked(self._form, _form(visit, number, card), claimed)


def _ticket(key: bytes, sealed: str, now: datetime) -> Ticket | None:
    said = unseal(key, sealed)
    if said is None:
        return None
    forum, person, object_id, about, nonce, until = said
    ticket = Ticket(
        forum=str(forum),
        person=str(person),
        object_id=str(object_id),
        about=str(about),
        nonce=str(nonce),
        until=int(until),
    )
    return ticket if ticket.holds_at(now) else None


def _form(visit: Ticket, number: str, card: str) -> str:
    return "\n".join((visit.nonce, number, card))  # only the card, which is last, may hold line breaks


def _nonce() -> str:
    return token_urlsafe(18)


def _ends(now: datetime, length: timedelta) -> int:
    return int((now + length).timestamp())
