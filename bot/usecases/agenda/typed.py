"""What is clear of a sentence about an agenda's items: which goes where, and what one is to say."""

import re
from collections.abc import Sequence

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.agenda.actions import AddItem, EditAgenda, EditItem, ItemAction, MoveItem, OpenItem, OpenNewItem, Part
from bot.domain.kernel.danish import bare
from bot.domain.proposals.actions import OpenRevision, Revise
from bot.domain.saying.slots import Counted
from bot.domain.supplements.actions import AddLate, OpenSupplement
from bot.usecases.danish.titles import each_by_title
from bot.usecases.danish.words import terms
from bot.usecases.said.pointed import item_named, item_of, meeting_of_item, numbers_of, own_proposal
from bot.usecases.said.proposing import form, kind_said, title_said
from bot.usecases.said.told import Told

_READ = 2_000  # characters
_LEAST_AMOUNT = 1_000  # kroner, of a number that is not said to be any
_OPENING, _CLOSING = "godkendelse af dagsorden", "eventuelt"
_FIRST = re.compile(r"\b(?:forste?|forrest|overst|starte?|begynde?|abne?r?|top(?:pen)?|indlede)\b")
_LAST = re.compile(r"\b(?:sidst|nederst|bagerst|bagest|afslutte?|slutte?|bund(?:en)?)\w*\b")
_UNDER = re.compile(r"\b(?:efter|bag|under|nedenunder|nedenfor)\b")
_OVER = re.compile(r"\b(?:for|foran|inden|over|ovenover|ovenfor)\b")
_BESIDE = re.compile(rf"{_UNDER.pattern}|{_OVER.pattern}")
_UP = re.compile(r"\b(?:op|opad|laengere op|langere op|frem|tidligere|hojere)\b")
_DOWN = re.compile(r"\b(?:ned|nedad|lavere|senere|tilbage)\b")
_TO_NUMBER = re.compile(r"\b(?:som|til|pa|op) (?:punkt|nummer|nr|plads)\b")
_QUOTED = re.compile(r"[»\"“](?P<title>[^«\"”»]{2,200})[«\"”]")
_MOST = 99  # items: what is more is an amount
_SAID = re.compile(
    r"(?:\b(?:hedde|hede|hedder(?: fremover| nu)?|kaldes|kald (?:det|den)|lyde|være|til)\b:?|:)\s+(?=\S)",
    re.IGNORECASE,
)


def move(told: Told) -> MoveItem | EditAgenda | None:
    """The item to where it goes; the editor where that is not said."""
    named = _items(told)
    position = named[0] if named else item_of(told)
    if position is None:
        return None
    if told.item is not None and len(named) == 2 and _TO_NUMBER.search(bare(told.said[:_READ])):
        return MoveItem(meeting=meeting_of_item(told), position=told.item, to=str(named[0]))
    if len(named) == 1 and (shown := _shown(told)) not in (None, position) and _BESIDE.search(bare(told.said[:_READ])):
        named, position = (shown, position), shown
    to = _place(told, bare(told.said[:_READ]), position, named)
    if to is None:
        return EditAgenda(meeting=meeting_of_item(told))
    if to > _MOST:
        return None
    return MoveItem(meeting=meeting_of_item(told), position=position, to=str(to))


def swap(told: Told) -> MoveItem | EditAgenda:
    """Two beside each other change places; farther ones are moved in the editor."""
    named = _items(told)
    at = meeting_of_item(told)
    if len(named) == 2 and abs(named[0] - named[1]) == 1:
        return MoveItem(meeting=at, position=max(named), to=str(min(named)))
    return EditAgenda(meeting=at)


