"""A proposal to treat, and the proposer's confirmation."""

from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.refusal import Term
from bot.domain.proposals.actions import OpenRevision, ShowMyProposals
from cards.kit.elements import Card, Mention, button, called, card, done, heading, text
from cards.kit.fitting import Room, fitting
from cards.kit.words import deadline_words, say, served_by
from cards.proposals.buttons import treat
from cards.proposals.view import ProposalView, beyond_words, details, status_line


def posted(view: ProposalView, mention: Mention | None = None) -> Card:
    """The whole proposal, with its one button while there is something to treat; `mention` is who should treat it."""
    title = say("proposal.card.title")

    def drawn(room: Room) -> Card:
        return card(
            text(title, subtle=True, bold=True),
            None if mention is None else called(mention, say("proposal.card.to_treat", **served_by(view.office))),
            heading(room.cut(view.title)),
            *details(view, room),
            status_line(view),
            actions=[treat(view)],
            speak=f"{title}: {room.cut(view.title)}",
            mentions=[] if mention is None else [mention],
        )

    return fitting(drawn)


def _late(deadline: Deadline, office: Term) -> str:
    return say("proposal.received.late", frist=deadline_words(deadline), **served_by(office))


def received(view: ProposalView, *, lacks_content: bool = False) -> Card:
    """The confirmation that the proposer gets; without content, it says where that is written."""
    words = say("proposal.received", titel=view.title, nr=view.number, **served_by(view.office))
    late = None if view.late is None else _late(view.late, view.office)
    beyond = beyond_words(view)
    alone = say("funds.warning.one_party") if view.lacks_parties else None
    lacking = say("proposal.received.lacks_content", nr=view.number) if lacks_content else None
    opened = OpenRevision(forum=view.forum, number=view.number, year=view.year)
    may_revise = not view.is_redacted
    return card(
        done(words),
        None if lacking is None else text(lacking, bold=True),
        None if late is None else text(late),
        None if beyond is None else text(beyond),
        None if alone is None else text(alone),
        actions=[
            button(say("proposal.btn.revise"), opened) if may_revise else None,
            button(say("proposal.mine.title"), ShowMyProposals(forum=view.forum)),
        ],
        speak=" ".join(each for each in (words, lacking, late, beyond, alone) if each),
    )
