"""A choice of how one is told, as a card's button says it or as it is typed."""

from bot.domain.kernel.danish import bare
from bot.domain.reminders.state import NoticeChoice

_TYPED = {
    "straks": NoticeChoice.AT_ONCE,
    "med det samme": NoticeChoice.AT_ONCE,
    "enkeltvis": NoticeChoice.AT_ONCE,
    "samlet": NoticeChoice.GATHERED,
    "samlet kl 730": NoticeChoice.GATHERED,
    "samlet kl 7 30": NoticeChoice.GATHERED,
    "samlet 730": NoticeChoice.GATHERED,
    "kl 730": NoticeChoice.GATHERED,
    "kun frister": NoticeChoice.DEADLINES,
    "frister": NoticeChoice.DEADLINES,
}


def choice_meant(typed: str) -> NoticeChoice | None:
    """The choice; None for any other words."""
    if typed in {each.value for each in NoticeChoice}:
        return NoticeChoice(typed)
    words = " ".join(bare(typed).replace(".", "").replace(":", "").split())
    return _TYPED.get(words)
