"""What is said of other bodies' meetings, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class ExternalNotice(StrEnum):
    """The card with everybody's answers (INPUT), and that the meeting was MOVED or cancelled.

    The secretariat hears when its own meeting is proposed (SUGGEST), that one moved (MOVED_OWN), is asked how long
    before it meets (DAYS), and learns that NOBODY of the forum sits there. Whoever has not answered is reminded
    (MISSING). A representative gets the joint text (BRIEF), and again the working day before (BRIEF_DUE).
    """

    INPUT = "external_input"
    MOVED = "external_moved"
    SUGGEST = "external_suggest"
    MOVED_OWN = "external_moved_own"
    DAYS = "external_days"
    NOBODY = "external_nobody"
    MISSING = "external_missing"
    BRIEF = "external_brief"
    BRIEF_DUE = "external_brief_due"


TIMED = (ExternalNotice.MISSING, ExternalNotice.BRIEF_DUE)
"""Those that are planned ahead, each for a day."""

_SECRETARIAT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT)
_REPRESENTATIVE = Hearing(who=Hearer.REPRESENTATIVE, stands=Stands.CHAT, calls=Calls.RECIPIENT)
HEARD: Mapping[ExternalNotice, Hearing] = complete(
    ExternalNotice,
    {
        ExternalNotice.INPUT: Hearing(who=Hearer.FORUM, stands=Stands.POST, news=News.KEPT),
        ExternalNotice.MOVED: Hearing(who=Hearer.FORUM, stands=Stands.POST),
        ExternalNotice.SUGGEST: _SECRETARIAT,
        ExternalNotice.MOVED_OWN: Hearing(
            who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT, urgent=True
        ),
        ExternalNotice.DAYS: _SECRETARIAT,
        ExternalNotice.NOBODY: _SECRETARIAT,
        ExternalNotice.MISSING: Hearing(who=Hearer.SPEAKING, stands=Stands.CHAT, calls=Calls.RECIPIENT, owes=True),
        ExternalNotice.BRIEF: _REPRESENTATIVE,
        ExternalNotice.BRIEF_DUE: _REPRESENTATIVE,
    },
)
