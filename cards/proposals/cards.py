"""A proposal to treat, the proposer's confirmation, and the list of one's own proposals."""

from collections.abc import Callable, Iterable

from bot.domain.proposals.actions import OpenTriage, ShowMyProposals
from bot.domain.proposals.triage import is_open
from cards.kit.elements import Card, Json, Mention, button, buttons, called, card, done, group, heading, text
from cards.kit.fitting import Room, fitting
from cards.kit.words import deadline_words, say
from cards.proposals.view import ProposalView, details, status_line, status_words


def posted(view: ProposalView, mention: Mention | None = None) -> Card:
    """The whole proposal, with its one button while there is something to treat; `mention` is who should treat it."""
    title = say("proposal.card.title")

    def drawn(room: Room) -> Card:
        return card(
            text(title, subtle=True, bold=True),
            None if mention is None else called(mention, say("proposal.card.to_treat")),
            heading(room.cut(view.title)),
            *details(view, room),
            status_line(view),
            actions=[treat(view)],
            speak=f"{title}: {room.cut(view.title)}",
            mentions=[] if mention is None else [mention],
        )

    return fitting(drawn)


def received(view: ProposalView) -> Card:
    """The confirmation that the proposer gets."""
    words = say("proposal.received", titel=view.title, nr=view.number)
    late = None if view.late is None else say("proposal.received.late", frist=deadline_words(view.late))
    return card(
        done(words),
        None if late is None else text(late),
        actions=[button(say("proposal.mine.title"), ShowMyProposals(forum=view.forum))],
        speak=words if late is None else f"{words} {late}",
    )


def mine(views: Iterable[ProposalView]) -> Card:
    """One's newest proposals, each with a button while it can still be changed."""
    title, shown = say("proposal.mine.title"), tuple(views)

    def drawn(room: Room) -> Card:
        return card(
            heading(title),
            *(_line(view, room.cut) for view in shown),
            None if shown else text(say("proposal.mine.none")),
            speak=f"{title}: {len(shown)}" if shown else say("proposal.mine.none"),
        )

    return fitting(drawn)


def treat(view: ProposalView) -> Json | None:
    """The button that opens the proposal for treatment; none where it is settled."""
    if not is_open(view.status):
        return None
    opened = OpenTriage(forum=view.forum, number=view.number, year=view.year)
    return button(say("proposal.btn.triage"), opened, checks_inputs=False)


def _line(view: ProposalView, cut: Callable[[str], str]) -> Json:
    opened, number = treat(view), f"{say('proposal.fact.number')} {view.number}/{view.year}"
    return group(
        text(cut(view.title), bold=True),
        text(f"{number} · {status_words(view)}", subtle=True, close=True),
        None if opened is None else buttons(opened),
        divided=True,
    )
