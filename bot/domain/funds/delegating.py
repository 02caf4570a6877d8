"""Who may dispose of the shared funds for an organisation on a day, and who answers for its council.

A delegation is the council's own, to a person or to the administration: whoever stands in for somebody at meetings does
not inherit it. Where it has run out, or its holder has left, nothing is delegated until the council says so anew.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.funds.settings import rules_of
from bot.domain.kernel import settings
from bot.domain.kernel.delegation import DelegatedTo, Delegation
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Role, Seat

MUNICIPALITY = "municipality"
_ADMINISTRATIVE = frozenset({Role.COORDINATOR, Role.ADMINISTRATIVE_REPRESENTATIVE, Role.SECRETARIAT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How it stands with one organisation that day; `to` None where nobody told.

    `holders` may dispose. `left` is the holder who has no seat any more, `is_past` that what was delegated has run out.
    """

    organisation: Organisation
    to: DelegatedTo | None
    holders: tuple[str, ...] = ()
    left: str | None = None
    is_past: bool = False

    @property
    def is_delegated(self) -> bool:
        """Whether somebody may dispose without the council."""
        return self.to in (DelegatedTo.POLITICAL, DelegatedTo.ADMINISTRATION) and self.left is None


def is_delegated_here(forum: Forum) -> bool:
    """Whether disposing goes by delegation: somebody told one, or what holds says what is done without."""
    return bool(forum.fund_delegation) or rules_of(forum).council_approval.value is not None


def delegating(forum: Forum) -> tuple[Organisation, ...]:
    """The organisations that delegate: the municipalities, and whoever else told of a delegation."""
    told = {each.organisation for each in forum.fund_delegation}
    return tuple(each for each in forum.organisations if each.kind == MUNICIPALITY or each.id in told)


def standing(forum: Forum, organisation: Organisation, day: date) -> Standing:
    """How it stands with that organisation that day."""
    own = [each for each in forum.fund_delegation if each.organisation == organisation.id]
    now = next((each for each in own if each.holds_on(day)), None)
    if now is None:
        return Standing(organisation=organisation, to=None, is_past=any(_is_past(each, day) for each in own))
    if now.to is DelegatedTo.ADMINISTRATION:
        serving = administration(forum, organisation, day) or settings.secretariat(forum, day)
        return Standing(organisation=organisation, to=now.to, holders=serving)
    if now.to is DelegatedTo.POLITICAL and now.person is not None:
        if any(_is_of(seat, organisation) for seat in forum.seats_of(now.person, day)):
            return Standing(organisation=organisation, to=now.to, holders=(now.person,))
        return Standing(organisation=organisation, to=now.to, left=now.person)
    return Standing(organisation=organisation, to=now.to)


def administration(forum: Forum, organisation: Organisation, day: date) -> tuple[str, ...]:
    """The organisation's administrative people."""
    return _people(each for each in _seats(forum, organisation, day) if each.roles & _ADMINISTRATIVE)


def answering(forum: Forum, organisation: Organisation, day: date) -> tuple[str, ...]:
    """Who tells what its council said, and disposes once that was yes: its administration, else its own people.

    Where nobody of it has a seat, whoever serves the forum does.
    """
    own = administration(forum, organisation, day)
    seated = _people(each for each in _seats(forum, organisation, day) if each.substitute_for is None)
    return own or seated or settings.secretariat(forum, day)


def may_answer(forum: Forum, organisation: Organisation, person: str, day: date) -> bool:
    """Whether somebody may tell what that council said: its people, and whoever serves the forum for them."""
    return person in (*answering(forum, organisation, day), *settings.secretariat(forum, day))


def may_dispose(
    forum: Forum, organisation: Organisation, day: date, *, approved: Collection[str] = ()
) -> tuple[str, ...]:
    """Who may dispose for it that day; `approved` are the organisations whose councils have said yes to the decision.

    Where nothing here goes by delegation, whoever serves the forum enters what was decided.
    """
    if not is_delegated_here(forum):
        return settings.secretariat(forum, day)
    now = standing(forum, organisation, day)
    if now.is_delegated:
        return now.holders
    return answering(forum, organisation, day) if organisation.id in approved else ()


def awaits_council(forum: Forum, organisation: Organisation, day: date) -> bool:
    """Whether a decision on funds is its council's that day (A12)."""
    return is_delegated_here(forum) and not standing(forum, organisation, day).is_delegated


def own_organisations(forum: Forum, person: str, day: date) -> tuple[Organisation, ...]:
    """The delegating organisations that the person has a seat of, or stands for."""
    seats = [*forum.seats_of(person, day)]
    return tuple(each for each in delegating(forum) if any(_is_of(seat, each) for seat in seats))


def _is_past(delegation: Delegation, day: date) -> bool:
    is_some = delegation.to in (DelegatedTo.POLITICAL, DelegatedTo.ADMINISTRATION)
    return is_some and delegation.until is not None and delegation.until < day


def _seats(forum: Forum, organisation: Organisation, day: date) -> Iterable[Seat]:
    return (seat for seat in forum.seats if seat.holds_on(day) and _is_of(seat, organisation))


def _is_of(seat: Seat, organisation: Organisation) -> bool:
    return organisation.id in (seat.organisation, *seat.represents)


def _people(seats: Iterable[Seat]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(seat.person for seat in seats))
