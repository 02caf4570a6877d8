"""A proposal as somebody may see it, and how its content reads on a card."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.documents.state import Attachment
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.handed import Origin
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.office import SECRETARIAT
from bot.domain.kernel.refusal import Term
from bot.domain.kernel.stations import Sender
from bot.domain.proposals.actions import ShowProposal
from bot.domain.proposals.rules import is_ready
from bot.domain.proposals.state import NOTHING_SAID, Content, Dialogue, ItemKind, Proposal, ProposalStatus
from cards.attachments.lines import lines_of
from cards.kit.elements import Json, box, button, buttons, escape, facts, rich, text
from cards.kit.fitting import Room
from cards.kit.words import deadline_words, duration, keyed, long_date, medium_date, money, say
from cards.proposals.closed import public
from cards.proposals.said import area_name, said
from cards.referrals.stations import lines

ITEM_KINDS = keyed(ItemKind, "proposal.type")
STATUS = keyed(ProposalStatus, "proposal.status")

_QUOTED = str.maketrans({"(": "%28", ")": "%29"})  # a bracket would end a Markdown link


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """An area that a proposal is about and the charter's scope leaves out, with the charter's words on its scope."""

    area: str
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalView:
    """What may be shown of a proposal; names stand where the proposal has ids, and None where nothing is to be told.

    `office` is who serves the forum, `late` the deadline it came after, `right` the circle by whose right it was set,
    `ruled_by` the meeting leader who settled what becomes of it, `origin` where it was in the forum that handed it on.
    `lacks_parties` says that one party alone takes part in what is meant for joint efforts. `dialogue` is for those
    alone who have a part in it.
    """

    forum: str
    office: Term = SECRETARIAT
    number: int
    year: int
    revision: int
    status: ProposalStatus
    content: Content
    is_redacted: bool = False
    by: str = ""
    organisation: str = ""
    behalf: str | None = None
    basis: str | None = None
    meeting: Meeting | None = None
    late: Deadline | None = None
    right: str | None = None
    beyond: Beyond | None = None
    lacks_parties: bool = False
    words: str = ""
    dialogue: Dialogue = NOTHING_SAID
    ruled_by: str | None = None
    sender: Sender | None = None
    origin: Origin | None = None
    files: tuple[Attachment, ...] = ()

    @property
    def lacks_content(self) -> bool:
        """Whether it is known to say too little for an agenda."""
        return not self.is_redacted and not is_ready(self.content)

    @property
    def title(self) -> str:
        """The title, neutral where the proposal is closed and others may see it."""
        return self.content.title


def redacted(proposal: Proposal, office: Term = SECRETARIAT) -> ProposalView:
    """All that a channel ever learns of a closed proposal."""
    return ProposalView(
        forum=proposal.forum,
        office=office,
        number=proposal.number,
        year=proposal.year,
        revision=proposal.revision,
        status=proposal.status,
        content=public(proposal.content),
        is_redacted=True,
    )


def status_words(view: ProposalView) -> str:
    """Where the proposal stands, with the meeting that it was put on or moved to."""
    status = say(STATUS[view.status])
    if view.meeting is None or view.status not in (ProposalStatus.ACCEPTED, ProposalStatus.POSTPONED):
        return status
    return say("proposal.line.status_with_meeting", status=status, moede_dato=medium_date(view.meeting.day))


def status_line(view: ProposalView) -> Json:
    """The status, set apart."""
    return box(text(say("proposal.line.status", status=status_words(view)), bold=True))


def details(view: ProposalView, room: Room) -> Iterator[Json | None]:
    """The whole content and who stands behind it, as far as there is room."""
    if view.is_redacted:
        yield facts({say("proposal.fact.number"): f"{view.number}/{view.year}"})
        return
    yield _proposer(view)
    if view.sender is not None:
        yield from _sent(view.sender, room)
    if view.origin is not None:
        yield text(origin_words(view.origin), subtle=True, close=True)
    yield _facts(view, room)
    content = view.content
    if view.lacks_content:
        yield text(say("proposal.line.lacks_content"), bold=True)
    if content.summary:
        yield text(room.cut(content.summary))
    if content.recommendation:
        yield text(say("proposal.field.recommendation"), bold=True)
        yield text(room.cut(content.recommendation), close=True)
    if content.financial_note:
        yield text(say("proposal.fact.economy"), bold=True)
        yield text(room.cut(content.financial_note), close=True)
    yield from lines_of(view.files)
    yield _links(content.links[: room.links])
    yield from _remarks(view)
    is_cut = _is_cut(view, room)
    if is_cut:
        yield text(say("proposal.line.shortened"), subtle=True)
    if is_cut or content.case_description:
        yield buttons(read(view))


def read(view: ProposalView) -> Json:
    """The button that shows every text in full."""
    return button(say("proposal.btn.read"), ShowProposal(forum=view.forum, number=view.number, year=view.year))


def by_words(view: ProposalView) -> str:
    """Who proposed it: somebody here, or the forum that sent it on."""
    if view.sender is None:
        return say("proposal.card.by", rolle=view.by, organisation=view.organisation)
    key = "referral.contribution" if view.sender.is_contribution else "referral.received"
    return say(key, forum=view.sender.name)


def _proposer(view: ProposalView) -> Json:
    return text(by_words(view), subtle=view.sender is None, bold=view.sender is not None)


def _sent(sender: Sender, room: Room) -> Iterator[Json]:
    """What it came with from the forum that sent it: by when an answer is wanted, and its way so far."""
    told = [say("referral.from", dag=medium_date(sender.wanted))] if sender.wanted else []
    told += [say("referral.from.level", niveau=sender.level)] if sender.level else []
    if told:
        yield text(" · ".join(told), close=True)
    if sender.before:
        yield text(say("referral.from.before"), bold=True)
        yield from (text(room.cut(each), close=True) for each in lines(sender.before, has_words=True))


def origin_words(origin: Origin) -> str:
    """Where it comes from: another forum, under its number there, and whose it was."""
    if not origin.number:
        return say("proposal.line.origin.item", forum=origin.name)
    key = "proposal.line.origin.whose" if origin.whose else "proposal.line.origin"
    return say(key, forum=origin.name, nr=origin.number, navn=origin.whose)


def beyond_words(view: ProposalView) -> str | None:
    """A word on what lies outside the forum's area; None where nothing does."""
    if view.beyond is None:
        return None
    known = say("proposal.line.beyond", omraade=area_name(view.beyond.area).lower())
    return known if view.beyond.words is None else f"{known} {say('proposal.line.beyond.words', ord=view.beyond.words)}"