def set_length(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """The time of the item, or of the person's own proposal."""
    return _set(told, Part.FRAME, duration=told.length_typed) if told.length_typed else None


def set_amount(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """The amount likewise, also where it is said without its unit."""
    bare_ones = [each for each in numbers_of(told, Counted.BARE) if each >= _LEAST_AMOUNT]
    amount = told.amount_typed.removesuffix(",00") or (str(bare_ones[0]) if bare_ones else "")
    return _set(told, Part.TEXTS, amount=amount) if amount else None


def set_kind(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """What the meeting is asked to do with it."""
    if not told.moment.serves or (position := item_of(told)) is None:
        return None
    return EditItem(meeting=meeting_of_item(told), position=position, kind=kind_said(told.said).value)


def set_title(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """The title likewise; the form where the new one is not said."""
    words = _words(told)
    return _set(told, Part.TEXTS, title=words) if words else _open(told)


def set_recommendation(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """The recommendation likewise."""
    words = _words(told)
    return _set(told, Part.TEXTS, recommendation=words) if words else _open(told)


def close(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """It is to be closed."""
    return _set(told, Part.FRAME, is_closed=True)


def open_up(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """It is to be open."""
    return _set(told, Part.FRAME, is_closed=False)


def new_item(told: Told) -> AnyQuery | AnyCommand | None:
    """What the secretariat adds by itself; others propose it."""
    if not told.moment.serves:
        return form(told)
    if numbers_of(told, Counted.ITEM) and not _BESIDE.search(bare(told.said[:_READ])):
        return None
    title = _words(told) if _QUOTED.search(told.said[:_READ]) else title_said(told.rest)
    if told.moment.agenda_sent and told.moment.next is not None and told.moment.agenda_of == told.moment.next.id:
        return AddLate(title=title, reason=told.reason) if title else OpenSupplement()
    if not title:
        return OpenNewItem(meeting=told.meeting)
    amount = told.amount_typed.removesuffix(",00") or None
    return AddItem(meeting=told.meeting, title=title, duration=told.length_typed or None, amount=amount)


def _set(told: Told, part: Part, **fields: str | bool) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """A question about it is answered with what there is."""
    if told.mood.asks:
        return _open(told)
    position, proposal = item_named(told), own_proposal(told)
    if told.moment.serves and (position or item_of(told)):
        at = meeting_of_item(told)
        return EditItem(meeting=at, position=position or item_of(told) or 0, part=part, **fields)  # type: ignore[arg-type]  # those fields
    if proposal is None:
        return None
    return Revise(number=proposal.number, year=proposal.year, **fields)  # type: ignore[arg-type]  # the same


def _open(told: Told) -> OpenItem | OpenRevision | None:
    position, proposal = item_of(told), own_proposal(told)
    if told.moment.serves and position is not None:
        return OpenItem(meeting=meeting_of_item(told), position=position)
    return None if proposal is None else OpenRevision(number=proposal.number, year=proposal.year)


def _items(told: Told) -> Sequence[int]:
    """The items that are named, by number or title."""
    numbered = numbers_of(told, Counted.ITEM)
    titled = each_by_title(enumerate(told.moment.items, start=1), terms(told.said))
    return (*numbered, *(each for each in titled if each not in numbered))


def _shown(told: Told) -> int | None:
    """The item that was shown, as "den" is."""
    shown = told.moment.talk.shown
    return shown.position if isinstance(shown, ItemAction) else None


def _place(told: Told, sound: str, position: int, named: Sequence[int]) -> int | None:
    first, last = _free_places(told.moment.items)
    bare_ones = [each for each in numbers_of(told, Counted.BARE) if each != position]
    if len(named) > 1:
        return _beside(sound, position, named[1])
    if bare_ones:
        return bare_ones[0]
    if _FIRST.search(sound):
        return first
    if _LAST.search(sound):
        return last or None
    if _UP.search(sound):
        return max(position - 1, first)
    return min(position + 1, last) if _DOWN.search(sound) and last else None


def _free_places(items: Sequence[str]) -> tuple[int, int]:
    """The first and the last place that an item can be moved to: what opens and what closes every meeting stays."""
    opens = bool(items) and bare(items[0]).startswith(_OPENING)
    closes = bool(items) and bare(items[-1]).startswith(_CLOSING)
    return 2 if opens else 1, len(items) - closes


def _beside(sound: str, position: int, other: int) -> int:
    """Before or behind the other, as they stand once it is taken out."""
    is_behind = position < other
    if _UNDER.search(sound):
        return other if is_behind else other + 1
    return other - 1 if is_behind and _OVER.search(sound) else other


def _words(told: Told) -> str:
    """What follows the last word that leads to it."""
    if (quoted := _QUOTED.search(told.said[:_READ])) is not None:
        return quoted["title"].strip()
    ends = [each.end() for each in _SAID.finditer(told.said[:_READ])]
    return told.said[ends[-1] :].strip(" .»«\"'") if ends else ""
