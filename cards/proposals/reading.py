"""Every text of a proposal in full: on one card where Teams takes that, and else in parts."""

from collections.abc import Iterator, Sequence

from bot.domain.proposals.actions import OpenTriage, ShowProposal
from cards.kit.elements import Card, Json, button, card, heading, text
from cards.kit.fitting import Room, fitted
from cards.kit.words import say
from cards.proposals.view import ProposalView, details

_PARTS = (30_000, 5_000)  # characters of texts on one card
_WHOLE = Room(text=30_000, links=10)

Section = tuple[str, str]
"""A label and its text."""


def reading(view: ProposalView, part: int, words: str) -> Card:
    """That part of the proposal's texts; `words` stand in the card that one comes from, and go back there."""
    return fitted(lambda most: _drawn(view, _parts(view, most), part, words), _PARTS)


def _drawn(view: ProposalView, parts: Sequence[Sequence[Section]], part: int, words: str) -> Card:
    shown = min(max(part, 1), len(parts))
    following = ShowProposal(forum=view.forum, number=view.number, year=view.year, part=shown + 1, words=words)
    back = OpenTriage(forum=view.forum, number=view.number, year=view.year, words=words)
    return card(
        heading(view.title),
        text(say("proposal.read.part", nr=shown, antal=len(parts)), subtle=True) if len(parts) > 1 else None,
        *(details(view, _WHOLE) if view.is_redacted else _blocks(parts[shown - 1])),
        actions=[
            button(say("proposal.btn.read.next"), following) if shown < len(parts) else None,
            button(say("proposal.btn.back"), back),
        ],
        speak=f"{say('proposal.btn.read')}: {view.title}",
    )


def _blocks(sections: Sequence[Section]) -> Iterator[Json]:
    for label, words in sections:
        yield text(label, bold=True)
        yield text(words, close=True)


def _parts(view: ProposalView, most: int) -> list[list[Section]]:
    """The sections in parts of so many characters; a long one goes on in the next part."""
    parts: list[list[Section]] = [[]]
    room = most
    for label, words in _sections(view):
        left = words
        while left:
            if not room:
                parts.append([])
                room = most
            parts[-1].append((label, left[:room]))
            left, room = left[room:], max(room - len(left), 0)
    return parts


def _sections(view: ProposalView) -> Iterator[Section]:
    content = view.content
    yield say("proposal.field.summary"), content.summary
    yield say("proposal.field.recommendation"), content.recommendation
    yield say("proposal.fact.case"), content.case_description
    yield say("proposal.fact.economy"), content.financial_note
    yield say("proposal.fact.links"), "\n".join(content.links)
    yield say("proposal.field.words"), view.words
    for each in view.dialogue.answers:
        yield say("proposal.dialogue.question"), each.question
        yield say("proposal.dialogue.answer"), each.words