def _facts(view: ProposalView, room: Room) -> Json | None:
    content = view.content
    return facts(
        {
            say("proposal.fact.number"): f"{view.number}/{view.year}",
            say("proposal.field.on_behalf"): view.behalf,
            say("proposal.field.type"): say(ITEM_KINDS[content.kind]),
            say("proposal.field.basis"): view.basis,
            say("proposal.fact.meeting"): None if view.meeting is None else long_date(view.meeting.day),
            say("proposal.fact.time"): duration(content.duration),
            say("proposal.fact.amount"): None if content.amount is None else money(content.amount),
            say("proposal.fact.closed"): say("common.yes") if content.is_closed else None,
            **said(content, room),
        }
    )


def _links(links: tuple[str, ...]) -> Json | None:
    if not links:
        return None
    listed = [f"[{escape(say('proposal.link', nr=nr))}]({url.translate(_QUOTED)})" for nr, url in enumerate(links, 1)]
    return rich(f"{say('proposal.fact.links')}: {' · '.join(listed)}")


def _remarks(view: ProposalView) -> Iterator[Json]:
    if view.right is not None:
        yield text(say("proposal.line.by_right", part=view.right), subtle=True)
    beyond = beyond_words(view)
    if beyond is not None:
        yield text(beyond, bold=True)
    if view.lacks_parties:
        yield text(say("funds.warning.one_party"), bold=True)
    if view.late is not None:
        yield text(say("proposal.card.after_deadline", frist=deadline_words(view.late)), subtle=True)


def _is_cut(view: ProposalView, room: Room) -> bool:
    content = view.content
    longest = max(map(len, (content.summary, content.recommendation, content.financial_note, view.words)))
    return longest > room.text or len(content.links) > room.links
