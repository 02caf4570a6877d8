"""What is to become of an item of what was sent, in somebody's own words."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.kernel.danish import bare
from bot.domain.saying.slots import Counted
from bot.domain.supplements.actions import CorrectItem, OpenSentItem, TakeUpItem, WithdrawItem
from bot.usecases.said.listed import item_meant
from bot.usecases.said.pointed import item_of, numbers_of
from bot.usecases.said.told import Told

_READ = 2_000  # characters
_LAPSES = re.compile(r"\budg(?:a|ar|ik|aet)\b")
_LAPSES_NOT = re.compile(r"\budgar? (?:[a-z]+ ){0,2}ikke\b|\bikke (?:[a-z0-9]+ ){0,2}udga")
_REGRETS = re.compile(r"\bfortryd|\bfejl\b")
_AFTER_ALL = re.compile(r"\balligevel\b|\bigen\b|\bblive?r?\b|\bfortryd|\bbehandle|\btilbage\b")
_LEAVES_OUT = re.compile(
    r"\bikke?k? (?:[a-z0-9]+ ){0,3}(?:til noget|op|pa|med|behandles|tages|komme?r?|klart?|relevant)\b"
    r"|\bnar (?:det|den|vi)? ?ikke\b|\bvi nar\b|\budg|\bdrop|\bstryg|\bfalder|\bslet|\bfjern|\budsat|\baflys|\btag"
)
_LINK = re.compile(r"(?:\bhttps?://|\bwww\.)[^\s<>\"]{3,500}", re.IGNORECASE)
_TIME = re.compile(r"\b(?:tid|tiden|varighed|varigheden)\b.{0,40}\b(?:vare|til|er) [0-9]{1,3}\b")
_RELATIVE = re.compile(r"\b(?:mere|mindre|langere|kortere|ekstra|forlang|afkort)\b")


def sent_item(told: Told) -> OpenSentItem | None:
    position = item_of(told)
    return None if position is None else OpenSentItem(meeting=told.meeting, position=position)


def withdrawn(told: Told) -> AnyQuery | AnyCommand | None:
    """One that does not lapse is taken up; without an item it is asked which."""
    position = item_of(told)
    said = bare(told.said[: told.slots.reason_start])
    if position is None:
        return OpenSentItem(meeting=told.meeting) if _LAPSES.search(said) else None
    if _LAPSES_NOT.search(said):
        return TakeUpItem(meeting=told.meeting, position=position)
    return WithdrawItem(meeting=told.meeting, position=position, reason=told.reason)


def taken_up(told: Told) -> AnyQuery | AnyCommand | None:
    said = bare(told.said[: told.slots.reason_start])
    if _LAPSES.search(said) and not (_LAPSES_NOT.search(said) or _REGRETS.search(said)):
        return None
    return TakeUpItem(meeting=told.meeting, position=item_of(told))


def lapsing(told: Told) -> AnyQuery | AnyCommand:
    """One that is said to lapse in any words; what is denied otherwise, or asked about, is shown."""
    position = item_meant(told)
    denied = told.mood.negates and not _LEAVES_OUT.search(bare(told.said[: told.slots.reason_start][:_READ]))
    if position is None or denied or told.mood.asks:
        return OpenSentItem(meeting=told.meeting, position=position)
    return WithdrawItem(meeting=told.meeting, position=position, reason=told.reason)


def taken_up_again(told: Told) -> AnyCommand | None:
    """One that is said to be taken up after all, also where it says that it had lapsed."""
    if not _AFTER_ALL.search(told.sound):
        return None
    return TakeUpItem(meeting=told.meeting, position=item_meant(told))


def sent_item_meant(told: Told) -> OpenSentItem:
    """The item; without one it is asked which."""
    return OpenSentItem(meeting=told.meeting, position=item_meant(told))


def corrected(told: Told) -> AnyQuery | AnyCommand:
    """Its one time, or the address of a bilag, where that is said as it is to be; the form for all else."""
    position = item_meant(told)
    if position is None or told.mood.asks:
        return sent_item_meant(told)
    link = _LINK.search(told.said[:_READ])
    if link is not None:
        return CorrectItem(meeting=told.meeting, position=position, links=link[0].rstrip(".,;:!?)"), reason=told.reason)
    is_clear = len(told.slots.lengths) == 1 and not _RELATIVE.search(told.sound)
    bare_ones = numbers_of(told, Counted.BARE)
    if not told.slots.lengths and len(bare_ones) == 1 and _TIME.search(told.sound):
        length = f"{bare_ones[0]} min"
        return CorrectItem(meeting=told.meeting, position=position, duration=length, reason=told.reason)
    if not is_clear:
        return OpenSentItem(meeting=told.meeting, position=position)
    return CorrectItem(meeting=told.meeting, position=position, duration=told.length_typed, reason=told.reason)
