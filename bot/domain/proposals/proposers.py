"""Who may propose: whom the charter names, else whom the forum chose, else everybody with a seat, and that is told."""

from dataclasses import dataclass
from datetime import date

from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.office import no_rights, office
from bot.domain.kernel.people import Role
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.kernel.settings import secretariat

PARTY = "party"
CIRCLES = frozenset(Role) | {PARTY}  # what is no outside body
_TERMS = {
    Role.POLITICIAN: Term("proposal.proposers.politician"),
    Role.COORDINATOR: Term("proposal.proposers.coordinator"),
    Role.SECRETARIAT: Term("proposal.proposers.secretariat"),
    Role.ADMINISTRATIVE_REPRESENTATIVE: Term("proposal.proposers.administrative_representative"),
    Role.GP_REPRESENTATIVE: Term("proposal.proposers.gp_representative"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RightToPropose:
    """Where it comes from: the circles that the charter names, or the roles of the forum's choice, or neither."""

    circles: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    choice: Choice | None = None

    @property
    def is_settled(self) -> bool:
        """Whether anybody settled it."""
        return bool(self.circles or self.roles)


def right_to_propose(forum: Forum) -> RightToPropose:
    """Who settled who may propose, and how."""
    named, choice = forum.charter.agenda.proposers, forum.chosen("proposers")
    if named:
        return RightToPropose(circles=tuple(circle.name for circle in named))
    if choice is not None:
        return RightToPropose(roles=tuple(Role(each) for each in choice.value), choice=choice)
    return RightToPropose()


def may_propose(forum: Forum, person: str, day: date) -> bool:
    """Whether that person may; the secretariat always writes down what others propose."""
    if person in secretariat(forum, day):
        return True
    roles = forum.roles_of(person, day)
    settled = right_to_propose(forum)
    if not settled.is_settled:
        return bool(roles)
    return not roles.isdisjoint(settled.roles) or any(_is_of(forum, person, who, day) for who in _named(forum))


def require_proposer(forum: Forum, person: str, day: date) -> None:
    """Refusal("may_not_propose") that says where that is settled, unless the person may propose."""
    if may_propose(forum, person, day):
        return
    if not any(forum.seats_of(person, day)):
        raise no_rights(forum, day)
    settled = right_to_propose(forum)
    if settled.choice is not None:
        chosen_by, roles = settled.choice.chosen_by, role_terms(settled.roles)
        raise Refusal("may_not_propose.choice", hvem=roles, valgt_af=chosen_by, kontor=office(forum, day))
    raise Refusal("may_not_propose.charter", hvem=settled.circles, kontor=office(forum, day))


def role_terms(roles: tuple[Role, ...]) -> tuple[Term, ...]:
    """What those with the roles are called."""
    return tuple(_TERMS[role] for role in roles)


def _named(forum: Forum) -> tuple[str, ...]:
    return tuple(circle.id for circle in forum.charter.agenda.proposers)


def _is_of(forum: Forum, person: str, who: str, day: date) -> bool:
    """Whether the person is of that circle; of an outside body nobody is, the secretariat writes for it."""
    if who == PARTY:
        return any(forum.organisation(seat.organisation) for seat in forum.seats_of(person, day))
    return who in forum.roles_of(person, day)
