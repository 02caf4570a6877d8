"""The rules of proposing: on whose behalf, by which right, and what a proposal must say."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.danish import clean_line, clean_text, parse_amount, parse_duration, parse_links
from bot.domain.kernel.deadlines import Deadline, ends
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.kernel.sections import Proposers
from bot.domain.kernel.settings import secretariat
from bot.domain.proposals.actions import Propose
from bot.domain.proposals.asked import AskedOfFunds, asked_by
from bot.domain.proposals.proposers import CIRCLES, PARTY
from bot.domain.proposals.state import Content, Proposal, ProposalStatus

SELF = "-"  # no organisation has that id
OTHER_BASIS = "other"
USUAL_TIME = timedelta(minutes=15)

LONGEST_TITLE = 200  # characters, as all that follow
LONGEST_TEXT = 2_000
LONGEST_CASE = 10_000
LONGEST_NOTE = 500
LONGEST_LINKS = 4_000  # all together

HEAVIEST_CASE = 20_000  # bytes: what is kept must fit into the form in which it is changed


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


def bases_of(forum: Forum, proposer: str, day: date) -> tuple[str, ...]:
    """The bases on which that person may speak, for themselves or for anybody they may propose for.

    A basis that the charter names no circle for is everybody's, without a right (C18).
    """
    behalves = (None, *parties(forum, proposer, day))
    spoken = frozenset(each for behalf in behalves for each in _capacities(forum, proposer, behalf, day))
    circles = forum.charter.agenda.proposers
    of_circles = {basis for circle in circles for basis in circle.bases or ()}
    own = {basis for circle in circles if circle.id in spoken for basis in circle.bases or of_circles}
    return tuple(each.id for each in forum.charter.agenda.bases if each.id in own or each.id not in of_circles)


def require_basis(forum: Forum, proposer: str, basis: str | None, day: date) -> None:
    """Refusal("bad_card") for a basis on which that person may not speak: the form offers none."""
    if basis is not None and basis not in (OTHER_BASIS, *bases_of(forum, proposer, day)):
        raise Refusal("bad_card", field="basis")


def right_of(forum: Forum, proposer: str, behalf: str | None, basis: str | None, day: date) -> Proposers | None:
    """The circle in the charter by whose right the item is set, or None where nobody there has one on that basis."""
    for circle in forum.charter.agenda.proposers:
        holds = circle.by_right and (circle.bases is None or basis in circle.bases)
        if holds and circle.id in _capacities(forum, proposer, behalf, day):
            return circle
    return None


def content_of(
    form: Propose, charter: Charter, *, may_wait: bool = False, funds: AskedOfFunds | None = None
) -> Content:
    """What the form says; a Refusal names the first field that cannot be taken.

    Where it `may_wait`, a closed item needs no more than its title: its content is written where nobody looks on.
    """
    is_needed, asked = not (may_wait and form.is_closed), asked_by(charter)
    return Content(
        title=clean_line(form.title, Term("proposal.field.title"), LONGEST_TITLE),
        kind=form.kind,
        summary=clean_text(form.summary, Term("proposal.field.summary"), LONGEST_TEXT, required=is_needed),
        case_description=_case(form.case_description),
        recommendation=clean_text(
            form.recommendation, Term("proposal.field.recommendation"), LONGEST_TEXT, required=is_needed
        ),
        basis=_basis(form.basis, charter),
        financial_note=_note(form.financial_note, Term("proposal.field.economy")),
        amount=parse_amount(form.amount) if form.amount.strip() else None,
        duration=parse_duration(form.duration) if form.duration.strip() else USUAL_TIME,
        links=parse_links(clean_text(form.links, Term("proposal.field.links"), LONGEST_LINKS, required=False)),
        is_closed=form.is_closed,
        topic=_one(form.topic, asked.topics),
        purpose=_one(form.purpose, asked.purposes),
        principles=_several(form.principles, asked.principles),
        areas=tuple(_one(each, dict.fromkeys(asked.areas, each)) for each in form.areas),
        local_policy=_note(form.local_policy, Term("proposal.fact.local_policy")),
        involvement=_note(form.involvement, Term("proposal.fact.patients")),
        joint_position=_note(form.joint_position, Term("proposal.fact.joint_position")),
        is_local_challenge=form.is_local_challenge,
        on_funds=form.on_funds and funds is not None,
        fund_purposes=_several(form.fund_purposes, {} if funds is None else funds.purposes),
        fund_parties=_several(form.fund_parties, {} if funds is None else funds.parties),
        fund_effort=_note(form.fund_effort, Term("proposal.fact.fund_effort")) if funds is not None else "",
    )


def is_ready(content: Content) -> bool:
    """Whether there is enough of it for an agenda."""
    return bool(content.summary and content.recommendation)


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
        by_right=right_of(forum, proposer, behalf, content.basis, now.date()) is not None,
        content=content,
        status=ProposalStatus.RECEIVED,
        received_at=now,
        after_deadline=deadline is not None and now >= ends(deadline, forum.timezone),
    )


def _capacities(forum: Forum, proposer: str, behalf: str | None, day: date) -> frozenset[str]:
    """What the charter may call the one who proposes."""
    if behalf is None:
        return forum.roles_of(proposer, day)
    return frozenset({behalf} if forum.organisation(behalf) is None else {PARTY})


def _outside_bodies(forum: Forum) -> dict[str, str]:
    circles = forum.charter.agenda.proposers
    return {circle.id: circle.name for circle in circles if circle.id not in CIRCLES}


def _case(typed: str) -> str:
    case = clean_text(typed, Term("proposal.field.case"), LONGEST_CASE, required=False)
    excess = len(case.encode()) - HEAVIEST_CASE
    if excess > 0:
        raise Refusal("too_long", felt=Term("proposal.field.case"), over=excess, max=LONGEST_CASE)
    return case


def _note(typed: str, label: Term) -> str:
    return clean_text(typed, label, LONGEST_NOTE, required=False)


def _one(named: str, known: Mapping[str, str]) -> str:
    """The name of what was chosen by its id or its name; empty for nothing, Refusal("bad_card") for anything else."""
    if named in ("", SELF):
        return ""
    if named not in known and named not in known.values():
        raise Refusal("bad_card")
    return known.get(named, named)


def _several(named: tuple[str, ...], known: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(_one(each, known) for each in named)


def _basis(named: str, charter: Charter) -> str | None:
    known = [each.id for each in charter.agenda.bases]
    if not named or not known:
        return None
    if named not in (*known, OTHER_BASIS):
        raise Refusal("bad_card")
    return named
