"""What is clear of a sentence about an agenda's items: which goes where, and what one is to say."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.agenda.actions import EditAgenda, EditItem, ItemAction, MoveItem, OpenItem, Part
from bot.domain.kernel.danish import bare
from bot.domain.proposals.actions import OpenRevision, Revise
from bot.domain.saying.numerals import CARDINAL, CARDINALS, ORDINAL, ORDINALS, counted
from bot.domain.saying.slots import Counted
from bot.usecases.agenda.titles_said import title_behind
from bot.usecases.danish.titles import each_by_title
from bot.usecases.danish.words import terms
from bot.usecases.said.kept_text import after_colon
from bot.usecases.said.listed import item_meant, own_item, places_said
from bot.usecases.said.pointed import meeting_of_item, numbers_of, own_proposal
from bot.usecases.said.proposing import kind_said
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
_PLACE_WORD = re.compile(rf"\b(?:plads|nummer|nr|som|pa) (?P<place>{CARDINAL})\b(?! (?:punkt|minut|time))")
_PLACE_NUMBER = re.compile(rf"\b(?:plads|som (?:nummer|nr\.?)) (?P<place>[1-9][0-9]?|{CARDINAL})\b")
_AS_NTH = re.compile(rf"\b(?:som|til) (?:det|den) (?P<place>{ORDINAL}|andet)\b")
_PAIR = re.compile(rf"\b(?P<one>{CARDINAL}) (?:og|med) (?P<other>{CARDINAL})\b")
_KIND = re.compile(r"\b(?:tema|beslutning|orientering|drofte?lse|erfaringsudveksling)")
_DENIED_KIND = re.compile(
    r"(?:\bog )?\bikke (?:som |til |en |et )?\w{6,}|\bi stedet for (?:en |et )?\w{6,}", re.IGNORECASE
)
_CLOSING_WORDS = re.compile(r"\b(?:lukkede? (?:dor|punkt)|lukke|lukkes|lukket|fortroligt?)\b")
_RELATIVE = re.compile(r"\b(?:mere|mindre|langere|kortere|ekstra|forl[ae]ng|afkort|for lidt|for meget)\b")
_OPENING_WORDS = re.compile(r"\babe?nt? igen\b|\bikke (?:laengere |langere )?(?:lukket|fortroligt)\b")
_WRITE_THAT = re.compile(r"\bskriv\w*\b.{0,60}?\bat (?P<words>.+)", re.IGNORECASE | re.DOTALL)
_FIELDS = (
    ("sagsfremstilling", "case_description", Part.CASE),
    ("resum", "summary", Part.TEXTS),
    ("okonomi", "financial_note", Part.CASE),
    ("indstilling", "recommendation", Part.TEXTS),
    ("overskrift", "title", Part.TEXTS),
    ("titel", "title", Part.TEXTS),
    ("titlen", "title", Part.TEXTS),
)
_BIDS = re.compile(r"\W*gor (?:nu |lige )?(?:punkt|pkt|den|det|nr)")
_TIME = re.compile(r"\b(?:tid|tiden|varighed|varigheden|nojes med)\b")
_AMOUNT = re.compile(r"\b(?:belob|koste|pris|bevilling)")
_FIRST_AMOUNT = re.compile(r"[0-9] og ikke (?:de )?[0-9]")
_NO_AMOUNT = re.compile(r"\b(?:fjern|slet|tag|stryg)\w* belob(?:et)?\b")
_SWAPS = re.compile(r"\bbyt")
_MOST = 99  # items: what is more is an amount


def move(told: Told) -> MoveItem | EditAgenda | None:
    """The item to where it goes; the editor where that is not said."""
    named = _items(told)
    if not named and (goes_to := _goes_to(told.sound)) and _bare_first(told) is None:
        shown = _shown(told)
        return None if shown is None else MoveItem(meeting=meeting_of_item(told), position=shown, to=str(goes_to))
    position = named[0] if named else _bare_first(told) or item_meant(told)
    if position is None:
        return None
    if told.item is not None and len(named) == 2 and _TO_NUMBER.search(told.sound):
        return MoveItem(meeting=meeting_of_item(told), position=told.item, to=str(named[0]))
    if len(named) == 1 and (shown := _shown(told)) not in (None, position) and _BESIDE.search(told.sound):
        named, position = (shown, position), shown
    to = _place(told, told.sound, position, named)
    if to is None:
        return EditAgenda(meeting=meeting_of_item(told))
    if to > _MOST:
        return None
    return MoveItem(meeting=meeting_of_item(told), position=position, to=str(to))


def swap(told: Told) -> MoveItem | EditAgenda:
    """Two beside each other change places; farther ones are moved in the editor."""
    named = _items(told) or _pair(told)
    at = meeting_of_item(told)
    if len(named) == 2 and abs(named[0] - named[1]) == 1:
        return MoveItem(meeting=at, position=max(named), to=str(min(named)))
    return EditAgenda(meeting=at)


def move_or_swap(told: Told) -> MoveItem | EditAgenda | None:
    """Either, as it says; the editor where it says neither clearly."""
    if _SWAPS.search(told.sound):
        return swap(told)
    return move(told) or (EditAgenda(meeting=meeting_of_item(told)) if told.moment.serves else None)


def set_length(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """The time of the item, or of the person's own proposal; how much it is more or less by is for the form."""
    if told.length_typed and _RELATIVE.search(told.sound):
        return _open(told)
    return _set(told, Part.FRAME, duration=told.length_typed) if told.length_typed else None


