"""A bilag in a line, alike on every card: its number, what it is called, what it is and which version."""

from collections.abc import Iterable, Sequence

from bot.domain.attachments.kinds import ending_of
from bot.domain.documents.state import Attachment
from cards.kit.elements import Json, text
from cards.kit.words import say

_KILO, _MEGA = 1_000, 1_000_000


def line(one: Attachment) -> str:
    """Like "Bilag 3: Regneark (xlsx, 120 kB), version 2"."""
    name = say("attachment.number", nr=one.number) if one.number else say("attachment.unnumbered")
    if one.digest is None:
        told = say("attachment.line.link", bilag=name, adresse=one.link)
    else:
        title = one.title or say("attachment.erased")
        kind, size = ending_of(one.media_type), size_words(one.size)
        told = say("attachment.line", bilag=name, titel=title, type=kind, stoerrelse=size)
    if one.version > 1:
        told = say("attachment.line.version", bilag=told, version=one.version)
    return say("attachment.line.closed", bilag=told) if one.is_closed else told


def size_words(size: int) -> str:
    """Like "120 kB" or "1,2 MB"; never nothing."""
    if size >= _MEGA:
        return say("attachment.size.mb", antal=f"{size / _MEGA:.1f}".replace(".", ","))
    return say("attachment.size.kb", antal=max(1, round(size / _KILO)))


def lines_of(every: Sequence[Attachment]) -> Iterable[Json]:
    """One paragraph of them, closed ones last; nothing for none."""
    if every:
        order = sorted(every, key=lambda each: each.is_closed)
        yield text("\n".join(map(line, order)), subtle=True, close=True)
