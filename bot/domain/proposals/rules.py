"""The rules of proposing: who may, on whose behalf, by which right, and what a proposal must say."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from bot.domain.kernel.charter import Charter, Proposers
from bot.domain.kernel.danish import clean_line, clean_text, parse_amount, parse_duration, parse_links
from bot.domain.kernel.deadlines import Deadline, ends
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Role
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.kernel.settings import secretariat
from bot.domain.proposals.actions import Propose
from bot.domain.proposals.state import Content, Proposal, ProposalStatus

PROPOSERS = (Role.POLITICIAN, Role.COORDINATOR, Role.SECRETARIAT, Role.GP_REPRESENTATIVE)
SELF = "-"  # no organisation has that id
OTHER_BASIS = "other"
USUAL_TIME = timedelta(minutes=15)

LONGEST_TITLE = 200  # characters, as all that follow
LONGEST_TEXT = 2_000
LONGEST_CASE = 10_000
LONGEST_NOTE = 500
LONGEST_LINKS = 4_000  # all together

_PARTY = "party"
_CIRCLES = frozenset(Role) | {_PARTY}


def parties(forum: Forum, proposer: str, day: date) -> Mapping[str, str]:
    """Whom somebody may propose for besides themselves, as ids with names: their own organisations.

    The secretariat may write for every organisation of the forum and for the outside bodies that its charter names.
    """
    names = {organisation.id: organisation.name for organisation in forum.organisations}
    if proposer in secretariat(forum, day):
        return {**_outside_bodies(forum), **names}
    own = [seat.organisation for seat in forum.seats_of(proposer, day)]
    return {each: name for each, name in names.items() if each in own}


def on_behalf_of(forum: Forum, proposer: str, named: str, day: date) -> str | None:
    """The party that the form names, None for the proposer; Refusal("not_on_behalf") for any other."""
    if named in ("", SELF):
        return None
    if named not in parties(forum, proposer, day):
        raise Refusal("not_on_behalf", field="on_behalf_of")
    return named


def party_name(forum: Forum, party: str) -> str:
    """What an organisation or an outside body is called; the bare id of one that is no longer named."""
    organisation = forum.organisation(party)
    return _outside_bodies(forum).get(party, party) if organisation is None else organisation.name


def right_of(forum: Forum, proposer: str, behalf: str | None, day: date) -> Proposers | None:
    """The circle in the charter by whose right the item is set, or None where nobody there has one."""
    for circle in forum.charter.proposers.value or ():
        if circle.by_right and circle.who in _capacities(forum, proposer, behalf, day):
            return circle
    return None


def content_of(form: Propose, charter: Charter) -> Content:
    """What the form says; a Refusal names the first field that cannot be taken."""
    return Content(
        title=clean_line(form.title, Term("proposal.field.title"), LONGEST_TITLE),
        kind=form.kind,
        summary=clean_text(form.summary, Term("proposal.field.summary"), LONGEST_TEXT),
        recommendation=clean_text(form.recommendation, Term("proposal.field.recommendation"), LONGEST_TEXT),
        basis=_basis(form.basis, charter),
        financial_note=clean_text(form.financial_note, Term("proposal.field.economy"), LONGEST_NOTE, required=False),
        amount=parse_amount(form.amount) if form.amount.strip() else None,
        duration=parse_duration(form.duration) if form.duration.strip() else USUAL_TIME,
        links=parse_links(clean_text(form.links, Term("proposal.field.links"), LONGEST_LINKS, required=False)),
        is_closed=form.is_closed,
    )


def receive(
    forum: Forum,
    *,
    number: int,
    proposer: str,
    behalf: str | None,
    content: Content,
    meeting: Meeting | None,
    deadline: Deadline | None,
    now: datetime,
) -> Proposal:
    """The proposal as it is received at that local moment; storage gives it its id."""
    return Proposal(
        id=0,
        forum=forum.id,
        year=now.year,
        number=number,
        revision=1,
        meeting=None if meeting is None else meeting.id,
        proposer=proposer,
        on_behalf_of=behalf,
        by_right=right_of(forum, proposer, behalf, now.date()) is not None,
        content=content,
        status=ProposalStatus.RECEIVED,
        received_at=now,
        after_deadline=deadline is not None and now >= ends(deadline, forum.timezone),
    )


def _capacities(forum: Forum, proposer: str, behalf: str | None, day: date) -> frozenset[str]:
    """What the charter may call the one who proposes."""
    if behalf is None:
        return forum.roles_of(proposer, day)
    return frozenset({behalf} if forum.organisation(behalf) is None else {_PARTY})


def _outside_bodies(forum: Forum) -> dict[str, str]:
    circles = forum.charter.proposers.value or ()
    return {circle.who: circle.name for circle in circles if circle.who not in _CIRCLES}


def _basis(named: str, charter: Charter) -> str | None:
    known = charter.bases.value or ()
    if not named or not known:
        return None
    if named not in (*known, OTHER_BASIS):
        raise Refusal("bad_card")
    return named
