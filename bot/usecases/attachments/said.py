"""Which bilag, and of what, in somebody's own words."""

import re
from typing import Any

from bot.domain.attachments.actions import (
    AttachFiles,
    BilagAction,
    FetchAttachment,
    OfferFiles,
    OpenNewVersion,
    ShowAttachment,
    ShowAttachments,
    TakeOffAttachment,
)
from bot.domain.saying.numerals import ORDINAL, ORDINALS
from bot.domain.saying.slots import Counted
from bot.usecases.said.listed import item_meant, place_said
from bot.usecases.said.moment import Moment
from bot.usecases.said.pointed import (
    Which,
    item_named,
    item_of,
    meeting_of_item,
    numbers_of,
    own_proposal,
    proposal_of,
)
from bot.usecases.said.told import Told

_MOST_LISTED = 40  # bilag that are told by their number alone
_LISTED = (Counted.BARE, Counted.ITEM)
_NTH_BILAG = re.compile(rf"\b(?P<nth>{ORDINAL}|andet) bilag\b")
_FILE = re.compile(r"\b(?:fil|filen|dokument|dokumentet|papir) (?:nr\.? |nummer )(?P<number>[1-9][0-9]?)\b")
_LEADS_AWAY = re.compile(r"\bpunkt|\bpkt|\b(?:det|den) (?:sidste|nederste|naest|nast)")
_OWN = re.compile(r"\b(?:mit|min|mine|vores|vort)\b")
_CLOSED = re.compile(r"\b(?:lukket|fortrolig)")


def of_bilag(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, BilagAction | ShowAttachments)


def files_came(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, OfferFiles) or any(
        isinstance(each, OfferFiles | AttachFiles) for each in moment.talk.offered
    )


def one(told: Told) -> dict[str, Any] | None:
    """The bilag that is meant: by its number, by its place in those shown, or as the one that was shown."""
    shown = told.moment.talk.shown
    numbers = numbers_of(told, Counted.BILAG)
    if numbers:
        return {"meeting": told.meeting, "bilag": numbers[0]}
    if (place := _place(told)) is not None:
        return {"meeting": shown.meeting if isinstance(shown, ShowAttachments) else told.meeting, "bilag": place}
    if isinstance(shown, BilagAction) and (shown.bilag is not None or shown.attachment is not None):
        return {"meeting": shown.meeting, "bilag": shown.bilag, "attachment": shown.attachment}
    return None


def _place(told: Told) -> int | None:
    """As "det andet bilag" or, where bilag are listed, "nr. 2": a number counts there what is shown."""
    sound = told.sound
    if (nth := _NTH_BILAG.search(sound)) is not None:
        return 2 if nth["nth"] == "andet" else ORDINALS[nth["nth"]]
    if (file := _FILE.search(sound)) is not None:
        return int(file["number"])
    is_list = isinstance(told.moment.talk.shown, ShowAttachments)
    if not is_list or _LEADS_AWAY.search(sound):
        return None
    bare_ones = (each.number for each in told.slots.numbers if each.is_numbered or each.counts in _LISTED)
    found = next(bare_ones, None) or place_said(told.sound, _MOST_LISTED)
    return found if found is None or found <= _MOST_LISTED else None


def every(told: Told) -> ShowAttachments | ShowAttachment:
    """Those of the item or proposal that is named, else of the meeting; or the one that is called by its number."""
    if numbers := numbers_of(told, Counted.BILAG):
        return ShowAttachment(meeting=told.meeting, bilag=numbers[0])
    position, proposal = item_meant(told) or _own_item(told), proposal_of(told) or _own(told)
    if position is None and proposal is None and told.moment.held_items:
        position = told.held_item
    if position is not None:
        return ShowAttachments(meeting=meeting_of_item(told), position=position)
    if proposal is not None:
        return ShowAttachments(number=proposal.number, year=proposal.year)
    return ShowAttachments(meeting=told.meeting)


def _own(told: Told) -> Which | None:
    """The person's only proposal, where they speak of theirs."""
    return own_proposal(told) if _OWN.search(told.sound) else None


def _own_item(told: Told) -> int | None:
    """The item that it became, where it is on the agenda in hand."""
    own = _own(told)
    title = next((each.title for each in told.moment.proposals if own and each.number == own.number), None)
    return next((place for place, item in enumerate(told.moment.items, start=1) if item == title), None)


def every_of_something(told: Told) -> ShowAttachments | ShowAttachment | None:
    """The same where it is said of what."""
    return every(told) if item_of(told) or proposal_of(told) else None


def shown_one(told: Told) -> ShowAttachment | ShowAttachments:
    found = one(told)
    return every(told) if found is None else ShowAttachment(**found)


def numbered(told: Told) -> ShowAttachment | None:
    """The one that is called by its number."""
    return (
        ShowAttachment(meeting=told.meeting, bilag=numbers[0]) if (numbers := numbers_of(told, Counted.BILAG)) else None
    )


def fetched(told: Told) -> FetchAttachment | ShowAttachment | ShowAttachments:
    found = one(told)
    version = next(iter(numbers_of(told, Counted.VERSION)), None)
    return every(told) if found is None else FetchAttachment(**found, revision=version)


def new_version(told: Told) -> OpenNewVersion | ShowAttachment | ShowAttachments:
    found = one(told)
    return every(told) if found is None else OpenNewVersion(**found)


def taken_off(told: Told) -> TakeOffAttachment | ShowAttachment | ShowAttachments:
    found = one(told)
    return every(told) if found is None else TakeOffAttachment(**found)


def attach(told: Told) -> AttachFiles | None:
    """The files that just came, to the item or the proposal that is named."""
    shown = told.moment.talk.shown
    upload = shown.upload if isinstance(shown, OfferFiles) else ""
    is_closed = bool(_CLOSED.search(told.sound))
    position, proposal, bilag = item_named(told), proposal_of(told), numbers_of(told, Counted.BILAG)
    if bilag:
        return AttachFiles(upload=upload, bilag=bilag[0], is_closed=is_closed)
    if position is not None:
        return AttachFiles(upload=upload, position=position, is_closed=is_closed)
    if proposal is None:
        return None
    return AttachFiles(upload=upload, number=proposal.number, year=proposal.year, is_closed=is_closed)


def attach_or_ask(told: Told) -> AttachFiles | OfferFiles:
    """The same to what is meant in any way; where that is not clear, or asked about, what the files may belong to."""
    shown = told.moment.talk.shown
    upload = shown.upload if isinstance(shown, OfferFiles) else ""
    if told.mood.asks:
        return OfferFiles(upload=upload)
    if (found := attach(told)) is not None:
        return found
    is_closed = bool(_CLOSED.search(told.sound))
    position, proposal = item_meant(told) or _own_item(told), _own(told)
    if position is not None:
        return AttachFiles(upload=upload, position=position, is_closed=is_closed)
    if proposal is None:
        return OfferFiles(upload=upload)
    return AttachFiles(upload=upload, number=proposal.number, year=proposal.year, is_closed=is_closed)


def offered(told: Told) -> OfferFiles:
    """What the files may belong to."""
    shown = told.moment.talk.shown
    return OfferFiles(upload=shown.upload if isinstance(shown, OfferFiles) else "")
