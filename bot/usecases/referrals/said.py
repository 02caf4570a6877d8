"""Which case that goes from body to body somebody means in their own words, or which letter about it."""

import re

from bot.domain.kernel.action import MeetingAction
from bot.domain.referrals.actions import (
    OpenSendOn,
    ReferralAction,
    RegisterAnswer,
    ShowReferral,
    ShowReferrals,
    ShowWay,
    TakeBackReferral,
)
from bot.domain.saying.slots import Counted
from bot.usecases.said.moment import Moment
from bot.usecases.said.numbered import numbered
from bot.usecases.said.pointed import Which, item_named, item_of, meeting_of_item, own_proposal, proposal_of
from bot.usecases.said.told import Told

_READ = 2_000  # characters
_MOST = 99  # that a number may be which nothing names
_LETTER = numbered(
    r"vi?de?re?\w{0,2}sen?[dn]\w{0,8}|oversendelse\w{0,2}|henvendelse\w{0,2}|henvisning\w{0,2}|brev(?:et)?"
)
_BODY = re.compile(r"\b(?:til|hos|i) (?:det |den )?([A-ZÆØÅ][^,.;:!?()]{2,60})")
_BEHIND = re.compile(
    r"\s(?:i stedet|for|og|så|men|at|med|fordi|da|inden|senest|til|på|om|hva[dn]|hvor|hvem|hvordan|hvornår|er)\b.*$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:mi[tn]|vores)\b", re.IGNORECASE)


def of_referral(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, ReferralAction | ShowReferrals)


def case_sent_on(told: Told) -> OpenSendOn | None:
    """The same where a case is named, as anything may go on to a body."""
    return send_on(told) if item_of(told) is not None or proposal_of(told) is not None else None


def send_on(told: Told) -> OpenSendOn:
    """The form about the case, with the body by the name that it is called by; without a case it is asked which."""
    found = _BODY.search(told.said[:_READ])
    body = "" if found is None else _BEHIND.sub("", found[1]).strip()
    if (held := _held(told)) is not None:
        return OpenSendOn(meeting=told.meeting, position=held, resolved=True, body=body)
    proposal, position = proposal_of(told), _on_agenda(told)
    if position is not None:
        return OpenSendOn(meeting=meeting_of_item(told), position=position, body=body)
    if proposal is not None:
        return OpenSendOn(number=proposal.number, year=proposal.year, body=body)
    position = item_of(told) or _shown_at(told)
    if position is not None:
        return OpenSendOn(meeting=told.meeting, position=position, resolved=item_of(told) is None, body=body)
    return OpenSendOn(meeting=told.meeting or told.moment.live, position=told.moment.live_item, body=body)


def way(told: Told) -> ShowWay | None:
    """That of the item or proposal that is named or was shown, or of their own."""
    if (held := _held(told)) is not None:
        return ShowWay(meeting=told.meeting, position=held, resolved=True)
    proposal, position = proposal_of(told), _on_agenda(told)
    if position is not None:
        return ShowWay(meeting=meeting_of_item(told), position=position)
    if proposal is None and _OWN.search(told.said[:_READ]):
        proposal = own_proposal(told)
    if proposal is not None:
        return ShowWay(number=proposal.number, year=proposal.year)
    position = item_of(told)
    return None if position is None else ShowWay(meeting=meeting_of_item(told), position=position)


def way_or_list(told: Told) -> ShowWay | ShowReferrals:
    """The same, or all cases where it is not said whose."""
    return way(told) or ShowReferrals()


def answer(told: Told) -> RegisterAnswer | ShowReferrals:
    """What they answered, to the one that is called by its number or was shown; else it is chosen which."""
    found = _referral(told)
    if found is None:
        return ShowReferrals()
    return RegisterAnswer(
        number=found.number, year=found.year, words=told.reason or told.said, answered_on=told.day_typed
    )


def again(told: Told) -> ShowReferral | ShowReferrals:
    found = _referral(told)
    return ShowReferrals() if found is None else ShowReferral(number=found.number, year=found.year)


def take_back(told: Told) -> TakeBackReferral | ShowReferrals:
    found = _referral(told)
    return ShowReferrals() if found is None else TakeBackReferral(number=found.number, year=found.year)


def _referral(told: Told) -> Which | None:
    """The one that is called by its number, else the one that was shown, else that of a bare number before any text."""
    if (written := _LETTER.search(told.said[:_READ])) is not None:
        return Which(int(written["number"]), int(written["year"]) if written["year"] else None)
    for each in (told.moment.talk.shown, *told.moment.talk.offered[:1]):
        if isinstance(each, ReferralAction):
            return Which(each.number, each.year)
    end = told.slots.reason_start or len(told.said)
    bare = (each for each in told.slots.numbers if each.counts is Counted.BARE and each.start < end)
    found = next((each.number for each in bare if each.number <= _MOST), None)
    return None if found is None else Which(found)


def _held(told: Told) -> int | None:
    """The item of the last meeting that is called by its title, or by a number that the agenda in hand lacks."""
    counts = [each for each in told.slots.numbers if each.counts is Counted.ITEM or each.is_numbered]
    position = counts[0].number if counts else None
    if position is None:
        return None if told.item is not None else told.held_item
    return position if len(told.moment.items) < position <= len(told.moment.held_items) else None


def _shown_at(told: Told) -> int | None:
    """The item of the minutes or of a resolution that was shown."""
    shown = told.moment.talk.shown
    found = getattr(shown, "position", None) if isinstance(shown, MeetingAction) else None
    return found if isinstance(found, int) else None


def _on_agenda(told: Told) -> int | None:
    """The item by its title or its own number; a number alone is rather the proposal's."""
    named = item_named(told)
    return named if told.item is not None or proposal_of(told) is None or _counts_item(told) else None


def _counts_item(told: Told) -> bool:
    return any(each.counts is Counted.ITEM for each in told.slots.numbers)