def set_amount(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """The amount likewise, also where it is said without its unit."""
    bare_ones = [each for each in numbers_of(told, Counted.BARE) if each >= _LEAST_AMOUNT]
    amount = told.amount_typed.removesuffix(",00") or (str(bare_ones[0]) if bare_ones else "")
    return _set(told, Part.TEXTS, amount=amount) if amount else None


def set_kind(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """What the meeting is asked to do with it."""
    if not told.moment.serves or (position := item_meant(told)) is None:
        return None
    kind = kind_said(_DENIED_KIND.sub("", told.said[:_READ]))
    return EditItem(meeting=meeting_of_item(told), position=position, kind=kind.value)


def edit(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """The one of these that it says something of; the form where that is not clear."""
    sound = told.sound
    if not told.moment.serves and not _is_own(told):
        return _shown_item(told)
    if _BIDS.match(sound) and "?" not in told.said:  # "gør punkt 3 lukket" begins as a question does
        told = replace(told, mood=replace(told.mood, asks=False))
    return _set_number(told, sound) or _set_choice(told, sound) or _set_field(told, sound) or _open(told)


def _set_number(told: Told, sound: str) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """Its time or its amount, where a single one is said."""
    bare_ones = numbers_of(told, Counted.BARE)
    if len(told.slots.lengths) == 1:
        return set_length(told)
    if _TIME.search(sound) and len(bare_ones) == 1 and not _RELATIVE.search(sound):
        return _set(told, Part.FRAME, duration=f"{bare_ones[0]} min")
    if _NO_AMOUNT.search(sound):
        return _set(told, Part.TEXTS, amount="")
    is_one = len(bare_ones) == 1 or _FIRST_AMOUNT.search(sound)
    return set_amount(told) if len(told.slots.amounts) == 1 or (_AMOUNT.search(sound) and is_one) else None


def _set_choice(told: Told, sound: str) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """Whether it is closed, or what the meeting is asked to do with it."""
    if _OPENING_WORDS.search(sound):
        return open_up(told)
    if _CLOSING_WORDS.search(sound) and not told.mood.negates:
        return close(told)
    return set_kind(told) if _KIND.search(sound) and not told.mood.asks else None


def _is_own(told: Told) -> bool:
    """Whether what is spoken of is the person's own proposal."""
    found = own_proposal(told)
    return found is not None and any(each.is_own and each.number == found.number for each in told.moment.proposals)


def _shown_item(told: Told) -> OpenItem | None:
    position = item_meant(told)
    return None if position is None else OpenItem(meeting=meeting_of_item(told), position=position)


def _set_field(told: Told, sound: str) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """The text of the field that is named, where it is said what it is to be."""
    field, part = next(((name, part) for word, name, part in _FIELDS if word in sound), ("", Part.TEXTS))
    words = after_colon(told) or (title_behind(told) if field else "") or _that(told)
    return _set(told, part, **{field: words}) if field and words else None


def _that(told: Told) -> str:
    """What stands behind "skriv … at"."""
    found = _WRITE_THAT.search(told.said[:_READ])
    return "" if found is None else found["words"].strip(" .")


def set_title(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """The title likewise; the form where the new one is not said."""
    words = title_behind(told)
    return _set(told, Part.TEXTS, title=words) if words else _open(told)


def set_recommendation(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """The recommendation likewise."""
    words = title_behind(told)
    return _set(told, Part.TEXTS, recommendation=words) if words else _open(told)


def close(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """It is to be closed."""
    return _set(told, Part.FRAME, is_closed=True)


def open_up(told: Told) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """It is to be open."""
    return _set(told, Part.FRAME, is_closed=False)


def _set(told: Told, part: Part, **fields: str | bool) -> EditItem | Revise | OpenItem | OpenRevision | None:
    """A question about it is answered with what there is."""
    if told.mood.asks:
        return _open(told)
    position, proposal = item_meant(told), own_proposal(told)
    if told.moment.serves and position is not None:
        at = meeting_of_item(told)
        return EditItem(meeting=at, position=position, part=part, **fields)  # type: ignore[arg-type]  # those fields
    if proposal is None:
        return None
    return Revise(number=proposal.number, year=proposal.year, **fields)  # type: ignore[arg-type]  # the same


def _open(told: Told) -> OpenItem | OpenRevision | None:
    position, proposal = item_meant(told), own_proposal(told)
    if told.moment.serves and position is not None:
        return OpenItem(meeting=meeting_of_item(told), position=position)
    return None if proposal is None else OpenRevision(number=proposal.number, year=proposal.year)


def _items(told: Told) -> Sequence[int]:
    """The items that are named, by number or title."""
    numbered = numbers_of(told, Counted.ITEM)
    titled = each_by_title(enumerate(told.moment.items, start=1), terms(told.said))
    found = (*numbered, *(each for each in titled if each not in numbered))
    placed = places_said(told.sound, len(told.moment.items))
    return found or placed or tuple(each for each in (own_item(told),) if each is not None)


def _pair(told: Told) -> Sequence[int]:
    """Two of them as bare numbers or words: "byt om på 1 og 2", "to og tre"."""
    numbers = numbers_of(told, Counted.BARE)
    words = _PAIR.search(told.sound)
    found = numbers or (() if words is None else (CARDINALS[words["one"]], CARDINALS[words["other"]]))
    return found if all(1 <= each <= len(told.moment.items) for each in found) else ()


def _bare_first(told: Told) -> int | None:
    """The first of two numbers of which nothing is said: "flyt 4 op som nr 2"."""
    bare_ones = numbers_of(told, Counted.BARE)
    return bare_ones[0] if len(bare_ones) == 2 and bare_ones[0] <= len(told.moment.items) else None


def _shown(told: Told) -> int | None:
    """The item that was shown, as "den" is."""
    shown = told.moment.talk.shown
    return shown.position if isinstance(shown, ItemAction) else None


def _place(told: Told, sound: str, position: int, named: Sequence[int]) -> int | None:
    first, last = _free_places(told.moment.items)
    bare_ones = [each for each in numbers_of(told, Counted.BARE) if each != position] or _word_places(sound)
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


def _goes_to(sound: str) -> int | None:
    """The number of a place: "på plads 2", "som nummer to"."""
    found = _PLACE_NUMBER.search(sound)
    return None if found is None else counted(found["place"])


def _word_places(sound: str) -> Sequence[int]:
    """Where it goes, as a word: "til plads et", "som nummer to", "som det andet"."""
    if (nth := _AS_NTH.search(sound)) is not None:
        return (ORDINALS.get(nth["place"], 2),)
    found = _PLACE_WORD.search(sound)
    return () if found is None else (CARDINALS[found["place"]],)


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
