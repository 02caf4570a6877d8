"""A meeting of another body as somebody may see it: organisations by name, and of closed items no more than that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from cards.kit.fitting import shorten
from cards.kit.words import listing, medium_date, say

Said = tuple[str, str]
"""An organisation by name, and its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One item, `nth` from 1. Hidden, it says who answered and not what; `text` is what was written for it.

    `has_newer`: somebody answered after that was written.
    """

    id: int
    nth: int
    title: str
    is_hidden: bool = False
    agree: Sequence[str] = ()
    remarks: Sequence[Said] = ()
    mandates: Sequence[Said] = ()
    missing: Sequence[str] = ()
    text: str | None = None
    has_newer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalView:
    """The whole meeting. `missing` are whoever has not answered about everything, `asked` how many are asked.

    `sent` tells when and by whom the input was sent, `bases` what the charter says, `own` when the forum itself meets
    ahead of it. `may_answer` for an organisation, and whoever `serves` may change it.
    """

    forum: str
    forum_name: str
    number: int
    year: int
    revision: int
    name: str
    day: date
    starts: time | None = None
    place: str = ""
    state: str = ""  # that it was cancelled, or is over
    items: Sequence[ItemView] = ()
    intro: str = ""
    asked: int = 0
    missing: Sequence[str] = ()
    sent: str = ""
    bases: Sequence[str] = ()
    own: Sequence[str] = ()
    may_answer: bool = False
    serves: bool = False
    is_public: bool = False
    facts: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def called(self) -> str:
        """What people call it by."""
        return say("external.number", nr=self.number, aar=self.year)

    @property
    def when(self) -> str:
        """Its day and, where that is known, its time."""
        return when_words(self.day, self.starts)


def when_words(day: date, starts: time | None) -> str:
    """Like "20. april 2027 kl. 13.00"."""
    if starts is None:
        return medium_date(day)
    return say("external.when", dato=medium_date(day), tid=f"{starts.hour}.{starts.minute:02}")


def text_words(item: ItemView, most: int | None = None) -> str:
    """What the joint text says of the item: what was written, else where each organisation stands, named once each."""
    if item.text is not None:
        return _cut(item.text, most)
    return tally_words(item, most)


def tally_words(item: ItemView, most: int | None = None) -> str:
    """Where each organisation stands on the item."""
    if item.is_hidden:
        given = (*item.agree, *(name for name, _ in (*item.remarks, *item.mandates)))
        answered = say("external.line.answered", liste=listing(given)) if given else ""
        return "; ".join(part for part in (answered, _missing(item)) if part)
    parts = [
        say("external.line.agree", liste=listing(item.agree)) if item.agree else "",
        say("external.line.remarks", liste=_each(item.remarks, most)) if item.remarks else "",
        say("external.line.mandates", liste=_limits(item.mandates, most)) if item.mandates else "",
        _missing(item),
    ]
    return "; ".join(part for part in parts if part)


def _missing(item: ItemView) -> str:
    return say("external.line.missing", liste=listing(item.missing)) if item.missing else ""


def _each(said: Sequence[Said], most: int | None) -> str:
    return listing(say("external.line.remark", navn=name, ord=_cut(words, most)) for name, words in said)


def _limits(said: Sequence[Said], most: int | None) -> str:
    return listing(
        say("external.line.mandate", navn=name, ord=_cut(words, most) if words else say("external.limits.none"))
        for name, words in said
    )


def _cut(words: str, most: int | None) -> str:
    return words if most is None else shorten(words, most)
