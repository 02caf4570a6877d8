"""The form in which a proposal is changed, filled in as it stands; in two parts where one card cannot hold it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.proposals.actions import Propose, Revise
from bot.domain.proposals.asked import Asked
from cards.kit.elements import Card, Json, button, card, heading, text, text_input
from cards.kit.fitting import is_small
from cards.kit.words import keyed, say, served_by
from cards.proposals import fields, more
from cards.proposals.view import ProposalView

_FIRST, _SECOND = 1, 2
_PARTS = {
    _FIRST: ("proposal.revision.part.1", "proposal.btn.part.2", _SECOND),
    _SECOND: ("proposal.revision.part.2", "proposal.btn.part.1", _FIRST),
}


class Reviser(StrEnum):
    """As whom one changes it: that settles what becomes of the change."""

    PROPOSER = "proposer"
    ASKED = "asked"
    LATER = "later"
    SECRETARIAT = "secretariat"


_INTRO = keyed(Reviser, "proposal.revision.intro")
_WORDS: Mapping[Reviser, str | None] = {
    Reviser.PROPOSER: None,
    Reviser.ASKED: "proposal.field.elaboration",
    Reviser.LATER: "proposal.revision.words.later",
    Reviser.SECRETARIAT: "proposal.revision.words.secretariat",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Revising:
    """Whose form it is, and what it holds: `words` to whoever hears of it, and `bases` where that is theirs.

    `draft` is the revision of the agenda whose item it is filled in from.
    """

    reviser: Reviser
    typed: Propose
    words: str = ""
    bases: Mapping[str, str]
    asked: Asked
    draft: int | None
    is_public: bool = False


def revision(view: ProposalView, revising: Revising, part: int) -> Card:
    """The form: whole, or where Teams does not take that, its first or second part."""
    whole = _drawn(view, revising, None)
    return whole if is_small(whole) else _drawn(view, revising, part if part in _PARTS else _FIRST)


def title_of(reviser: Reviser) -> str:
    """What the form, and the button that opens it, is called."""
    return say("proposal.btn.suggest" if reviser is Reviser.LATER else "proposal.btn.revise")


def _drawn(view: ProposalView, revising: Revising, part: int | None) -> Card:
    title, reviser = title_of(revising.reviser), revising.reviser
    asked = () if part == _FIRST else more.shown(revising.typed, revising.asked)
    save = Revise(
        forum=view.forum,
        number=view.number,
        year=view.year,
        revision=view.revision,
        draft=revising.draft,
        shown=asked,
    )
    intro = say(_INTRO[reviser], **served_by(view.office))
    saved = say("proposal.btn.suggest.send" if reviser is Reviser.LATER else "proposal.btn.revise.save")
    return card(
        heading(f"{title}: {say('proposal.fact.number')} {view.number}/{view.year}"),
        text(intro),
        None if part is None else text(say(_PARTS[part][0])),
        *_fields(revising, part),
        _words(revising),
        text(say("privacy.notice"), subtle=True),
        actions=[
            button(saved, save, style="positive"),
            None if part is None else _onwards(part, save),
        ],
        speak=f"{title}. {intro}",
    )


def _onwards(part: int, save: Revise) -> Json:
    """The button that keeps this part and shows the other."""
    _, title, other = _PARTS[part]
    return button(say(title), replace(save, then=other))


def _fields(revising: Revising, part: int | None) -> Iterator[Json | None]:
    typed = revising.typed
    if part != _SECOND:
        yield fields.title(typed)
        yield fields.summary(typed, is_needed=not revising.is_public)
        yield fields.recommendation(typed, is_needed=not revising.is_public)
    if part != _FIRST:
        yield fields.case(typed)
    if part != _SECOND:
        yield fields.kind(typed)
        yield fields.basis(typed, revising.bases)
        yield from fields.money_and_time(typed)
    if part != _FIRST:
        yield fields.links(typed)
        yield from more.folded(typed, revising.asked)
    if part != _SECOND:
        yield fields.closed(typed, is_public=revising.is_public)


def _words(revising: Revising) -> Json | None:
    key = _WORDS[revising.reviser]
    return None if key is None else text_input("words", say(key), value=revising.words, multiline=True)
